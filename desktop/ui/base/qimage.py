"""Converts NumPy arrays to QImage and back. QImage borrows memory, so everything returned here owns its pixels."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from desktop.engine.core.arrays import GrayArray, RgbArray


def to_qimage(pixels: GrayArray | RgbArray) -> QImage:
    """An 8-bit QImage that owns its memory, from grey (H, W), sRGB (H, W, 3) or such with a fourth channel
    that means nothing, uint8 or uint16. Raises ValueError for another shape or dtype.
    """
    if pixels.dtype == np.uint16:
        pixels = ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)  # the nearest of 8 bits
    if pixels.dtype != np.uint8:
        raise ValueError(f"no picture has the type {pixels.dtype}")
    if pixels.ndim == 2:
        layout = QImage.Format.Format_Grayscale8
    elif pixels.ndim == 3 and pixels.shape[2] == 3:
        layout = QImage.Format.Format_RGB888
    elif pixels.ndim == 3 and pixels.shape[2] == 4:
        layout = QImage.Format.Format_RGBX8888
    else:
        raise ValueError(f"no picture has the shape {pixels.shape}")
    contiguous = np.ascontiguousarray(pixels)
    height_px, width_px = contiguous.shape[:2]
    return QImage(contiguous.data, width_px, height_px, contiguous.strides[0], layout).copy()


def to_screen(pixels: GrayArray | RgbArray) -> QImage:
    """As `to_qimage`, in the layout that is painted fastest, so that painting converts nothing."""
    return to_qimage(pixels).convertToFormat(QImage.Format.Format_RGB32)


def to_array(image: QImage) -> NDArray[np.uint8]:
    """The sRGB pixels of `image`, uint8 (H, W, 3), or (H, W, 4) when it is transparent anywhere."""
    if image.hasAlphaChannel():
        converted, channels = image.convertToFormat(QImage.Format.Format_RGBA8888), 4
    else:
        converted, channels = image.convertToFormat(QImage.Format.Format_RGB888), 3
    height_px, width_px = converted.height(), converted.width()
    rows = np.frombuffer(converted.constBits(), np.uint8).reshape(height_px, converted.bytesPerLine())
    return rows[:, : width_px * channels].reshape(height_px, width_px, channels).copy()


def to_gray(image: QImage) -> NDArray[np.uint8]:
    """The grey of `image`, uint8 (H, W)."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(gray.constBits(), np.uint8).reshape(gray.height(), gray.bytesPerLine())
    return rows[:, : gray.width()].copy()


def on_white(image: QImage) -> QImage:
    """`image` without transparency: what was transparent is white, as in the files of paintings."""
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(Qt.GlobalColor.white)
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    return opaque
