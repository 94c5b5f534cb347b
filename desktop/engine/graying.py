"""Grey that carries the lightness of a colour picture."""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.engine.arrays import Samples
from desktop.engine.colour import SRGB_TO_XYZ, srgb_decode, srgb_encode
from desktop.engine.stripes import for_each_stripe

PROBE_STEP = 37  # every 37th row and column tell nearly every colour picture at once


def is_gray(rgb: Samples) -> bool:
    """Whether all three channels (H, W, 3) are equal everywhere."""
    probe = rgb[::PROBE_STEP, ::PROBE_STEP]
    return _channels_equal(probe) and _channels_equal(rgb)


def _channels_equal(rgb: Samples) -> bool:
    return bool(np.array_equal(rgb[..., 0], rgb[..., 1]) and np.array_equal(rgb[..., 1], rgb[..., 2]))


def gray_from_rgb(
    rgb: Samples, convert: Callable[[Samples], NDArray[np.uint16]] | None = None
) -> NDArray[np.uint16]:
    """16-bit sRGB-encoded grey (H, W) with the L* of every pixel of `rgb` (H, W, 3).

    convert: brings a stripe to 16-bit sRGB first, when `rgb` is in another colour space.
    L* depends on luminance Y alone (CIE 15:2004), so grey of equal Y is grey of equal L*.
    """
    height, width = rgb.shape[:2]
    result = np.empty((height, width), dtype=np.uint16)

    def work(stripe: slice) -> None:
        srgb = rgb[stripe] if convert is None else convert(rgb[stripe])
        tables = _luminance_tables(srgb.dtype == np.uint8)
        luminance = np.take(tables[0], srgb[..., 0])
        luminance += np.take(tables[1], srgb[..., 1])
        luminance += np.take(tables[2], srgb[..., 2])
        np.sqrt(luminance, out=luminance)
        luminance *= np.float32(65535)
        luminance += np.float32(0.5)
        result[stripe] = np.take(_encode_table(), luminance.astype(np.intp), mode="clip")

    for_each_stripe((height, width), work)
    return result


@cache
def _luminance_tables(eight_bit: bool) -> tuple[NDArray[np.float32], ...]:
    """What red, green and blue of each value add to Y."""
    peak = 255 if eight_bit else 65535
    linear = srgb_decode((np.arange(peak + 1) / peak).astype(np.float32))
    return tuple(linear * np.float32(share) for share in SRGB_TO_XYZ[1])


@cache
def _encode_table() -> NDArray[np.uint16]:
    """16-bit sRGB of linear light by equal steps of its square root; off by less than one of 65535."""
    root = np.arange(65536) / 65535
    return np.rint(srgb_encode((root * root).astype(np.float32)) * 65535).astype(np.uint16)
