"""Finds damage in compressed strips and tiles of a TIFF that decoders do not report: data that no encoder writes."""

from collections.abc import Callable
from typing import BinaryIO

import numpy as np
import tifffile

from desktop.engine.decode.fax_check import GROUP_3, GROUP_4, MODIFIED_HUFFMAN, FaxKind, is_faulty
from desktop.engine.decode.fax_page import OPTIONS_3, OPTIONS_4
from desktop.engine.decode.jpeg_decoder import Check, CorruptJpegError
from desktop.engine.decode.tiff_pages import main_page
from desktop.engine.decode.tiff_values import segments
from desktop.engine.decode.unusual_tiff import FAULTS
from desktop.engine.decode.zeroed_sectors import holds_zeroed_sector

UNCOMPRESSED, JPEG, PACKBITS = 1, 7, 32773
TWO_DIMENSIONAL, UNCODED_ROWS = 1, 2  # bits of T4Options and T6Options
LEAST_BIT_FIRST = 2  # FillOrder
BITS_OF_CHECK = 8  # of a channel of JPEG
MAX_FAX_BYTES = 2 << 20  # of a strip; more would take seconds
PACKBITS_NOTHING = 128  # a byte that stands for no run
PADDING_BYTES = 1  # some writers make the length even


def is_corrupt(file: BinaryIO, page_index: int | None) -> bool:
    """Whether packed data of a full-size page, from 0 (None for the first), must be wrong somewhere.

    Raises EOFError where there are none at all, of which decoders make black.
    """
    file.seek(0)
    is_empty = True
    try:
        with tifffile.TiffFile(file) as tiff:
            page = main_page(tiff, page_index or 0).page
            if page.compression == UNCOMPRESSED:
                return False
            check = _CHECKS.get(int(page.compression))
            for index, data in enumerate(segments(page)):
                if not data:
                    continue
                is_empty = False
                if check is None:  # then nothing is looked for in the others, either
                    break
                if check(page, data, index):
                    return True
    except FAULTS:  # Pillow reads more than tifffile does
        return False
    if is_empty:
        raise EOFError
    return holds_zeroed_sector(file)


def _is_corrupt_jpeg(page: tifffile.TiffPage, data: bytes, _index: int) -> bool:
    if page.bitspersample != BITS_OF_CHECK:
        return False
    tables = (page.jpegtables or b"")[:-2]
    check = Check(tables + data[2 if tables else 0 :], "GRAY")
    try:
        check.finish()
    except CorruptJpegError:
        return True
    return False


def _is_faulty_fax(page: tifffile.TiffPage, data: bytes, index: int) -> bool:
    options = page.tags.get(OPTIONS_3 if page.compression == GROUP_3 else OPTIONS_4)
    told = options.value if options is not None and isinstance(options.value, int) else 0
    if (
        told & UNCODED_ROWS
        or len(data) > MAX_FAX_BYTES
        or page.bitspersample != 1
        or page.samplesperpixel != 1
    ):
        return False
    data = _most_bit_first(page, data)
    rows = page.tilelength if page.is_tiled else _rows_of_strip(page, index)
    width = page.tilewidth if page.is_tiled else page.imagewidth
    two_dimensional = page.compression == GROUP_3 and bool(told & TWO_DIMENSIONAL)
    return is_faulty(data, FaxKind(int(page.compression), width, rows, two_dimensional))


def _most_bit_first(page: tifffile.TiffPage, data: bytes) -> bytes:
    if int(page.fillorder) != LEAST_BIT_FIRST:
        return data
    return np.packbits(np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little")).tobytes()


def _is_out_of_step(page: tifffile.TiffPage, data: bytes, index: int) -> bool:
    """Whether runs of PackBits do not end where the strip or tile does."""
    width = page.tilewidth if page.is_tiled else page.imagewidth
    rows = page.tilelength if page.is_tiled else _rows_of_strip(page, index)
    samples = 1 if page.planarconfig == tifffile.PLANARCONFIG.SEPARATE else page.samplesperpixel
    wanted = rows * -(-width * samples * page.bitspersample // 8)
    data = _most_bit_first(page, data)
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
    MODIFIED_HUFFMAN: _is_faulty_fax,
    GROUP_3: _is_faulty_fax,
    GROUP_4: _is_faulty_fax,
    JPEG: _is_corrupt_jpeg,
    PACKBITS: _is_out_of_step,
}
