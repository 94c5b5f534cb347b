"""The chip in the status bar: where the network runs and how long it takes; a click opens the other devices."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.engine.inference.device_probe import ProviderReport
from desktop.engine.inference.hardware import cuda_card, short_name
from desktop.engine.inference.model_registry import DEFAULT_MODEL
from desktop.engine.inference.providers import AUTO
from desktop.ui.base.texts import follow_language
from desktop.ui.dialogs.device_popup import DevicePopup
from desktop.ui.services.device_prober import DeviceProber
from desktop.ui.widgets.icons import ICON_SIZE, icon

_TITLES = {"cpu": "CPU", "cuda": "CUDA", "coreml": "Core ML"}


class DeviceChip(QToolButton):
    """A button that reads "CPU, 84 ms" or "CUDA, RTX 3060, 9 ms"; opens a choice of devices, with reasons."""

    device_chosen = Signal(str)

    def __init__(self, prober: DeviceProber, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        prober.probed.connect(self._open)
        self._model, self._chosen, self._used = DEFAULT_MODEL, AUTO, ""
        self._latency_ms = 0.0
        self.popup: DevicePopup | None = None
        self.clicked.connect(lambda _checked=False: prober.probe(self._model))
        self.refresh_icons()
        follow_language(self._show_texts)

    def show_run(self, provider: str, latency_ms: float) -> None:
        """Say where the network ran last, and for how long."""
        self._used, self._latency_ms = provider, latency_ms
        self._show_texts()

    def _show_texts(self) -> None:
        self.setToolTip(
            self.tr(
                "Where the network runs; click to choose another device, or to see why one cannot be used"
            )
        )
        if not self._used:
            self._say(self.tr("Device"))
            return
        parts = [_TITLES.get(self._used, self._used)]
        if self._used == "cuda":
            parts.append(short_name(cuda_card()))
        if self._latency_ms > 0:
            parts.append(self.tr("{latency:.0f} ms").format(latency=self._latency_ms))
        self._say(", ".join(part for part in parts if part))

    def follow(self, model: str, device: str) -> None:
        """Try this model on the devices when asked; mark this one as chosen."""
        self._model, self._chosen = model, device

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        self.setIcon(icon("device"))
        self.setIconSize(ICON_SIZE * 0.8)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(self.tr("Device: {device}").format(device=text))

    def _open(self, reports: list[ProviderReport]) -> None:
        self.popup = DevicePopup(reports, used=self._used, chosen=self._chosen, parent=self.window())
        self.popup.device_chosen.connect(self.device_chosen)
        self.popup.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width(), 0))
        self.popup.move(corner - QPoint(self.popup.width(), self.popup.height() + 6))
        self.popup.show()
