"""The words under a thumbnail of the gallery: a preset's name, and below it who painted it, and when."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop.engine.store.preset_library import Preset
from desktop.ui.document.display_names import byline, display_name, painter_name
from desktop.ui.widgets.theme import current_theme

NARROW_PX = 110  # a name that does not fit into less has both lines: half of it says too little
_SMALL = 0.9  # of the size of the name's letters


def paint_text(painter: QPainter, rect: QRectF, font: QFont, preset: Preset, note: str) -> None:
    """Two lines into a rectangle. note: stands in the place of painter and year; empty for these."""
    bold, small = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    width = rect.width()
    first, second = (display_name(preset), "") if note else name_lines(display_name(preset), bold, width)
    _paint_line(painter, rect, bold, first, Qt.TextElideMode.ElideMiddle)
    rect = rect.adjusted(0, QFontMetricsF(bold).height(), 0, 0)
    if second:
        _paint_line(painter, rect, bold, second, Qt.TextElideMode.ElideMiddle)
        return
    line = note or fitting_byline(preset, small, width)
    _paint_line(painter, rect, small, line, Qt.TextElideMode.ElideRight, colour="muted")


def name_lines(name: str, font: QFont, width: float) -> tuple[str, str]:
    """A name as it is and nothing, or on two lines where the width is narrow and the name can be broken to fit it."""
    if width >= NARROW_PX or QFontMetricsF(font).horizontalAdvance(name) <= width:
        return name, ""
    layout = QTextLayout(name, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    first, rest = name[: line.textLength()].rstrip(), name[line.textLength() :]
    return (first, rest) if rest and line.naturalTextWidth() <= width else (name, "")


def fitting_byline(preset: Preset, font: QFont, width: float) -> str:
    """Painter and year; where there is no room for both, the painter's name is cut, or stands alone."""
    metrics, line = QFontMetricsF(font), byline(preset)
    year = f", {preset.year}"
    room = width - metrics.horizontalAdvance(year)
    if not line.endswith(year) or metrics.horizontalAdvance(line) <= width:
        return line
    if room < width / 2:  # half a year says nothing
        room, year = width, ""
    return metrics.elidedText(painter_name(preset.painter), Qt.TextElideMode.ElideMiddle, room) + year


def _paint_line(
    painter: QPainter,
    rect: QRectF,
    font: QFont,
    text: str,
    elide: Qt.TextElideMode,
    colour: str = "text",
) -> None:
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(current_theme()[colour])
    place = QRectF(rect.x(), rect.y(), rect.width(), metrics.height())
    # Letters of a fallback font may be taller than the lines of this one.
    painter.drawText(place, Qt.TextFlag.TextDontClip, metrics.elidedText(text, elide, rect.width()))
