"""Fits a picture into a room that has another shape."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt


def fitted(size: QSizeF, room: QRectF) -> QRectF:
    """The rectangle with the shape of `size`, as large as `room` takes it, in the middle of `room`."""
    result = QRectF(QPointF(), size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    result.moveCenter(room.center())
    return result
