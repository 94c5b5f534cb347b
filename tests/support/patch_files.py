"""Files that no library here writes, made of their values."""

import struct
import zlib
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray

Values = NDArray[Any]


def psd(values: Values, packed: bool = False, mode: int = 0) -> bytes:
    """A flat Photoshop document of 8 or 16 bits; packed: by PackBits. mode: of colours, 0 for grey, RGB or CMYK."""
    planes = values[None] if values.ndim == 2 else np.moveaxis(values, 2, 0)
    bits, mode = values.dtype.itemsize * 8, mode or (1 if values.ndim == 2 else values.shape[2])
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, len(planes), *values.shape[:2], bits, mode)
    content = planes.astype(values.dtype.newbyteorder(">"))
    if not packed:
        return header + bytes(14) + content.tobytes()
    rows = [imagecodecs.packbits_encode(row.tobytes()) for plane in content for row in plane]
    sizes = struct.pack(f">{len(rows)}H", *map(len, rows))
    return header + bytes(12) + b"\0\1" + sizes + b"".join(rows)


def pnm(values: Values, kind: bytes, peak: int) -> bytes:
    """PGM or PPM in bytes."""
    head = kind + b"\n%d %d\n%d\n" % (values.shape[1], values.shape[0], peak)
    return head + values.astype(">u2" if peak > 255 else np.uint8).tobytes()


def pnm_text(values: Values, kind: bytes, peak: int) -> bytes:
    """The same in digits."""
    head = kind + b"\n%d %d\n%d\n" % (values.shape[1], values.shape[0], peak)
    return head + b"\n".join(b"%d" % value for value in values.ravel()) + b"\n"


def psd_bits(ink: Values) -> bytes:
    """A flat Photoshop document of one bit a pixel, black where `ink` is true."""
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, 1, *ink.shape, 1, 0)
    return header + bytes(14) + np.packbits(ink, axis=1).tobytes()


def with_chunk(content: bytes, kind: bytes, body: bytes) -> bytes:
    """A PNG with a chunk behind its header."""
    chunk = struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return content[:33] + chunk + content[33:]


def bmp_by_masks(values: Values) -> bytes:
    """A BMP of (H, W, 3) of 10 bits, red first."""
    numbers = (
        np.left_shift(values.astype(np.uint32), [20, 10, 0]).sum(axis=2, dtype=np.uint32)[::-1].astype("<u4")
    )
    masks = struct.pack("<3I", 0x3FF00000, 0xFFC00, 0x3FF)
    info = struct.pack("<IiiHHIIiiII", 40, *values.shape[1::-1], 1, 32, 3, numbers.nbytes, 0, 0, 0, 0)
    return struct.pack("<2sIHHI", b"BM", 66 + numbers.nbytes, 0, 0, 66) + info + masks + numbers.tobytes()


def tga_15(values: Values) -> bytes:
    """A TGA of (H, W, 3) of 5 bits, that says 15 bits a pixel."""
    numbers = (
        np.left_shift(values.astype(np.uint16), [10, 5, 0]).sum(axis=2, dtype=np.uint16)[::-1].astype("<u2")
    )
    head = struct.pack("<BBB5xHHHHBB", 0, 0, 2, 0, 0, *values.shape[1::-1], 15, 0)
    return head + numbers.tobytes()
