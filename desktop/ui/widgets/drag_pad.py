"""The base of fields on which a point is dragged between left and right, top and bottom."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets.gesture import new_gesture

KEY_STEP = 0.02
LONG_KEY_STEP = 0.1  # with Shift
_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class DragPad(QWidget):
    """Tells places as the point is dragged or stepped with the arrow keys; each drag or run of keys is one gesture.

    A subclass says where the field lies (`area`) and where its point is (`point`), and takes places (`take`).
    Places are shares of the field's width and height; a drag may lead out of 0..1.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesture = new_gesture()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def area(self) -> QRectF:
        """Where the field is, in pixels."""
        raise NotImplementedError

    def point(self) -> QPointF:
        """Where the point is, as shares of the field."""
        raise NotImplementedError

    def take(self, place: QPointF) -> None:
        """Move the point to a place, and tell of it."""
        raise NotImplementedError

    def place(self) -> QPointF:
        """Where the point is, in pixels."""
        area, point = self.area(), self.point()
        return QPointF(area.x() + point.x() * area.width(), area.y() + point.y() * area.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.gesture = new_gesture()
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.gesture = new_gesture()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.take(self.point() + step * (LONG_KEY_STEP if shifted else KEY_STEP))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.gesture = new_gesture()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _go_to(self, position: QPointF) -> None:
        area = self.area()
        self.take(
            QPointF((position.x() - area.x()) / area.width(), (position.y() - area.y()) / area.height())
        )
