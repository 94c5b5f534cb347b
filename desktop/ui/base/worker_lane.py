"""Runs work off the GUI thread, so that the window answers while photographs are read, coloured and saved."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled

T = TypeVar("T")


@dataclass(eq=False)
class _Request:
    """One piece of work with the place its result goes to."""

    work: Callable[[CancelToken], Any]
    done: Callable[[Any], None]
    token: CancelToken = field(default_factory=CancelToken)
    result: Any = None
    error: Exception | None = None


class WorkerLane(QObject):
    """One worker thread for one kind of work.

    A lane that is not `keep_all` forgets every waiting request but the latest. Results and failures arrive
    on the thread the lane lives in (the GUI thread), in order; those of cancelled requests are dropped.
    """

    busy_changed = Signal(bool)
    failed = Signal(Exception)
    _landed = Signal(object)

    def __init__(self, name: str, *, keep_all: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._keep_all = keep_all
        self._running: _Request | None = None
        self._waiting: deque[_Request] = deque()
        self._closed = False
        self._landed.connect(self._land)

    @property
    def busy(self) -> bool:
        """Whether something runs or waits."""
        return self._running is not None

    def submit(
        self, work: Callable[[CancelToken], T], done: Callable[[T], None], *, interrupt: bool = False
    ) -> None:
        """Run `work` on the lane's thread, then `done` with its result on the GUI thread.

        With `interrupt` what runs now is cancelled; without, its result is still delivered, so that a slider
        that is being dragged shows frames on its way instead of starving.
        """
        if self._closed:
            return
        if not self._keep_all:
            self._waiting.clear()
        if interrupt and self._running is not None:
            self._running.token.cancel()
        self._waiting.append(_Request(work, done))
        if self._running is None:
            self._start_next()

    def cancel(self) -> None:
        """Stop what runs, forget what waits."""
        self._waiting.clear()
        if self._running is not None:
            self._running.token.cancel()

    def close(self, *, wait: bool = True) -> None:
        """Cancel everything and wait for the thread to end, unless told not to; later requests are ignored."""
        self._closed = True
        self.cancel()
        self._pool.shutdown(wait=wait, cancel_futures=True)

    def _start_next(self) -> None:
        was_busy = self._running is not None
        self._running = self._waiting.popleft() if self._waiting else None
        if was_busy != self.busy:
            self.busy_changed.emit(self.busy)
        if self._running is not None:
            self._pool.submit(self._run, self._running)

    def _run(self, request: _Request) -> None:
        """Do the work on the lane's own thread."""
        try:
            request.token.raise_if_cancelled()
            request.result = request.work(request.token)
        except Exception as error:  # noqa: BLE001 - whatever it is, the user is told
            request.error = error
        if not self._closed:
            self._landed.emit(request)

    def _land(self, request: _Request) -> None:
        if self._closed:
            return
        try:
            if request.token.cancelled or isinstance(request.error, Cancelled):
                return
            if request.error is not None:
                self.failed.emit(request.error)
            else:
                request.done(request.result)
        finally:
            self._start_next()
