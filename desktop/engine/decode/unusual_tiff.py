"""TIFF files that Pillow does not open, or of which it would read the wrong picture.

Deflate has a checksum, which libtiff does not look at where a strip is complete without it.
"""

import re
from pathlib import Path
from typing import BinaryIO, Self

import tifffile
from PIL import Image, TiffTags

from desktop.engine.core.reasons import PARSE_ERRORS, Reason
from desktop.engine.decode.tiff_colour import LAB, PHOTOMETRIC, has_other_inks, is_narrow
from desktop.engine.decode.tiff_curve import curve_notices
from desktop.engine.decode.tiff_pages import MainPage, has_raw_only, main_page
from desktop.engine.decode.tiff_repairs import is_mended, lacks_counts
from desktop.engine.decode.tiff_values import DEFLATE
from desktop.engine.decode.tiff_ycbcr import is_ycbcr
from desktop.engine.files.plain_file import open_plain
from desktop.engine.metadata.tiff_ifd import HEADERS

TIFF_SUFFIXES = (".tif", ".tiff")
BIG_HEADERS = (b"II+\0", b"MM\0+")
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
NOTICES = "tintype notices"  # in `info` of a picture: sentences about what was done to open it
FAULTS = (*PARSE_ERRORS, tifffile.TiffFileError, IndexError, EOFError, OSError)
PLAIN = (PHOTOMETRIC.MINISBLACK, PHOTOMETRIC.MINISWHITE, PHOTOMETRIC.RGB)
UINT = tifffile.SAMPLEFORMAT.UINT
SEPARATE = tifffile.PLANARCONFIG.SEPARATE
PREMULTIPLIED = 1  # TIFF's ExtraSamples: colour already multiplied with alpha


class UnusualTiff(Image.Image):
    """What the rest of reading asks a picture that Pillow opened: size, pages, metadata. It has no pixels.

    pixel_bytes: the memory that each takes at most while they are read.
    """

    format = "TIFF"

    def __init__(self, file: BinaryIO, page_index: int | None = None) -> None:
        """page_index: of the full-size pages, from 0; None for the photograph that is meant by the whole file."""
        super().__init__()
        self.page_index = page_index
        file.seek(0)
        with tifffile.TiffFile(file) as tiff:
            main = main_page(tiff, page_index or 0)
            page, first = main.page, tiff.pages.first
            self._size = (page.imagewidth, page.imagelength)
            if not all(self._size):
                raise Reason("its header makes no sense")
            self.pixel_bytes = _pixel_bytes(page)
            self.info[NOTICES] = (*(main.notices if page_index is None else ()), *curve_notices(page))
            self.info["dpi"] = page.get_resolution(tifffile.RESUNIT.INCH)
            for name, code in (("xmp", XMP), ("icc_profile", PROFILE)):
                tag = page.tags.get(code) or first.tags.get(code)
                if tag is not None and isinstance(tag.value, bytes):
                    self.info[name] = tag.value
            self._block = _exif_of(file, tiff)
        if ORIENTATION not in self._block:  # as Pillow does for the TIFFs that it reads
            told = XMP_ORIENTATION.search(self.info.get("xmp", b""))
            if told is not None:
                self._block[ORIENTATION] = int(told[1])

    def getexif(self) -> Image.Exif:
        """EXIF, gathered from the file's directories."""
        return self._block

    def __enter__(self) -> Self:
        return self


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


def is_tiff(start: bytes) -> bool:
    """Whether a file that begins with these bytes is TIFF."""
    return start[:4] in HEADERS or start[:4] in BIG_HEADERS


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
