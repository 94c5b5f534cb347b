"""Strokes follow lines, leave even grounds and edges as they are, and know how far they see."""

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from train.networks.kuwahara import Kuwahara
from train.networks.strokes import Strokes


def _noise(*shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(3))


def _slanted_edge(size: int = 64) -> tuple[Tensor, Tensor]:
    """A grainy edge at 20 degrees [1,3,H,W], and how far each place is from it in pixels [H,W]."""
    rows, columns = torch.meshgrid(torch.arange(size), torch.arange(size), indexing="ij")
    angle = math.radians(20)
    away = (rows - size / 2) * math.cos(angle) - (columns - size / 2) * math.sin(angle)
    return 0.6 * torch.tanh(away).expand(1, 3, -1, -1) + 0.05 * _noise(1, 1, size, size), away


def test_rims_are_strokes_and_not_ragged() -> None:
    edge, away = _slanted_edge()
    inner = torch.zeros_like(away, dtype=torch.bool)
    inner[16:-16, 16:-16] = True
    rim = inner & (away.abs() < 1.5)

    def raggedness(picture: Tensor) -> float:
        """What is left of the rim when what the distance from the edge explains is taken away."""
        distance, values = away[rim].numpy(), picture[0, 0][rim].numpy()
        return float(np.std(values - np.polyval(np.polyfit(distance, values, 5), distance)))

    assert raggedness(Strokes(4)(edge)) < 0.5 * raggedness(Kuwahara(4)(edge))


def test_an_edge_stays_firm_and_gets_no_halo() -> None:
    edge = torch.full((1, 3, 48, 48), -0.5)
    edge[..., 24:] = 0.5
    laid = Strokes(4)(edge)[0, 0, 24]
    assert float(laid[25] - laid[22]) > 0.9
    assert 0.5 < float(laid.max()) <= 0.62


@pytest.mark.parametrize("ground", [-1.0, 0.2])
def test_grain_of_an_even_ground_does_not_become_strokes(ground: float) -> None:
    grain = 0.02 * _noise(1, 1, 64, 64).expand(-1, 3, -1, -1)
    laid = Strokes(4)(ground + grain)
    assert bool(torch.isfinite(laid).all())
    assert float(laid.std()) < 0.5 * float(grain.std())


def test_what_is_finer_than_patches_comes_back_drawn_out() -> None:
    rows = torch.arange(48)[:, None].expand(48, 48)
    hairs = (0.25 * torch.sin(rows * 2.0)).expand(1, 3, -1, -1)
    broken = hairs + 0.1 * _noise(1, 1, 48, 48)
    inner = (0, 0, slice(20, 28), slice(14, 34))
    patched, laid = Kuwahara(4)(broken)[inner], Strokes(4)(broken)[inner]
    rest = broken[inner]
    assert float(laid.mean(dim=1).std()) > 2 * float(patched.mean(dim=1).std()), "the hairs are seen"
    assert float(laid.std(dim=1).mean()) < 0.5 * float(rest.std(dim=1).mean()), "and they are drawn out"


@pytest.mark.parametrize("reach_px", [2, 4, 6])
def test_they_see_as_far_as_they_say(reach_px: int) -> None:
    strokes = Strokes(reach_px)
    size = 2 * strokes.reach_px + 9
    picture = 0.3 * _noise(1, 3, size, size)
    changed = picture.clone()
    changed[..., size // 2, size // 2] += 0.5
    touched = (strokes(changed) - strokes(picture)).abs().amax(dim=(0, 1)).nonzero()
    away = int((touched - size // 2).abs().max())
    assert strokes.reach_px / 2 < away <= strokes.reach_px


@pytest.mark.parametrize("reach", [0, 3])
def test_a_reach_that_has_no_middle_is_refused(reach: int) -> None:
    with pytest.raises(ValueError, match="reach_px"):
        Strokes(reach)
