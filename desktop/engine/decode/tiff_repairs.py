"""What some programs leave out of a TIFF's directory, taken as libtiff takes it, and with it most other programs.

Source: what libtiff says that it assumes, in its warnings (4.5).
"""

import os

import tifffile

PHOTOMETRIC_INTERPRETATION, SAMPLES_PER_PIXEL = 262, 277
COUNTS = (279, 325)  # bytes of strips, and of tiles
FAX = frozenset({2, 3, 4})  # compressions
ASSUMED = "The file does not say what its values mean; they are read as most programs read them."
_KINDS = tifffile.PHOTOMETRIC


def mended(page: tifffile.TiffPage) -> tifffile.TiffPage:
    """The page itself, with what its directory lacks; mending it again changes nothing."""
    if page.tags.get(PHOTOMETRIC_INTERPRETATION) is None:
        is_fax = int(page.compression) in FAX
        page.photometric = _KINDS.MINISWHITE if is_fax else _without_map(page)
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
    if lacks_counts(page) and len(page.dataoffsets) == len(page.databytecounts) and all(page.dataoffsets):
        page.databytecounts = _counts_up_to_the_next(page)
    return page


def is_mended(page: tifffile.TiffPage) -> bool:
    """Whether it had to be assumed what a page's numbers mean."""
    tag = page.tags.get(PHOTOMETRIC_INTERPRETATION)
    lacks_samples = page.tags.get(SAMPLES_PER_PIXEL) is None and page.samplesperpixel > 1
    return tag is None or tag.value != page.photometric or lacks_samples


def lacks_counts(page: tifffile.TiffPage) -> bool:
    """Whether a page does not tell how long its strips or tiles are."""
    tags = [page.tags.get(code) for code in COUNTS]
    values = [tag.value for tag in tags if tag is not None]
    return bool(values) and not any(any(value) if isinstance(value, tuple) else value for value in values)


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
