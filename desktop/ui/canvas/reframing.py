"""Turns and crops the picture on the canvas at once, until the new one has been made from the photo itself."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from desktop.engine.edits.framing import Framing

MAX_SIDE_PX = 2048  # that takes a few milliseconds


def reframed(image: QImage, photo_px: tuple[int, int], before: Framing, after: Framing) -> QImage:
    """What `after` shows of a photo of `photo_px` = (width, height), out of an image of what `before` shows.

    As sharp as the image, at most `MAX_SIDE_PX` long; transparent where the image does not reach.
    """
    before, after = before.fitted(photo_px), after.fitted(photo_px)
    (old_width, old_height), (new_width, new_height) = before.size_px(photo_px), after.size_px(photo_px)
    scale = min(image.width() / old_width, MAX_SIDE_PX / max(new_width, new_height))

    def place(across: float, down: float) -> QPointF:
        """Where a corner of the image lies in the result."""
        in_photo = before.to_photo((across * old_width, down * old_height), photo_px)
        return QPointF(*after.from_photo(in_photo, photo_px)) * scale

    corner, right, bottom = place(0, 0), place(1, 0), place(0, 1)
    across, down = (right - corner) / image.width(), (bottom - corner) / image.height()
    size = QSize(max(1, round(new_width * scale)), max(1, round(new_height * scale)))
    result = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(QTransform(across.x(), across.y(), down.x(), down.y(), corner.x(), corner.y()))
    painter.drawImage(0, 0, image)
    painter.end()
    return result
