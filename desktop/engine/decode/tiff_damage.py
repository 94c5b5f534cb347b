"""Finds damage in compressed strips and tiles of a TIFF that decoders do not report: data that no encoder writes."""

from collections.abc import Callable
from typing import BinaryIO, Literal

import numpy as np
import tifffile

from desktop.engine.decode.jpeg_decoder import Check, CorruptJpegError
from desktop.engine.decode.tiff_pages import main_page
from desktop.engine.decode.tiff_values import segments
from desktop.engine.decode.unusual_tiff import FAULTS
from desktop.engine.decode.zeroed_sectors import has_zeroed_sector

UNCOMPRESSED, MODIFIED_HUFFMAN, GROUP_3, GROUP_4, JPEG, PACKBITS = 1, 2, 3, 4, 7, 32773
NO_CODE = bytes(8)  # so many zero bits stand in no code of ITU-T T.4 and T.6, but for filling up at the end
END_OF_LINE = bytes(11) + b"\1"  # of Group 3, a byte for each bit
PACKBITS_NOTHING = 128  # a byte that stands for no run
PADDING_BYTES = 1  # some writers make the length even


def is_corrupt(file: BinaryIO, page_index: int | None) -> bool:
    """Whether packed data of a full-size page, from 0 (None for the first), must be wrong somewhere."""
    file.seek(0)
    try:
        with tifffile.TiffFile(file) as tiff:
            page = main_page(tiff, page_index or 0).page
            if page.compression == UNCOMPRESSED:
                return False
            check = _CHECKS.get(int(page.compression))
            if check is not None and any(
                check(page, data, index) for index, data in enumerate(segments(page))
            ):
                return True
    except FAULTS:  # Pillow reads more than tifffile does
        return False
    file.seek(0)
    return has_zeroed_sector(file.read())


def _is_corrupt_jpeg(page: tifffile.TiffPage, data: bytes, _index: int) -> bool:
    tables = (page.jpegtables or b"")[:-2]
    check = Check(tables + data[2 if tables else 0 :], "GRAY")
    try:
        check.finish()
    except CorruptJpegError:
        return True
    return False


def _has_no_code(_page: tifffile.TiffPage, data: bytes, _index: int) -> bool:
    return NO_CODE in data.rstrip(b"\0")


def _lacks_lines(page: tifffile.TiffPage, data: bytes, index: int) -> bool:
    """Whether there are fewer ends of lines than lines; the last line may have none."""
    order: Literal["big", "little"] = "big" if int(page.fillorder) == 1 else "little"
    bits = np.unpackbits(np.frombuffer(data, np.uint8), bitorder=order).tobytes()
    rows = page.tilelength if page.is_tiled else _rows_of_strip(page, index)
    return bits.count(END_OF_LINE) < rows - 1


def _is_out_of_step(page: tifffile.TiffPage, data: bytes, index: int) -> bool:
    """Whether runs of PackBits do not end where the strip or tile does."""
    width = page.tilewidth if page.is_tiled else page.imagewidth
    rows = page.tilelength if page.is_tiled else _rows_of_strip(page, index)
    samples = 1 if page.planarconfig == tifffile.PLANARCONFIG.SEPARATE else page.samplesperpixel
    wanted = rows * -(-width * samples * page.bitspersample // 8)
    at = made = 0
    while made < wanted and at < len(data):
        kind = data[at]
        if kind < PACKBITS_NOTHING:
            made, at = made + kind + 1, at + kind + 2
        elif kind > PACKBITS_NOTHING:
            made, at = made + 257 - kind, at + 2
        else:
            at += 1
    rest = data[at:].strip(bytes([PACKBITS_NOTHING]))
    return made != wanted or at > len(data) or len(rest) > PADDING_BYTES


def _rows_of_strip(page: tifffile.TiffPage, index: int) -> int:
    strips = -(-page.imagelength // page.rowsperstrip)
    first = index % strips * page.rowsperstrip
    return int(min(page.rowsperstrip, page.imagelength - first))


_CHECKS: dict[int, Callable[[tifffile.TiffPage, bytes, int], bool]] = {
    MODIFIED_HUFFMAN: _has_no_code,
    GROUP_3: _lacks_lines,
    GROUP_4: _has_no_code,
    JPEG: _is_corrupt_jpeg,
    PACKBITS: _is_out_of_step,
}
