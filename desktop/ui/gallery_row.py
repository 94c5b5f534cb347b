"""Paints one preset in the gallery: its five colours, its name, painter and year."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.gallery_model import OWN_ROLE, PRESET_ROLE, byline
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme, current_theme

ROW_HEIGHT_PX = 58
_SWATCHES = QSize(80, 34)
_INSET_PX = 6


class GalleryRow(QStyledItemDelegate):
    """A row: swatches, two lines of text, and a small figure on the person's own presets."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(180, ROW_HEIGHT_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current_theme()
        preset = index.data(PRESET_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(option.rect).adjusted(_INSET_PX, 2, -_INSET_PX, -2)
        _paint_ground(painter, card, option.state, theme)
        swatches = QRectF(card.x() + 8, card.center().y() - _SWATCHES.height() / 2, 0, 0)
        swatches.setSize(_SWATCHES.toSizeF())
        _paint_swatches(painter, swatches, preset.palette)
        text = QRectF(card)
        text.setLeft(swatches.right() + 12)
        text.setRight(card.right() - 8)
        if index.data(OWN_ROLE):
            mark = QRectF(text.right() - 16, card.center().y() - 8, 16, 16)
            draw_icon(painter, "person", mark, theme["muted"])
            text.setRight(mark.left() - 6)
        _paint_text(painter, text, option.font, preset.name, byline(preset), theme)
        painter.restore()


def _paint_ground(painter: QPainter, card: QRectF, state: QStyle.StateFlag, theme: Theme) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if not chosen and not state & QStyle.StateFlag.State_MouseOver:
        return
    focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(theme["accent"] if focused else Qt.PenStyle.NoPen)
    painter.setBrush(theme["chosen" if chosen else "hover"])
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _paint_swatches(painter: QPainter, rect: QRectF, colors: tuple[str, ...]) -> None:
    """The palette as one strip with rounded ends."""
    if not colors:
        return
    strip = QPainterPath()
    strip.addRoundedRect(rect, 6, 6)
    painter.save()
    painter.setClipPath(strip)
    width = rect.width() / len(colors)
    for position, color in enumerate(colors):
        # Half a pixel of overlap, so that no ground shows between neighbours at odd scales.
        part = QRectF(rect.x() + position * width, rect.y(), width + 0.5, rect.height())
        painter.fillRect(part, QColor(color))
    painter.restore()
    painter.setPen(QColor(0, 0, 0, 50))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(strip)


def _paint_text(painter: QPainter, rect: QRectF, font: QFont, name: str, line: str, theme: Theme) -> None:
    bold, small = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    bold_metrics, small_metrics = QFontMetricsF(bold), QFontMetricsF(small)
    height = bold_metrics.height() + (small_metrics.height() + 1 if line else 0)
    top = rect.center().y() - height / 2
    painter.setFont(bold)
    painter.setPen(theme["text"])
    elided = bold_metrics.elidedText(name, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(QRectF(rect.x(), top, rect.width(), bold_metrics.height()), elided)
    painter.setFont(small)
    painter.setPen(theme["muted"])
    elided = small_metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
    second = top + bold_metrics.height() + 1
    painter.drawText(QRectF(rect.x(), second, rect.width(), small_metrics.height()), elided)
