"""Published transfers of a picture's colour distribution, as users get them who install one for a grey picture.

Such a user hands over a grey file of eight bits. It has no spread in a* and b*, only 256 points on the grey axis, so
whatever the method, equal greys get equal colours: the answer is a curve through sRGB. Every method is computed on
those points, each weighted by the share of pixels that have it. Of the answer, clipped as a file clips it, the colour
is taken and the photo's own lightness kept. All functions take and return what `train.evaluation.baselines` says.
"""

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from train.core.colour import lab_to_srgb, lightness_to_gray, srgb_to_lab

Doubles = NDArray[np.float64]
_Transfer = Callable[[Doubles, Doubles, Doubles], Doubles]

_LEVELS = 256
# Variance, sRGB in 0..1, that rounding to eight bits leaves in the directions in which a grey picture has none.
_RIDGE = 1.0 / 12.0 / 255.0**2
_ROTATIONS = 20
_SEED = 1


def _by_level(transfer: _Transfer, lightness: Tensor, reference: Tensor) -> Tensor:
    """Colour photos by a function of the points [256,3], their shares [256] and the reference's pixels [P,3]."""
    levels = (lightness_to_gray(lightness[:, 0]) * (_LEVELS - 1)).round().long()
    points = np.repeat(np.linspace(0.0, 1.0, _LEVELS)[:, None], 3, axis=1)
    # Every second pixel of every second row, as the palette distance takes them.
    wanted = lab_to_srgb(reference)[:, :, ::2, ::2].flatten(2).transpose(1, 2).double().numpy()
    answers = []
    for level, pixels in zip(levels, wanted, strict=True):
        counts = np.bincount(level.flatten().numpy(), minlength=_LEVELS)
        moved = transfer(points, counts / counts.sum(), pixels).clip(0.0, 1.0)
        colours = srgb_to_lab(torch.from_numpy(moved.T[None, :, None]).float())[0, 1:, 0]
        answers.append(colours[:, level])
    return torch.stack(answers)


def _moments(points: Doubles, shares: Doubles) -> tuple[Doubles, Doubles]:
    mean = shares @ points
    centred = points - mean
    return mean, (centred * shares[:, None]).T @ centred


def _root(matrix: Doubles) -> Doubles:
    values, vectors = np.linalg.eigh(matrix)
    root: Doubles = (vectors * np.sqrt(values.clip(min=0.0))) @ vectors.T
    return root


def _match_gaussian(points: Doubles, shares: Doubles, pixels: Doubles) -> Doubles:
    """Map mean and covariance by A^(-1/2) (A^(1/2) B A^(1/2))^(1/2) A^(-1/2) (Pitie and Kokaram, 2007, section 4)."""
    mean, covariance = _moments(points, shares)
    wanted_mean, wanted = _moments(pixels, np.full(len(pixels), 1.0 / len(pixels)))
    root = _root(covariance + _RIDGE * np.eye(3))
    inverse = np.linalg.inv(root)
    moved: Doubles = (points - mean) @ (inverse @ _root(root @ wanted @ root) @ inverse) + wanted_mean
    return moved


def _match_histograms(points: Doubles, shares: Doubles, pixels: Doubles) -> Doubles:
    """Move every coordinate of points [256,C] to where it has the same rank among that of pixels [P,C]."""
    moved = np.empty_like(points)
    places = (np.arange(len(pixels)) + 0.5) / len(pixels)
    for channel in range(points.shape[1]):
        order = np.argsort(points[:, channel], kind="stable")
        ordered = shares[order]
        moved[order, channel] = np.interp(
            ordered.cumsum() - ordered / 2.0, places, np.sort(pixels[:, channel])
        )
    return moved


def _rotate_and_match(points: Doubles, shares: Doubles, pixels: Doubles) -> Doubles:
    random = np.random.default_rng(_SEED)
    for _ in range(_ROTATIONS):
        rotation = np.linalg.qr(random.standard_normal((3, 3))).Q
        points = _match_histograms(points @ rotation, shares, pixels @ rotation) @ rotation.T
    return points


def _histograms_and_gaussian(points: Doubles, shares: Doubles, pixels: Doubles) -> Doubles:
    for step in (_match_histograms, _match_gaussian, _match_histograms):
        points = step(points, shares, pixels)
    return points


def monge_kantorovich(lightness: Tensor, reference: Tensor) -> Tensor:
    """The linear map of sRGB between two Gaussians that moves colours least (Pitie and Kokaram, 2007).

    A grey picture's covariance has rank one and cannot be inverted; with the ridge that implementations add, the map
    becomes the reference's regression of colour on grey: one straight ramp from a colour of shadows to one of lights.
    """
    return _by_level(_match_gaussian, lightness, reference)


def iterative_distribution_transfer(lightness: Tensor, reference: Tensor) -> Tensor:
    """Histogram matching along the axes of sRGB in 20 random rotations, one after another (Pitie et al., 2005).

    The grey axis is wound up until it passes through all of the reference's colours: lively, near to the palette, and
    with neighbouring greys in unlike colours, so that smooth gradations break into bands.
    """
    return _by_level(_rotate_and_match, lightness, reference)


def histogram_gaussian(lightness: Tensor, reference: Tensor) -> Tensor:
    """Histogram matching of the channels of sRGB, a Gaussian transfer, and histogram matching again.

    From the published description of `hm-mvgd-hm`, the compound that the makers of the package color-matcher hold to
    be best. The Gaussian transfer is Monge and Kantorovich's. The first step gives the grey picture a spread of hues,
    by lightness alone; the second turns it to the reference's covariance, the third mends the histograms.
    """
    return _by_level(_histograms_and_gaussian, lightness, reference)
