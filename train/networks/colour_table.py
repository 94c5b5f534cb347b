"""The colour table: mean ab of a picture at steps of lightness rank, and its use on another picture."""

import torch
from torch import Tensor

HISTOGRAM_BINS = 64


def lightness_rank(lightness: Tensor, bins: int = HISTOGRAM_BINS) -> Tensor:
    """Rank of every pixel's lightness among the pixels of its own picture.

    Args:
        lightness: [N,1,H,W], L* in 0..100.
        bins: bins of the histogram that stands in for sorting; sorting a large picture is slow in ONNX.

    Returns:
        [N,1,H,W] in 0..1, a monotone function of the lightness; pixels of equal lightness share their mean rank.
    """
    position = lightness.clamp(0.0, 100.0).flatten(2) * ((bins - 1) / 100.0)
    index = torch.arange(bins, dtype=lightness.dtype, device=lightness.device).view(1, bins, 1)
    offset = position - index
    mass = (1.0 - offset.abs()).clamp_min(0.0).mean(dim=2, keepdim=True)
    # Integrating the histogram as if each bin's mass were spread evenly over its width.
    rank = (mass * (offset + 0.5).clamp(0.0, 1.0)).sum(dim=1, keepdim=True)
    return rank.view_as(lightness)


def _step_weights(rank: Tensor, steps: int) -> Tensor:
    """Linear interpolation weights of each pixel over the centres (j + 1/2) / steps: [N,steps,H*W]."""
    position = (rank.flatten(2) * steps - 0.5).clamp(0.0, steps - 1.0)
    index = torch.arange(steps, dtype=rank.dtype, device=rank.device).view(1, steps, 1)
    return (1.0 - (position - index).abs()).clamp_min(0.0)


def measure_table(rank: Tensor, ab: Tensor, steps: int) -> Tensor:
    """Mean ab at each step of lightness rank.

    Args:
        rank: [N,1,H,W] in 0..1.
        ab: [N,2,H,W], CIELAB units.
        steps: number of steps.

    Returns:
        [N,steps,2], CIELAB units.
    """
    weights = _step_weights(rank, steps)
    total = weights.sum(dim=2, keepdim=True).clamp_min(1e-6)
    return torch.matmul(weights, ab.flatten(2).transpose(1, 2)) / total


def apply_table(table: Tensor, rank: Tensor) -> Tensor:
    """Look every pixel's rank [N,1,H,W] up in a table [N,steps,2]; linear between steps. Returns ab [N,2,H,W]."""
    flat = torch.matmul(table.transpose(1, 2), _step_weights(rank, table.shape[1]))
    return flat.view(rank.shape[0], 2, rank.shape[2], rank.shape[3])
