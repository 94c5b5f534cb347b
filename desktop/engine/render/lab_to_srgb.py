"""Exact conversion of lightness and chroma (CIELAB) to sRGB, block by block; lightness and hue are kept.

Only additions, multiplications, square roots and tables are used, each of which gives the same bits wherever
a pixel stands in an array. Everything is kept in the units of the result's encoding table, so that the scale
costs nothing, and in memory that is used again, since fresh memory costs more than the arithmetic on it.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.gamut import gamut_scale
from desktop.engine.colour.spaces import DELTA, XYZ_TO_SRGB, lab_f, srgb_decode, srgb_encode
from desktop.engine.core.arrays import Floats, GrayArray, RgbArray

Indices = NDArray[np.intp]

LEVELS_16_BIT = 1024  # rows of the gamut's table for 16-bit grey: nearer than an eye can tell
STEPS_8_BIT = (1 << 14) - 1  # of linear light: a fifth of the step from black to the next grey
STEPS_16_BIT = (1 << 20) - 1
ROOT_STEPS = 4096  # of the square root of linear light, between which 16-bit encoding is a straight line
FROM_X, _, FROM_Z = XYZ_TO_SRGB.T.astype(np.float32).tolist()


@dataclass(frozen=True, eq=False)
class GrayTable:
    """What depends on the grey alone, for each of its values.

    steps: units of linear light from 0 to 1. f: CIELAB's f(Y) times `unit`. luminance: Y in steps.
    unit: cube root of `steps`, so that a cube in these units is in steps. levels: rows of the gamut's table.
    """

    steps: int
    unit: float
    levels: int
    f: Floats
    luminance: Floats

    def level(self, gray: Indices) -> Indices:
        """Nearest row of the gamut's table for grey values."""
        peak = self.f.size - 1
        return gray if self.levels == self.f.size else (gray * (self.levels - 1) + peak // 2) // peak


@cache
def gray_table(gray_bits: int, result_bits: int) -> GrayTable:
    """The table for grey of 8 or 16 bits and a result of 8 or 16 bits."""
    peak = (1 << gray_bits) - 1
    steps = STEPS_8_BIT if result_bits == 8 else STEPS_16_BIT
    unit = steps ** (1 / 3)
    luminance = srgb_decode((np.arange(peak + 1) / peak).astype(np.float32))
    levels = 256 if gray_bits == 8 else LEVELS_16_BIT
    return GrayTable(steps, unit, levels, lab_f(luminance) * np.float32(unit), luminance * np.float32(steps))


@dataclass(frozen=True)
class Units:
    """What a blender wants to be given for chroma: a* times `a` plus `offset`, b* times `b` plus `offset`."""

    a: float
    b: float
    offset: float = 0.0


@cache
def exact_units(gray_bits: int, result_bits: int) -> Units:
    """Those of a `Blender` for grey and results of so many bits."""
    unit = gray_table(gray_bits, result_bits).unit
    return Units(unit / 500, -unit / 200)


class Blender:
    """Colours blocks of up to `pixels` pixels; holds the memory that this takes, so one for each thread."""

    def __init__(self, gray_bits: int, result_bits: int, pixels: int) -> None:
        self._table = gray_table(gray_bits, result_bits)
        self.units = exact_units(gray_bits, result_bits)
        self._bits = result_bits
        self._gray = np.empty(pixels, dtype=np.intp)
        self._floats = np.empty((8, pixels), dtype=np.float32)
        self._bend = np.full(pixels, DELTA * self._table.unit, dtype=np.float32)
        self._line = np.float32(3 * DELTA**2 * self._table.unit**2)
        self._integers = np.empty((4, pixels), dtype=np.int32)
        self._bytes = np.empty(pixels, dtype=np.uint32)
        self._outside = np.empty(pixels, dtype=bool)

    def blend(self, gray: GrayArray, a: Floats, b: Floats, out: RgbArray) -> None:
        """Write sRGB of `gray` (n,) and chroma (n,) in `units` into the first three channels of `out` (n, 3 or 4)."""
        count = gray.size
        index = self._gray[:count]
        np.copyto(index, gray)
        f, Y, X, Z, scratch, *channels = self._floats[:, :count]
        np.take(self._table.f, index, out=f, mode="wrap")  # always in range; this is NumPy's fastest check
        np.take(self._table.luminance, index, out=Y, mode="wrap")
        for chroma, off in ((a, X), (b, Z)):
            np.add(chroma, f, out=off)
            self._cube(off, scratch, channels[0])
            np.subtract(off, Y, out=off)
        _mix(X, Z, Y, scratch, channels)
        *steps, either = self._integers[:, :count]
        for channel, whole in zip(channels, steps, strict=True):
            np.copyto(whole, channel, casting="unsafe")
        np.bitwise_or(steps[0], steps[1], out=either)
        either |= steps[2]
        outside = self._outside[:count]
        # As if they had no sign, negative numbers are the greatest of all.
        np.greater(either.view(np.uint32), np.uint32(self._table.steps), out=outside)
        places = np.flatnonzero(outside)
        if places.size:
            mapped = self._mapped(*(np.take(values, places, mode="wrap") for values in (index, f, Y, a, b)))
            for target, values in zip(steps if self._bits == 8 else channels, mapped, strict=True):
                target[places] = values
        for place in range(3):
            if self._bits == 8:
                np.copyto(index, steps[place])
                np.take(_bytes_table(), index, out=self._bytes[:count], mode="wrap")
                np.copyto(out[:, place], self._bytes[:count], casting="unsafe")
            else:
                out[:, place] = _encoded_16_bits(channels[place])

    def _cube(self, f: Floats, larger: Floats, cube: Floats) -> None:
        """`lab_f_inverse` of `f` in the table's units, in place; the other two are scratch memory."""
        np.maximum(f, self._bend[: f.size], out=larger)  # four times as fast as against one number
        f -= larger
        f *= self._line
        np.multiply(larger, larger, out=cube)
        cube *= larger
        f += cube

    def _mapped(self, gray: Indices, f: Floats, Y: Floats, a: Floats, b: Floats) -> list[Floats]:
        """Channels of colours that sRGB cannot show, with so much less chroma that it can."""
        table = self._table
        scale = gamut_scale(
            a * np.float32(500 / table.unit),
            b * np.float32(-200 / table.unit),
            table.level(gray),
            table.levels,
        )
        scratch, *channels = np.empty((4, Y.size), dtype=np.float32)
        for off in (a, b):
            np.multiply(off, scale, out=off)
            np.add(off, f, out=off)
            self._cube(off, scratch, channels[0])
            np.subtract(off, Y, out=off)
        _mix(a, b, Y, scratch, channels)
        _bring_inside(channels, Y, table.steps)
        return channels


def _mix(X: Floats, Z: Floats, Y: Floats, scratch: Floats, channels: list[Floats]) -> None:
    """Red, green and blue of luminance Y and of how far X and Z are off it.

    Of neutral colours X = Y = Z, so only the differences enter the matrix and grey stays grey.
    """
    for channel, from_x, from_z in zip(channels, FROM_X, FROM_Z, strict=True):
        np.multiply(X, from_x, out=channel)
        np.multiply(Z, from_z, out=scratch)
        np.add(channel, scratch, out=channel)
        np.add(channel, Y, out=channel)


def _bring_inside(channels: list[Floats], luminance: Floats, steps: int) -> None:
    """Mix channels that leave 0..steps by a whole step with grey of the same luminance until they do not.

    At the sharp tips of the gamut the table errs. Mixing in linear light keeps Y, and so L*, exactly, and
    the few pixels and small steps that are left do not show in hue.
    """
    white = np.float32(steps)
    high = np.maximum(np.maximum(channels[0], channels[1]), channels[2])
    low = np.minimum(np.minimum(channels[0], channels[1]), channels[2])
    outside = np.flatnonzero((high >= white + 1) | (low <= -1))
    if not outside.size:
        return
    Y = luminance[outside]
    to_white = (white - Y) / np.maximum(high[outside] - Y, 1)
    to_black = Y / np.maximum(Y - low[outside], 1)
    share = np.minimum(np.minimum(to_white, to_black), 1)
    for channel in channels:
        channel[outside] = Y + share * (channel[outside] - Y)


@cache
def _bytes_table() -> NDArray[np.uint32]:
    """8-bit sRGB of the middle of each step of linear light; in 32 bits, which NumPy looks up faster."""
    linear = np.minimum((np.arange(STEPS_8_BIT + 1) + 0.5) / STEPS_8_BIT, 1)
    return np.rint(srgb_encode(linear.astype(np.float32)) * 255).astype(np.uint32)


def _encoded_16_bits(channel: Floats) -> NDArray[np.uint16]:
    """16-bit sRGB of linear light in steps: between the table's entries the curve is as good as straight."""
    start, rise = _root_tables()
    root = np.sqrt(np.clip(channel, 0, STEPS_16_BIT))
    root *= np.float32(ROOT_STEPS / STEPS_16_BIT**0.5)
    index = root.astype(np.intp)
    root -= index
    value = np.take(rise, index, mode="clip")
    value *= root
    value += np.take(start, index, mode="clip")
    value += np.float32(0.5)
    return value.astype(np.uint16)


@cache
def _root_tables() -> tuple[Floats, Floats]:
    """16-bit sRGB at equal steps of the square root of linear light, and its rise to the next step."""
    root = np.arange(ROOT_STEPS + 2) / ROOT_STEPS
    values = _encode_exactly(np.minimum(root, 1) ** 2) * 65535
    return values[:-1].astype(np.float32), np.diff(values).astype(np.float32)


def _encode_exactly(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    """sRGB values 0..1 of linear light 0..1 in double precision."""
    curve = 1.055 * np.maximum(linear, 0.0031308) ** (1 / 2.4) - 0.055
    return np.where(linear <= 0.0031308, linear * 12.92, curve)
