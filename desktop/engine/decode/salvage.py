"""Decodes what is left of a damaged file with Pillow, which keeps the pixels that it decoded before an error.

The picture is decoded twice, over two different greys: a pixel that is the same both times was in the file.
"""

import io
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO

import numpy as np
from PIL import Image

from desktop.engine.core.arrays import Samples
from desktop.engine.core.reasons import Reason
from desktop.engine.decode.gif_data import FORMAT as GIF
from desktop.engine.decode.jpeg import KINDS
from desktop.engine.decode.jpeg_feed import JpegFeed, tries
from desktop.engine.decode.jpeg_header import JpegHeader, read_header
from desktop.engine.imaging.damage import LEAST_SOUND, WHOLE, Damage

FILLS = (128, 96)  # greys under what is decoded; the first is what a user sees in place of the rest
OPAQUE = 255
ALL_OR_NOTHING = frozenset({"AVIF", "HEIF", "JXL", "WEBP"})  # whose libraries hand out no part of a picture
MODES = ("L", "LA", "RGB", "RGBA", "CMYK", "I;16", "1", "P")  # what can be filled beforehand
FAULTS = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    struct.error,
)  # of a decoder on damaged data

Opener = Callable[[BinaryIO], Image.Image]
Channels = Callable[[Image.Image], tuple[Samples, Samples | None]]


def salvaged(
    file: BinaryIO, opener: Opener, channels: Channels, error: Exception
) -> tuple[Samples, Samples | None, Image.Image, Damage]:
    """Samples, alpha, the picture they come from, and what of it is sound; raises `error` where nothing is.

    opener: opens the file anew. channels: gives samples and alpha of a loaded picture.
    """
    found = []
    for fill in FILLS:
        file.seek(0)
        image = opener(file)
        if image.mode not in MODES:
            raise error
        header = _jpeg_header(image, file)
        if header is not None and not header.is_single_scan:
            image = _with_most_scans(file, header, error)
            return *channels(image), image, Damage()
        _load_over(image, fill, None if header is None else JpegFeed(file, header))
        marks = np.array(image) if image.mode == "P" else None  # two numbers may stand for one colour
        found.append((*channels(image), image, marks))
    (samples, alpha, image, marks), (others, _, _, other_marks) = found
    same = samples == others if marks is None else marks == other_marks
    same = same if same.ndim == 2 else same.all(axis=2)
    sound = float(np.mean(same))
    if sound < LEAST_SOUND:
        raise error
    if marks is not None:
        samples[~same] = FILLS[0]
        if alpha is not None:
            alpha[~same] = OPAQUE
    return samples, alpha, image, Damage(sound if sound < WHOLE else None)


def _jpeg_header(image: Image.Image, file: BinaryIO) -> JpegHeader | None:
    if image.format not in KINDS:
        return None
    header = read_header(file)
    file.seek(0)
    return header


def _with_most_scans(file: BinaryIO, header: JpegHeader, error: Exception) -> Image.Image:
    """The picture with as many of its scans as can be decoded: coarser where some are missing."""
    for content in tries(file.read(), header):
        with suppress(*FAULTS):
            image = Image.open(io.BytesIO(content), formats=KINDS)
            image.load()
            return image
    raise error


def _load_over(image: Image.Image, fill: int, feed: JpegFeed | None) -> None:
    """Decode a picture, over grey, as far as that goes. feed: gives the data of a JPEG."""
    size_px, mode = image.size, image.mode
    if image.format == GIF:
        image._frame_transparency = None  # type: ignore[attr-defined] # else Pillow fills it with that itself
    image.im = Image.new(mode, size_px, _ink(mode, fill)).im
    if feed is not None:
        image.load_read = feed.read  # type: ignore[attr-defined]
    with suppress(*FAULTS):
        image.load()
    image.tile = []  # type: ignore[attr-defined] # Pillow shall not begin anew
    vars(image).pop("load_read", None)
    if image.size != size_px:
        raise Reason("its parts disagree about its size")


def _ink(mode: str, fill: int) -> int | tuple[int, ...]:
    if mode == "1":
        return 255 if fill >= FILLS[0] else 0
    if mode == "I;16":
        return fill * 257
    if mode == "CMYK":
        return (0, 0, 0, 255 - fill)
    opaque = () if mode in ("RGB", "L", "P") else (255,)
    grays = (fill,) * (3 if mode.startswith("RGB") else 1)
    return (*grays, *opaque) if len(grays) + len(opaque) > 1 else fill
