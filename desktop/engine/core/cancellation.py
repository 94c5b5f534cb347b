"""Cancelling work: a token shared with the thread that works, and a way to stop waiting for work that cannot stop."""

import threading
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from contextvars import copy_context
from typing import TypeVar

import onnxruntime as ort

from desktop.engine.core.errors import Cancelled

Result = TypeVar("Result")

POLL_S = 0.05


class CancelToken:
    """A token shared between the thread that works and the one that may cancel the work."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._runs: list[ort.RunOptions] = []
        self._branches: weakref.WeakSet[CancelToken] = weakref.WeakSet()

    def branch(self) -> "CancelToken":
        """A token for a part of the work, which is cancelled with the whole or by itself."""
        part = CancelToken()
        with self._lock:
            self._branches.add(part)
            if self.cancelled:
                part.cancel()
        return part

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Cancel the work; a network that is running stops within its current operator."""
        with self._lock:
            self._event.set()
            for options in self._runs:
                options.terminate = True
            for part in list(self._branches):
                part.cancel()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` once `cancel` was called."""
        if self.cancelled:
            raise Cancelled("Cancelled.")

    def wait(self, timeout_s: float) -> bool:
        """Do nothing for `timeout_s` or until `cancel` is called; returns whether it was."""
        return self._event.wait(timeout_s)

    @contextmanager
    def run_options(self) -> Iterator[ort.RunOptions]:
        """Options for one `InferenceSession.run`, terminated by `cancel` as long as the block lasts."""
        options = ort.RunOptions()
        with self._lock:
            options.terminate = self.cancelled
            self._runs.append(options)
        try:
            yield options
        finally:
            with self._lock:
                self._runs.remove(options)


def unless_cancelled(work: Callable[[], Result], cancel: CancelToken | None) -> Result:
    """What `work` gives or raises, or `Cancelled` as soon as `cancel` is called.

    Work that was begun then goes on by itself to its end, and what it gives is dropped: it must change nothing.
    """
    if cancel is None:
        return work()
    cancel.raise_if_cancelled()
    done: Future[Result] = Future()
    context = copy_context()

    def run() -> None:
        try:
            done.set_result(context.run(work))
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            done.set_exception(error)

    # Not a pool's: the program's end would wait for those.
    threading.Thread(target=run, name="unless-cancelled", daemon=True).start()
    while not wait((done,), timeout=POLL_S).done:
        cancel.raise_if_cancelled()
    return done.result()
