"""Measures how long the GUI thread is busy in one turn of its event loop."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer

from tests.support.timing import allowed_s

LIMIT_S = 0.050
# The GUI thread's own computing time, by the thread's own clock, gets no slack. Of the time that passes, what it spent
# ready to run while something else had its core is left out where the system tells it; what remains is what it
# computed and what it waited for: a file, a lock, another thread that holds the interpreter. That one may have lost
# the core of a busy test machine, which no window can help, and gets some slack for that.
HELD_UP_SLACK_S = 0.050
UNTOLD_SLACK_S = 0.200  # where the system does not tell
SCHEDULER = Path(
    "/proc/thread-self/schedstat"
)  # computed, ready but waiting (both in ns), turns; of this thread


def ready_but_waiting_s() -> float:
    """How long this thread has been kept from running by others; always 0 where the system does not tell."""
    try:
        return int(SCHEDULER.read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


def held_up_clock_s() -> float:
    """The time that passes, but for what others took of this thread's."""
    return time.perf_counter() - ready_but_waiting_s()


class Watchdog:
    """Ticks as often as it can; what lies between two ticks is what the GUI thread was busy with."""

    def __init__(self) -> None:
        self.longest_held_up_s = self.longest_cpu_s = 0.0
        self.ticks = 0
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._tick)
        self.look_at_clocks()

    def look_at_clocks(self) -> None:
        """Count from now on."""
        self._held_up_s = held_up_clock_s()
        self._cpu_s = time.thread_time()

    def _tick(self) -> None:
        held_up_s, cpu_s = self._held_up_s, self._cpu_s
        self.look_at_clocks()
        self.longest_held_up_s = max(self.longest_held_up_s, self._held_up_s - held_up_s)
        self.longest_cpu_s = max(self.longest_cpu_s, self._cpu_s - cpu_s)
        self.ticks += 1

    def check(self) -> None:
        """Fail when anything held the GUI thread for longer than it may."""
        slack_s = HELD_UP_SLACK_S if SCHEDULER.exists() else UNTOLD_SLACK_S
        assert self.ticks > 50
        assert self.longest_cpu_s <= allowed_s(LIMIT_S)
        assert self.longest_held_up_s <= allowed_s(LIMIT_S + slack_s)

    @contextmanager
    def watching(self) -> Iterator[None]:
        # The objects of the whole test process (torch, onnx) take the collector a fifth of a second, in whichever
        # thread it happens to run; the program has none of them.
        gc.collect()
        gc.freeze()
        self.look_at_clocks()
        self._timer.start()
        try:
            yield
        finally:
            self._timer.stop()
            gc.unfreeze()
