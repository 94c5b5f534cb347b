"""The events of a batch on their way from its threads to the caller that iterates over them."""

import queue
from collections.abc import Generator
from dataclasses import dataclass

from desktop.engine.batch.events import Event, Failed
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled

POLL_S = 0.1  # Windows delivers Ctrl+C only between two waits


@dataclass(frozen=True)
class _Crashed:
    error: BaseException


class EventQueue:
    """A queue that any thread of a batch may put events into. cancel: the token of the whole batch."""

    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel
        self._queue: queue.SimpleQueue[Event | _Crashed | None] = queue.SimpleQueue()

    def put(self, event: Event) -> None:
        """Add one event."""
        self._queue.put(event)

    def fail(self, error: Exception, event: Failed) -> None:
        """Add the failure of one photograph; raises `error` when it says that the whole batch was cancelled."""
        if isinstance(error, Cancelled) and self._cancel.cancelled:
            raise error
        self._queue.put(event)

    def crash(self, error: BaseException) -> None:
        """Have `events` raise an error that is not one photograph's."""
        self._queue.put(_Crashed(error))

    def finish(self) -> None:
        """Say that no more events will come."""
        self._queue.put(None)

    def events(self) -> Generator[Event, None, None]:
        """The events as they come, until `finish`. Raises `Cancelled`, or the error that `crash` was given."""
        while True:
            self._cancel.raise_if_cancelled()
            try:
                event = self._queue.get(timeout=POLL_S)
            except queue.Empty:
                continue
            if event is None:
                return
            if isinstance(event, _Crashed):
                raise event.error
            yield event
