"""What Pillow leaves out of BMP: the colour profile in it, and channels whose bits lie where few programs put them.

Source: Microsoft's BITMAPINFOHEADER and BITMAPV5HEADER.
"""

import io
import struct
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.reasons import Reason

START = b"BM"
HEADER = struct.Struct("<2xIHHI")  # of the file: its length, and where the pixels begin
INFO = struct.Struct("<IiiHHI")  # length of this header, width, height, planes, bits, compression
INFO_AT, MASKS_AT, V5_BYTES = 14, 54, 124
SPACE_AT, PROFILE_AT = INFO_AT + 56, INFO_AT + 112  # in the fifth version of the header
EMBEDDED = b"DEBM"  # a number whose letters read the other way round
BIT_FIELDS, BIT_FIELDS_AND_ALPHA = 3, 6  # ways of compression
MAX_PROFILE_BYTES = 16 << 20
PLAIN = struct.Struct("<2sIHHIIiiHHIIiiII")  # both headers of one with 24 bits


def profile_of(file: BinaryIO) -> bytes:
    """The ICC profile in a BMP; empty where there is none. The place in the file is lost."""
    file.seek(0)
    head = file.read(INFO_AT + V5_BYTES)
    if len(head) < INFO_AT + V5_BYTES or int.from_bytes(head[INFO_AT : INFO_AT + 4], "little") < V5_BYTES:
        return b""
    start, size = struct.unpack_from("<II", head, PROFILE_AT)
    if head[SPACE_AT : SPACE_AT + 4] != EMBEDDED or size > MAX_PROFILE_BYTES:
        return b""
    file.seek(INFO_AT + start)
    return file.read(size)


def with_plain_bits(file: BinaryIO) -> BinaryIO | None:
    """A BMP of 16 or 32 bits, whose masks tell where each channel lies, as one of 24; None of any other.

    Raises ValueError where it makes no sense.
    """
    file.seek(0)
    content = file.read()
    if len(content) < MASKS_AT + 12:
        return None
    pixels_at = HEADER.unpack_from(content)[3]
    _, width_px, height_px, _, bits, compression = INFO.unpack_from(content, INFO_AT)
    if compression not in (BIT_FIELDS, BIT_FIELDS_AND_ALPHA) or bits not in (16, 32):
        return None
    masks = struct.unpack_from("<3I", content, MASKS_AT)
    rows, row_bytes = abs(height_px), -(-width_px * bits // 32) * 4
    if width_px <= 0 or not rows or not all(masks) or len(content) < pixels_at + rows * row_bytes:
        raise Reason("its header makes no sense")
    plain_row_bytes = -(-3 * width_px // 4) * 4
    plain = np.zeros((rows, plain_row_bytes), np.uint8)
    values = np.frombuffer(content, np.uint8, rows * row_bytes, pixels_at).reshape(rows, row_bytes)
    for row, target in zip(values, plain, strict=True):
        numbers = row.view(f"<u{bits // 8}")[:width_px]
        for channel, mask in enumerate(masks):
            target[2 - channel : 3 * width_px : 3] = _channel(numbers, mask)
    head = PLAIN.pack(
        *(START, PLAIN.size + plain.size, 0, 0, PLAIN.size),
        *(40, width_px, height_px, 1, 24, 0, plain.size, 0, 0, 0, 0),
    )
    return io.BytesIO(head + plain.tobytes())


def _channel(numbers: NDArray[np.unsignedinteger], mask: int) -> NDArray[np.uint8]:
    """8 bits of what the mask leaves."""
    shift = (mask & -mask).bit_length() - 1
    found = (numbers & numbers.dtype.type(mask)) >> numbers.dtype.type(shift)
    level: NDArray[np.uint8] = np.rint(found * (255 / (mask >> shift))).astype(np.uint8)
    return level
