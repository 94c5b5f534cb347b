"""Writes into the log what happens in the window: photographs, devices and failures, nothing that names a file."""

from PySide6.QtCore import QObject

from desktop.ui.base.logging_setup import log_error, log_info
from desktop.ui.base.service import Service
from desktop.ui.document.document import Document
from desktop.ui.services.model_pool import Warmup
from desktop.ui.services.preferences import Preferences


class ActivityLog(QObject):
    """Writes a line into the log for each photograph, device and failure.

    services: whose failures are logged.
    """

    def __init__(
        self,
        document: Document,
        preferences: Preferences,
        warmup: Warmup,
        services: tuple[Service, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._preferences = document, preferences
        document.photo_changed.connect(self._log_photo)
        warmup.ready.connect(self._log_device)
        for service in services:
            service.failed.connect(log_error)

    def _log_photo(self) -> None:
        photo = self._document.photo
        if photo is not None:
            log_info(f"A photo of {photo.width_px} x {photo.height_px} px, {photo.bit_depth} bits")

    def _log_device(self, provider: str, latency_ms: float) -> None:
        log_info(f'Model "{self._preferences.model}" on {provider}, {latency_ms:.0f} ms')
