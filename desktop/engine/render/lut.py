"""The look of one photograph as a table of colours (LUT) for other programs, and how much of it a table can hold.

A table knows a pixel's own values and nothing of its place, so of a grey photograph it can only give each grey one
colour. Which one is fitted to the result by least squares; what of the result's colours depends on things and not on
brightness is lost, and `Lut.share` says how much is left.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.gamut import gamut_scale
from desktop.engine.colour.spaces import (
    SRGB_TO_XYZ,
    lab_to_srgb,
    lightness,
    srgb_decode,
    srgb_encode,
    srgb_to_lab,
)
from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.resize import fit_within
from desktop.engine.inference.colorizer import unit_gray
from desktop.engine.render.framed import framed
from desktop.engine.render.picture import pictured
from desktop.engine.render.pipeline import RenderRequest

FITTED_SIDE_PX = 640  # of the result that is looked at
KNOTS = 33  # greys between which colours go in straight lines, those of the smaller .cube file
STIFFNESS = 1e-5  # of all pixels: greys that the photograph lacks get the colours of their neighbours
LEVELS = 1024  # rows of the gamut's table


@dataclass(frozen=True, eq=False)
class Lut:
    """A colour for each grey.

    ab: (KNOTS, 2) CIELAB a* and b* at equal steps of sRGB-encoded grey, 0 to 1.
    share: of the variance of the result's a* and b* over the photograph, how much the table explains, 0 to 1.
    """

    ab: Floats
    share: float

    def colours(self, srgb: Floats) -> Floats:
        """sRGB 0..1 (..., 3) that the table gives to `srgb`: the colour of its lightness, as far as sRGB has it."""
        luminance = srgb_decode(srgb) @ SRGB_TO_XYZ[1].astype(np.float32)
        gray = np.clip(srgb_encode(luminance), 0, 1)
        a, b = (channel.astype(np.float32) for channel in self._interpolated(gray))
        scale = gamut_scale(a, b, np.rint(gray * (LEVELS - 1)).astype(np.intp), LEVELS)
        return lab_to_srgb(np.stack([lightness(luminance), a * scale, b * scale], axis=-1))

    def _interpolated(self, gray: Floats) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        knots = np.linspace(0, 1, KNOTS)
        return np.interp(gray, knots, self.ab[:, 0]), np.interp(gray, knots, self.ab[:, 1])


def lut_of(request: RenderRequest, photo: Photo, cancel: CancelToken | None = None) -> Lut:
    """The table that comes nearest to a photograph's result; strokes of paint are left out.

    Raises `Cancelled`, `ModelRunError` or `PresetModelMismatchError`.
    """
    shown = framed(photo, request.edit.framing, cancel)
    size_px = fit_within(shown.width_px, shown.height_px, (FITTED_SIDE_PX, FITTED_SIDE_PX))
    colours = replace(request, edit=replace(request.edit, repaint=None))
    result = colours.composition(photo, size_px=size_px, bit_depth=16, cancel=cancel)
    lab = srgb_to_lab(result.whole(cancel=cancel).astype(np.float32) / np.float32(65535)).reshape(-1, 3)
    gray = unit_gray(shown.gray_at(size_px)).ravel()
    picture = pictured(photo, request.edit.framing, request.edit.picture, cancel)
    if picture is not None:  # a print's border has no say
        inside = picture.place.cover(size_px).of(slice(0, size_px[1])).ravel() > 0
        if inside.any():
            gray, lab = gray[inside], lab[inside]
    return fitted(gray, lab[:, 1:])


def fitted(gray: Floats, ab: Floats) -> Lut:
    """The table of the least squared error. gray: (n,) 0..1; ab: (n, 2) of the same pixels."""
    place = gray.astype(np.float64) * (KNOTS - 1)
    lower = np.minimum(place.astype(np.intp), KNOTS - 2)
    upper_weight = place - lower
    sums = np.zeros((KNOTS, KNOTS))  # normal equations of piecewise linear interpolation
    right = np.zeros((KNOTS, 2))
    weights = {0: 1 - upper_weight, 1: upper_weight}
    for i, first in weights.items():
        for j, second in weights.items():
            np.add.at(sums, (lower + i, lower + j), first * second)
        for channel in range(2):
            right[:, channel] += np.bincount(lower + i, first * ab[:, channel], KNOTS)
    steps = np.diff(np.eye(KNOTS), axis=0)
    knots = np.linalg.solve(sums + STIFFNESS * gray.size * steps.T @ steps, right)
    told = knots[lower] * weights[0][:, None] + knots[lower + 1] * weights[1][:, None]
    total = float(((ab - ab.mean(axis=0)) ** 2).sum())
    missed = float(((ab - told) ** 2).sum())
    share = 1.0 if total < 1e-6 * gray.size else max(0.0, 1 - missed / total)
    return Lut(knots.astype(np.float32), share)
