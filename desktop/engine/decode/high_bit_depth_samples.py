"""Samples with more than 8 bits, as the decoders of such files return them."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Samples
from desktop.engine.imaging.damage import LEAST_SOUND, WHOLE, Damage

GRAY = 128  # of 255, what a user sees in place of what is lost


@dataclass(frozen=True, eq=False)
class Pixels:
    """Samples (H, W), (H, W, 3) or, of CMYK, (H, W, 4), 8 or 16 bits, and alpha (H, W) or None.

    orientation: only where it must come from the decoder, since Pillow does not tell it.
    gray: (H, W), sRGB-encoded, of the lightness that the file itself tells, which colours cut to sRGB would not have.
    """

    samples: Samples
    alpha: Samples | None
    orientation: int | None = None
    notices: tuple[str, ...] = ()
    damage: Damage | None = None
    gray: Samples | None = None


def split(samples: NDArray[np.uint16], notices: tuple[str, ...] = ()) -> Pixels:
    """Grey or colour apart from the alpha that may be the last channel of (H, W) or (H, W, 1..4)."""
    if samples.ndim == 3 and samples.shape[2] == 1:
        samples = samples[..., 0]
    if samples.ndim == 2 or samples.shape[2] == 3:
        return Pixels(np.ascontiguousarray(samples), None, notices=notices)
    alpha = np.ascontiguousarray(samples[..., -1])
    colour = samples[..., 0] if samples.shape[2] == 2 else samples[..., :3]
    return Pixels(
        np.ascontiguousarray(colour),
        None if np.all(alpha == np.iinfo(alpha.dtype).max) else alpha,
        notices=notices,
    )


def with_grey(pixels: Pixels, lost: NDArray[np.bool_]) -> Pixels:
    """The picture with grey where it is lost (H, W), and its damage; one whose lost part is unsure just says so."""
    samples = pixels.samples
    sound = 1 - float(lost.mean()) if lost.size else 0.0
    if lost.shape != samples.shape[:2] or not LEAST_SOUND <= sound < WHOLE:
        return replace(pixels, damage=Damage())
    gray = samples.dtype.type(GRAY * (257 if samples.dtype == np.uint16 else 1))
    mask = lost if samples.ndim == 2 else lost[..., None]
    return replace(pixels, samples=np.where(mask, gray, samples), damage=Damage(sound))


def divided(colour: Samples, alpha: Samples) -> Samples:
    """Colours (H, W) or (H, W, C) that were multiplied with alpha (H, W), as they were before."""
    peak = np.iinfo(colour.dtype).max
    share = np.maximum(alpha if colour.ndim == 2 else alpha[..., None], 1).astype(np.float32)
    return np.minimum(colour * (peak / share), peak).astype(colour.dtype)


def widened(samples: Samples, bits: int) -> NDArray[np.uint16]:
    """Whole numbers of 9 to 16 bits, stretched so that white is 65535."""
    peak = (1 << bits) - 1
    if bits == 16:
        return samples.astype(np.uint16, copy=False)
    table = (np.arange(peak + 1, dtype=np.uint32) * 65535 + peak // 2) // peak
    return np.take(table.astype(np.uint16), samples, mode="clip")
