"""TGA: Pillow reads it, and takes the fourth byte of a pixel for transparency whatever the header says of it.

Source: Truevision TGA File Format Specification 2.0 (1991), field 5.6, and what writers do against it.
"""

import io
import struct
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.decode.high_bit_depth_samples import Pixels
from desktop.engine.decode.pillow_channels import loaded_channels

DESCRIPTOR_AT, ALPHA_BITS = 17, 0x0F
HEADER = struct.Struct(
    "<BBBHHB8xB"
)  # bytes of the name, map, kind, first and number of colours and their bits, bits
SUFFIX = ".tga"
BITS_AT, MAP_AT, MAP_END = 16, 1, 8
WITHOUT_MAP = frozenset({2, 3, 10, 11})  # kinds of pictures


def readable(file: BinaryIO) -> BinaryIO:
    """The file for Pillow: without a map of colours where none is used, and with 16 bits in place of 15."""
    file.seek(0)
    head = file.read(HEADER.size)
    if len(head) < HEADER.size:
        return file
    name_bytes, has_map, kind, _, colours, colour_bits, bits = HEADER.unpack(head)
    if kind not in WITHOUT_MAP or not (has_map == 1 or bits == 15):
        return file
    start = bytearray(head + file.read(DESCRIPTOR_AT + 1 - len(head) + name_bytes))
    if has_map == 1:
        start[MAP_AT], start[MAP_AT + 2 : MAP_END] = 0, bytes(MAP_END - MAP_AT - 2)
        file.seek(colours * (-(-colour_bits // 8)), io.SEEK_CUR)
    start[BITS_AT] = 16 if bits == 15 else bits
    return io.BytesIO(bytes(start) + file.read())


def decode_tga(file: BinaryIO, image: Image.Image, path: Path) -> Pixels:
    """The picture in `file`; opaque where the header tells of no alpha, or where nothing of it would be seen."""
    descriptor = file.read(DESCRIPTOR_AT + 1)[-1]
    samples, alpha = loaded_channels(image, path)
    is_told = bool(descriptor & ALPHA_BITS)
    return Pixels(samples, alpha if is_told and alpha is not None and alpha.any() else None)
