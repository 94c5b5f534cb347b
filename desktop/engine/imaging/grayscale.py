"""Conversion to grey that keeps the lightness (L*) of a colour picture."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.luminance import LuminanceOf, srgb_tables, sum_of_tables
from desktop.engine.colour.spaces import srgb_encode
from desktop.engine.core.arrays import Samples
from desktop.engine.core.parallel import for_each_stripe

STRIPE_PIXELS = (
    1 << 16
)  # memory of longer arrays goes back to the system each time, which costs as much as the work
PROBE_STEP = 37  # every 37th row and column tell nearly every colour picture at once


def is_gray(rgb: Samples) -> bool:
    """Whether all three channels (H, W, 3) are equal everywhere."""
    probe = rgb[::PROBE_STEP, ::PROBE_STEP]
    return _channels_equal(probe) and _channels_equal(rgb)


def _channels_equal(rgb: Samples) -> bool:
    return bool(np.array_equal(rgb[..., 0], rgb[..., 1]) and np.array_equal(rgb[..., 1], rgb[..., 2]))


def gray_from_rgb(rgb: Samples, luminance_of: LuminanceOf | None = None) -> NDArray[np.uint16]:
    """16-bit sRGB-encoded grey (H, W) with the L* of every pixel of `rgb` (H, W, 3 or 4).

    luminance_of: gives Y (n, W) of a stripe, when `rgb` is in another colour space than sRGB.
    L* depends on luminance Y alone (CIE 15:2004), so grey of equal Y is grey of equal L*.
    """
    height, width = rgb.shape[:2]
    result = np.empty((height, width), dtype=np.uint16)

    def work(stripe: slice) -> None:
        write_gray(rgb[stripe], luminance_of, result[stripe])

    for_each_stripe((height, width), work, stripe_pixels=STRIPE_PIXELS)
    return result


def write_gray(rgb: Samples, luminance_of: LuminanceOf | None, out: Samples) -> None:
    """Write the grey of a stripe `rgb` (n, W, 3 or 4) into `out` (n, W), 16 bits; see `gray_from_rgb`."""
    if luminance_of is None:
        luminance = sum_of_tables(rgb, srgb_tables(rgb.dtype == np.uint8))
    else:
        luminance = luminance_of(rgb)
        np.clip(luminance, 0, 1, out=luminance)
    np.sqrt(luminance, out=luminance)
    luminance *= np.float32(65535)
    luminance += np.float32(0.5)
    out[:] = np.take(_encode_table(), luminance.astype(np.intp), mode="clip")


@cache
def _encode_table() -> NDArray[np.uint16]:
    """16-bit sRGB of linear light by equal steps of its square root; off by less than one of 65535."""
    root = np.arange(65536) / 65535
    return np.rint(srgb_encode((root * root).astype(np.float32)) * 65535).astype(np.uint16)
