"""Finds damage in WebP, whose decoder takes whatever data come: once a bit is wrong, it is done too soon.

Of sound data all are needed, to the last bytes. So these are changed: a picture that looks the same then is damaged.
Lossless WebP is soon in step again after a wrong bit, and done not much too soon.
Sources: RFC 6386 (VP8) and RFC 9649 (WebP).
"""

import struct
import zlib
from typing import BinaryIO

import imagecodecs

from desktop.engine.decode.webp import LOSSLESS, LOSSY, data_bytes_of

END_BYTES = {LOSSY: 16, LOSSLESS: 2}  # that are changed; of the latter one at most is to spare
LEAST_BYTES = 256  # of fewer nothing can be said
CHANGES = (0xA5, 0x3D, 0xFF)  # what they are mixed with; a picture that looks the same after all is damaged
MAX_PIXELS = 40_000_000  # it takes as long as decoding twice
FAULTS = (ValueError, RuntimeError, OSError)


def is_damaged_webp(file: BinaryIO, size_px: tuple[int, int]) -> bool:
    """Whether the picture in `file`, of this (width, height), must be damaged somewhere; False of moving ones."""
    for kind in (LOSSY, LOSSLESS):
        data_bytes = data_bytes_of(file, kind)
        if data_bytes is not None and size_px[0] * size_px[1] <= MAX_PIXELS and data_bytes >= LEAST_BYTES:
            return _is_damaged(kind, file.read(data_bytes))
    return False


def _is_damaged(kind: bytes, data: bytes) -> bool:
    before, kept = _seen(kind, data), len(data) - END_BYTES[kind]
    return before is not None and all(
        _seen(kind, data[:kept] + bytes(byte ^ change for byte in data[kept:])) == before
        for change in CHANGES
    )


def _seen(kind: bytes, data: bytes) -> int | None:
    """A checksum of the pixels; None where the decoder gives none."""
    body = b"WEBP" + kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)
    try:
        return zlib.crc32(imagecodecs.webp_decode(b"RIFF" + struct.pack("<I", len(body)) + body).data)
    except FAULTS:
        return None
