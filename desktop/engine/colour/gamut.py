"""The sRGB gamut: the greatest chroma that it can show at a lightness and a hue.

At one lightness the displayable colours are a region of the (a*, b*) plane around grey. Its gauge (Minkowski
functional) of a colour is 1 on the region's edge, below 1 inside and grows in proportion to chroma, so that
dividing a colour by its gauge takes it to the edge along its own hue. The gauge is tabulated by lightness and
by hue in the diamond |a*| + |b*| = 1: over that diamond the gauge of a straight edge is a straight line, and
that of a convex region is convex, so interpolating it errs towards less chroma and never leaves the gamut by
more than the edges' faint concavity.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import XYZ_TO_SRGB, lab_f, lab_f_inverse, srgb_decode
from desktop.engine.core.arrays import Floats
from desktop.engine.core.parallel import for_each_stripe

HUES = 256  # steps around the diamond, a multiple of 4, so that the corners of the diamond are steps
MAX_CHROMA = 256.0  # |a*| + |b*| that lies outside at every lightness
BISECTIONS = 15  # to a hundredth of a unit of chroma
STRIPE_PIXELS = 1 << 15  # of the table: what is computed of so many fits into a core's own cache


@cache
def gauge_table(levels: int) -> Floats:
    """(levels, HUES + 2) gauge of |a*| + |b*| = 1 at sRGB-encoded greys 0..1; two hues repeat at the end.

    At black and white, where only grey can be shown, the gauge is 1 / the chroma that bisection cannot tell
    from none.
    """
    luminance = srgb_decode(np.linspace(0, 1, levels, dtype=np.float32))[:, None]
    a, b = diamond(np.arange(HUES + 2, dtype=np.float32) % HUES)
    table = np.empty((levels, HUES + 2), dtype=np.float32)

    def fill(rows: slice) -> None:
        inside = np.zeros_like(table[rows])
        step = np.float32(MAX_CHROMA)
        for _ in range(BISECTIONS):
            step /= 2
            further = inside + step
            inside = np.where(is_displayable(luminance[rows], further * a, further * b), further, inside)
        np.reciprocal(np.maximum(inside, step), out=table[rows])

    for_each_stripe((levels, HUES + 2), fill, stripe_pixels=STRIPE_PIXELS)
    table.flags.writeable = False
    return table


def is_displayable(luminance: Floats, a: Floats, b: Floats) -> NDArray[np.bool_]:
    """Whether sRGB has the colour of luminance Y 0..1, a* and b*."""
    f = lab_f(luminance)
    over_x = lab_f_inverse(f + a / np.float32(500)) - luminance
    over_z = lab_f_inverse(f - b / np.float32(200)) - luminance
    displayable = np.ones(over_x.shape, dtype=bool)
    for from_x, _, from_z in XYZ_TO_SRGB.astype(np.float32):
        channel = luminance + from_x * over_x + from_z * over_z
        displayable &= (channel >= 0) & (channel <= 1)
    return displayable


def diamond(hue: Floats) -> tuple[Floats, Floats]:
    """(a*, b*) with |a*| + |b*| = 1 at `hue` in 0..HUES; 0 is +a*, a quarter of HUES further is +b*."""
    turn = np.asarray(hue, dtype=np.float32) / np.float32(HUES / 4)
    a = np.abs(turn - 2) - 1
    b = 1 - np.abs(turn - 1)
    return a, np.where(turn > 2, np.abs(turn - 3) - 1, b)


def gamut_scale(a: Floats, b: Floats, level: NDArray[np.intp], levels: int) -> Floats:
    """Factor 0..1 that brings chroma into the gamut, 1 where it is inside already.

    a, b: any equal shape; level: 0..levels - 1, the nearest row of `gauge_table(levels)`, of the same shape.
    """
    table = gauge_table(levels)
    size = np.abs(a)
    size += np.abs(b)
    size += np.float32(1e-12)  # grey has no hue; any will do, but not 0 / 0
    hue = a / size
    hue += 1
    np.copysign(hue, b, out=hue)
    np.subtract(2, hue, out=hue)
    hue *= np.float32(HUES / 4)
    index = hue.astype(np.intp)
    hue -= index
    index += level * table.shape[1]
    gauge = np.take(table, index, mode="wrap")  # always in range; this way NumPy checks it fastest
    index += 1
    step = np.take(table, index, mode="wrap")
    step -= gauge
    step *= hue
    gauge += step
    gauge *= size
    np.maximum(gauge, np.ones_like(gauge), out=gauge)  # four times as fast as against one number
    return np.reciprocal(gauge, out=gauge)
