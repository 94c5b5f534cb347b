"""Paints a frame of the film strip: thumbnail, name, and marks of what was edited, exported, damaged or is missing."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.ui.document.open_photos import FRAME_ROLE, Frame, ReadState
from desktop.ui.widgets.fitting import fitted
from desktop.ui.widgets.icons import draw_icon
from desktop.ui.widgets.painted_delegate import Index, PaintedDelegate
from desktop.ui.widgets.theme import Theme, current_theme

FRAME_SIZE = QSize(108, 100)
_NAME_HEIGHT_PX = 18.0
_MARK_PX = 16.0
_CORNER_PX = 7.0
_GONE_OPACITY = 0.4  # of the thumbnail that is left of a file
_ICONS = {ReadState.DAMAGED: "warning", ReadState.MISSING: "missing"}
_ABOVE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class FrameDelegate(PaintedDelegate):
    """A card with the photograph; the one on the canvas has a border, selected ones a background of their own."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return FRAME_SIZE

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        frame = index.data(FRAME_ROLE)
        card = QRectF(option.rect).adjusted(3, 3, -3, -3)
        is_current = index.model().current is frame  # type: ignore[attr-defined]  # OpenPhotos, and no other model
        _paint_ground(painter, card, option.state, theme, is_current=is_current)
        name = QRectF(card.x() + 6, card.bottom() - _NAME_HEIGHT_PX - 1, card.width() - 12, _NAME_HEIGHT_PX)
        place = card.adjusted(5, 5, -5, -_NAME_HEIGHT_PX - 1)
        words = {ReadState.DAMAGED: self.tr("damaged"), ReadState.MISSING: self.tr("not there")}
        _paint_photo(painter, place, frame, theme, words.get(frame.reading, ""))
        _paint_marks(painter, place, frame, theme)
        _paint_name(painter, name, option.font, frame.name, theme["text" if is_current else "muted"])


def _paint_ground(
    painter: QPainter, card: QRectF, state: QStyle.StateFlag, theme: Theme, *, is_current: bool
) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(QPen(theme["accent"], 2.0) if is_current else Qt.PenStyle.NoPen)
    if selected or hovered:
        painter.setBrush(theme["chosen" if selected else "hover"])
    if is_current or selected or hovered:
        painter.drawRoundedRect(card, _CORNER_PX, _CORNER_PX)
    if focused:
        # Within the border of the current one, which does not tell of the focus.
        inset = 3.0 if is_current else 0.5
        painter.setPen(QPen(theme["accent"], 1.0, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), _CORNER_PX, _CORNER_PX)


def _paint_photo(painter: QPainter, place: QRectF, frame: Frame, theme: Theme, trouble: str) -> None:
    """The thumbnail, or an icon as long as there is none, and below it the word for why there is none."""
    if frame.thumbnail is not None:
        painter.setOpacity(_GONE_OPACITY if frame.reading is ReadState.MISSING else 1.0)
        painter.drawImage(fitted(QSizeF(frame.thumbnail.size()), place), frame.thumbnail)
        painter.setOpacity(1.0)
        return
    color = theme["error" if frame.reading is ReadState.DAMAGED else "muted" if trouble else "disabled"]
    middle = QRectF(0, 0, 26, 26)
    middle.moveCenter(place.center() - QPointF(0, 9 if trouble else 0))
    draw_icon(painter, _ICONS.get(frame.reading, "photo"), middle, color)
    painter.setPen(color)
    painter.drawText(place.adjusted(0, middle.bottom() - place.top() + 2, 0, 0), _ABOVE, trouble)


def _paint_marks(painter: QPainter, place: QRectF, frame: Frame, theme: Theme) -> None:
    """Icons in the lower right corner, on grounds that show them on any photograph."""
    gone = frame.reading is ReadState.MISSING and frame.thumbnail is not None
    every = (
        ("missing", gone),
        ("warning", bool(frame.damage)),
        ("edited", frame.edited),
        ("exported", frame.exported),
    )
    marks = [name for name, on in every if on]
    for number, name in enumerate(reversed(marks)):
        mark = QRectF(place.right() - (number + 1) * (_MARK_PX + 3), place.bottom() - _MARK_PX - 3, 0, 0)
        mark.setSize(QSizeF(_MARK_PX, _MARK_PX))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["raised"])
        painter.drawRoundedRect(mark.adjusted(-1, -1, 1, 1), 4, 4)
        draw_icon(painter, name, mark.adjusted(1, 1, -1, -1), theme["text"])


def _paint_name(painter: QPainter, rect: QRectF, font: QFont, name: str, color: QColor) -> None:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.85)
    painter.setFont(small)
    painter.setPen(color)
    elided = QFontMetricsF(small).elidedText(name, Qt.TextElideMode.ElideMiddle, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, elided)
