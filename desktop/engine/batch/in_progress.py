"""The photographs that a batch is working on: a token to cancel each of them, and the memory that they take."""

import threading

from desktop.engine.batch.bounded_queue import Budget
from desktop.engine.batch.work_items import Opened
from desktop.engine.core.cancellation import CancelToken

PHOTOS_BYTES = 256 * 2**20  # of photographs that were read and are not written yet
RESULTS_BYTES = 384 * 2**20  # of results that are composed and not written yet


class InProgress:
    """A token for each photograph, and budgets that keep memory independent of how many there are.

    cancel: the token of the whole batch. All methods may be called from any thread.
    """

    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel
        self._tokens: dict[int, CancelToken] = {}
        self._last = 0  # number of the photograph that was begun last
        self._all_begun = False
        self._lock = threading.Lock()
        self._photos, self._results = Budget(PHOTOS_BYTES), Budget(RESULTS_BYTES)

    def begin(self, number: int) -> CancelToken:
        """Begin a photograph; returns what cancels it alone."""
        with self._lock:
            self._last = number
            return self._tokens.setdefault(number, self._cancel.branch())

    def finish_beginning(self) -> None:
        """Say that no more photographs will be begun."""
        with self._lock:
            self._all_begun = True

    def drop(self, number: int) -> None:
        """Cancel one photograph, now or when it is begun; nothing happens if it is finished."""
        with self._lock:
            if number > self._last:  # on its way from the sources
                self._tokens.setdefault(number, self._cancel.branch())
            token = self._tokens.get(number)
        if token is not None:
            token.cancel()

    def hold_photo(self, opened: Opened) -> None:
        """Wait until there is memory for a photograph; raises `Cancelled` after `cancel`."""
        self._photos.acquire(opened.size_bytes)

    def hold_result(self, opened: Opened) -> None:
        """Wait until there is memory for one result of a photograph; raises `Cancelled` after `cancel`."""
        self._results.acquire(opened.result_bytes)

    def release(self, opened: Opened) -> None:
        """Say that one result of a photograph no longer needs memory; the last one finishes the photograph."""
        self._results.release(opened.result_bytes)
        with self._lock:
            opened.unwritten -= 1
            last = not opened.unwritten
        if last:
            self._photos.release(opened.size_bytes)
            self.finish(opened.number)

    def finish(self, number: int) -> None:
        """Finish a photograph, which can no longer be dropped."""
        with self._lock:
            del self._tokens[number]

    @property
    def last_one_left(self) -> bool:
        """Whether at most one photograph is still at work and no other will be begun."""
        with self._lock:
            return self._all_begun and len(self._tokens) <= 1

    def cancel(self) -> None:
        """Cancel: every wait for memory ends with `Cancelled`."""
        self._photos.cancel()
        self._results.cancel()
