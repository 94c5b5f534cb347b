"""Colours of a TIFF's pixels as grey, RGB or CMYK: colour maps, CIELAB, inverted grey. Source: TIFF revision 6.0."""

from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from numpy.typing import NDArray

from desktop.engine.core.arrays import Samples
from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.lab_samples import float_lab_as_srgb, gray_of_lightness, lab_as_srgb

PHOTOMETRIC = tifffile.PHOTOMETRIC
CHANNELS: dict[Any, int] = {
    PHOTOMETRIC.MINISWHITE: 1,
    PHOTOMETRIC.MINISBLACK: 1,
    PHOTOMETRIC.RGB: 3,
    PHOTOMETRIC.PALETTE: 1,
    PHOTOMETRIC.SEPARATED: 4,
    PHOTOMETRIC.CIELAB: 3,
    PHOTOMETRIC.ICCLAB: 3,
    PHOTOMETRIC.YCBCR: 3,
}
LAB = (PHOTOMETRIC.CIELAB, PHOTOMETRIC.ICCLAB)
ASSUMED_8_BITS = "Its colour map has 8 bits in place of 16, as some programs write it against the rule."
ASSUMED_INKS = "The file's inks are not said to be cyan, magenta, yellow and black; they are taken for these."
ASSUMED_BLACK = "The file has one ink, which is taken for black."
ASSUMED_CMY = "The file has three inks, which are taken for cyan, magenta and yellow."
ASSUMED_FIRST = "The file does not tell what its further channels are; only the first is used, as grey."
INK_SET, CMYK_INKS = 332, 1
THREE_INKS = 3


def is_narrow(colormap: NDArray[np.uint16]) -> bool:
    """Whether a colour map's values are those of 8 bits, for which libtiff's own tools look, too."""
    return bool(colormap.max() < 256)


def has_other_inks(page: tifffile.TiffPage) -> bool:
    """Whether a page has inks that need not be cyan, magenta, yellow and black."""
    tag = page.tags.get(INK_SET)
    is_told = tag is not None and tag.value != CMYK_INKS
    return page.photometric == PHOTOMETRIC.SEPARATED and (is_told or has_three_inks(page))


def has_three_inks(page: tifffile.TiffPage) -> bool:
    """Whether a page has inks, but none of black."""
    return page.photometric == PHOTOMETRIC.SEPARATED and inks_of(page) == THREE_INKS


def inks_of(page: tifffile.TiffPage) -> int:
    """How many of a page's channels are inks, if these have inks."""
    return int(page.samplesperpixel) - len(page.extrasamples)


def with_black(values: NDArray[Any]) -> NDArray[Any]:
    """Four inks and what is behind them, of three (H, W, 3 and more)."""
    return np.insert(values, THREE_INKS, 0, axis=2)


def from_map(indices: NDArray[Any], page: tifffile.TiffPage) -> tuple[Samples, tuple[str, ...]]:
    """(H, W, 3), 8 bits, of indices into the page's colour map, and a notice where that had to be corrected."""
    colormap = np.asarray(page.colormap)
    narrow = is_narrow(colormap)
    table = (colormap if narrow else colormap >> 8).astype(np.uint8).T
    rgb: Samples = np.take(np.ascontiguousarray(table), indices, axis=0, mode="clip")
    return rgb, (ASSUMED_8_BITS,) if narrow else ()


def from_lab(values: NDArray[Any], page: tifffile.TiffPage, path: Path) -> tuple[Samples, Samples]:
    """16 bits of CIELAB (H, W, 3), or of L* alone (H, W): sRGB, or grey without chroma; and the grey of the same L*."""
    bits = int(page.bitspersample)
    if values.dtype.kind == "f":
        return float_lab_as_srgb(values.astype(np.float32))
    if bits not in (8, 16) or values.dtype.kind not in "ui":
        raise UnsupportedPictureError(f"{path} has {bits} bits of CIELAB; save it as grey or RGB.")
    raw = values.view(f"u{values.dtype.itemsize}")
    if raw.ndim == 2:
        gray = gray_of_lightness(raw, (1 << bits) - 1)
        return gray, gray
    return lab_as_srgb(raw[..., :3], icc=page.photometric == PHOTOMETRIC.ICCLAB)
