"""Writes JPEG in stripes that are encoded on all cores: memory is bounded, and cancelling takes effect between stripes.

A JPEG file may be cut into restart intervals, each of which can be decoded alone (ITU-T T.81, E.1.4). So each
stripe is encoded as a picture of its own; the stripes' compressed data joined with restart markers under one
header are one picture, equal to what would have been decoded from the picture encoded at once.
"""

import struct
from collections.abc import Callable, Iterator

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.parallel import map_stripes

BLOCK_PX = 8
MAX_INTERVAL = 65_535  # blocks between two restart markers
STRIPE_PIXELS = 1 << 18
START_OF_IMAGE, END_OF_IMAGE = b"\xff\xd8", b"\xff\xd9"
START_OF_FRAME, START_OF_SCAN, RESTART_INTERVAL = 0xC0, 0xDA, 0xDD
APPLICATION_DATA = range(0xE0, 0xF0)
COMMENT = 0xFE
FIRST_RESTART, RESTARTS = 0xD0, 8

Rows = Callable[[slice], NDArray[np.uint8]]


def encode_stripes(
    rows: Rows,
    size_px: tuple[int, int],
    metadata_from: bytes,
    quality: int,
    cancel: CancelToken | None = None,
    *,
    threads: int | None = None,
) -> Iterator[bytes]:
    """The pieces of a JPEG file in order, 8 bits, with full colour resolution (4:4:4).

    rows: gives any rows of the picture, (n, W, 3 or 4) sRGB, on any thread; a fourth channel is passed over.
    size_px: (width, height).
    metadata_from: a JPEG file whose application data and comments this one gets. Raises `Cancelled`.
    """
    width, height = size_px
    blocks_across = -(-width // BLOCK_PX)
    block_rows = max(1, min(STRIPE_PIXELS // (width * BLOCK_PX), MAX_INTERVAL // blocks_across))

    def work(stripe: slice) -> bytes:
        part = rows(stripe)
        spaces = imagecodecs.JPEG8.CS
        return bytes(
            imagecodecs.jpeg8_encode(
                part,
                level=quality,
                colorspace=spaces.EXT_RGBX if part.shape[2] == 4 else spaces.EXT_RGB,
                outcolorspace=spaces.YCbCr,
                subsampling="444",
                optimize=False,
            )
        )

    encoded = map_stripes(height, block_rows * BLOCK_PX, work, cancel=cancel, threads=threads)
    for number, file in enumerate(encoded):
        segments, scan = _parts(file)
        if number == 0:
            yield START_OF_IMAGE + _described(metadata_from)
            yield _header(segments, height, block_rows * blocks_across)
        else:
            yield bytes((0xFF, FIRST_RESTART + (number - 1) % RESTARTS))
        yield scan
    yield END_OF_IMAGE


def _described(file: bytes) -> bytes:
    """The application data and comments of a JPEG file."""
    segments, _ = _parts(file)
    return b"".join(
        segment for marker, segment in segments if marker in APPLICATION_DATA or marker == COMMENT
    )


def _header(segments: list[tuple[int, bytes]], height: int, interval: int) -> bytes:
    """A stripe's tables and frame, made true of the whole picture."""
    header = []
    for marker, segment in segments:
        if marker == START_OF_FRAME:
            header.append(segment[:5] + struct.pack(">H", height) + segment[7:])
        elif marker == START_OF_SCAN:
            header.append(struct.pack(">BBHH", 0xFF, RESTART_INTERVAL, 4, interval) + segment)
        elif marker not in APPLICATION_DATA:
            header.append(segment)
    return b"".join(header)


def _parts(file: bytes) -> tuple[list[tuple[int, bytes]], bytes]:
    """The segments of a JPEG file by marker, up to the start of the scan, and the scan's data."""
    segments = []
    place, marker = len(START_OF_IMAGE), 0
    while marker != START_OF_SCAN:
        marker, length = struct.unpack_from(">xBH", file, place)
        segments.append((marker, file[place : place + 2 + length]))
        place += 2 + length
    return segments, file[place : -len(END_OF_IMAGE)]
