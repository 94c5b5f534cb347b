"""What some programs leave out of a TIFF's directory, taken as libtiff takes it, and with it most other programs.

Source: what libtiff says that it assumes, in its warnings (4.5).
"""

import os

import numpy as np
import tifffile

from desktop.engine.decode.tiff_colour import inks_of

PHOTOMETRIC_INTERPRETATION, SAMPLES_PER_PIXEL = 262, 277
COUNTS = (279, 325)  # bytes of strips, and of tiles
FAX, OLD_JPEG = frozenset({2, 3, 4}), 6  # compressions
STREAM, STREAM_BYTES = 513, 514  # where a whole JPEG lies that strips of old JPEG are parts of
JPEG_START = b"\xff\xd8"
ASSUMED = "The file does not say what its values mean; they are read as most programs read them."
_KINDS = tifffile.PHOTOMETRIC


def mended(page: tifffile.TiffPage) -> tifffile.TiffPage:
    """The page itself, with what its directory lacks; mending it again changes nothing."""
    if page.tags.get(PHOTOMETRIC_INTERPRETATION) is None:
        is_fax = int(page.compression) in FAX
        page.photometric = _KINDS.MINISWHITE if is_fax else _without_map(page)
    elif is_one_ink(page):
        page.photometric = _KINDS.MINISWHITE
    elif page.photometric == _KINDS.PALETTE and page.bitspersample == 8 and not _has_map(page):
        page.photometric = _without_map(page)
    if (
        page.photometric == _KINDS.RGB
        and page.tags.get(SAMPLES_PER_PIXEL) is None
        and page.samplesperpixel == 1
    ):
        page.samplesperpixel = 3
        page.shape, page.axes = (page.imagelength, page.imagewidth, 3), "YXS"
        page.shaped = (1, 1, page.imagelength, page.imagewidth, 3)
    if page.photometric == _KINDS.RGB and page.samplesperpixel < 3:
        page.photometric = _KINDS.MINISBLACK
    if int(page.compression) == OLD_JPEG:
        _take_whole_stream(page)
    if lacks_counts(page) and len(page.dataoffsets) == len(page.databytecounts) and all(page.dataoffsets):
        page.databytecounts = _counts_up_to_the_next(page)
    return page


def is_mended(page: tifffile.TiffPage) -> bool:
    """Whether it had to be assumed what a page's numbers mean."""
    tag = page.tags.get(PHOTOMETRIC_INTERPRETATION)
    lacks_samples = page.tags.get(SAMPLES_PER_PIXEL) is None and page.samplesperpixel > 1
    return tag is None or tag.value != page.photometric or lacks_samples


def is_one_ink(page: tifffile.TiffPage) -> bool:
    """Whether a page has but one ink, also of one that is mended."""
    tag = page.tags.get(PHOTOMETRIC_INTERPRETATION)
    return tag is not None and tag.value == _KINDS.SEPARATED and inks_of(page) == 1


def lacks_counts(page: tifffile.TiffPage) -> bool:
    """Whether a page does not tell how long its strips or tiles are."""
    tags = [page.tags.get(code) for code in COUNTS]
    values = [tag.value for tag in tags if tag is not None]
    return bool(values) and not any(any(value) if isinstance(value, tuple) else value for value in values)


def _take_whole_stream(page: tifffile.TiffPage) -> None:
    """Take a JPEG for what it is, or its header for the strips that lack one."""
    told = [page.tags.get(code) for code in (STREAM, STREAM_BYTES)]
    if not all(tag is not None and tag.value for tag in told) or not page.dataoffsets or page.jpegheader:
        return
    at, size = (int(np.ravel(tag.value)[0]) for tag in told if tag is not None)
    file = page.parent.filehandle
    file.seek(page.dataoffsets[0])
    if file.read(len(JPEG_START)) == JPEG_START:
        return
    file.seek(at)
    stream = file.read(min(size, file.size))
    if not stream.startswith(JPEG_START):
        return
    end = max(map(sum, zip(page.dataoffsets, page.databytecounts, strict=False)))
    if at <= page.dataoffsets[0] and end <= at + len(stream):
        page.dataoffsets, page.databytecounts = (at,), (len(stream),)
        page.rowsperstrip = page.imagelength
    else:
        page.jpegheader = stream


def _without_map(page: tifffile.TiffPage) -> tifffile.PHOTOMETRIC:
    return _KINDS.RGB if page.samplesperpixel >= 3 else _KINDS.MINISBLACK


def _has_map(page: tifffile.TiffPage) -> bool:
    colormap = page.colormap
    return colormap is not None and colormap.size == 3 << page.bitspersample


def _counts_up_to_the_next(page: tifffile.TiffPage) -> tuple[int, ...]:
    """As much as there can be of each strip or tile."""
    file = page.parent.filehandle
    ends = sorted({*page.dataoffsets, file.seek(0, os.SEEK_END)})
    return tuple(next((end for end in ends if end > at), at) - at for at in page.dataoffsets)
