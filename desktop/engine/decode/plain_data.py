"""Whether BMP, TGA, PNM and PSD have enough data for the size that their headers claim.

Pillow has read the header by then, and tells where the data begin and how they are packed.
"""

import io
import os
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageFile

from desktop.engine.decode import psd
from desktop.engine.decode.data_share import LEAST_SHARE, check_share

UNSUSPICIOUS = 1 / 40  # bytes a pixel with which runs hardly lack much; with less their pixels are counted
BMP_HEADER_AT, DEPTH_AT = 14, 28
OLDEST_BYTES, OLDEST_DEPTH_AT = 12, 24  # of the second header, and where it has the depth
BMP_HALVES = 2  # the way of packing with 4 bits a pixel
BMP_RUN = 2  # bytes: a count and a value, or 0 and an order
END_OF_LINE, END, DELTA = 0, 1, 2
TGA_DEPTH_AT, TGA_RUN, TGA_COUNT = 16, 0x80, 0x7F
PACKBITS_MOST = 64  # what a byte can stand for: 128 of them in two
TEXT_BYTES = 2  # of a number at least, with the space behind it


def check_bmp(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where so few data cannot be the picture."""
    tile = _tile(image)
    if tile is None:
        return
    data_bytes = _bytes_from(file, tile.offset)
    pixels = image.width * image.height
    if tile.codec_name == "bmp_rle":
        if data_bytes < pixels * UNSUSPICIOUS:
            file.seek(tile.offset)
            enough = int(pixels * LEAST_SHARE) + 1
            most = _run_pixels(
                file.read(), image.width, enough, are_halves=image.info["compression"] == BMP_HALVES
            )
            check_share(most, pixels, image.size, path)
        return
    file.seek(BMP_HEADER_AT)
    is_oldest = int.from_bytes(file.read(4), "little") == OLDEST_BYTES
    file.seek(OLDEST_DEPTH_AT if is_oldest else DEPTH_AT)
    bits = int.from_bytes(file.read(2), "little")
    check_share(data_bytes, pixels * bits // 8, image.size, path)


def check_tga(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where so few data cannot be the picture."""
    tile = _tile(image)
    if tile is None:
        return
    data_bytes = _bytes_from(file, tile.offset)
    file.seek(TGA_DEPTH_AT)
    bits = file.read(1)[0]
    most = data_bytes * 8 / bits
    pixels = image.width * image.height
    if tile.codec_name == "tga_rle":
        most = pixels
        if data_bytes < pixels * UNSUSPICIOUS:
            file.seek(tile.offset)
            most = _packet_pixels(file.read(), -(-bits // 8), int(pixels * LEAST_SHARE) + 1)
    check_share(most, pixels, image.size, path)


def check_pnm(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where so few data cannot be the picture."""
    tile = _tile(image)
    if tile is None:
        return
    data_bytes = _bytes_from(file, tile.offset)
    file.seek(0)
    kind = file.read(2)
    samples = image.width * image.height * len(image.getbands())
    if kind == b"P1":
        wanted = samples
    elif kind == b"P4":
        wanted = samples // 8
    elif kind in (b"P2", b"P3"):
        wanted = TEXT_BYTES * samples
    else:
        wanted = samples * (1 if _peak(file, tile.offset) < 256 else 2)
    check_share(data_bytes, wanted, image.size, path)


def check_psd(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where so few data cannot be the picture."""
    file.seek(0)
    _, _, count, height_px, width_px, bits, mode = psd.HEADER.unpack(file.read(psd.HEADER.size))
    psd.skip_to_pixels(file)
    compression = int.from_bytes(file.read(2))
    data_bytes = _bytes_from(file, file.tell())
    wanted = min(count, psd.CHANNELS.get(mode, 1)) * height_px * -(-width_px * bits // 8)
    if compression == psd.PACKBITS:
        data_bytes = PACKBITS_MOST * max(data_bytes - 2 * count * height_px, 0)
    elif compression != psd.RAW:
        return
    check_share(data_bytes, wanted, image.size, path)


def _run_pixels(data: bytes, width_px: int, enough: int, *, are_halves: bool) -> int:
    """How many pixels a BMP's runs give, counted no further than `enough`. are_halves: two values in a byte."""
    found = at = 0
    while at + BMP_RUN <= len(data) and found < enough:
        count, value = data[at], data[at + 1]
        at += BMP_RUN
        if count:
            found += count
        elif value == END_OF_LINE:
            found += -found % width_px
        elif value == END:
            break
        elif value == DELTA:
            right, up = data[at : at + 1], data[at + 1 : at + 2]
            found += int.from_bytes(right) + width_px * int.from_bytes(up)
            at += 2
        else:  # so many values as they are, filled up to an even number of bytes
            found += value
            value_bytes = (value + 1) // 2 if are_halves else value
            at += value_bytes + value_bytes % 2
    return found


def _packet_pixels(data: bytes, pixel_bytes: int, enough: int) -> int:
    """How many pixels the packets of a TGA give, counted no further than `enough`."""
    found = at = 0
    while at + pixel_bytes < len(data) and found < enough:
        count = 1 + (data[at] & TGA_COUNT)
        at += 1 + (pixel_bytes if data[at] & TGA_RUN else count * pixel_bytes)
        found += count
    return found


def _tile(image: Image.Image) -> "ImageFile._Tile | None":
    """Where the data begin and how they are packed; None where Pillow cannot decode them anyway."""
    tiles = image.tile if isinstance(image, ImageFile.ImageFile) else []
    return tiles[0] if tiles else None


def _peak(file: BinaryIO, end: int) -> int:
    """What white is in a binary PNM, whose header ends there: its last number."""
    file.seek(0)
    words = file.read(end).split()
    return int(words[-1]) if words and words[-1].isdigit() else 0


def _bytes_from(file: BinaryIO, start: int) -> int:
    """How many bytes there are behind a place, at which the file is when it was there before."""
    at = file.tell()
    found = max(file.seek(0, os.SEEK_END) - start, 0)
    file.seek(at, io.SEEK_SET)
    return found
