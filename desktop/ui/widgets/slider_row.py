"""A slider with its name and its number: dragged, stepped with keys, typed, or reset by a double click."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QGridLayout, QLabel, QWidget

from desktop.ui.widgets.gesture import new_gesture
from desktop.ui.widgets.jump_slider import JumpSlider

NUMBER_WIDTH_PX = 54
LABEL_WIDTH_PX = 100
STEPS = 10  # of the arrow keys, that one of the page keys is


class ResetLabel(QLabel):
    """A slider's name; a double click on it resets the slider."""

    reset = Signal()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.reset.emit()


@dataclass(frozen=True)
class Scale:
    """What a slider shows. least, most, neutral: in its own unit; shown: what 1 of it reads on screen.

    decimals: of the number on screen; suffix: what stands behind it. fine: the slider is finest around neutral, and
    a notch of the wheel is one step.
    """

    least: float
    most: float
    neutral: float = 0.0
    shown: float = 100.0
    decimals: int = 0
    suffix: str = ""
    fine: bool = False


class NumberField(QDoubleSpinBox):
    """A number whose decimals may be typed behind a point or a comma, in every language.

    Qt takes the one of the two that is not the language's for a sign between thousands: 3.0 would be 30 in German.
    """

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return super().validate(self._with_own_point(text), position)

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._with_own_point(text))

    def _with_own_point(self, text: str) -> str:
        point = self.locale().decimalPoint()
        return text.replace(".", point).replace(",", point)


class SliderRow(QObject):
    """A name, a slider and a number that are one value; `add_to` puts them into a grid of three columns."""

    changed = Signal(float, int)  # the value; the gesture it belongs to

    def __init__(self, scale: Scale, parent: QWidget) -> None:
        super().__init__(parent)
        self.scale = scale
        self._neutral = scale.neutral
        self._steps = scale.shown * 10**scale.decimals  # of the slider in 1 of the value's unit
        self._gesture = new_gesture()
        self.label = ResetLabel(parent)
        self.label.reset.connect(self.reset)
        self.slider = JumpSlider(round(scale.neutral * self._steps), parent, fine=scale.fine)
        self.slider.setRange(round(scale.least * self._steps), round(scale.most * self._steps))
        self.slider.setPageStep(STEPS)
        self.slider.reset.connect(self.reset)
        self.number = self._make_number(parent)
        self.label.setBuddy(self.slider)
        self.show_value(scale.neutral)
        for signal in (self.slider.sliderPressed, self.slider.sliderReleased, self.slider.resumed):
            signal.connect(self._begin_gesture)
        self.slider.valueChanged.connect(lambda step: self._tell(step / self._steps))
        self.number.valueChanged.connect(self._tell_typed)

    @property
    def value(self) -> float:
        """What is shown, in the value's own unit."""
        value: float = self.slider.value() / self._steps
        return value

    @property
    def text(self) -> str:
        """The number as it reads on screen."""
        return self.number.text()

    def set_texts(self, name: str, hint: str = "", *, full_name: str = "") -> None:
        """Be called so; hint: what turning it does. full_name: where the name alone, read aloud, would not be clear."""
        self.label.setText(name)
        self.label.setToolTip(self.tr("Double-click to reset, or press Backspace on the slider"))
        self.slider.setAccessibleName(full_name or name)
        self.slider.setToolTip(hint)
        self.slider.setAccessibleDescription(hint)
        self.number.setAccessibleName(self.tr("{name} as a number").format(name=name))
        scale, tip = self.scale, self.tr("Type a number from {least} to {most}")
        least, most = (
            self.number.locale().toString(value * scale.shown, "f", scale.decimals)
            for value in (scale.least, scale.most)
        )
        self.number.setToolTip(tip.format(least=least, most=most))

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Put name, slider and number into a row of a grid."""
        grid.addWidget(self.label, row, 0)
        grid.addWidget(self.slider, row, 1)
        grid.addWidget(self.number, row, 2)

    def show_value(self, value: float) -> None:
        """Show a value without emitting a signal."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.number):
            self.slider.setValue(round(value * self._steps))
            self.number.setValue(value * self.scale.shown)

    def set_neutral(self, value: float) -> None:
        """Where it changes nothing, from now on."""
        self._neutral = value
        self.slider.neutral = round(value * self._steps)
        self.slider.update()

    def set_enabled(self, enabled: bool) -> None:
        """Whether it can be turned."""
        for widget in (self.label, self.slider, self.number):
            widget.setEnabled(enabled)

    def reset(self) -> None:
        """Back to where it changes nothing."""
        self._begin_gesture()
        self._tell(self._neutral)

    def _make_number(self, parent: QWidget) -> QDoubleSpinBox:
        scale, number = self.scale, NumberField(parent)
        number.setDecimals(scale.decimals)
        number.setRange(scale.least * scale.shown, scale.most * scale.shown)
        number.setSuffix(scale.suffix)
        number.setFixedWidth(NUMBER_WIDTH_PX)
        ground = QPalette()
        ground.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        number.setPalette(ground)
        number.setFrame(False)
        number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        number.setKeyboardTracking(False)
        return number

    def _begin_gesture(self) -> None:
        self._gesture = new_gesture()

    def _tell(self, value: float) -> None:
        self.show_value(value)
        self.changed.emit(value, self._gesture)

    def _tell_typed(self, shown: float) -> None:
        self._begin_gesture()
        self._tell(shown / self.scale.shown)


def slider_grid(widget: QWidget) -> QGridLayout:
    """A grid of name, slider and number, whose columns stand under those of every other such grid."""
    grid = QGridLayout(widget)
    grid.setContentsMargins(12, 0, 6, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    grid.setColumnMinimumWidth(0, LABEL_WIDTH_PX)
    grid.setColumnStretch(1, 1)
    return grid
