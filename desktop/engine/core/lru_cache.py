"""A cache of the results that were used last, within a budget of memory, for work that takes long."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class LruCache(Generic[Key, Value]):
    """A least-recently-used cache: values by key, of at most `budget_bytes` together; safe to use from several threads.

    A value is made by one thread; others that ask for it meanwhile wait, so that none is made twice.
    size_bytes: tells the memory that a value takes. One that is larger than the budget is not kept.
    """

    def __init__(self, budget_bytes: int, size_bytes: Callable[[Value], int]) -> None:
        self._budget_bytes = budget_bytes
        self._size_bytes = size_bytes
        self._held_bytes = 0
        self._lock = threading.Lock()
        self._made = threading.Condition(self._lock)
        self._making: set[Key] = set()
        self._values: OrderedDict[Key, Value] = OrderedDict()

    @property
    def held_bytes(self) -> int:
        """The memory that all kept values take."""
        return self._held_bytes

    def __contains__(self, key: Key) -> bool:
        with self._lock:
            return key in self._values

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of `key`, made by `make` unless it is cached; an error in `make` caches nothing.

        `make` must not ask for the same key.
        """
        with self._made:
            self._made.wait_for(lambda: key not in self._making)
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            self._making.add(key)
        try:
            value = make()  # outside of the lock: it may take long, and may be cancelled
            with self._lock:
                self._keep(key, value)
        finally:
            with self._made:
                self._making.discard(key)
                self._made.notify_all()
        return value

    def _keep(self, key: Key, value: Value) -> None:
        """Cache a value, and drop the least recently used ones beyond the budget."""
        self._values[key] = value
        self._held_bytes += self._size_bytes(value)
        while self._held_bytes > self._budget_bytes:
            _, oldest = self._values.popitem(last=False)
            self._held_bytes -= self._size_bytes(oldest)
