"""The Amount slider: how much of the painting's colour is laid on the photograph."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QGridLayout, QLabel, QSlider, QSpinBox, QWidget

from desktop.engine.adjustments import MAX_AMOUNT
from desktop.ui.state import DEFAULT_AMOUNT

_PERCENT = 100


class ResetLabel(QLabel):
    """A slider's name; a double click on it resets the slider."""

    reset = Signal()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.reset.emit()


class JumpSlider(QSlider):
    """A slider whose handle goes where it is clicked, and can be dragged on from there."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def _go_to(self, event: QMouseEvent) -> None:
        handle_px = 16
        share = (event.position().x() - handle_px / 2) / max(self.width() - handle_px, 1)
        span = self.maximum() - self.minimum()
        self.setValue(self.minimum() + round(min(max(share, 0.0), 1.0) * span))


class AdjustPanel(QWidget):
    """Amount as a slider and as a number, 0 to 150 %."""

    amount_changed = Signal(float, int)  # the amount; the gesture it belongs to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adjustPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._gesture = 0
        self.label = ResetLabel(self.tr("Amount"), self)
        self.label.setToolTip(self.tr("Double-click to reset to 100 %"))
        self.label.reset.connect(self._reset)
        top = round(MAX_AMOUNT * _PERCENT)
        self.slider = JumpSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, top)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(self.tr("Amount of colour"))
        self.slider.sliderPressed.connect(self._begin_gesture)
        self.number = QSpinBox(self)
        self.number.setRange(0, top)
        self.number.setFixedWidth(56)
        self.number.setFrame(False)
        self.number.setToolTip(self.tr("Type a number from 0 to 150"))
        self.number.setSuffix(" %")
        self.number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.number.setKeyboardTracking(False)
        self.number.setAccessibleName(self.tr("Amount of colour in per cent"))
        self.label.setBuddy(self.slider)
        self.show_amount(DEFAULT_AMOUNT)
        self.slider.valueChanged.connect(self._tell)
        self.number.valueChanged.connect(self._tell_typed)
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setVerticalSpacing(4)
        layout.addWidget(self.label, 0, 0)
        layout.addWidget(self.number, 0, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.slider, 1, 0, 1, 2)

    def show_amount(self, amount: float) -> None:
        """Show an amount without telling anybody."""
        for widget in (self.slider, self.number):
            widget.blockSignals(True)
            widget.setValue(round(amount * _PERCENT))
            widget.blockSignals(False)

    def _begin_gesture(self) -> None:
        self._gesture += 1

    def _reset(self) -> None:
        self._begin_gesture()
        self.amount_changed.emit(DEFAULT_AMOUNT, self._gesture)

    def _tell(self, percent: int) -> None:
        self.amount_changed.emit(percent / _PERCENT, self._gesture)

    def _tell_typed(self, percent: int) -> None:
        self._begin_gesture()
        self._tell(percent)
