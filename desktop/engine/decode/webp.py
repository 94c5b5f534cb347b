"""Lossless WebP of very few data, which Pillow would take the memory of three pictures for, sound or not.

Source: RFC 9649, WebP Image Format (2024), section 2.
"""

import os
from pathlib import Path
from typing import BinaryIO

import imagecodecs
from PIL import Image

from desktop.engine.decode.high_bit_depth_samples import Pixels, split

LOSSY, LOSSLESS, ANIMATION = b"VP8 ", b"VP8L", b"ANIM"
CHUNKS_AT, MAX_CHUNKS = 12, 1000
FEW = 1 / 50  # bytes a pixel; photographs have more than ten times that


def decode_webp(file: BinaryIO, image: Image.Image, _: Path) -> Pixels | None:
    """The picture in `file` if its data are so few that its header may lie; None of others, which Pillow reads.

    This decoder takes no memory before it has something to write there. Raises RuntimeError for damaged data.
    """
    data_bytes = data_bytes_of(file, LOSSLESS)
    if data_bytes is None or data_bytes >= image.width * image.height * FEW:
        return None
    file.seek(0)
    return split(imagecodecs.webp_decode(file.read()))


def data_bytes_of(file: BinaryIO, wanted: bytes) -> int | None:
    """How many bytes of the first chunk of a kind are there; None where there is none, or where pictures move.

    The file is where they begin then.
    """
    at, end = CHUNKS_AT, file.seek(0, os.SEEK_END)
    for _ in range(MAX_CHUNKS):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8 or head[:4] == ANIMATION:
            return None
        length = int.from_bytes(head[4:], "little")
        if head[:4] == wanted:
            file.seek(at + len(head))
            return min(length, end - at - len(head))
        at += 8 + length + length % 2
    return None
