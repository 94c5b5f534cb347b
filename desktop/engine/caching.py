"""Keeps results of work that is dear to repeat, the last ones asked for, within a budget of memory."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class RecentCache(Generic[Key, Value]):
    """Values by key, of at most `budget_bytes` together; safe to use from several threads.

    size_bytes: tells the memory that a value takes. One that is larger than the budget is not kept.
    """

    def __init__(self, budget_bytes: int, size_bytes: Callable[[Value], int]) -> None:
        self._budget_bytes = budget_bytes
        self._size_bytes = size_bytes
        self._held_bytes = 0
        self._lock = threading.Lock()
        self._values: OrderedDict[Key, Value] = OrderedDict()

    @property
    def held_bytes(self) -> int:
        """The memory that all kept values take."""
        return self._held_bytes

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of `key`, made by `make` unless it is at hand; a fault in `make` leaves nothing."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make()  # outside of the lock: it may take long, and may be called off
        with self._lock:
            if key not in self._values:  # else another thread was faster
                self._values[key] = value
                self._held_bytes += self._size_bytes(value)
            while self._held_bytes > self._budget_bytes:
                _, oldest = self._values.popitem(last=False)
                self._held_bytes -= self._size_bytes(oldest)
        return value
