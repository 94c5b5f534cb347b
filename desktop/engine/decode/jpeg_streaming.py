"""Decodes a colour JPEG with Pillow, row by row: it waits while the rows are used, so that its colours are never whole.

Meanwhile `jpeg_decoder.Check` reads the same data for damage, of which Pillow says nothing.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from desktop.engine.decode.jpeg_decoder import Check, Watcher
from desktop.engine.decode.pillow_arrays import to_array
from desktop.engine.decode.returnable_memory import returnable

STRIPE_BYTES = 1 << 20
LEAST_PART_BYTES = 4096  # of the data; less at a time, and asking for it would cost more than decoding it


def stream_rgb(image: Image.Image, content: bytes, watch: Watcher) -> NDArray[np.uint8]:
    """(H, W, 3) of a colour JPEG of one scan, opened from `content`, whose rows `watch` takes.

    watch: is called with the array (H, W, 3), a view of (H, W, 4), and the number of its rows, from above, that are
    decoded by now: each time that there are some more, at last with all. It may `give_back` the memory of those it
    is done with. Raises `CorruptJpegError` before the last rows are told of.
    """
    pixels = returnable((image.height, image.width, 4))
    check = Check(content, "GRAY")
    # Pillow decodes into the memory that a picture has, and asks for some of its own only if it has none.
    mapped = Image.frombuffer("RGBX", image.size, pixels, "raw", "RGBX", 0, 1).im
    image.im = mapped
    image._mode = "RGBX"  # the same bytes as RGB's; of another mode Pillow would make memory of its own
    with _watching(image, content, pixels, watch):
        image.load()
    check.finish()
    rgb = pixels[..., :3] if image.im is mapped else to_array(image.convert("RGB"))
    watch(rgb, image.height)
    return rgb


@contextmanager
def _watching(
    image: Image.Image, content: bytes, pixels: NDArray[np.uint8], watch: Watcher
) -> Iterator[None]:
    """Call `watch` whenever the decoder asks for the next part of the data, if rows were finished since."""
    assert isinstance(image, JpegImageFile)
    read, rows, told = io.BytesIO(content).read, max(1, STRIPE_BYTES // pixels[0].nbytes), 0
    # Of a picture with few details a part as large as Pillow asks for is decoded to many rows, which wait together.
    most_bytes = max(LEAST_PART_BYTES, len(content) * STRIPE_BYTES // pixels.nbytes)

    def read_and_tell(read_bytes: int) -> bytes:
        nonlocal told
        decoded = told
        # Fresh memory is 0; the decoder fills rows from above, and writes 255 behind every colour.
        while decoded + rows < len(pixels) and pixels[decoded + rows - 1, -1, 3]:
            decoded += rows
        if decoded > told:
            told = decoded
            watch(pixels[..., :3], decoded)
        return read(min(read_bytes, most_bytes))

    image.load_read = read_and_tell  # type: ignore[method-assign]
    try:
        yield
    finally:
        del image.load_read  # else picture and array would hold each other until garbage is collected
