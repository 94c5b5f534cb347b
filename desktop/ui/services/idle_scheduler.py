"""When nobody waits for anything: only then are things done that nobody has asked for yet."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance


class Part(Protocol):
    """Something that works for the person."""

    @property
    def busy(self) -> bool:
        """Whether there is anything that the person waits for."""


class IdleScheduler(QObject):
    """Knows the parts that people wait for. Whoever works in the background leaves off at once when one is busy."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self._idle = True

    @property
    def idle(self) -> bool:
        """Whether nobody waits for anything."""
        return self._idle

    def watch(self, part: Part, changed: SignalInstance) -> None:
        """Also wait for a part, which tells by `changed` when it may have begun or ended."""
        self._parts.append(part)
        changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        idle = not any(part.busy for part in self._parts)
        if idle != self._idle:
            self._idle = idle
            self.changed.emit()
