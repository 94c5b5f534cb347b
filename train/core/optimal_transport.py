"""Sliced optimal transport of a photograph's colours to a painting's: the answer that the networks are held against."""

import torch
from torch import Tensor

# CIELAB units from the darkest to the lightest rank, as the third coordinate beside a* and b*.
RANK_UNIT_AB = 18.0
_ROTATIONS = 24
_STEP = 0.6
_SEED = 1


def _rotations() -> Tensor:
    """Random rotations of (a*, b*, rank), the same at every call: [24,3,3]."""
    generator = torch.Generator().manual_seed(_SEED)
    rotations: Tensor = torch.linalg.qr(torch.randn(_ROTATIONS, 3, 3, generator=generator)).Q
    return rotations


def transport_colours(ab: Tensor, rank: Tensor, painting_ab: Tensor, painting_rank: Tensor) -> Tensor:
    """Move a photograph's colours into a painting's palette (iterative distribution transfer; Pitie et al., 2005).

    Each iteration turns the space of a*, b* and lightness rank and moves every coordinate of the photograph's points
    a part of the way to its place in the sorted coordinates of the painting's. The rank itself never moves: it makes
    light colours prefer light ones.

    Args:
        ab: [N,2,P], CIELAB units.
        rank: [N,1,P], lightness rank in 0..1.
        painting_ab: [N,2,P], as many places.
        painting_rank: [N,1,P].

    Returns:
        [N,2,P], CIELAB units.
    """
    moved = ab
    painting = torch.cat((painting_ab, painting_rank * RANK_UNIT_AB), dim=1)
    for rotation in _rotations().to(ab.device):
        points = torch.cat((moved, rank * RANK_UNIT_AB), dim=1)
        here = torch.einsum("ij,njp->nip", rotation, points)
        there = torch.einsum("ij,njp->nip", rotation, painting).sort(dim=2).values
        wanted = torch.empty_like(here).scatter_(2, here.argsort(dim=2), there)
        step = torch.einsum("ij,nip->njp", rotation, wanted - here)
        moved = moved + _STEP * step[:, :2]
    return moved
