"""Luminance (CIE Y) of colours in any profile's space, also of those outside sRGB.

Brought to sRGB first, such colours would be cut, and a photograph of a red coat in Adobe RGB would lose
lightness. So they go to linear light in sRGB's primaries without bounds, where Y is a weighted sum as ever.
"""

from collections.abc import Callable
from functools import cache

import imagecodecs
import numpy as np

from desktop.engine.colour.icc_profiles import is_srgb, left_out, profile_space, to_space
from desktop.engine.colour.spaces import SRGB_TO_XYZ, srgb_decode
from desktop.engine.core.arrays import Floats, Samples

Tables = tuple[Floats, ...]
LuminanceOf = Callable[[Samples], Floats]

WEIGHTS = SRGB_TO_XYZ[1].astype(np.float32)
SRGB_PRIMARIES = (0.64, 0.33, 1.0, 0.30, 0.60, 1.0, 0.15, 0.06, 1.0)
D65 = (0.3127, 0.3290, 1.0)
PROBES = 512
SPREAD = np.array(
    [0.8191725134, 0.6710436067, 0.5497004779]
)  # Roberts' sequence R3 (2018): fills a cube evenly
ADDITIVE_WITHIN = 2e-4  # of Y: nothing that an eye or 8 bits could tell


@cache
def srgb_tables(eight_bit: bool) -> Tables:
    """What red, green and blue of each value add to Y (0..1)."""
    peak = 255 if eight_bit else 65535
    linear = srgb_decode((np.arange(peak + 1) / peak).astype(np.float32))
    return tuple(linear * share for share in WEIGHTS)


def sum_of_tables(samples: Samples, tables: Tables) -> Floats:
    """Y (n, m) of samples (n, m, 3), by tables for each channel."""
    index = samples[..., 0].astype(np.intp)
    luminance = np.take(tables[0], index, mode="wrap")  # always in range; this is NumPy's fastest check
    share = np.empty_like(luminance)
    for channel in (1, 2):
        np.copyto(index, samples[..., channel])
        np.take(tables[channel], index, out=share, mode="wrap")
        luminance += share
    return luminance


def honoured_luminance(
    icc: bytes, channels: int, dtype: np.dtype[np.uint8 | np.uint16]
) -> tuple[LuminanceOf | None, tuple[str, ...]]:
    """`profile_luminance`, or None for plain sRGB and, with a notice, for a profile that cannot be used."""
    if not icc or is_srgb(icc):
        return None, ()
    try:
        luminance_of = profile_luminance(icc, dtype)
        luminance_of(np.zeros((1, 1, channels), dtype))  # tells a profile of other channels than the samples'
    except ValueError as error:
        return None, (left_out(error),)
    return luminance_of, ()


def profile_luminance(icc: bytes, dtype: np.dtype[np.uint8 | np.uint16]) -> LuminanceOf:
    """A function that gives Y (n, m), not bounded to 0..1, of samples (n, m, 3 or 4) in the profile's RGB or CMYK.

    Nearly every RGB profile is three curves and a matrix, so that Y is the sum of what each channel adds, which
    tables tell as fast as for sRGB. Others go through Little CMS. Raises ValueError for a profile of no use.
    """

    def transformed(samples: Samples) -> Floats:
        linear: Floats = to_space(samples, icc, _linear_profile(), np.float32)
        return np.asarray(linear @ WEIGHTS, dtype=np.float32)

    if profile_space(icc) == "cmyk":
        transformed(np.zeros((1, 1, 4), dtype))  # tells a bad profile before there are threads
        return transformed
    peak = np.iinfo(dtype).max
    ramps = np.zeros((3, peak + 1, 3), dtype)
    for channel in range(3):
        ramps[channel, :, channel] = np.arange(peak + 1)
    tables = tuple(transformed(ramps))
    probes = (np.arange(1, PROBES + 1)[None, :, None] * SPREAD % 1 * (peak + 1)).astype(dtype)
    error = np.abs(sum_of_tables(probes, tables) - transformed(probes)).max()
    return (lambda samples: sum_of_tables(samples, tables)) if error < ADDITIVE_WITHIN else transformed


@cache
def _linear_profile() -> bytes:
    return bytes(imagecodecs.cms_profile("rgb", gamma=1.0, primaries=SRGB_PRIMARIES, whitepoint=D65))
