"""Pixels of Pillow's pictures as NumPy arrays, without the copies that Pillow's own conversion makes."""

import mmap
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

Watcher = Callable[[NDArray[np.uint8], int], None]
Feeding = Callable[[Callable[[], bool]], AbstractContextManager[object]]

CHANNELS = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4, "CMYK": 4}
STRIPE_BYTES = 1 << 20
MARK_STEP = 97  # makes a row that no photograph has
HUGE_PAGE_BYTES = 1 << 21  # of x86; given back in parts, each would be taken to pieces


def _unfed(_: Callable[[], bool]) -> AbstractContextManager[object]:
    return nullcontext()


def load_plain(image: Image.Image, feeding: Feeding = _unfed) -> NDArray[np.uint8]:
    """(H, W) of a grey or (H, W, 4) of a CMYK JPEG that was opened and not yet loaded, decoded into the array itself.

    feeding: as of `load_rgb`. Not of a TIFF, which Pillow turns upright while it loads.
    """
    mode = image.mode
    pixels = np.empty((image.height, image.width, *([] if mode == "L" else [CHANNELS[mode]])), dtype=np.uint8)
    # Pillow decodes into the memory that a picture has, and asks for some of its own only if it has none.
    mapped = Image.frombuffer(mode, image.size, pixels, "raw", mode, 0, 1).im
    image.im = mapped
    mark = (np.arange(pixels[-1].size) * MARK_STEP % 251).astype(np.uint8).reshape(pixels[-1].shape)
    pixels[-1] = mark  # the decoder writes the last row last
    with feeding(lambda: not np.array_equal(pixels[-1], mark)):
        image.load()
    return pixels if image.im is mapped else to_array(image)


def load_rgb(
    image: Image.Image, watch: Watcher | None = None, feeding: Feeding = _unfed
) -> NDArray[np.uint8]:
    """(H, W, 3) of a colour JPEG that was opened and not yet loaded, as a view of (H, W, 4).

    Pillow keeps RGB in four bytes a pixel; decoded into an array of these, nothing is ever held twice.
    watch: is called with the array and the number of its rows, from above, that are decoded by now: each time that
    there are some more, at last with all. It may `give_back` the memory of those it is done with.
    feeding: a context around the decoding, which is given a function that tells whether the last row is decoded.
    """
    shape = (image.height, image.width, 4)
    pixels = np.frombuffer(_pages(image.height * image.width * 4), dtype=np.uint8).reshape(shape)
    mapped = Image.frombuffer("RGBX", image.size, pixels, "raw", "RGBX", 0, 1).im
    image.im = mapped
    image._mode = "RGBX"  # the same bytes as RGB's; of another mode Pillow would make memory of its own
    with (
        feeding(lambda: bool(pixels[-1, -1, 3])),
        nullcontext() if watch is None else _watching(image, pixels, watch),
    ):
        image.load()
    rgb = pixels[..., :3] if image.im is mapped else to_array(image.convert("RGB"))
    if watch is not None:
        watch(rgb, image.height)
    return rgb


@contextmanager
def _watching(image: Image.Image, pixels: NDArray[np.uint8], watch: Watcher) -> Iterator[None]:
    """Call `watch` whenever the decoder of a JPEG asks for the next part of the file, if rows were finished since."""
    assert isinstance(image, JpegImageFile)
    read, rows, told = image.load_read, max(1, STRIPE_BYTES // pixels[0].nbytes), 0
    own = vars(image).get("load_read")

    def read_and_tell(read_bytes: int) -> bytes:
        nonlocal told
        decoded = told
        # Fresh memory is 0; the decoder fills rows from above, and writes 255 behind every colour. The last row is
        # told of only at the end, since whoever feeds the decoder looks whether it is there.
        while decoded + rows < len(pixels) and pixels[decoded + rows - 1, -1, 3]:
            decoded += rows
        if decoded > told:
            told = decoded
            watch(pixels[..., :3], decoded)
        return read(read_bytes)

    image.load_read = read_and_tell  # type: ignore[method-assign]
    try:
        yield
    finally:
        if own is None:
            del image.load_read  # else picture and array would hold each other until garbage is collected
        else:
            image.load_read = own  # type: ignore[method-assign]


class _Pages(mmap.mmap):
    """Memory straight from the system, of which parts can be given back."""


def _pages(size_bytes: int) -> _Pages:
    if sys.platform == "win32":
        return _Pages(-1, size_bytes)
    pages = _Pages(-1, size_bytes, flags=mmap.MAP_PRIVATE)  # of shared memory no part can be given back
    if hasattr(mmap, "MADV_HUGEPAGE"):
        pages.madvise(mmap.MADV_HUGEPAGE)  # as NumPy does for its own
    return pages


def give_back(rgb: NDArray[np.uint8], rows: int) -> None:
    """Let the system have the memory of the first `rows` of an array from `load_rgb`; what was in them is lost.

    Where the last of it is shared with further rows, it is kept. Of any other array, and on systems that take no
    parts back, all is kept.
    """
    pages: object = rgb
    while isinstance(pages, np.ndarray):
        pages = pages.base
    pages = pages.obj if isinstance(pages, memoryview) else pages
    if not isinstance(pages, _Pages) or not hasattr(mmap, "MADV_DONTNEED"):
        return
    first = rgb.ctypes.data
    size_bytes = (first + rows * rgb.strides[0]) // HUGE_PAGE_BYTES * HUGE_PAGE_BYTES - first
    if size_bytes > 0:
        pages.madvise(mmap.MADV_DONTNEED, 0, size_bytes)


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
