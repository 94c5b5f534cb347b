"""The status bar: name and size of the photo, progress, zoom, and the device of the network."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QStatusBar, QWidget

from desktop.ui.canvas.zoom_chip import ZoomChip
from desktop.ui.dialogs.device_chip import DeviceChip
from desktop.ui.services.device_prober import DeviceProber
from desktop.ui.widgets.elided_label import ElidedLabel

PATIENCE_MS = 200  # work shorter than this shows no progress bar: it would only flicker


class StatusBar(QStatusBar):
    """The status bar. On the left: the photo; on the right: progress, zoom and device."""

    def __init__(self, prober: DeviceProber, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.photo_label = ElidedLabel(self)
        self.zoom = ZoomChip(self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setFixedSize(90, 4)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.chip = DeviceChip(prober, self)
        self.addWidget(self.photo_label, 1)
        for widget in (self.progress, self.zoom, self.chip):
            self.addPermanentWidget(widget)
        self._busy: set[object] = set()
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self.progress.show)

    def show_photo(self, size_px: tuple[int, int] | None, name: str) -> None:
        """Name, size in pixels and megapixels of what is shown; None without a photo."""
        if size_px is None:
            self.photo_label.clear()
            return
        width, height = size_px
        megapixels = width * height / 1e6
        self.photo_label.setText(
            self.tr("{name}   {size} px   {megapixels} MP").format(
                name=name, size=f"{width} × {height}", megapixels=self.locale().toString(megapixels, "f", 1)
            )
        )

    def show_opening(self, name: str) -> None:
        """Say what is being read."""
        self.photo_label.setText(self.tr("Opening {name}…").format(name=name))

    def set_busy(self, source: object, on: bool) -> None:
        """Show progress while any source is busy."""
        was_busy = bool(self._busy)
        (self._busy.add if on else self._busy.discard)(source)
        if self._busy and not was_busy:
            self._patience.start()
        elif not self._busy:
            self._patience.stop()
            self.progress.hide()
