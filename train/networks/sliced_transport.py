"""Sliced optimal transport from a few fixed quantiles, in operations that ONNX has.

A distribution of (a*, b*, lightness rank) is told by its quantiles along fixed directions. Quantile functions may be
averaged: the average of two is that of the distribution halfway between (the Wasserstein barycentre in one dimension).
"""

import math

import torch
from torch import Tensor
from torch._higher_order_ops.scan import scan

from train.core.optimal_transport import RANK_UNIT_AB

LEVELS = 8
_TILT = 0.9
_BINS = 32
_STEP = 0.7


def directions() -> Tensor:
    """Unit vectors of (a*, b*, rank): four in the plane of a* and b*, four that lean towards the light, [8,3]."""
    flat = [(math.cos(angle), math.sin(angle), 0.0) for angle in (math.pi / 4 * k for k in range(4))]
    quarter = [math.pi / 2 * k for k in range(4)]
    tilted = [
        (math.cos(angle) * math.cos(_TILT), math.sin(angle) * math.cos(_TILT), math.sin(_TILT))
        for angle in quarter
    ]
    return torch.tensor(flat + tilted)


DIRECTIONS = 8


def _project(ab: Tensor, rank: Tensor, direction: Tensor) -> Tensor:
    """Coordinates [N,P] of points along one direction [3]."""
    return ab[:, 0] * direction[0] + ab[:, 1] * direction[1] + rank[:, 0] * (RANK_UNIT_AB * direction[2])


def measure_quantiles(ab: Tensor, rank: Tensor) -> Tensor:
    """Means of equal shares of the points, sorted along each direction.

    Args:
        ab: [N,2,P], CIELAB units.
        rank: [N,1,P], lightness rank in 0..1.

    Returns:
        [N,DIRECTIONS,LEVELS], CIELAB units.
    """
    along = torch.stack([_project(ab, rank, direction) for direction in directions().to(ab)], dim=1)
    ordered = along.sort(dim=2).values
    # How much of each sorted point falls into each share. The count is summed up, since ONNX has no free sizes as
    # numbers.
    one = torch.ones_like(ordered[0, 0])
    width = LEVELS / one.sum()
    end = one.cumsum(dim=0)[:, None] * width
    level = torch.arange(LEVELS, dtype=ab.dtype, device=ab.device)
    overlap = torch.minimum(end, level + 1.0) - torch.maximum(end - width, level)
    return ordered @ overlap.clamp_min(0.0)


def _quantile_function(quantiles: Tensor, share: Tensor) -> Tensor:
    """Value at each share [N,B] in 0..1 of quantiles [N,Q] at (j + 1/2) / Q: linear, and on in the ends' direction."""
    levels = quantiles.shape[1]
    position = share * levels - 0.5
    inside = position.clamp(0.0, levels - 1.0)
    index = torch.arange(levels, dtype=share.dtype, device=share.device)
    weights = (1.0 - (inside[:, :, None] - index).abs()).clamp_min(0.0)
    value = (weights * quantiles[:, None, :]).sum(dim=2)
    beyond = position - inside
    first = (quantiles[:, 1] - quantiles[:, 0])[:, None]
    last = (quantiles[:, -1] - quantiles[:, -2])[:, None]
    return value + beyond.clamp_max(0.0) * first + beyond.clamp_min(0.0) * last


def _unstretched(table: Tensor, mass: Tensor, most: Tensor) -> Tensor:
    """Limit by how much the table [N,B] rises from bin to bin, and keep the mean of all the mass [N,B]."""
    rises = torch.minimum(table[:, 1:] - table[:, :-1], most)
    limited = torch.cat((torch.zeros_like(table[:, :1]), rises.cumsum(dim=1)), dim=1)
    return limited + ((table - limited) * mass).sum(dim=1, keepdim=True)


def _moved(coordinate: Tensor, quantiles: Tensor, stretch: float | None) -> Tensor:
    """Where each coordinate [N,P] comes to lie so that all are distributed as the quantiles [N,Q] say.

    A histogram of linear bins stands in for sorting, so that equal coordinates stay equal; what it answers at its bins
    is looked up between them.
    """
    low, high = coordinate.amin(dim=1, keepdim=True), coordinate.amax(dim=1, keepdim=True)
    position = (coordinate - low) * ((_BINS - 1.0) / (high - low).clamp_min(1e-3))
    index = torch.arange(_BINS, dtype=coordinate.dtype, device=coordinate.device)
    mass = (1.0 - (position[:, None, :] - index[:, None]).abs()).clamp_min(0.0).mean(dim=2)
    table = _quantile_function(quantiles, mass.cumsum(dim=1) - mass / 2.0)
    if stretch is not None:
        table = _unstretched(table, mass, (high - low) / (_BINS - 1.0) * stretch)
    left = position.floor().clamp(0.0, _BINS - 2.0)
    places = left.long()
    at_left, at_right = table.gather(1, places), table.gather(1, places + 1)
    return at_left + (position - left) * (at_right - at_left)


def transport_to_quantiles(
    ab: Tensor, rank: Tensor, quantiles: Tensor, sweeps: int, stretch: float | None = None
) -> Tensor:
    """Move colours so that they are distributed as a painting's, direction by direction.

    Args:
        ab: [N,2,P], CIELAB units.
        rank: [N,1,P], lightness rank in 0..1, which is never moved.
        quantiles: [N,DIRECTIONS,LEVELS] as `measure_quantiles` gives them.
        sweeps: how often over all directions; one suffices where the colours are nearly so distributed.
        stretch: how far apart two coordinates may come to lie before a step is damped, as a multiple of their distance;
            None for any. Without it a narrow distribution, one face say, takes all colours of the painting.

    Returns:
        [N,2,P], CIELAB units.
    """
    along = directions().to(ab).repeat(sweeps, 1)
    levels = quantiles.transpose(0, 1).repeat(sweeps, 1, 1)

    def step(ab: Tensor, towards: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        direction, wanted = towards
        here = _project(ab, rank, direction)
        moved = (_moved(here, wanted, stretch) - here) * _STEP
        return ab + moved[:, None, :] * direction[:2, None], here.new_zeros(
            1
        )  # a scan must give something a step

    if torch.compiler.is_exporting():
        # A loop in the graph, too: unrolled, the steps are most of its nodes, and a runtime loads it thrice as long.
        scanned: Tensor = scan(step, ab, (along, levels))[0]
        return scanned
    for towards in zip(along, levels, strict=True):
        ab, _ = step(ab, towards)
    return ab
