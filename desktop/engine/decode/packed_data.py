"""Whether WebP, JPEG 2000 and JPEG XL have enough data for the size that their headers claim.

Of lossless WebP (see `webp`), of AVIF, HEIC and a JPEG 2000 of one tile nothing can be said: a flat picture of any size
is a few bytes.
"""

import os
import struct
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.decode.data_share import LEAST_SHARE, check_share
from desktop.engine.decode.webp import LOSSY, data_bytes_of

# RFC 6386, sections 9.1, 11.2 and 11.3: the first part of the data tells how each macroblock of 16 x 16 is predicted,
# which takes 2.7 bits with the chances that are fixed for key frames, however flat it is.
VP8_MOST_PX = 1000  # of a byte
VP8_TAG_BYTES, VP8_SIZE_BIT = 3, 5  # before the data: where in it the length of the first part stands
# ISO/IEC 15444-1, annex A: the main header, sizes in it, and the parts of the tiles.
CODESTREAM, TILE_PART, DATA = b"\xff\x4f\xff\x51", b"\xff\x90", b"\xff\x93"
SIZES = struct.Struct(">8I")  # right, bottom, left, top of the picture; width, height, left, top of the tiles
SIZES_AT = 8
PART = struct.Struct(">2xHHIBB")  # length, tile, length of the part, number, how many
# ISO/IEC 18181-1, section C.1.2: a table has at least 12 bits for each group of at most 1024 x 1024.
JXL_GROUP_PX, JXL_GROUP_BITS = 1024, 12


def check_webp(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where so few lossy data cannot be the picture."""
    data_bytes = data_bytes_of(file, LOSSY)
    if data_bytes is not None:
        first_bytes = int.from_bytes(file.read(VP8_TAG_BYTES), "little") >> VP8_SIZE_BIT
        check_share(min(first_bytes, data_bytes) * VP8_MOST_PX, image.width * image.height, image.size, path)


def check_jpeg2000(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where hardly one of the tiles is there."""
    file.seek(0)
    content = file.read()
    start = content.find(CODESTREAM)
    if start < 0 or len(content) < start + SIZES_AT + SIZES.size:
        return
    right, bottom, left, top, across, down, tiles_left, tiles_top = SIZES.unpack_from(
        content, start + SIZES_AT
    )
    if not across or not down or (right - left, bottom - top) != image.size:  # which is told in other words
        return
    tiles = -(-(right - tiles_left) // across) * -(-(bottom - tiles_top) // down)
    check_share(_tiles_found(content, start, int(tiles * LEAST_SHARE) + 1), tiles, image.size, path)


def check_jxl(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where there is no room for the table of the picture's parts."""
    groups = -(-image.width // JXL_GROUP_PX) * -(-image.height // JXL_GROUP_PX)
    data_bytes = file.seek(0, os.SEEK_END)
    check_share(data_bytes * 8, groups * JXL_GROUP_BITS, image.size, path)


def _tiles_found(content: bytes, start: int, enough: int) -> int:
    """How many different tiles a codestream has parts of, counted no further than `enough`."""
    at = start + 2
    while content[at : at + 2] != TILE_PART:  # the segments of the main header
        if at + 4 > len(content) or content[at] != 0xFF:
            return enough  # the decoder will tell what is wrong
        at += 2 + max(int.from_bytes(content[at + 2 : at + 4]), 2)
    found: set[int] = set()
    while content[at : at + 2] == TILE_PART and at + PART.size <= len(content) and len(found) < enough:
        _, tile, length, _, _ = PART.unpack_from(content, at)
        found.add(tile)
        if length < PART.size:  # to the end of the file
            break
        at += length
    return len(found)
