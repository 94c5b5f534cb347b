"""Does long work of the window's thread piece by piece, so that the window goes on answering between two pieces."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

SLICE_S = 0.010  # a key or a click waits for no longer than this and the piece under way


class Slices(QObject):
    """Runs jobs in their order, as many in one turn of the event loop as fit into a slice.

    A job that was too long by itself could not be divided here: jobs are to be small.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[Callable[[], object]] = deque()
        self._next_turn = QTimer(self, interval=0, singleShot=True)
        self._next_turn.timeout.connect(self._run_some)

    @property
    def busy(self) -> bool:
        """Whether there is still something to do."""
        return bool(self._jobs)

    def run(self, jobs: Iterable[Callable[[], object]]) -> None:
        """Do these after all that waits, from the next turn of the event loop on."""
        self._jobs.extend(jobs)
        if self._jobs:
            self._next_turn.start()

    def clear(self) -> None:
        """Leave undone what waits."""
        self._jobs.clear()

    def _run_some(self) -> None:
        end_s = time.perf_counter() + SLICE_S
        try:
            while self._jobs and time.perf_counter() < end_s:
                self._jobs.popleft()()
        finally:
            if self._jobs:
                self._next_turn.start()
