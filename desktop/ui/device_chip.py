"""The chip in the status bar: where the network runs and how long it takes, and why not elsewhere."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.engine.cancel import CancelToken
from desktop.engine.devices import ProviderReport, provider_reports
from desktop.ui.icons import ICON_SIZE, icon
from desktop.ui.worker import Lane

_TITLES = {"cpu": "CPU", "cuda": "CUDA", "coreml": "CoreML"}


class DeviceChip(QToolButton):
    """Reads "CPU, 84 ms"; opens a list of devices with the reason for each that is not used."""

    failed = Signal(Exception)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("Where the network runs; click for the other devices"))
        self._lane = Lane("devices", parent=self)
        self._lane.failed.connect(self.failed)
        self._provider = ""
        self.popup: DevicePopup | None = None
        self.clicked.connect(self._ask)
        self.refresh_icons()
        self.setText(self.tr("Device"))

    def show_run(self, provider: str, latency_ms: float) -> None:
        """Say where the network ran last, and for how long."""
        self._provider = provider
        device = _TITLES.get(provider, provider)
        self.setText(f"{device}, {latency_ms:.0f} ms" if latency_ms > 0 else device)

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        self.setIcon(icon("device"))
        self.setIconSize(ICON_SIZE * 0.8)

    def close_lanes(self) -> None:
        """Stop for good."""
        self._lane.close()

    def _ask(self) -> None:
        def work(_token: CancelToken) -> list[ProviderReport]:
            return list(provider_reports())

        self._lane.submit(work, self._open)

    def _open(self, reports: list[ProviderReport]) -> None:
        self.popup = DevicePopup(reports, self._provider, self.window())
        self.popup.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width(), 0))
        self.popup.move(corner - QPoint(self.popup.width(), self.popup.height() + 6))
        self.popup.show()


class DevicePopup(QFrame):
    """One line a device: its name, and whether it is used, could be used, or why not."""

    def __init__(self, reports: list[ProviderReport], used: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("devicePopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QLabel(self.tr("Where the network can run"), self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, report in enumerate(reports):
            mark = QLabel(self)
            if report.name == used:
                mark.setPixmap(icon("done").pixmap(ICON_SIZE))
            title = QLabel(report.title, self)
            title.setWordWrap(True)
            title.setFixedWidth(150)
            reason = QLabel(self._state(report, used), self)
            reason.setObjectName("secondary")
            reason.setWordWrap(True)
            reason.setFixedWidth(300)
            for column, label in enumerate((mark, title, reason)):
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addLayout(grid)

    def _state(self, report: ProviderReport, used: str) -> str:
        if report.name == used:
            return self.tr("In use: {reason}").format(reason=report.reason)
        return report.reason or (self.tr("Usable") if report.usable else self.tr("Not usable"))
