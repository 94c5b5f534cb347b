"""A slider whose handle goes where it is clicked, and whose groove is filled from where it changes nothing."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets.reset_slider import ResetSlider
from desktop.ui.widgets.theme import current_theme

HANDLE_PX = 14
GROOVE_PX = 4
FINE_POWER = 2.0  # of the distance from neutral: a pixel beside it is a small part of one at the end
NOTCH = 120  # of a wheel, in eighths of a degree


class JumpSlider(ResetSlider):
    """A horizontal slider, which has the keyboard once it was clicked.

    The wheel turns it only while it has the focus, so that scrolling past it turns nothing.
    """

    resumed = Signal()  # the keyboard has come to it

    def __init__(self, neutral: int, parent: QWidget | None = None, *, fine: bool = False) -> None:
        """neutral: the step at which it changes nothing. fine: as of `slider_row.Scale`."""
        super().__init__(parent)
        self.neutral = neutral
        self._fine, self._power = fine, FINE_POWER if fine else 1.0
        self._turned = 0  # by the wheel, in eighths of a degree, since the last step
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(96, HANDLE_PX + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, HANDLE_PX + 8)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.resumed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
        elif self._fine:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / NOTCH)
            self._turned -= steps * NOTCH
            self.setValue(self.value() + steps)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, x, neutral_x = self.height() / 2, self._place(self.value()), self._place(self.neutral)
        top = middle - GROOVE_PX / 2
        painter.setBrush(theme["border"])
        painter.drawRoundedRect(QRectF(1, top, self.width() - 2, GROOVE_PX), 2, 2)
        if self.minimum() < self.neutral < self.maximum():
            painter.drawRoundedRect(QRectF(neutral_x - 1, middle - 5, 2, 10), 1, 1)
        if self.isEnabled():
            start = neutral_x if self.minimum() < 0 else 1.0
            painter.setBrush(theme["accent"])
            painter.drawRoundedRect(QRectF(min(start, x), top, abs(x - start), GROOVE_PX), 2, 2)
        focused = self.hasFocus() and self.isEnabled()
        edge = "accent" if focused or self.isSliderDown() else "muted" if self.isEnabled() else "border"
        painter.setPen(theme[edge])
        painter.setBrush(theme["raised"])
        radius = HANDLE_PX / 2 - 0.5
        painter.drawEllipse(QPointF(x, middle), radius, radius)
        if focused:
            painter.setBrush(theme["accent"])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(x, middle), 2.5, 2.5)

    def _place(self, value: int) -> float:
        """Where the handle's middle is at a value."""
        neutral, span, room = self._side(value >= self.neutral)
        off = (value - self.neutral) / max(abs(span), 1)
        share = neutral + room * math.copysign(abs(off) ** (1 / self._power), off)
        return HANDLE_PX / 2 + share * (self.width() - HANDLE_PX)

    def _go_to(self, event: QMouseEvent) -> None:
        share = (event.position().x() - HANDLE_PX / 2) / max(self.width() - HANDLE_PX, 1)
        share = min(max(share, 0.0), 1.0)
        neutral, span, room = self._side(share >= self._side(True)[0])
        off = (share - neutral) / room if room else 0.0
        self.setValue(self.neutral + round(span * math.copysign(abs(off) ** self._power, off)))

    def _side(self, above: bool) -> tuple[float, int, float]:
        """Of the part above or below neutral: at which share of the way it begins, its steps, its share of the way."""
        steps = max(self.maximum() - self.minimum(), 1)
        neutral = (self.neutral - self.minimum()) / steps
        if above:
            return neutral, self.maximum() - self.neutral, 1 - neutral
        return neutral, self.neutral - self.minimum(), neutral
