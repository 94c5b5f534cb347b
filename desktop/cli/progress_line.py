"""How far a batch is: one line that is written over and over on a terminal."""

import shutil
import sys
import time
from collections.abc import Callable
from typing import TextIO

from desktop.engine.core.display_text import spelt_out

REDRAW_S = 0.1


class ProgressLine:
    """The line at the bottom of a terminal; does nothing where standard error is not a terminal.

    total: how many results there will be, failures and skipped ones included; None when nobody knows.
    """

    def __init__(
        self,
        total: int | None,
        *,
        shown: bool = True,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total = total
        self._stream = stream or sys.stderr
        self._clock = clock
        self._start_s = self._drawn_s = clock()
        self._width = 0
        self._done = self._made = 0
        self.shown = shown and self._stream.isatty()
        self._draw(self._text(0))

    def step(self, name: str, *, made: bool, count: int = 1) -> None:
        """Note that `count` results are settled, and whether work went into them; `name` is shown."""
        self._done += count
        self._made += count if made else 0
        now_s = self._clock()
        if now_s - self._drawn_s >= REDRAW_S:
            self._drawn_s = now_s
            self._draw(f"{self._text(now_s - self._start_s)}  {spelt_out(name)}")

    @property
    def elapsed_s(self) -> float:
        """Seconds since the line was begun."""
        return self._clock() - self._start_s

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        self._draw("")

    def _text(self, elapsed_s: float) -> str:
        parts = [str(self._done) if self._total is None else f"{self._done} of {self._total}"]
        if self._made and elapsed_s > 0:
            parts.append(rate_text(self._made / elapsed_s))
            if self._total is not None:
                parts.append(f"{duration_text((self._total - self._done) * elapsed_s / self._made)} left")
        return ", ".join(parts)

    def _draw(self, text: str) -> None:
        if not self.shown:
            return
        text = text[: shutil.get_terminal_size().columns - 1]
        self._stream.write("\r" + text.ljust(self._width) + ("" if text else "\r"))
        self._stream.flush()
        self._width = len(text)


def rate_text(per_second: float) -> str:
    """A rate for people: by the second when there is at least one in each, else by the minute."""
    if per_second >= 1:
        return f"{per_second:.1f} a second"
    return f"{per_second * 60:.1f} a minute"


def duration_text(seconds: float) -> str:
    """A duration for people, e.g. "42 s", "3 min 07 s", "1 h 05 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
