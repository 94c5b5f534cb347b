"""Pixels of Pillow's pictures as arrays, without the copies that Pillow's own conversion makes on the way."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

CHANNELS = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4, "CMYK": 4}
STRIPE_BYTES = 1 << 20


def load_gray(image: Image.Image) -> NDArray[np.uint8]:
    """(H, W) of a grey JPEG that was opened and not yet loaded, decoded into the array itself.

    Not of a TIFF, which Pillow turns upright while it loads.
    """
    pixels = np.empty((image.height, image.width), dtype=np.uint8)
    # Pillow decodes into the memory that a picture has, and asks for some of its own only if it has none.
    mapped = Image.frombuffer("L", image.size, pixels, "raw", "L", 0, 1).im
    image.im = mapped
    image.load()
    return pixels if image.im is mapped else to_array(image)


def load_rgb(image: Image.Image) -> NDArray[np.uint8]:
    """(H, W, 3) of a colour JPEG that was opened and not yet loaded, as a view of (H, W, 4).

    Pillow keeps RGB in four bytes a pixel; decoded into an array of these, nothing is ever held twice.
    """
    pixels = np.empty((image.height, image.width, 4), dtype=np.uint8)
    mapped = Image.frombuffer("RGBX", image.size, pixels, "raw", "RGBX", 0, 1).im
    image.im = mapped
    image._mode = "RGBX"  # the same bytes as RGB's; of another mode Pillow would make memory of its own
    image.load()
    return pixels[..., :3] if image.im is mapped else to_array(image.convert("RGB"))


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
