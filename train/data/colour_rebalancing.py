"""Weights for rare colours, so that the many brownish pixels do not decide everything (Zhang et al., 2016)."""

import functools

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from train.core.colour import srgb_to_lab
from train.data.cache import PictureCache

GRID_AB = 10.0
# Cells on either side of neutral: centres from -110 to 110.
_REACH = 11
_SMOOTHING_AB = 5.0
_PICTURES = 512
_CUBE_STEPS = 64


def cell_of(ab: Tensor) -> Tensor:
    """Return the cell of every colour: ab [N,2,H,W] to indices [N,1,H,W] into a flat table of 23 x 23 cells."""
    cells = (ab / GRID_AB).round().clamp(-_REACH, _REACH).long() + _REACH
    return cells[:, :1] * (2 * _REACH + 1) + cells[:, 1:]


def gamut_centres() -> Tensor:
    """Return the centres [Q,2] of the cells that hold a colour of sRGB, in the order of the flat table."""
    cells = gamut_cells().nonzero().flatten()
    side = 2 * _REACH + 1
    return torch.stack((cells // side - _REACH, cells % side - _REACH), dim=1) * GRID_AB


def soft_cells(ab: Tensor) -> tuple[Tensor, Tensor]:
    """Divide every colour among the four cells around it, so that the mean of their centres is that colour.

    Args:
        ab: [N,2,H,W].

    Returns:
        Indices [N,4,H,W] into `gamut_centres`, and shares [N,4,H,W] that add up to one; what would fall to cells
        outside sRGB goes to the others.
    """
    inside = gamut_cells().to(ab.device)
    order = inside.cumsum(dim=0) - 1
    place = (ab / GRID_AB).clamp(-_REACH, _REACH - 1e-3) + _REACH
    low = place.floor()
    part = place - low
    low = low.long()
    indices, shares = [], []
    for up_a, up_b in ((0, 0), (0, 1), (1, 0), (1, 1)):
        cell = (low[:, 0] + up_a) * (2 * _REACH + 1) + low[:, 1] + up_b
        share_a = part[:, 0] if up_a else 1.0 - part[:, 0]
        share_b = part[:, 1] if up_b else 1.0 - part[:, 1]
        indices.append(order[cell].clamp_min(0))
        shares.append(share_a * share_b * inside[cell])
    stacked = torch.stack(shares, dim=1)
    return torch.stack(indices, dim=1), stacked / stacked.sum(dim=1, keepdim=True).clamp_min(1e-6)


def _counts(ab: Tensor) -> Tensor:
    return torch.bincount(cell_of(ab).flatten(), minlength=(2 * _REACH + 1) ** 2).double()


@functools.cache
def gamut_cells() -> Tensor:
    """Which cells of the flat table hold a colour that sRGB can show: bool [529]."""
    steps = torch.linspace(0.0, 1.0, _CUBE_STEPS)
    cube = torch.stack(torch.meshgrid(steps, steps, steps, indexing="ij")).reshape(1, 3, 1, -1)
    return _counts(srgb_to_lab(cube)[:, 1:]) > 0


def _smoothed(counts: Tensor) -> Tensor:
    """Blur counts over the ab plane with a Gaussian of 5 ab units."""
    side = 2 * _REACH + 1
    offsets = torch.arange(-3, 4, dtype=counts.dtype) * GRID_AB
    kernel = torch.exp(-0.5 * (offsets / _SMOOTHING_AB).square())
    kernel = kernel / kernel.sum()
    plane = counts.view(1, 1, side, side)
    plane = functional.conv2d(plane, kernel.view(1, 1, -1, 1), padding=(3, 0))
    return functional.conv2d(plane, kernel.view(1, 1, 1, -1), padding=(0, 3)).flatten()


def weights_of_counts(counts: Tensor, uniform: float) -> Tensor:
    """Weights of the cells from how often each occurs (Zhang et al., 2016, eq. 4).

    Args:
        counts: [529], occurrences of each cell.
        uniform: lambda, the share of a uniform distribution over the cells of sRGB that is mixed in, in 0..1.

    Returns:
        [529], w proportional to 1 / ((1 - lambda) p + lambda / Q), scaled so that its mean over pixels as they occur is
        one; zero for cells outside sRGB.
    """
    inside = gamut_cells().to(counts.dtype)
    share = _smoothed(counts) * inside
    share = share / share.sum()
    weights = inside / ((1.0 - uniform) * share + uniform * inside / inside.sum()).clamp_min(1e-12)
    return weights / (weights * share).sum()


def colour_weights(photos: PictureCache, uniform: float) -> Tensor:
    """Weights [529] of the cells, from photographs spread evenly over a cache; float32."""
    count = len(photos.pixels)
    picked = np.linspace(0, count - 1, min(count, _PICTURES)).round().astype(np.int64)
    counts = torch.zeros((2 * _REACH + 1) ** 2, dtype=torch.float64)
    for index in picked:
        rgb = torch.from_numpy(np.array(photos.pixels[index])).permute(2, 0, 1)[None].float() / 255.0
        counts += _counts(srgb_to_lab(rgb)[:, 1:])
    return weights_of_counts(counts, uniform).float()
