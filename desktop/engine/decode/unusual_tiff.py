"""TIFF files that Pillow does not open, or of which it would read the wrong picture.

Deflate has a checksum, which libtiff does not look at where a strip is complete without it.
"""

import re
from pathlib import Path
from typing import Any, BinaryIO

import tifffile
from PIL import Image, TiffTags

from desktop.engine.core.reasons import PARSE_ERRORS, Reason
from desktop.engine.decode.tiff_colour import LAB, PHOTOMETRIC, has_other_inks, is_narrow
from desktop.engine.decode.tiff_curve import curve_notices
from desktop.engine.decode.tiff_pages import MainPage, has_raw_only, main_page
from desktop.engine.decode.tiff_repairs import is_mended, lacks_counts
from desktop.engine.decode.tiff_start import NOTICES, UnusualTiff, is_tiff
from desktop.engine.decode.tiff_values import DEFLATE
from desktop.engine.decode.tiff_ycbcr import is_ycbcr
from desktop.engine.files.plain_file import open_plain

TIFF_SUFFIXES = (".tif", ".tiff")
XMP, PROFILE, ORIENTATION = 700, 34675, 274
XMP_ORIENTATION = re.compile(rb"tiff:Orientation(?:=\"|>)([1-8])")
OF_PILLOW = frozenset(
    {1, 2, 3, 4, 5, 7, 8, 32773, 32946, 34925, 50000}
)  # compressions that its libtiff knows
TEXT_TAGS = frozenset(
    {
        *(
            "Artist",
            "Copyright",
            "DateTime",
            "DocumentName",
            "HostComputer",
            "ImageDescription",
            "Make",
            "Model",
        ),
        *("Orientation", "PageName", "Software"),
    }
)
FAULTS = (*PARSE_ERRORS, tifffile.TiffFileError, IndexError, EOFError, OSError)
PLAIN = (PHOTOMETRIC.MINISBLACK, PHOTOMETRIC.MINISWHITE, PHOTOMETRIC.RGB)
UINT = tifffile.SAMPLEFORMAT.UINT
SEPARATE = tifffile.PLANARCONFIG.SEPARATE
PREMULTIPLIED = 1  # TIFF's ExtraSamples: colour already multiplied with alpha


def opened_unusual(file: BinaryIO, page_index: int | None = None) -> UnusualTiff:
    """A TIFF without Pillow's help. Raises what tifffile raises of one that makes no sense.

    page_index: of the full-size pages, from 0; None for the photograph that is meant by the whole file.
    """
    file.seek(0)
    info: dict[str, Any] = {}
    with tifffile.TiffFile(file) as tiff:
        main = main_page(tiff, page_index or 0)
        page, first = main.page, tiff.pages.first
        size_px = (page.imagewidth, page.imagelength)
        if not all(size_px):
            raise Reason("its header makes no sense")
        info[NOTICES] = (*(main.notices if page_index is None else ()), *curve_notices(page))
        info["dpi"] = page.get_resolution(tifffile.RESUNIT.INCH)
        for name, code in (("xmp", XMP), ("icc_profile", PROFILE)):
            tag = page.tags.get(code) or first.tags.get(code)
            if tag is not None and isinstance(tag.value, bytes):
                info[name] = tag.value
        block = _exif_of(file, tiff)
    if ORIENTATION not in block:  # as Pillow does for the TIFFs that it reads
        told = XMP_ORIENTATION.search(info.get("xmp", b""))
        if told is not None:
            block[ORIENTATION] = int(told[1])
    return UnusualTiff(size_px, page_index, _pixel_bytes(page), info, block)


def _exif_of(file: BinaryIO, tiff: tifffile.TiffFile) -> Image.Exif:
    """What the first directory tells, and the ones that belong to it.

    Of a BigTIFF Pillow has to be told where that lies; one with the most significant byte first it takes for a
    classic TIFF, so that of such a one only texts and numbers of the first directory are kept.
    """
    block, first = Image.Exif(), tiff.pages.first
    if not tiff.is_bigtiff:
        file.seek(0)
        block.load_from_fp(file)
    elif tiff.byteorder == "<":
        block.endian, block.bigtiff = "<", True
        block.load_from_fp(file, first.offset)
    else:
        for tag in first.tags.values():
            is_kept = TiffTags.lookup(tag.code).name in TEXT_TAGS and tag.code not in block
            if is_kept and isinstance(tag.value, str | int):
                block[tag.code] = int(tag.value) if isinstance(tag.value, int) else tag.value
    return block


def _pixel_bytes(page: tifffile.TiffPage) -> int:
    """What a pixel takes at most while the page is decoded; measured, as in `memory_need`."""
    sample_bytes = -(-int(page.bitspersample) // 8)
    if page.sampleformat == tifffile.SAMPLEFORMAT.IEEEFP:
        return page.samplesperpixel * (2 * sample_bytes + 16)
    if page.photometric in LAB:
        return 4 * page.samplesperpixel * sample_bytes + 4
    return 3 * page.samplesperpixel * sample_bytes + 4


def page_count(path: Path) -> int:
    """How many photographs, full-size pages, a file has; 1 of what is no TIFF or cannot be read."""
    try:
        with open_plain(path) as file:
            if not is_tiff(file.read(4)):
                return 1
            file.seek(0)
            with tifffile.TiffFile(file) as tiff:
                return main_page(tiff).others + 1
    except FAULTS:
        return 1


def holds_raw_only(file: BinaryIO) -> bool:
    """Whether all that a TIFF holds is what a camera's sensor saw, not yet made a picture."""
    file.seek(0)
    try:
        with tifffile.TiffFile(file) as tiff:
            return has_raw_only(tiff)
    except FAULTS:
        return False


def is_unusual(file: BinaryIO) -> tuple[bool, tuple[str, ...]]:
    """Whether Pillow would give another picture of a TIFF than is meant; and notices of what is left out of it.

    A file that makes no sense is left to Pillow, which tells what is wrong with it or reads what can be read.
    """
    file.seek(0)
    try:
        with tifffile.TiffFile(file) as tiff:
            main = main_page(tiff)
            pillow_errs = _pillow_errs(main) or (tiff.is_bigtiff and tiff.byteorder == ">")
            return pillow_errs, (*main.notices, *curve_notices(main.page))
    except FAULTS:
        return False, ()


def _pillow_errs(main: MainPage) -> bool:
    page = main.page
    colormap = page.colormap if page.photometric == PHOTOMETRIC.PALETTE else None
    return (
        not main.is_first
        or int(page.compression) not in OF_PILLOW
        or (colormap is not None and is_narrow(colormap))
        or page.photometric in LAB
        or is_mended(page)
        or lacks_counts(page)
        or is_ycbcr(page)
        or (page.planarconfig == SEPARATE and PREMULTIPLIED in page.extrasamples)
        or has_other_inks(page)
        or (page.sampleformat != UINT and page.bitspersample <= 8)
        or (int(page.compression) in DEFLATE and page.photometric in PLAIN and page.bitspersample == 8)
    )
