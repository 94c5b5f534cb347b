"""Joins predicted chroma to the photograph's own lightness, at any size."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.engine.arrays import GrayArray, RgbArray
from desktop.engine.cancel import CancelToken
from desktop.engine.colour import XYZ_TO_SRGB, lab_f, lab_f_inverse, srgb_decode, srgb_encode
from desktop.engine.gamut import gamut_scale
from desktop.engine.photo import Photo
from desktop.engine.stripes import STRIPE_PIXELS, for_each_stripe
from desktop.engine.upsample import Chroma, Enlarged

Floats = NDArray[np.float32]

MAX_AMOUNT = 1.5
LEVELS_16_BIT = 1024  # rows of the gamut's table for 16-bit grey: nearer than an eye can tell
TOLERANCE = np.float32(2e-5)  # of linear light; a fifteenth of the step from black to the next grey
ENCODE_STEPS = 4096  # of the square root of linear light, for 8-bit results


@dataclass(frozen=True)
class Adjustments:
    """What a person may turn without the network running again.

    amount: factor on the predicted chroma, 0 (the grey photograph) to 1.5.
    """

    amount: float = 1.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.amount <= MAX_AMOUNT:
            raise ValueError(f"The amount must be from 0 to {MAX_AMOUNT}, not {self.amount}.")


def compose(
    photo: Photo,
    chroma: Chroma,
    adjustments: Adjustments,
    *,
    size_px: tuple[int, int] | None = None,
    bit_depth: int | None = None,
    cancel: CancelToken | None = None,
    stripe_pixels: int = STRIPE_PIXELS,
    threads: int | None = None,
) -> RgbArray:
    """The coloured photograph: (H, W, 3) sRGB, uint8 or uint16, C-contiguous and owned by the caller.

    size_px: (width, height) of the result, for a screen; None for full size.
    bit_depth: 8 or 16; None for the photograph's own (a window asks for 8).
    stripe_pixels, threads: how the work is cut up; they change the time, never the result.

    L* of every pixel is the photograph's, to within the rounding of the result's channels: what sRGB cannot
    show loses chroma at constant L* and hue. Raises `Cancelled`.
    """
    gray = photo.gray_at(size_px)
    height, width = gray.shape
    coefficients = Enlarged(chroma.coefficients * np.float32(adjustments.amount), (width, height))
    depth = photo.bit_depth if bit_depth is None else bit_depth
    result = np.empty((height, width, 3), dtype=np.uint8 if depth == 8 else np.uint16)

    def work(stripe: slice) -> None:
        planes = np.empty((stripe.stop - stripe.start, 4, width), dtype=np.float32)
        for row, y in enumerate(range(stripe.start, stripe.stop)):
            coefficients.row(y, planes[row])
        _compose_stripe(gray[stripe], planes, result[stripe])

    for_each_stripe((height, width), work, cancel=cancel, stripe_pixels=stripe_pixels, threads=threads)
    return result


def _compose_stripe(gray: GrayArray, planes: Floats, out: RgbArray) -> None:
    """Colour one stripe: gray (n, W), planes (n, 4, W) slopes and offsets, into out (n, W, 3)."""
    table = gray_table(gray.dtype == np.uint8)
    index = gray.astype(np.intp)
    guide = index.astype(np.float32)
    guide *= np.float32(1 / table.peak)
    a, b = planes[:, 0] * guide, planes[:, 1] * guide
    a += planes[:, 2]
    b += planes[:, 3]
    scale = gamut_scale(a, b, table.level(index), table.levels)
    scale *= np.float32(1 / 500)
    a *= scale
    scale *= np.float32(-500 / 200)
    b *= scale
    fy = np.take(table.f, index, mode="clip")
    a += fy
    b += fy
    Y = np.take(table.luminance, index, mode="clip")
    # Of neutral colours X = Y = Z, so that only what X and Z are off Y enters the matrix: grey stays grey.
    X, Z = lab_f_inverse(a), lab_f_inverse(b)
    X -= Y
    Z -= Y
    channels = []
    for from_x, _, from_z in XYZ_TO_SRGB.astype(np.float32):
        linear = X * from_x
        linear += Z * from_z
        linear += Y
        channels.append(linear)
    _bring_inside(channels, Y)
    for channel, linear in enumerate(channels):
        _encode(linear, out[..., channel])


def _bring_inside(channels: list[Floats], luminance: Floats) -> None:
    """Mix linear channels that still leave 0..1 with grey of the same luminance until they do not.

    At the sharp tips of the gamut the table errs. Mixing in linear light keeps Y, and so L*, exactly, and
    the few pixels and small steps that are left do not show in hue.
    """
    high = np.maximum(channels[0], channels[1])
    np.maximum(high, channels[2], out=high)
    low = np.minimum(channels[0], channels[1])
    np.minimum(low, channels[2], out=low)
    outside = (high > 1 + TOLERANCE) | (low < -TOLERANCE)
    if not outside.any():
        return
    Y = luminance[outside]
    to_white = (1 - Y) / np.maximum(high[outside] - Y, TOLERANCE)
    to_black = Y / np.maximum(Y - low[outside], TOLERANCE)
    share = np.minimum(np.minimum(to_white, to_black), 1)
    for channel in channels:
        channel[outside] = Y + share * (channel[outside] - Y)


def _encode(linear: Floats, out: RgbArray) -> None:
    """sRGB-encode linear light into `out`, at 8 bits by table, at 16 by the formula. Overwrites `linear`."""
    np.clip(linear, 0, 1, out=linear)
    if out.dtype == np.uint8:
        np.sqrt(linear, out=linear)
        linear *= np.float32(ENCODE_STEPS - 1)
        linear += np.float32(0.5)
        out[...] = np.take(_encode_table(), linear.astype(np.intp), mode="clip")
        return
    encoded = srgb_encode(linear)
    encoded *= np.float32(65535)
    np.rint(encoded, out=out, casting="unsafe")


@cache
def _encode_table() -> NDArray[np.uint8]:
    """8-bit sRGB of linear light, by equal steps of its square root, nearly equal ones for the eye."""
    root = np.linspace(0, 1, ENCODE_STEPS)
    return np.rint(srgb_encode((root * root).astype(np.float32)) * 255).astype(np.uint8)


@dataclass(frozen=True, eq=False)
class GrayTable:
    """What depends on the grey alone, for each of its values: CIELAB's f(Y) and Y, both float32.

    peak: value of white. levels: rows of the gamut's table.
    """

    peak: int
    levels: int
    f: Floats
    luminance: Floats

    def level(self, index: NDArray[np.intp]) -> NDArray[np.intp]:
        """Nearest row of the gamut's table for grey values `index`."""
        if self.levels == self.peak + 1:
            return index
        return (index * (self.levels - 1) + self.peak // 2) // self.peak


@cache
def gray_table(eight_bit: bool) -> GrayTable:
    """The table for 8-bit or for 16-bit grey."""
    peak = 255 if eight_bit else 65535
    luminance = srgb_decode((np.arange(peak + 1) / peak).astype(np.float32))
    return GrayTable(peak, 256 if eight_bit else LEVELS_16_BIT, lab_f(luminance), luminance)
