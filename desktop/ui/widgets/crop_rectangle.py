"""A rectangle on a picture with handles: where it is taken hold of, what a drag makes of it, and how it is painted.

Rectangles are parts of a picture as fractions of its sides, 0..1, where not said otherwise.
"""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.ui.widgets.theme import current_theme

WHOLE = QRectF(0, 0, 1, 1)
LEAST = 0.04  # of the picture's sides
STEP = 0.02  # of an arrow key
_REACH_PX = 9
_HANDLE_PX = 9
# What a drag moves: (left, top, right, bottom) by name of the place that is taken hold of.
EDGES = {
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
CURSORS = {
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
ARROWS = {
    Qt.Key.Key_Left: QPointF(-STEP, 0.0),
    Qt.Key.Key_Right: QPointF(STEP, 0.0),
    Qt.Key.Key_Up: QPointF(0.0, -STEP),
    Qt.Key.Key_Down: QPointF(0.0, STEP),
}


def part_in(whole: QRectF, part: QRectF) -> QRectF:
    """Where a part is shown of a picture that is shown in `whole`, in pixels."""
    return QRectF(
        whole.x() + part.x() * whole.width(),
        whole.y() + part.y() * whole.height(),
        part.width() * whole.width(),
        part.height() * whole.height(),
    )


def handles(shown: QRectF) -> dict[str, QPointF]:
    """The handles of a rectangle, corners before edges: of two that are near, the corner is taken."""
    middle = shown.center()
    return {
        "top left": shown.topLeft(),
        "top right": shown.topRight(),
        "bottom left": shown.bottomLeft(),
        "bottom right": shown.bottomRight(),
        "left": QPointF(shown.left(), middle.y()),
        "right": QPointF(shown.right(), middle.y()),
        "top": QPointF(middle.x(), shown.top()),
        "bottom": QPointF(middle.x(), shown.bottom()),
    }


def place_at(shown: QRectF, position: QPointF) -> str | None:
    """What of a rectangle in pixels a press takes hold of: a handle, its inside, or nothing."""
    for name, place in handles(shown).items():
        if (position - place).manhattanLength() <= 2 * _REACH_PX:
            return name
    return "inside" if shown.contains(position) else None


def dragged(part: QRectF, name: str, moved: QPointF) -> QRectF:
    """`part` with the named edges moved, inside of the whole; moved as a whole it keeps its size."""
    left, top, right, bottom = EDGES[name]
    if name == "inside":
        x = min(max(part.x() + moved.x(), 0.0), 1.0 - part.width())
        y = min(max(part.y() + moved.y(), 0.0), 1.0 - part.height())
        return QRectF(QPointF(x, y), part.size())
    x0, x1 = _ordered(part.left() + left * moved.x(), part.right() + right * moved.x())
    y0, y1 = _ordered(part.top() + top * moved.y(), part.bottom() + bottom * moved.y())
    return QRectF(QPointF(x0, y0), QPointF(x1, y1))


def with_ratio(part: QRectF, name: str, ratio: float) -> QRectF:
    """`part`, dragged by its named edges, with width / height = `ratio`; what is not dragged stays where it is.

    ratio: in fractions, that is of the wanted pixels divided by that of the picture's.
    """
    left, top, right, bottom = EDGES[name]
    width = part.height() * ratio if not left and not right else part.width()
    # How far it may reach: to the border, from the side or the middle that stays.
    across = part.right() if left else 1 - part.left()
    down = part.bottom() if top else 1 - part.top()
    if not left and not right:
        across = 2 * min(part.center().x(), 1 - part.center().x())
    if not top and not bottom:
        down = 2 * min(part.center().y(), 1 - part.center().y())
    width = min(width, across, down * ratio)
    size = QSizeF(width, width / ratio)
    x = part.right() - size.width() if left else part.left()
    y = part.bottom() - size.height() if top else part.top()
    if not left and not right:
        x = part.center().x() - size.width() / 2
    if not top and not bottom:
        y = part.center().y() - size.height() / 2
    return QRectF(QPointF(x, y), size)


def paint_part(painter: QPainter, whole: QRectF, shown: QRectF, *, marked: bool, oval: bool = False) -> None:
    """Darken what lies in `whole` beside `shown`, and paint its frame and its handles.

    marked: has the keyboard. oval: the oval in `shown` is meant.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outside, inside = QPainterPath(), QPainterPath()
    outside.addRect(whole)
    if oval:
        inside.addEllipse(shown)
    else:
        inside.addRect(shown)
    painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 140))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((QColor(0, 0, 0, 160), 3.0), (QColor("white"), 1.4)):
        painter.setPen(QPen(color, width))
        painter.drawPath(inside)
    painter.setPen(QPen(QColor(0, 0, 0, 160), 1.0))
    painter.setBrush(current_theme()["accent"] if marked else QColor("white"))
    for place in handles(shown).values():
        corner = place - QPointF(_HANDLE_PX / 2, _HANDLE_PX / 2)
        painter.drawRoundedRect(QRectF(corner, QSizeF(_HANDLE_PX, _HANDLE_PX)), 2, 2)


def _ordered(first: float, second: float) -> tuple[float, float]:
    """Both within 0..1, the smaller first, and never closer than a sliver."""
    low, high = min(max(min(first, second), 0.0), 1.0 - LEAST), min(max(first, second), 1.0)
    return low, max(high, low + LEAST)
