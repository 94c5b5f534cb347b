"""Pixels of Pillow's pictures as NumPy arrays, without the copies that Pillow's own conversion makes."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

CHANNELS = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4, "CMYK": 4}
STRIPE_BYTES = 1 << 20


def to_array(image: Image.Image) -> NDArray[np.uint8]:
    """(H, W) or (H, W, channels) of a loaded picture in one of the modes of `CHANNELS`."""
    channels = CHANNELS[image.mode]
    shape = (image.height, image.width) if channels == 1 else (image.height, image.width, channels)
    pixels = np.empty(shape, dtype=np.uint8)
    rows = max(1, STRIPE_BYTES // (image.width * channels))
    for top in range(0, image.height, rows):
        bottom = min(top + rows, image.height)
        pixels[top:bottom] = np.asarray(image.crop((0, top, image.width, bottom)))
    return pixels
