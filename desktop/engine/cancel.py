"""One switch that calls work off, between two steps of ours or in the middle of a network's run."""

import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import onnxruntime as ort

from desktop.engine.errors import Cancelled


class CancelToken:
    """Shared between the thread that works and the one that may call the work off."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._runs: list[ort.RunOptions] = []
        self._branches: weakref.WeakSet[CancelToken] = weakref.WeakSet()

    def branch(self) -> "CancelToken":
        """A token for a part of the work, which is called off with the whole or by itself."""
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
        """Call the work off; a network that is running stops within the operator that it is in."""
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
