"""Whether a TIFF has enough data for the size that its header claims, before memory is taken for that."""

import os
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

import tifffile

from desktop.engine.decode.data_share import check_share
from desktop.engine.decode.tiff_pages import main_page
from desktop.engine.decode.unusual_tiff import FAULTS

# How many bytes one can stand for, by compression. LZW's longest string has 3838 bytes in a code of 12 bits; Deflate's
# 258 in two bits; PackBits' run 128 in two bytes; a block of JPEG has 64 in two bits, and twice that in all channels.
MOST_PACKED = MappingProxyType({1: 1, 5: 2560, 7: 600, 8: 1032, 32946: 1032, 32773: 64})


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
    if most_packed:
        check_share(data_bytes * most_packed, wanted, size_px, path)
