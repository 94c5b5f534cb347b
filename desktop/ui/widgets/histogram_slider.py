"""One number of an embedding: a bar over the number's distribution among all presets, to be dragged."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.engine.edits.principal_axes import Spread
from desktop.ui.widgets.gesture import new_gesture
from desktop.ui.widgets.reset_slider import ResetSlider
from desktop.ui.widgets.theme import current_theme

STEPS = 1000
_SIZE = QSize(72, 64)
_CAPTION_PX = 15
_BAR_PX = 3.0


class HistogramSlider(ResetSlider):
    """A bar over a histogram, moved by mouse and keys; a double click or Backspace takes back what was changed."""

    turned = Signal(float, int)  # the number; the gesture it belongs to

    def __init__(self, caption: str, name: str, parent: QWidget | None = None) -> None:
        """caption: what stands on it; name: what it is called elsewhere."""
        super().__init__(parent)
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 100)
        self.setPageStep(STEPS // 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self._caption, self._name = caption, name
        self._spread = Spread(0.0, 1.0, (0,))
        self._number = self._own = 0.0
        self._gesture = new_gesture()
        self.actionTriggered.connect(lambda _action: self._turn(self.sliderPosition()))

    def show_number(self, number: float, own: float, spread: Spread) -> None:
        """Show a number; own: what it is in the blend; spread: how it is distributed."""
        self._number, self._own, self._spread = number, own, spread
        self.blockSignals(True)
        self.setValue(round(self._share(number) * STEPS))
        self.blockSignals(False)
        self.setAccessibleDescription(self._text(number))
        tip = self.tr("{name}: {number}\nDouble-click to reset, or press Backspace")
        self.setToolTip(tip.format(name=self._name, number=self._text(number)))
        self.update()

    def sizeHint(self) -> QSize:
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        return _SIZE

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._gesture = new_gesture()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._gesture = new_gesture()
            self._go_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._gesture = new_gesture()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.reset.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, area = current_theme(), QPainter(self), self._area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme["accent"] if self.hasFocus() else theme["border"])
        painter.setBrush(theme["panel"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["disabled"])
        width, highest = area.width() / len(self._spread.counts), max(*self._spread.counts, 1)
        for place, count in enumerate(self._spread.counts):
            height = count / highest * area.height()
            left = area.x() + place * width
            painter.drawRect(QRectF(left, area.bottom() - height, max(width - 0.5, 0.5), height))
        if abs(self._number - self._own) > 1e-6:
            painter.setBrush(theme["muted"])
            painter.drawRect(self._bar(self._own, 1.0))
        painter.setBrush(theme["accent"])
        painter.drawRoundedRect(self._bar(self._number, _BAR_PX), 1.5, 1.5)
        painter.setPen(theme["text"] if self.hasFocus() else theme["muted"])
        small = painter.font()
        small.setPointSizeF(small.pointSizeF() * 0.85)
        painter.setFont(small)
        caption = QRectF(6, 2, self.width() - 12, _CAPTION_PX)
        painter.drawText(caption, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._caption)
        number = self._text(self._number)
        painter.drawText(caption, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)

    def _text(self, number: float) -> str:
        return self.locale().toString(number, "f", 2)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(6, _CAPTION_PX + 4, -6, -5)

    def _bar(self, number: float, width: float) -> QRectF:
        area = self._area()
        return QRectF(
            area.x() + self._share(number) * area.width() - width / 2, area.y(), width, area.height()
        )

    def _share(self, number: float) -> float:
        share = (number - self._spread.least) / (self._spread.most - self._spread.least)
        return min(max(share, 0.0), 1.0)

    def _go_to(self, event: QMouseEvent) -> None:
        area = self._area()
        share = (event.position().x() - area.x()) / area.width()
        self._turn(round(min(max(share, 0.0), 1.0) * STEPS))

    def _turn(self, step: int) -> None:
        number = self._spread.least + step / STEPS * (self._spread.most - self._spread.least)
        self.turned.emit(number, self._gesture)
