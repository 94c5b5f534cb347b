"""Paints the gallery: the photo under a preset, its palette, name, painter and year; and the headings."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from desktop.ui.gallery.cell_text import paint_text
from desktop.ui.gallery.model import (
    CHOSEN_ROLE,
    FAVOURITE_ROLE,
    FOLDED_ROLE,
    FOREIGN_ROLE,
    OWN_ROLE,
    PRESET_ROLE,
    SECTION_ROLE,
    THUMBNAIL_ROLE,
)
from desktop.ui.widgets.fitting import fitted
from desktop.ui.widgets.icons import draw_icon
from desktop.ui.widgets.painted_delegate import Index, PaintedDelegate
from desktop.ui.widgets.theme import Theme, current_theme

HEADING_HEIGHT_PX = 30
MIN_CELL_WIDTH_PX = 140  # of its own accord
SMALLEST_CELL_WIDTH_PX = 76  # as small as the user may have them
COMPACT_CELL_WIDTH_PX = 100  # at most, where there is little room
STAR_PX = 22.0
_INSET_PX = 3  # from the cell to its card
_PADDING_PX = 6  # from the card to what is on it
_STRIP_PX = 7
_TEXT_HEIGHT_PX = 34
_RADIUS_PX = 5
_FLATTEST, _TALLEST = 0.6, 1.3  # height of a thumbnail over its width; of other photos the middle is shown
_WITHOUT_PHOTO = 0.6


class PresetDelegate(PaintedDelegate):
    """Paints presets, in as many columns as there is room for, and headings across all of them."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._room_px = view.viewport().width()
        self._aspect = _WITHOUT_PHOTO
        self._least_width_px = MIN_CELL_WIDTH_PX
        self._compact = False
        self._measure()

    def set_room(self, width_px: int) -> None:
        """Fill a viewport of this width."""
        self._room_px = width_px
        self._measure()

    def set_photo_size(self, size: QSize | None) -> None:
        """Make room for a photo of this shape; None for palettes."""
        aspect = _WITHOUT_PHOTO if size is None else size.height() / size.width()
        self._aspect = min(max(aspect, _FLATTEST), _TALLEST)
        self._measure()

    def set_least_width(self, width_px: int) -> None:
        """Have as many cells of at least this width in a row as there is room for."""
        self._least_width_px = max(width_px, SMALLEST_CELL_WIDTH_PX)
        self._measure()

    def set_compact(self, on: bool) -> None:
        """Take little room, so that more than a row of presets is in sight in a small window."""
        self._compact = on
        self._measure()

    @property
    def columns(self) -> int:
        """How many cells are in a row."""
        least = min(self._least_width_px, COMPACT_CELL_WIDTH_PX) if self._compact else self._least_width_px
        return max(1, self._room_width() // least)

    def width_in(self, columns: int) -> int | None:
        """How wide cells are at least that are so many in a row; None where they would be too narrow."""
        width = self._room_width() // columns if columns > 0 else 0
        return width if width >= SMALLEST_CELL_WIDTH_PX else None

    def picture_size(self) -> QSizeF:
        """The room for a thumbnail, in device-independent pixels."""
        width = self._cell_width() - 2 * (_INSET_PX + _PADDING_PX)
        return QSizeF(width, round(width * self._aspect))

    def star_rect(self, cell: QRect) -> QRectF:
        """Where a click marks the favourite."""
        picture = self._picture_rect(cell)
        return QRectF(picture.right() - STAR_PX - 4, picture.top() + 4, STAR_PX, STAR_PX)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._heading_size if index.data(PRESET_ROLE) is None else self._cell_size

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(PRESET_ROLE) is None:
            _paint_heading(painter, option, index)
        else:
            self._paint_preset(painter, option, index)

    def _measure(self) -> None:
        """Work the sizes out once, and not for each of hundreds of presets whenever they are laid out."""
        self._heading_size = QSize(self._room_width(), HEADING_HEIGHT_PX)
        height = self.picture_size().height() + 2 * (_INSET_PX + _PADDING_PX) + _STRIP_PX + _TEXT_HEIGHT_PX
        self._cell_size = QSize(self._cell_width(), int(height))

    def _cell_width(self) -> int:
        return self._room_width() // self.columns

    def _room_width(self) -> int:
        return self._room_px - 1  # QListView begins a new row when the last pixel is taken

    def _picture_rect(self, cell: QRect) -> QRectF:
        corner = QPointF(cell.topLeft()) + QPointF(1, 1) * (_INSET_PX + _PADDING_PX)
        return QRectF(corner, self.picture_size())

    def _paint_preset(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, preset = current_theme(), index.data(PRESET_ROLE)
        card = QRectF(option.rect).adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX)
        _paint_ground(painter, card, option.state, theme, chosen=index.data(CHOSEN_ROLE))
        picture = self._picture_rect(option.rect)
        block = picture.adjusted(0, 0, 0, _STRIP_PX)
        shape = QPainterPath()
        shape.addRoundedRect(block, _RADIUS_PX, _RADIUS_PX)
        painter.save()
        painter.setClipPath(shape)
        thumbnail = index.data(THUMBNAIL_ROLE)
        if thumbnail is None:
            _paint_palette(painter, block, preset.palette)
        else:
            painter.drawPixmap(picture, thumbnail, _middle_part(thumbnail, picture.size()))
            _paint_palette(painter, block.adjusted(0, picture.height(), 0, 0), preset.palette)
        painter.restore()
        self._paint_star(painter, option, index)
        text = QRectF(block.left(), block.bottom() + 3, block.width(), _TEXT_HEIGHT_PX - 3)
        foreign = index.data(FOREIGN_ROLE)
        if foreign or index.data(OWN_ROLE):
            name = "warning" if foreign else "person"
            draw_icon(painter, name, QRectF(text.right() - 15, text.top() + 2, 15, 15), theme["muted"])
            text.setRight(text.right() - 19)
        paint_text(painter, text, option.font, preset, self.tr("For another model") if foreign else "")

    def _paint_star(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        favourite = index.data(FAVOURITE_ROLE)
        if not favourite and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        star = self.star_rect(option.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 20, 20, 150))
        painter.drawEllipse(star)
        name = "star-filled" if favourite else "star"
        draw_icon(painter, name, star.adjusted(4, 4, -4, -4), QColor("white"))


def _paint_ground(
    painter: QPainter, card: QRectF, state: QStyle.StateFlag, theme: Theme, *, chosen: bool
) -> None:
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    if not chosen and not focused and not state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setPen(QPen(theme["accent"], 2 if focused else 1) if chosen or focused else Qt.PenStyle.NoPen)
    painter.setBrush(theme["chosen" if chosen else "hover"])
    painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 8, 8)


def _paint_palette(painter: QPainter, rect: QRectF, colors: tuple[str, ...]) -> None:
    width = rect.width() / max(len(colors), 1)
    for position, color in enumerate(colors):
        # Half a pixel of overlap, so that no ground shows between neighbours at odd scales.
        part = QRectF(rect.x() + position * width, rect.y(), width + 0.5, rect.height())
        painter.fillRect(part, QColor(color))


def _middle_part(pixmap: QPixmap, room: QSizeF) -> QRectF:
    """As much of the middle of `pixmap` as has the shape of `room`."""
    return fitted(room, QRectF(pixmap.rect()))


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    theme, rect = current_theme(), QRectF(option.rect)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme["accent"], 2))
        painter.drawRoundedRect(rect.adjusted(4, 2, -4, -2), 6, 6)
    arrow = QRectF(rect.left() + 8, rect.center().y() - 7, 14, 14)
    draw_icon(painter, "folded" if index.data(FOLDED_ROLE) else "unfolded", arrow, theme["muted"])
    count = str(len(index.data(SECTION_ROLE).entries))
    metrics = QFontMetricsF(option.font)
    room = QRectF(arrow.right() + 4, rect.top(), rect.right() - 12 - arrow.right() - 4, rect.height())
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(theme["muted"])
    painter.setFont(option.font)
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, count)
    room.setRight(room.right() - metrics.horizontalAdvance(count) - 8)
    bold = QFont(option.font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(theme["text"])
    title = QFontMetricsF(bold).elidedText(
        index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, title)
