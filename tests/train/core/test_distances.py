"""Distances between pictures."""

import torch
from torch import Tensor

from train.core.distances import colour_unrest


def _wall(lightness: Tensor) -> Tensor:
    """Return a grey photograph [1,3,32,32] of that lightness [32,32]."""
    return torch.stack((lightness, torch.zeros(32, 32), torch.zeros(32, 32)))[None]


def _patches(size: int) -> Tensor:
    """Return ab [1,2,32,32] of two hues in squares of one size."""
    place = torch.arange(32) // size
    board = (place[:, None] + place) % 2
    return torch.stack((20.0 * board - 10.0, 10.0 - 20.0 * board))[None]


def test_patches_of_every_size_on_a_plain_wall_are_unrest() -> None:
    wall = _wall(torch.full((32, 32), 60.0))
    assert float(colour_unrest(torch.full((1, 2, 32, 32), 40.0), wall)) == 0.0
    for size in (1, 2, 4, 8, 16):
        assert float(colour_unrest(_patches(size), wall)) > 1.0


def test_colours_may_change_where_the_photograph_does() -> None:
    edge = torch.full((32, 32), 20.0)
    edge[:, 16:] = 80.0
    halves = torch.full((1, 2, 32, 32), -10.0)
    halves[..., 16:] = 10.0
    on_a_wall = float(colour_unrest(halves, _wall(torch.full((32, 32), 50.0))))
    assert float(colour_unrest(halves, _wall(edge))) < 0.1 * on_a_wall
    coloured = _wall(torch.full((32, 32), 50.0))
    coloured[:, 1:] = halves / 2.0
    assert float(colour_unrest(halves, coloured)) == 0.0


def test_colours_that_go_by_place_are_unrest_unless_the_light_does_too() -> None:
    slope = torch.linspace(-20.0, 20.0, 64)[:, None].expand(64, 64)
    by_place = torch.stack((slope, -slope))[None]
    wall = torch.zeros(1, 3, 64, 64)
    wall[:, 0] = 50.0
    # From the middle to the edge, of two channels, in one of two directions.
    assert float(colour_unrest(by_place, wall, scales=0)) > 0.45 * 20.0 * 2**0.5
    wall[:, 0] = 50.0 + 2.0 * slope
    wall[:, 1:] = 0.3 * by_place
    assert float(colour_unrest(by_place, wall, scales=0)) == 0.0
