"""Measures of a coloured batch: against the truth, against a palette, and by itself. All return [N]."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from train.core.distances import colour_unrest, contour_energy, even_angles, project
from train.evaluation.ranking import exact_rank

_DIRECTIONS = 8
_LIGHTNESS_SHARES = 16
_UNREST_STRIDE = 4


def ab_mse(ab: Tensor, truth: Tensor) -> Tensor:
    """Mean squared error of ab [N,2,H,W], CIELAB units squared, mean over pixels and both channels."""
    return (ab - truth).square().flatten(1).mean(dim=1)


def psnr(rgb: Tensor, truth: Tensor) -> Tensor:
    """Peak signal-to-noise ratio of sRGB [N,3,H,W] in 0..1, decibels."""
    return -10.0 * torch.log10((rgb - truth).square().flatten(1).mean(dim=1).clamp_min(1e-10))


def palette_distance(ab: Tensor, reference_ab: Tensor) -> Tensor:
    """Sliced 1-Wasserstein distance of two ab distributions [N,2,H,W] of one size, ab units (Rabin et al., 2011).

    Taken over every second pixel of every second row: sorting all of them costs four times as much and moves the
    distance by less than a hundredth. Not `distances.sliced_wasserstein`, which can be differentiated: NumPy sorts
    ten times as fast.
    """
    angles = even_angles(_DIRECTIONS)
    first, second = (
        np.sort(project(plane[:, :, ::2, ::2].flatten(2).cpu(), angles).numpy(), axis=2)
        for plane in (ab, reference_ab)
    )
    return torch.from_numpy(np.abs(first - second).mean(axis=(1, 2)))


def mean_shift(ab: Tensor, reference_ab: Tensor) -> Tensor:
    """|difference of mean ab|, mean over the two channels, ab units."""
    return (ab.mean(dim=(2, 3)) - reference_ab.mean(dim=(2, 3))).abs().mean(dim=1)


def spread_shift(ab: Tensor, reference_ab: Tensor) -> Tensor:
    """|difference of the standard deviation of ab|, mean over the two channels, ab units."""
    return (ab.std(dim=(2, 3)) - reference_ab.std(dim=(2, 3))).abs().mean(dim=1)


def swap_difference(ab: Tensor, other_ab: Tensor) -> Tensor:
    """Mean Euclidean distance of ab, pixel by pixel, between two colourings of one photo, ab units."""
    return (ab - other_ab).square().sum(dim=1).add(1e-12).sqrt().flatten(1).mean(dim=1)


def colourfulness(rgb: Tensor) -> Tensor:
    """Hasler and Suesstrunk (2003), eq. 12, for sRGB [N,3,H,W] in 0..1, on their scale of 0..255 values."""
    red, green, blue = (rgb * 255.0).flatten(2).unbind(dim=1)
    red_green, yellow_blue = red - green, 0.5 * (red + green) - blue
    spread = (red_green.var(dim=1) + yellow_blue.var(dim=1)).sqrt()
    mean = (red_green.mean(dim=1).square() + yellow_blue.mean(dim=1).square()).sqrt()
    return spread + 0.3 * mean


def bleeding(ab: Tensor, lightness: Tensor) -> Tensor:
    """Chroma gradient where the lightness [N,1,H,W] is smooth, ab units a pixel."""
    return contour_energy(ab, lightness)


def unrest(ab: Tensor, photo: Tensor) -> Tensor:
    """Patches where the photo is plain (see `colour_unrest`), at a quarter of the size, ab units a place.

    Args:
        ab: the answer, [N,2,H,W].
        photo: the photograph in its true colours, CIELAB [N,3,H,W].
    """
    return colour_unrest(functional.avg_pool2d(ab, _UNREST_STRIDE), photo)


def beyond_lightness(ab: Tensor, lightness: Tensor) -> Tensor:
    """Share of the variance of ab within equal lightness: what a colour table over lightness cannot say, 0..1.

    The pixels are divided into sixteen equal shares by the rank of their lightness, and the squares that are left
    around the mean ab of each share are divided by those around the mean of all. Taken over every second pixel of every
    second row. Where the variance is less than 1, of a picture that is as good as grey, it is divided by 1.

    Args:
        ab: [N,2,H,W].
        lightness: [N,1,H,W], L* in 0..100.
    """
    rank = exact_rank(lightness[:, :, ::2, ::2])[:, 0].flatten(1).numpy()
    values = ab[:, :, ::2, ::2].flatten(2).numpy()
    values = values - values.mean(axis=2, keepdims=True)
    found = []
    for shares, picture in zip((rank * _LIGHTNESS_SHARES).astype(np.intp), values, strict=True):
        counts = np.bincount(shares, minlength=_LIGHTNESS_SHARES)
        sums = np.stack([np.bincount(shares, channel, _LIGHTNESS_SHARES) for channel in picture])
        between = (np.square(sums) / counts.clip(min=1)).sum() / len(shares)
        total = np.square(picture).sum() / len(shares)
        found.append((total - between) / max(total, 1.0))
    return torch.tensor(np.clip(found, 0.0, 1.0), dtype=torch.float32)


def grid_artefacts(ab: Tensor) -> Tensor:
    """Energy of ab [N,2,S,S] at periods of 2, 4 and 8 pixels against that of the neighbouring periods.

    Upsampling and strided convolutions repeat their faults at powers of two, while in natural pictures the energy
    falls smoothly with the frequency. Rows and columns are windowed (Hann) and transformed, their power averaged;
    each of the three frequencies is divided by the mean of those two to four bins beside it, and the quotients are
    averaged over periods and directions. About 1 without a grid. S is a multiple of 8 and at least 48.
    """
    size = ab.shape[-1]
    window = torch.hann_window(size, device=ab.device)
    centred = ab - ab.mean(dim=(2, 3), keepdim=True)
    quotients = []
    for lines in (centred, centred.transpose(2, 3)):
        power = torch.fft.rfft(lines * window, dim=3).abs().square().mean(dim=(1, 2))
        for period in (2, 4, 8):
            peak = size // period
            beside = [peak + step for step in (-4, -3, -2, 2, 3, 4) if peak + step < power.shape[1]]
            # The floor keeps the noise of a picture without colour from being called a grid.
            quotients.append((power[:, peak] + 1e-4 * size) / (power[:, beside].mean(dim=1) + 1e-4 * size))
    return torch.stack(quotients).mean(dim=0)
