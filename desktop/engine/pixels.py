"""Pixels of Pillow's pictures as arrays, without the copies that Pillow's own conversion makes on the way."""

import mmap
import sys

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.arrays import Samples

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

    Pillow keeps RGB in four bytes a pixel; decoded into an array of these, nothing is ever held twice. Whoever is done
    with rows of it may `give_back` their memory.
    """
    shape = (image.height, image.width, 4)
    pixels = np.frombuffer(_pages(image.height * image.width * 4), dtype=np.uint8).reshape(shape)
    mapped = Image.frombuffer("RGBX", image.size, pixels, "raw", "RGBX", 0, 1).im
    image.im = mapped
    image._mode = "RGBX"  # the same bytes as RGB's; of another mode Pillow would make memory of its own
    image.load()
    return pixels[..., :3] if image.im is mapped else to_array(image.convert("RGB"))


class _Pages(mmap.mmap):
    """Memory straight from the system, of which parts can be given back."""


def _pages(size_bytes: int) -> _Pages:
    if sys.platform == "win32":
        return _Pages(-1, size_bytes)
    pages = _Pages(-1, size_bytes, flags=mmap.MAP_PRIVATE)  # of shared memory no part can be given back
    if hasattr(mmap, "MADV_HUGEPAGE"):
        pages.madvise(mmap.MADV_HUGEPAGE)  # as NumPy does for its own
    return pages


def give_back(rows: Samples) -> None:
    """Let the system have the memory of some rows from `load_rgb`, also turned ones; what was in them is lost.

    Of any other array, and on systems that take no parts back, nothing is lost.
    """
    pages: object = rows
    while isinstance(pages, np.ndarray):
        pages = pages.base
    pages = pages.obj if isinstance(pages, memoryview) else pages
    in_rows = abs(rows.strides[0]) >= rows.shape[1] * abs(rows.strides[1])
    if not isinstance(pages, _Pages) or not in_rows or not hasattr(mmap, "MADV_DONTNEED"):
        return
    first = np.frombuffer(pages, dtype=np.uint8).ctypes.data
    low, high = (end - first for end in np.lib.array_utils.byte_bounds(rows))
    start, stop = -(-low // mmap.PAGESIZE) * mmap.PAGESIZE, high // mmap.PAGESIZE * mmap.PAGESIZE
    if stop > start:
        pages.madvise(mmap.MADV_DONTNEED, start, stop - start)


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
