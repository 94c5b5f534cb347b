"""What can still be read of a damaged PNG of 16 bits, which Pillow would cut to 8: its rows above the damage.

Source: PNG, third edition (2025), sections 7 and 9.
"""

import struct
import zlib
from typing import BinaryIO

import imagecodecs
import numpy as np

from desktop.engine.decode.high_bit_depth_samples import Pixels, split
from desktop.engine.decode.inflating import inflate
from desktop.engine.decode.png_chunks import SIGNATURE, chunks
from desktop.engine.imaging.damage import LEAST_SOUND, Damage

HEADER = struct.Struct(">IIBBBBB")  # width, height, bits, colour type, and three kinds of method
CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}  # by colour type
WITH_ALPHA = 4
MAX_FILTER = 4  # the number that each row begins with
GRAY, OPAQUE = b"\x80\x80", b"\xff\xff"


def salvaged_deep_png(file: BinaryIO) -> Pixels | None:
    """The picture in `file`, grey below the damage; None where it has not 16 bits, is interlaced or nothing is left."""
    header, parts = b"", []
    for kind, start, end in chunks(file):
        file.seek(start + 8)
        body = file.read(end - start - 12)
        if kind == b"IHDR" and not header:
            header = body
        elif kind == b"IDAT":
            parts.append(body)
    if len(header) != HEADER.size:
        return None
    width_px, height_px, bits, colour_type, _, _, interlace = HEADER.unpack(header)
    if bits != 16 or interlace or colour_type not in CHANNELS:
        return None
    row_bytes = 1 + 2 * CHANNELS[colour_type] * width_px
    data = inflate(b"".join(parts), row_bytes * height_px)[: row_bytes * height_px]
    filters = np.frombuffer(data[: len(data) // row_bytes * row_bytes : row_bytes], np.uint8)
    odd = np.flatnonzero(filters > MAX_FILTER)
    rows = int(odd[0]) if odd.size else len(filters)
    if rows < LEAST_SOUND * height_px:
        return None
    colours = CHANNELS[colour_type] - bool(colour_type & WITH_ALPHA)
    pixel = GRAY * colours + OPAQUE * bool(colour_type & WITH_ALPHA)
    data = data[: rows * row_bytes] + (b"\0" + pixel * width_px) * (height_px - rows)
    content = (
        SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(data, 1)) + _chunk(b"IEND", b"")
    )
    found = split(np.asarray(imagecodecs.png_decode(content)))
    damage = Damage(rows / height_px if rows < height_px else None)
    return Pixels(found.samples, found.alpha, damage=damage)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
