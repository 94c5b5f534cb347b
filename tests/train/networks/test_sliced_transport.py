"""Sliced transport by a few quantiles, beside the exact one by sorting."""

import pytest
import torch
from torch import Tensor

from train.core.colour import srgb_to_lab
from train.core.distances import even_angles, sliced_wasserstein
from train.core.optimal_transport import transport_colours
from train.data.cache import PictureCache
from train.networks.colour_table import lightness_rank
from train.networks.sliced_transport import (
    DIRECTIONS,
    LEVELS,
    directions,
    measure_quantiles,
    transport_to_quantiles,
)

SWEEPS = 3


@pytest.fixture
def points(pictures: PictureCache) -> tuple[Tensor, Tensor]:
    """ab [4,2,P] and lightness rank [4,1,P] of four pictures."""
    lab = srgb_to_lab(torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255)
    return lab[:, 1:].flatten(2), lightness_rank(lab[:, :1]).flatten(2)


def _distance(first: Tensor, second: Tensor) -> float:
    return float(sliced_wasserstein(first, second, even_angles(16)).mean())


def test_directions_are_of_unit_length_and_half_lean_to_the_light() -> None:
    along = directions()
    assert along.shape == (DIRECTIONS, 3)
    assert torch.allclose(along.norm(dim=1), torch.ones(DIRECTIONS))
    assert (along[:, 2] > 0).sum() == DIRECTIONS // 2


def test_quantiles_of_an_even_distribution_are_even() -> None:
    a = torch.linspace(-40, 40, 4001)[torch.randperm(4001)]
    quantiles = measure_quantiles(torch.stack((a, torch.zeros(4001)))[None], torch.full((1, 1, 4001), 0.5))
    middles = (torch.arange(LEVELS) + 0.5) * (80 / LEVELS) - 40
    assert torch.allclose(quantiles[0, 0], middles, atol=0.05)
    # b* is zero throughout.
    assert quantiles[0, 2].abs().max() < 1e-4


@pytest.mark.parametrize("count", [8, 100, 1023])
def test_shares_are_equal_whatever_the_number_of_points(count: int) -> None:
    ab = torch.randn(2, 2, count, generator=torch.Generator().manual_seed(0)) * 20
    quantiles = measure_quantiles(ab, torch.zeros(2, 1, count))
    assert quantiles.shape == (2, DIRECTIONS, LEVELS)
    assert (quantiles.diff(dim=2) >= 0).all()
    assert torch.allclose(quantiles[:, 0].mean(dim=1), ab[:, 0].mean(dim=1), atol=1e-3)


def test_colours_that_are_right_already_hardly_move(points: tuple[Tensor, Tensor]) -> None:
    ab, rank = points
    moved = transport_to_quantiles(ab, rank, measure_quantiles(ab, rank), SWEEPS)
    assert float((moved - ab).abs().mean()) < 0.1 * float(ab.std(dim=2).mean())
    assert _distance(moved, ab) < 1.0


def test_equal_places_stay_equal(points: tuple[Tensor, Tensor]) -> None:
    ab, rank = points
    quantiles = measure_quantiles(ab.flip(0), rank.flip(0))
    twice_ab, twice_rank = (torch.cat((plane, plane), dim=2) for plane in (ab, rank))
    moved = transport_to_quantiles(twice_ab, twice_rank, quantiles, SWEEPS)
    count = ab.shape[2]
    assert torch.allclose(moved[:, :, :count], moved[:, :, count:], atol=1e-4)
    flat = transport_to_quantiles(torch.full_like(ab, 3.0), torch.full_like(rank, 0.5), quantiles, SWEEPS)
    assert torch.isfinite(flat).all()
    assert float(flat.std(dim=2).max()) < 1e-4


def test_they_come_nearly_as_near_to_a_palette_as_by_sorting(points: tuple[Tensor, Tensor]) -> None:
    ab, rank = points
    wanted, wanted_rank = ab.flip(0), rank.flip(0)
    moved = transport_to_quantiles(ab, rank, measure_quantiles(wanted, wanted_rank), SWEEPS)
    exact = transport_colours(ab, rank, wanted, wanted_rank)
    before = _distance(ab, wanted)
    assert _distance(exact, wanted) < 0.1 * before
    assert _distance(moved, wanted) < 0.25 * before
    # And by the same way: to colours near those that sorting gives, place by place.
    assert float((moved - exact).norm(dim=1).mean()) < 0.4 * float((ab - exact).norm(dim=1).mean())


def test_the_average_of_two_palettes_lies_halfway(points: tuple[Tensor, Tensor]) -> None:
    ab, rank = points
    shifted = ab + torch.tensor([30.0, 10.0])[:, None]
    both = (measure_quantiles(ab, rank) + measure_quantiles(shifted, rank)) / 2.0
    moved = transport_to_quantiles(ab, rank, both, SWEEPS)
    assert torch.allclose((moved - ab).mean(dim=2), torch.tensor([15.0, 5.0]).expand(4, 2), atol=1.0)


def test_gradients_reach_colours_and_quantiles(points: tuple[Tensor, Tensor]) -> None:
    ab, rank = (plane[:1, :, ::7].clone() for plane in points)
    quantiles = measure_quantiles(ab.flip(2) * 0.5, rank).requires_grad_()
    ab.requires_grad_()
    transport_to_quantiles(ab, rank, quantiles, SWEEPS).square().mean().backward()
    for inputs in (ab, quantiles):
        assert inputs.grad is not None
        assert torch.isfinite(inputs.grad).all()
        assert inputs.grad.abs().max() > 0


def test_a_narrow_distribution_is_drawn_out_no_further_than_it_may(points: tuple[Tensor, Tensor]) -> None:
    ab, rank = points
    narrow = ab.mean(dim=2, keepdim=True) + 0.1 * (ab - ab.mean(dim=2, keepdim=True))
    quantiles = measure_quantiles(ab.flip(0), rank.flip(0))
    free = transport_to_quantiles(narrow, rank, quantiles, sweeps=1)
    held = transport_to_quantiles(narrow, rank, quantiles, sweeps=1, stretch=1.0)
    # Moved as a whole to the painting's mean, and hardly wider than it was.
    assert torch.allclose(held.mean(dim=2), free.mean(dim=2), atol=2.0)
    assert (held.std(dim=2) < 1.3 * narrow.std(dim=2) + 0.5).all()
    assert free.std(dim=2).mean() > 3.0 * held.std(dim=2).mean()
    # Where nothing has to be stretched, the limit changes nothing.
    own = measure_quantiles(ab, rank)
    same = transport_to_quantiles(ab, rank, own, sweeps=1)
    assert torch.allclose(transport_to_quantiles(ab, rank, own, sweeps=1, stretch=8.0), same, atol=0.5)
