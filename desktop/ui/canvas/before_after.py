"""Paints the pictures before and after, the divider between them, and their labels."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from desktop.ui.document.viewport import Viewport
from desktop.ui.services.detail_renderer import Detail

_SHOW_PIXELS_FROM_ZOOM = 4.0
_LABEL_MARGIN_PX = 12
_SAME_SHAPE = 0.02  # rounding of small copies; more is another part of the photo
_HANDLE_RADIUS_PX = 11.0


@dataclass
class BeforeAfter:
    """Images of one photo: before and after at preview size, and a close-up when zoomed in.

    original: the photo in the colours of its own file; None where that is grey, or not read yet.
    """

    before: QImage | None = None
    original: QImage | None = None
    after: QImage | None = None
    detail: Detail | None = None


def shows_own_colours(picture: BeforeAfter, viewport: Viewport) -> bool:
    """Whether before is shown in the file's own colours: closely only as far as these were read."""
    original = picture.original
    if original is None:
        return False
    shape = original.width() * viewport.height_px / (original.height() * viewport.width_px)
    sharp = viewport.width_px * viewport.scale <= original.width()
    return abs(shape - 1) < _SAME_SHAPE and (viewport.fits or sharp)


def paint_picture(painter: QPainter, picture: BeforeAfter, viewport: Viewport, *, before: bool) -> None:
    """Paint the photo into a pane whose corner is the painter's origin; the result, if there is one."""
    smooth = viewport.scale < _SHOW_PIXELS_FROM_ZOOM
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    target = viewport.target()
    if before and picture.original is not None and shows_own_colours(picture, viewport):
        painter.drawImage(target, picture.original)
        return
    whole = picture.before if before or picture.after is None else picture.after
    if whole is not None:
        painter.drawImage(target, whole)
    if picture.detail is None or viewport.fits:
        return
    detail, region = picture.detail, picture.detail.region
    part = detail.before if before or detail.after is None else detail.after
    scale = viewport.scale / viewport.device_ratio
    corner = target.topLeft() + QPointF(region.x() * scale, region.y() * scale)
    painter.drawImage(QRectF(corner.x(), corner.y(), region.width() * scale, region.height() * scale), part)


def paint_divider(painter: QPainter, seen: QRectF, x: float) -> None:
    """A line down the photo with a round handle to take hold of."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(0, 0, 0, 90), 3.0))
    painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()))
    painter.setPen(QPen(QColor(255, 255, 255, 235), 1.5))
    painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()))
    middle = QPointF(x, seen.center().y())
    painter.setPen(QPen(QColor(0, 0, 0, 90), 1.0))
    painter.setBrush(QColor(255, 255, 255, 235))
    painter.drawEllipse(middle, _HANDLE_RADIUS_PX, _HANDLE_RADIUS_PX)
    painter.setPen(QPen(QColor(70, 70, 70), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for side in (-1, 1):
        tip = middle + QPointF(side * 6.0, 0)
        painter.drawLine(tip, tip + QPointF(-side * 3.0, -3.0))
        painter.drawLine(tip, tip + QPointF(-side * 3.0, 3.0))
    painter.restore()


def paint_label(painter: QPainter, area: QRectF, text: str, *, left: bool) -> None:
    """A word in a dark pill, in an upper corner of `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = QFontMetricsF(painter.font())
    width, height = metrics.horizontalAdvance(text) + 18, metrics.height() + 6
    x = area.left() + _LABEL_MARGIN_PX if left else area.right() - _LABEL_MARGIN_PX - width
    pill = QRectF(x, area.top() + _LABEL_MARGIN_PX, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 20, 20, 150))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(QColor(255, 255, 255, 235))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
