"""Decodes JPEG with Pillow, and finds out what is damaged in it."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.arrays import Samples
from desktop.engine.decode.high_bit_depth_samples import Pixels, split, widened
from desktop.engine.decode.jpeg_feed import END_MARKER, JpegFeed
from desktop.engine.decode.jpeg_header import JpegHeader, check_data, check_supported, read_header
from desktop.engine.decode.jpeg_rows import RowGraying
from desktop.engine.decode.pillow_arrays import load_plain, load_rgb
from desktop.engine.imaging.damage import Damage

KINDS = ("JPEG", "MPO")  # as Pillow calls them; the second is a JPEG with further ones behind it
TWELVE_BITS = 12
PROBED_PIXELS = 1_000_000  # decoded some more times in a few hundredths of a second
PROBED_MCUS = 16  # of fewer it may be that none of their bits shows
CHANGES = (
    0xFE,
    0x80,
    0xAA,
    0x54,
)  # of the last byte; the first bit is always data, and some changes cannot be seen
LAST_ROWS = 64  # at least those of the last row of coded units
LACKS_END = "The end of the file is missing, but the picture is whole."


def checked_header(file: BinaryIO, path: Path, file_bytes: int) -> JpegHeader:
    """The header, of a JPEG that can be read; raises `UnsupportedPictureError` or `DamagedPictureError`."""
    header = read_header(file)
    check_supported(header, path)
    check_data(header, path, file_bytes)
    file.seek(0)
    return header


def load_jpeg(
    image: Image.Image, file: BinaryIO, header: JpegHeader, graying: RowGraying | None
) -> tuple[Samples, Damage | None, tuple[str, ...]]:
    """(H, W), (H, W, 3) or (H, W, 4) of a JPEG that Pillow opened, what is damaged, and notices.

    graying: is given the rows of a colour JPEG, and has begun. Raises `DataEndError`, or OSError.
    """
    feeds: list[JpegFeed] = []

    @contextmanager
    def feeding(is_done: Callable[[], bool]) -> Iterator[None]:
        file.seek(0)
        feed = JpegFeed(file, header, is_done)
        feeds.append(feed)
        image.load_read = feed.read  # type: ignore[attr-defined]
        try:
            yield
        finally:
            del image.load_read  # type: ignore[attr-defined]

    if image.mode == "RGB":
        samples: Samples = load_rgb(image, None if graying is None else graying.watch, feeding)
    else:
        samples = load_plain(image, feeding)
    if feeds[0].corrupt or _last_byte_is_unused(file, header, feeds[0]):
        return samples, Damage(), ()
    return samples, None, (LACKS_END,) if feeds[0].lacks_end else ()


def _last_byte_is_unused(file: BinaryIO, header: JpegHeader, feed: JpegFeed) -> bool:
    """Whether a small picture stays the same with any other last byte of its data, which thus are too many by one.

    Where only one byte is left over, the decoder may ask for it before it says that it is done.
    """
    too_large = header.width_px * header.height_px > PROBED_PIXELS
    if feed.scan_end is None or too_large or header.mcus < PROBED_MCUS:
        return False
    file.seek(0)
    content = bytearray(file.read()[: feed.scan_end] + END_MARKER)
    place = feed.scan_end - 1
    last = content[place]
    if not header.fill_last_unit(content) or content[place - 1] == 0xFF:
        return False
    original = _last_rows(content)
    for change in CHANGES:
        content[place] = last ^ change if last ^ change != 0xFF else 0xFD
        if not np.array_equal(_last_rows(content), original):
            return False
    return True


def _last_rows(content: bytearray) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(content), formats=KINDS) as image:
        return np.asarray(image.crop((0, max(image.height - LAST_ROWS, 0), *image.size)))


def as_eight_bits(file: BinaryIO, header: JpegHeader) -> BinaryIO:
    """The file of a JPEG with 12 bits as one with 8, whose metadata Pillow can read, but not its pixels."""
    file.seek(0)
    content = bytearray(file.read())
    content[header.bits_at] = 8
    return io.BytesIO(content)


def decode_twelve_bits(file: BinaryIO) -> Pixels:
    """(H, W) or (H, W, 3), 16 bits, of a JPEG with 12 bits a channel, which Pillow does not read."""
    return split(widened(np.asarray(imagecodecs.jpeg8_decode(file.read())), 12))
