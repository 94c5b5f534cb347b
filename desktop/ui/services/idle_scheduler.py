"""Tells when the window is idle: only then is work done that the user has not asked for yet."""

from PySide6.QtCore import QObject, Signal

from desktop.ui.base.service import Service


class IdleScheduler(QObject):
    """Says whether the window is idle: none of the watched services is busy. Background work stops when one is."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services: list[Service] = []
        self._idle = True

    @property
    def idle(self) -> bool:
        """Whether none of the services has anything to do."""
        return self._idle

    def watch(self, service: Service) -> None:
        """Also wait for this service."""
        self._services.append(service)
        service.busy_changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        idle = not any(service.busy for service in self._services)
        if idle != self._idle:
            self._idle = idle
            self.changed.emit()
