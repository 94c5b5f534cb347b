"""Shows a painting and the wanted part of it, which is drawn, moved and sized by mouse and keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets.theme import current_theme

WHOLE = QRectF(0, 0, 1, 1)
_LEAST = 0.04  # of the painting's sides
_STEP = 0.02
_REACH_PX = 9
_HANDLE_PX = 9
_MARGIN_PX = 8
# What a drag moves: (left, top, right, bottom) by name of the place that is taken hold of.
_EDGES = {
    "left": (1, 0, 0, 0),
    "top": (0, 1, 0, 0),
    "right": (0, 0, 1, 0),
    "bottom": (0, 0, 0, 1),
    "top left": (1, 1, 0, 0),
    "top right": (0, 1, 1, 0),
    "bottom left": (1, 0, 0, 1),
    "bottom right": (0, 0, 1, 1),
    "inside": (1, 1, 1, 1),
}
_CURSORS = {
    "left": Qt.CursorShape.SizeHorCursor,
    "right": Qt.CursorShape.SizeHorCursor,
    "top": Qt.CursorShape.SizeVerCursor,
    "bottom": Qt.CursorShape.SizeVerCursor,
    "top left": Qt.CursorShape.SizeFDiagCursor,
    "bottom right": Qt.CursorShape.SizeFDiagCursor,
    "top right": Qt.CursorShape.SizeBDiagCursor,
    "bottom left": Qt.CursorShape.SizeBDiagCursor,
    "inside": Qt.CursorShape.SizeAllCursor,
}
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class CropView(QWidget):
    """The part is a rectangle in fractions of the painting, 0..1, with a minimum size."""

    part_changed = Signal(QRectF)

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self._part = QRectF(WHOLE)
        self._grip: tuple[str, QPointF, QRectF] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(260, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Part of the painting"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move the part, with Shift they size it, Home takes the whole painting.")
        )

    @property
    def part(self) -> QRectF:
        """The part that is wanted."""
        return QRectF(self._part)

    def set_part(self, part: QRectF) -> None:
        """Want another part; what lies outside of the painting is left off."""
        if part != self._part:
            self._part = QRectF(part)
            self.part_changed.emit(self.part)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(460, 380)

    def picture_rect(self) -> QRectF:
        """Where the painting is shown."""
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        shown = QSizeF(self._image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(), shown)
        place.moveCenter(room.center())
        return place

    def part_rect(self) -> QRectF:
        """Where the part is shown."""
        whole = self.picture_rect()
        return QRectF(
            whole.x() + self._part.x() * whole.width(),
            whole.y() + self._part.y() * whole.height(),
            self._part.width() * whole.width(),
            self._part.height() * whole.height(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, whole, part = current_theme(), self.picture_rect(), self.part_rect()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(whole, self._image)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(whole)
        inside.addRect(part)
        painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 140))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((QColor(0, 0, 0, 160), 3.0), (QColor("white"), 1.4)):
            painter.setPen(QPen(color, width))
            painter.drawRect(part)
        painter.setPen(QPen(QColor(0, 0, 0, 160), 1.0))
        painter.setBrush(theme["accent"] if self.hasFocus() else QColor("white"))
        for place in self._handles(part).values():
            corner = place - QPointF(_HANDLE_PX / 2, _HANDLE_PX / 2)
            painter.drawRoundedRect(QRectF(corner, QSizeF(_HANDLE_PX, _HANDLE_PX)), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        name = self._place_at(event.position())
        if name is None:  # outside: a new part begins here
            share = self._share_at(event.position())
            self._grip = ("bottom right", event.position(), QRectF(share, QSizeF(0, 0)))
        else:
            self._grip = (name, event.position(), self.part)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            name = self._place_at(event.position())
            self.setCursor(Qt.CursorShape.CrossCursor if name is None else _CURSORS[name])
            return
        name, start, part = self._grip
        moved = self._share_at(event.position(), clip=False) - self._share_at(start, clip=False)
        self.set_part(_dragged(part, name, moved))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.set_part(WHOLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Home:
            self.set_part(WHOLE)
        elif step is not None:
            sizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.set_part(_dragged(self.part, "bottom right" if sizing else "inside", QPointF(*step)))
        else:
            super().keyPressEvent(event)

    def _share_at(self, position: QPointF, *, clip: bool = True) -> QPointF:
        whole = self.picture_rect()
        x, y = (position.x() - whole.x()) / whole.width(), (position.y() - whole.y()) / whole.height()
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)) if clip else QPointF(x, y)

    def _handles(self, part: QRectF) -> dict[str, QPointF]:
        """Corners before edges: of two that are near, the corner is taken."""
        middle = part.center()
        return {
            "top left": part.topLeft(),
            "top right": part.topRight(),
            "bottom left": part.bottomLeft(),
            "bottom right": part.bottomRight(),
            "left": QPointF(part.left(), middle.y()),
            "right": QPointF(part.right(), middle.y()),
            "top": QPointF(middle.x(), part.top()),
            "bottom": QPointF(middle.x(), part.bottom()),
        }

    def _place_at(self, position: QPointF) -> str | None:
        part = self.part_rect()
        for name, place in self._handles(part).items():
            if (position - place).manhattanLength() <= 2 * _REACH_PX:
                return name
        return "inside" if part.contains(position) else None


def _dragged(part: QRectF, name: str, moved: QPointF) -> QRectF:
    """`part` with the named edges moved, inside of the whole; moved as a whole it keeps its size."""
    left, top, right, bottom = _EDGES[name]
    if name == "inside":
        x = min(max(part.x() + moved.x(), 0.0), 1.0 - part.width())
        y = min(max(part.y() + moved.y(), 0.0), 1.0 - part.height())
        return QRectF(QPointF(x, y), part.size())
    x0, x1 = _ordered(part.left() + left * moved.x(), part.right() + right * moved.x())
    y0, y1 = _ordered(part.top() + top * moved.y(), part.bottom() + bottom * moved.y())
    return QRectF(QPointF(x0, y0), QPointF(x1, y1))


def _ordered(first: float, second: float) -> tuple[float, float]:
    """Both within 0..1, the smaller first, and never closer than a sliver."""
    low, high = min(max(min(first, second), 0.0), 1.0 - _LEAST), min(max(first, second), 1.0)
    return low, max(high, low + _LEAST)
