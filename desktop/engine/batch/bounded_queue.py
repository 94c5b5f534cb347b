"""Queues, memory budgets and a gate between the threads of a batch, which wait when full and can be cancelled."""

import threading
from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

from desktop.engine.core.errors import Cancelled

Item = TypeVar("Item")


class BoundedQueue(Generic[Item]):
    """A queue of at most `capacity` items that can be finished (no more will come) or cancelled."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: deque[Item] = deque()
        self._changed = threading.Condition()
        self._finished = self._cancelled = False

    def put(self, item: Item) -> None:
        """Add an item once there is room; raises `Cancelled` when the queue was cancelled."""
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled or len(self._items) < self._capacity)
            if self._cancelled:
                raise Cancelled("Cancelled.")
            self._items.append(item)
            self._changed.notify_all()

    def __iter__(self) -> Iterator[Item]:
        """Take items out, from several threads if need be, until the queue is finished and empty, or cancelled."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._cancelled or self._items or self._finished)
                if self._cancelled or not self._items:
                    return
                item = self._items.popleft()
                self._changed.notify_all()
            yield item
            del item  # or it would be kept in memory until the next one comes

    def finish(self) -> None:
        """Say that no more items will come."""
        with self._changed:
            self._finished = True
            self._changed.notify_all()

    def cancel(self) -> None:
        """Cancel: drop the items and end every wait, in `put` with `Cancelled`."""
        with self._changed:
            self._cancelled = True
            self._items.clear()
            self._changed.notify_all()


class Budget:
    """A limit on the bytes held at a time. A single item larger than the limit is let through by itself."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._held_bytes = 0
        self._changed = threading.Condition()
        self._cancelled = False

    def acquire(self, size_bytes: int) -> None:
        """Wait until `size_bytes` more fit, or nothing is held; raises `Cancelled` when cancelled."""
        with self._changed:
            self._changed.wait_for(
                lambda: (
                    self._cancelled
                    or not self._held_bytes
                    or self._held_bytes + size_bytes <= self._limit_bytes
                )
            )
            if self._cancelled:
                raise Cancelled("Cancelled.")
            self._held_bytes += size_bytes

    def release(self, size_bytes: int) -> None:
        """Say that bytes that were taken are free again."""
        with self._changed:
            self._held_bytes -= size_bytes
            self._changed.notify_all()

    def cancel(self) -> None:
        """Cancel: every wait ends with `Cancelled`."""
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()


class Gate:
    """A gate at which threads wait while it is shut; open at first."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._shut = self._cancelled = False

    @property
    def is_shut(self) -> bool:
        """Whether threads have to wait at it."""
        return self._shut

    def shut(self, shut: bool) -> None:
        """Shut or open it."""
        with self._changed:
            self._shut = shut
            self._changed.notify_all()

    def go_through(self) -> None:
        """Wait until it is open; raises `Cancelled` when cancelled."""
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled or not self._shut)
            if self._cancelled:
                raise Cancelled("Cancelled.")

    def cancel(self) -> None:
        """Cancel: every wait ends with `Cancelled`."""
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()
