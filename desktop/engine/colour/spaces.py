"""sRGB, CIE XYZ and CIELAB (D65, 2 degrees), in float32 NumPy arrays whose last axis is the colour.

XYZ is relative to the white point (white is 1, 1, 1), which saves the division in CIELAB and makes neutral
colours exactly neutral. Sources: IEC 61966-2-1 (sRGB), CIE 15:2004 (CIELAB).
"""

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.core.reasons import Reason

AnyFloats = NDArray[np.floating]  # taken as float32

# IEC 61966-2-1's matrix from its primaries, each row divided by its sum, so that white goes to (1, 1, 1).
_SRGB_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
SRGB_TO_XYZ = _SRGB_TO_XYZ / _SRGB_TO_XYZ.sum(axis=1, keepdims=True)
XYZ_TO_SRGB = np.linalg.inv(SRGB_TO_XYZ)

DELTA = 6 / 29  # where CIELAB's cube root turns into a straight line


def srgb_decode(encoded: AnyFloats) -> Floats:
    """Linear light 0..1 of sRGB values 0..1 (IEC 61966-2-1)."""
    values = np.asarray(encoded, dtype=np.float32)
    curve = ((np.maximum(values, 0.04045) + 0.055) / 1.055) ** np.float32(2.4)
    return np.where(values <= 0.04045, values / np.float32(12.92), curve).astype(np.float32)


def srgb_encode(linear: AnyFloats) -> Floats:
    """sRGB values 0..1 of linear light 0..1 (IEC 61966-2-1)."""
    values = np.asarray(linear, dtype=np.float32)
    curve = np.float32(1.055) * np.maximum(values, 0.0031308) ** np.float32(1 / 2.4) - np.float32(0.055)
    return np.where(values <= 0.0031308, values * np.float32(12.92), curve).astype(np.float32)


def lab_f(ratio: AnyFloats) -> Floats:
    """CIELAB's f: cube root of a tristimulus ratio, a straight line below DELTA**3."""
    values = np.asarray(ratio, dtype=np.float32)
    line = values / np.float32(3 * DELTA**2) + np.float32(4 / 29)
    result: Floats = np.where(values > DELTA**3, np.cbrt(np.maximum(values, 0)), line).astype(np.float32)
    return result


def lab_f_inverse(f: Floats) -> Floats:
    """Tristimulus ratio whose `lab_f` is `f`.

    The line is the cube's tangent at DELTA, so the cube of max(f, DELTA) plus the tangent's fall below it
    is both branches in one, without a choice for each value.
    """
    values = np.asarray(f, dtype=np.float32)
    upper = np.maximum(values, np.float32(DELTA))
    ratio: Floats = upper * upper * upper + np.float32(3 * DELTA**2) * (values - upper)
    return ratio


def lightness(luminance: AnyFloats) -> Floats:
    """L* 0..100 of relative luminance Y 0..1."""
    return np.float32(116) * lab_f(luminance) - np.float32(16)


def srgb_to_lab(srgb: AnyFloats) -> Floats:
    """CIELAB (..., 3) of sRGB 0..1 (..., 3): L* 0..100, a* and b* about -110..110."""
    f = lab_f(srgb_decode(srgb) @ SRGB_TO_XYZ.T.astype(np.float32))
    fx, fy, fz = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)], axis=-1).astype(np.float32)


def lab_to_linear(lab: Floats) -> Floats:
    """Linear sRGB (..., 3) of CIELAB, below 0 or above 1 where the colour lies outside the gamut."""
    values = np.asarray(lab, dtype=np.float32)
    fy = (values[..., 0] + np.float32(16)) / np.float32(116)
    f = np.stack([fy + values[..., 1] / np.float32(500), fy, fy - values[..., 2] / np.float32(200)], axis=-1)
    return (lab_f_inverse(f) @ XYZ_TO_SRGB.T.astype(np.float32)).astype(np.float32)


def lab_to_srgb(lab: Floats) -> Floats:
    """sRGB 0..1 (..., 3) of CIELAB; channels outside the gamut are cut off (pictures use `compose`)."""
    return srgb_encode(np.clip(lab_to_linear(lab), 0, 1))


def srgb_to_hex(srgb: Floats) -> str:
    """ "#rrggbb" of one sRGB colour (3,) in 0..1."""
    return "#" + "".join(f"{round(float(np.clip(value, 0, 1)) * 255):02x}" for value in srgb)


def hex_to_srgb(text: str) -> Floats:
    """sRGB (3,) in 0..1 of "#rrggbb"."""
    digits = text.removeprefix("#")
    if len(digits) != 6:
        raise Reason(f"{text!r} is not a colour like #2a4b7c")
    return np.array([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)], dtype=np.float32)


def hex_to_ab(text: str) -> tuple[float, float]:
    """CIELAB a* and b* of "#rrggbb"; raises ValueError for anything else."""
    _, a, b = srgb_to_lab(hex_to_srgb(text))
    return float(a), float(b)


def ab_to_hex(a: float, b: float, light: float = 60.0) -> str:
    """ "#rrggbb" that stands for a*, b* at an L* of `light`, as vivid as sRGB has it there."""
    return srgb_to_hex(lab_to_srgb(np.array([light, a, b], dtype=np.float32)))
