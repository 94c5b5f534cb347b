"""Measures how fast an export proceeds: working time without pauses, and the photographs done in it."""

import time


class ProgressRate:
    """A stopwatch that can be stopped and started, and a counter."""

    def __init__(self) -> None:
        self._since_s: float | None = None
        self._before_s = 0.0
        self._count = 0

    def reset(self) -> None:
        """Start over; halted."""
        self._since_s = None
        self._before_s, self._count = 0.0, 0

    def run(self, on: bool) -> None:
        """Go on, or halt."""
        now_s = time.monotonic()
        if self._since_s is not None:
            self._before_s += now_s - self._since_s
        self._since_s = now_s if on else None

    def count(self) -> None:
        """One more is done."""
        self._count += 1

    @property
    def seconds_each(self) -> float | None:
        """Seconds at work by things done; None before the first."""
        running_s = 0.0 if self._since_s is None else time.monotonic() - self._since_s
        return (self._before_s + running_s) / self._count if self._count else None
