"""Makes a mask visible: hatched as well as tinted, so that it can be told from any picture's own colours."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.engine.core.arrays import Floats

_TINT = (210, 40, 120)  # red, green, blue
_STRIPE_PX = 5  # of the mask's grid
_STRONG, _WEAK = 0.62, 0.28  # how much a fully covered place is hidden, on and between the stripes


class MaskOverlay:
    """A picture of one mask, painted over the photo."""

    def __init__(self) -> None:
        self._image: QImage | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self._image is None

    def show(self, mask: Floats) -> None:
        """Take another mask (h, w), 0..1."""
        height, width = mask.shape
        rows, columns = np.ogrid[:height, :width]
        striped = (rows + columns) // _STRIPE_PX % 2 == 0
        alpha = mask * np.where(striped, np.float32(255 * _STRONG), np.float32(255 * _WEAK))
        pixels = np.empty((height, width, 4), np.uint8)
        for channel, value in enumerate(
            reversed(_TINT)
        ):  # premultiplied, in the order of a little-endian word
            pixels[..., channel] = alpha * np.float32(value / 255)
        pixels[..., 3] = alpha
        layout = QImage.Format.Format_ARGB32_Premultiplied
        self._image = QImage(pixels.data, width, height, 4 * width, layout).copy()

    def clear(self) -> None:
        """Show nothing."""
        self._image = None

    def paint(self, painter: QPainter, target: QRectF) -> None:
        """Paint it where the whole photo lies."""
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._image)
