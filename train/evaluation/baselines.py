"""Simple rivals that need no learning: each maps a photo's lightness and a reference to ab.

Every function takes L* [N,1,H,W] and a reference in CIELAB [N,3,H',W'], both on the processor, and returns ab
[N,2,H,W]; the photo's own lightness is kept for all of them.
"""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from train.core.colour import lab_to_srgb, lightness_to_gray, srgb_to_lab, srgb_to_linear
from train.evaluation.distribution_transfer import (
    histogram_gaussian,
    iterative_distribution_transfer,
    monge_kantorovich,
)
from train.evaluation.ranking import exact_rank
from train.networks.colour_table import apply_table, measure_table

Baseline = Callable[[Tensor, Tensor], Tensor]

TABLE_STEPS = 16
_WELSH_SAMPLES = 256
_POINTS_AT_ONCE = 512
# Linear sRGB to LMS and its logarithm to l-alpha-beta (Ruderman et al., 1998), as Reinhard et al. use them.
_RGB_TO_LMS = ((0.3811, 0.5783, 0.0402), (0.1967, 0.7244, 0.0782), (0.0241, 0.1288, 0.8444))
_LMS_TO_LAB = ((0.57735, 0.57735, 0.57735), (0.408248, 0.408248, -0.816497), (0.707107, -0.707107, 0.0))


def untouched_gray(lightness: Tensor, _reference: Tensor) -> Tensor:
    """No colour at all."""
    return torch.zeros_like(lightness).expand(-1, 2, -1, -1)


def mean_tint(lightness: Tensor, reference: Tensor) -> Tensor:
    """The reference's mean ab everywhere."""
    return reference[:, 1:].mean(dim=(2, 3), keepdim=True).expand(-1, -1, *lightness.shape[2:])


def rank_table(lightness: Tensor, reference: Tensor) -> Tensor:
    """The reference's mean ab as a function of lightness rank: the strongest simple rival."""
    table = measure_table(exact_rank(reference[:, :1]), reference[:, 1:], TABLE_STEPS)
    return apply_table(table, exact_rank(lightness))


def _transform(matrix: tuple[tuple[float, ...], ...], planes: Tensor, inverse: bool = False) -> Tensor:
    weights = torch.tensor(matrix, dtype=torch.float64)
    weights = (torch.linalg.inv(weights) if inverse else weights).to(planes)
    return functional.conv2d(planes, weights[:, :, None, None])


def _opponent(linear: Tensor) -> Tensor:
    return _transform(_LMS_TO_LAB, _transform(_RGB_TO_LMS, linear).clamp_min(1e-3).log10())


def reinhard(lightness: Tensor, reference: Tensor) -> Tensor:
    """Mean and spread in l-alpha-beta (Reinhard et al., 2001). A grey photo has no spread of hue to scale, so it
    takes the reference's mean opponent colour, strongest in the lights."""
    gray = srgb_to_linear(lightness_to_gray(lightness)).expand(-1, 3, -1, -1)
    photo, wanted = _opponent(gray), _opponent(srgb_to_linear(lab_to_srgb(reference)))
    spread, mean = torch.std_mean(photo, dim=(2, 3), keepdim=True)
    new_spread, new_mean = torch.std_mean(wanted, dim=(2, 3), keepdim=True)
    # The opponent channels of a grey are constant but for rounding, which must not be blown up.
    scale = torch.where(spread > 1e-3, new_spread / spread.clamp_min(1e-3), torch.zeros_like(spread))
    moved = (photo - mean) * scale + new_mean
    linear = _transform(_RGB_TO_LMS, 10 ** _transform(_LMS_TO_LAB, moved, inverse=True), inverse=True)
    # Through the sRGB curve by way of CIELAB, as for every other rival.
    rgb = torch.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * linear.clamp_min(1e-6) ** (1 / 2.4) - 0.055
    )
    return srgb_to_lab(rgb)[:, 1:]


def histogram_matching(lightness: Tensor, reference: Tensor) -> Tensor:
    """Each channel of the grey photo takes the reference channel's histogram (Gonzalez and Woods)."""
    rank = exact_rank(lightness)
    ordered = torch.from_numpy(np.sort(lab_to_srgb(reference).flatten(2).numpy(), axis=2))
    position = (rank.flatten(2) * (ordered.shape[2] - 1)).round().long().expand(-1, 3, -1)
    matched = ordered.gather(2, position).view(-1, 3, *lightness.shape[2:])
    return srgb_to_lab(matched)[:, 1:]


def _local_spread(lightness: Tensor) -> Tensor:
    padded = functional.pad(lightness, (2, 2, 2, 2), mode="reflect")
    mean = functional.avg_pool2d(padded, 5, stride=1)
    square = functional.avg_pool2d(padded.square(), 5, stride=1)
    return (square - mean.square()).clamp_min(0.0).sqrt()


def _nearest(points: Tensor, samples: Tensor) -> Tensor:
    """Index [P] of the nearest of samples [2,S] to each of points [2,P], the first of equally near ones.

    |s|^2 - 2 ps orders the samples as their distances do. A few hundred points at a time stay in the processor's
    cache, and NumPy finds their minima with its vector units: nine times as fast as torch.cdist on all.
    """
    centre = samples.mean(dim=1, keepdim=True)
    moved = samples - centre
    weights = torch.cat((-2.0 * moved, moved.square().sum(dim=0, keepdim=True)))
    padded = functional.pad(points - centre, (0, 0, 0, 1), value=1.0).T.contiguous()
    best = [
        np.argmin((padded[start : start + _POINTS_AT_ONCE] @ weights).numpy(), axis=1)
        for start in range(0, len(padded), _POINTS_AT_ONCE)
    ]
    return torch.from_numpy(np.concatenate(best))


def welsh(lightness: Tensor, reference: Tensor) -> Tensor:
    """Every pixel takes the ab of the best of some 256 reference pixels by luminance and its spread in a 5x5
    neighbourhood, the reference's luminance first brought to the photo's mean and spread (Welsh et al., 2002)."""
    side = int(_WELSH_SAMPLES**0.5)
    spread, mean = torch.std_mean(lightness, dim=(2, 3), keepdim=True)
    own_spread, own_mean = torch.std_mean(reference[:, :1], dim=(2, 3), keepdim=True)
    remapped = (reference[:, :1] - own_mean) * (spread / own_spread.clamp_min(1e-3)) + mean
    pieces = torch.cat((remapped, _local_spread(remapped), reference[:, 1:]), dim=1)
    rows = ((torch.arange(side) + 0.5) * reference.shape[2] / side).long()
    columns = ((torch.arange(side) + 0.5) * reference.shape[3] / side).long()
    samples = pieces[:, :, rows][:, :, :, columns].flatten(2)
    photo = torch.cat((lightness, _local_spread(lightness)), dim=1).flatten(2)
    best = torch.stack([_nearest(own, sampled[:2]) for own, sampled in zip(photo, samples, strict=True)])
    ab = samples[:, 2:].gather(2, best[:, None].expand(-1, 2, -1))
    return ab.view(-1, 2, *lightness.shape[2:])


BASELINES: dict[str, Baseline] = {
    "untouched grey": untouched_gray,
    "mean tint": mean_tint,
    "Reinhard": reinhard,
    "histogram matching": histogram_matching,
    "Welsh": welsh,
    "Monge-Kantorovich": monge_kantorovich,
    "iterative distribution transfer": iterative_distribution_transfer,
    "histograms and Gaussian": histogram_gaussian,
    "rank table": rank_table,
}
