"""Whether a TIFF has enough data for the size that its header claims, before memory is taken for that."""

import os
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

import tifffile

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.tiff_pages import main_page
from desktop.engine.decode.unusual_tiff import FAULTS

# How many bytes one can stand for, by compression. LZW's longest string has 3838 bytes in a code of 12 bits; Deflate's
# 258 in two bits; PackBits' run 128 in two bytes; a block of JPEG has 64 in two bits, and twice that in all channels.
MOST_PACKED = MappingProxyType({1: 1, 5: 2560, 7: 600, 8: 1032, 32946: 1032, 32773: 64})
LEAST_SHARE = 0.05  # of its data that a picture must have; with less it is not worth the memory for all of it


def check_data(file: BinaryIO, page_index: int | None, path: Path) -> None:
    """Raise `DamagedPictureError` where so few data cannot be a full-size page, from 0 (None for the first)."""
    file_bytes = file.seek(0, os.SEEK_END)
    file.seek(0)
    try:
        with tifffile.TiffFile(file) as tiff:
            page = main_page(tiff, page_index or 0).page
            size_px = page.imagewidth, page.imagelength
            most_packed = MOST_PACKED.get(int(page.compression), 0)
            data_bytes = min(sum(page.databytecounts), file_bytes)
            wanted = size_px[0] * size_px[1] * page.samplesperpixel * int(page.bitspersample) // 8
    except FAULTS:  # the decoder will tell what is wrong
        return
    if most_packed and data_bytes * most_packed < wanted * LEAST_SHARE:
        raise DamagedPictureError(
            f"{path} is damaged or incomplete (its data are far too few for {size_px[0]} x {size_px[1]} px); "
            f"copy it again."
        )
