"""The popup of the device chip: every device this computer may have, to choose from, or why it is not used."""

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop.engine.inference.device_probe import ProviderReport
from desktop.engine.inference.providers import AUTO
from desktop.ui.base.engine_translations import translate_message

TEXT_WIDTH_PX = 340
GPU_PACKAGE = "onnxruntime-gpu"


def suits_system(name: str) -> bool:
    """Whether a computer of this system can have the device at all."""
    return {"cuda": sys.platform != "darwin", "coreml": sys.platform == "darwin"}.get(name, True)


class DevicePopup(QDialog):
    """A radio button for each device; below its name whether it is used, could be, or how to get it."""

    device_chosen = Signal(str)  # auto, cpu, cuda or coreml

    def __init__(self, reports: list[ProviderReport], *, used: str, chosen: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("devicePopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Where the network runs"))
        heading = QLabel(self.windowTitle(), self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 18)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addLayout(self._grid)
        self.buttons: dict[str, QRadioButton] = {}
        self._add(AUTO, self.tr("Automatic"), self.tr("The quickest that works."), enabled=True)
        for report in reports:
            if suits_system(report.name):
                self._add(report.name, self._title(report), self._state(report, used), enabled=report.usable)
        self.buttons[chosen if chosen in self.buttons else AUTO].setChecked(True)
        self.buttons[chosen if chosen in self.buttons else AUTO].setFocus()
        self._group.buttonClicked.connect(self._choose)

    def _add(self, name: str, title: str, text: str, *, enabled: bool) -> None:
        button = QRadioButton(title, self)
        button.setEnabled(enabled)
        button.setAccessibleDescription(text)
        words = QLabel(text, self)
        words.setObjectName("secondary")
        words.setWordWrap(True)
        words.setFixedWidth(TEXT_WIDTH_PX)
        words.setContentsMargins(24, 0, 0, 8)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = 2 * len(self.buttons)
        self._grid.addWidget(button, row, 0)
        self._grid.addWidget(words, row + 1, 0)
        self.buttons[name] = button
        self._group.addButton(button)

    def _choose(self) -> None:
        name = next(name for name, button in self.buttons.items() if button.isChecked())
        self.device_chosen.emit(name)
        self.close()

    def _title(self, report: ProviderReport) -> str:
        titles = {
            "cpu": self.tr("Processor (CPU)"),
            "cuda": self.tr("NVIDIA graphics card (CUDA)"),
            "coreml": self.tr("Apple graphics and neural engine (Core ML)"),
        }
        return report.card or titles.get(report.name, report.title)

    def _state(self, report: ProviderReport, used: str) -> str:
        if report.usable:
            text = self.tr("In use: {latency:.0f} ms a photograph.") if report.name == used else ""
            text = text or self.tr("Usable: {latency:.0f} ms a photograph.")
            return text.format(latency=report.latency_ms)
        if report.compiled_in:
            reason = translate_message(report.reason)
            if report.name == "cuda":
                advice = self.tr("Bring the NVIDIA driver up to date, and install CUDA 12 and cuDNN 9.")
                return f"{reason} {advice}"
            return reason
        return self._how_to_get(report)

    def _how_to_get(self, report: ProviderReport) -> str:
        """What is missing when the installed ONNX Runtime does not know the device."""
        if report.name != "cuda":
            return self.tr("This copy of ONNX Runtime was made without it; install onnxruntime again.")
        if not report.card:
            return self.tr("No NVIDIA card answers on this computer, or its driver is not installed.")
        if hasattr(sys, "_MEIPASS"):
            return self.tr(
                "There is a card, but this packaged program runs on the processor only. Run Tintype from its source, "
                "with the package {package} in the place of onnxruntime."
            ).format(package=GPU_PACKAGE)
        return self.tr(
            "There is a card, but the installed ONNX Runtime runs on the processor only. Replace it: "
            "pip uninstall onnxruntime, then pip install {package}."
        ).format(package=GPU_PACKAGE)
