"""HEIC, the format of telephones, decoded by libheif; imported only when such a file comes.

`pi_heif` is the half of `pillow_heif` that reads: without the encoder, which is under the GPL and 23 MB large.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image

from desktop.engine.colour.coded_profiles import of_code_points
from desktop.engine.decode.heif_items import read_grid, read_items, size_of
from desktop.engine.decode.high_bit_depth_samples import Pixels, split, widened, with_grey
from desktop.engine.decode.pillow_channels import loaded_channels
from desktop.engine.imaging.damage import Damage

BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
AVIF_BRAND = b"avif"  # among the compatible ones it tells that a general brand stands for AVIF
START_BYTES = 64
FORMAT = "HEIF"
SMALL = "tintype small"  # in `info` of a picture of which a small copy is wanted: damage is looked at nowhere
BOX_HEADER = struct.Struct(">I4s")  # size with the header, kind; 1 stands for a longer size behind it
ITEM_TYPE_AT = {0: 8, 1: 8, 2: 8, 3: 10}  # by an entry's version: where its type and names begin


def is_heic(start: bytes) -> bool:
    """Whether a file's first START_BYTES bytes say that it is HEIC."""
    return start[4:8] == b"ftyp" and start[8:12] in BRANDS and AVIF_BRAND not in start


def teach_pillow() -> None:
    """Let Pillow open HEIC."""
    import pi_heif

    # What is not used is not read: in damaged files it is where decoders fail.
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def check_items(file: BinaryIO) -> None:
    """Raise ValueError where the kind or name of an item is not UTF-8, as the format demands.

    pi_heif 1.4 would end the whole program there: it takes for granted that these bytes make a string.
    """
    for part in _parts_with_items(file):
        start = part.find(b"infe")
        while start >= 0:
            _check_entry(part, start)
            start = part.find(b"infe", start + 1)


def _parts_with_items(file: BinaryIO) -> Iterator[bytes]:
    """All boxes of the file but those of the pictures' own data, where four letters may stand by chance."""
    end = file.seek(0, os.SEEK_END)
    start = 0
    while start < end:
        file.seek(start)
        header = file.read(BOX_HEADER.size + 8)
        if len(header) < BOX_HEADER.size:
            return
        size, kind = BOX_HEADER.unpack_from(header)
        if size == 1:
            size = int.from_bytes(header[BOX_HEADER.size :], "big")
        if size < BOX_HEADER.size:  # up to the end of the file, or nonsense
            size = end - start
        if kind != b"mdat":
            file.seek(start)
            yield file.read(min(size, end - start))
        start += size


def _check_entry(part: bytes, kind_at: int) -> None:
    size = int.from_bytes(part[max(kind_at - 4, 0) : kind_at], "big")
    body = kind_at + 4 + (8 if size == 1 else 0)
    end = kind_at - 4 + size if size >= BOX_HEADER.size else len(part)
    version = part[body] if body < len(part) else 0
    part[body + ITEM_TYPE_AT.get(version, 8) : end].decode("utf-8")


def decode_heif(file: BinaryIO, image: Image.Image, path: Path) -> Pixels:
    """The main picture in `file`. A profile that stands for code points is put into `image.info`."""
    bits = int(image.info.get("bit_depth", 8))
    codes = image.info.get("nclx_profile") or {}
    profile, notices = of_code_points(
        int(codes.get("color_primaries", 2)), int(codes.get("transfer_characteristics", 2))
    )
    if profile and not image.info.get("icc_profile"):
        image.info["icc_profile"] = profile
    if bits <= 8:
        pixels = Pixels(*loaded_channels(image, path), notices=notices)
    else:
        import pi_heif

        picture = pi_heif.open_heif(file, convert_hdr_to_8bit=False, hdr_to_16bit=False)
        pixels = split(widened(np.asarray(picture), bits), notices)
    if SMALL in image.info:
        return pixels
    file.seek(0)
    return _with_damage_told(pixels, file.read())


def _with_damage_told(pixels: Pixels, content: bytes) -> Pixels:
    """The picture with its damaged tiles grey, as far as the file tells where they lie."""
    from desktop.engine.decode.hevc_check import damaged_items

    try:
        items = read_items(content)
        grid = read_grid(items, content)
    except ValueError:  # the decoder has found its way all the same
        return pixels
    tiles = list(items.made_of.get(items.primary, ())) or [items.primary]
    damaged = damaged_items(items, tiles, content)
    if not damaged:
        return pixels
    tile_px = None if grid is None else size_of(items, grid.tiles[0], content)
    if grid is None or tile_px is None:
        return replace(pixels, damage=Damage())
    lost = grid.places({number for number, tile in enumerate(grid.tiles) if tile in damaged}, tile_px)
    return with_grey(pixels, grid.upright(lost))
