"""The weights of rare colours."""

import numpy as np
import pytest
import torch

from train.data.cache import PictureCache
from train.data.colour_rebalancing import (
    _smoothed,
    cell_of,
    colour_weights,
    gamut_cells,
    gamut_centres,
    soft_cells,
    weights_of_counts,
)


def _cell(a: float, b: float) -> int:
    return int(cell_of(torch.tensor([a, b]).view(1, 2, 1, 1)))


def test_cells_are_ten_units_wide_around_neutral() -> None:
    assert _cell(4.9, -4.9) == _cell(0, 0) == 11 * 23 + 11
    assert _cell(5.1, 0) == _cell(0, 0) + 23
    assert _cell(0, -5.1) == _cell(0, 0) - 1
    assert _cell(500, 500) == 23 * 23 - 1


def test_the_cells_of_srgb_hold_what_it_can_show() -> None:
    inside = gamut_cells()
    assert inside[_cell(0, 0)]
    assert inside[_cell(80, 67)]  # red
    assert inside[_cell(79, -108)]  # blue
    assert not inside[_cell(-100, -100)]
    assert 200 < int(inside.sum()) < 313


def test_weights_follow_the_equation() -> None:
    counts = torch.zeros(529, dtype=torch.float64)
    counts[_cell(0, 0)], counts[_cell(60, 40)] = 900, 100
    inside = gamut_cells().double()
    share = _smoothed(counts) * inside
    share /= share.sum()
    weights = weights_of_counts(counts, 0.5)
    raw = 1 / (0.5 * share + 0.5 / inside.sum())
    for cell in (_cell(0, 0), _cell(60, 40), _cell(-40, 40)):
        assert float(weights[cell] / weights[_cell(0, 0)]) == pytest.approx(
            float(raw[cell] / raw[_cell(0, 0)])
        )
    assert float((weights * share).sum()) == pytest.approx(1.0)
    assert weights[_cell(-40, 40)] > weights[_cell(60, 40)] > weights[_cell(0, 0)]
    assert torch.all(weights[inside == 0] == 0)


def test_a_uniform_share_of_one_counts_all_alike() -> None:
    counts = torch.zeros(529, dtype=torch.float64)
    counts[_cell(0, 0)] = 1
    weights = weights_of_counts(counts, 1.0)
    assert torch.allclose(weights[gamut_cells()], torch.ones(1, dtype=torch.float64))


def test_grey_pictures_make_grey_cheap() -> None:
    pixels = np.full((3, 8, 8, 3), 128, np.uint8)
    pixels[2, :2] = (200, 30, 30)
    weights = colour_weights(PictureCache(pixels, [""] * 3), 0.5)
    assert weights[_cell(0, 0)] < 1 < weights[_cell(60, 40)]


def test_a_colour_is_the_mean_of_the_cells_that_it_is_divided_among() -> None:
    ab = torch.rand(2, 2, 5, 7, generator=torch.Generator().manual_seed(0)) * 60 - 30
    indices, shares = soft_cells(ab)
    assert torch.allclose(shares.sum(dim=1), torch.ones(2, 5, 7), atol=1e-5)
    centres = gamut_centres()[indices]
    mean = (centres * shares[..., None]).sum(dim=1).permute(0, 3, 1, 2)
    assert torch.allclose(mean, ab, atol=1e-4)
    assert float((centres - ab[:, None].permute(0, 1, 3, 4, 2)).abs().max()) <= 10.0


def test_what_falls_outside_srgb_goes_to_the_cells_inside() -> None:
    inside = gamut_cells()
    edge = torch.tensor([83.0, 67.0]).view(1, 2, 1, 1)
    indices, shares = soft_cells(edge)
    assert not inside[_cell(90, 60)]
    assert float(shares.sum()) == pytest.approx(1.0)
    assert (gamut_centres()[indices[shares > 0]][:, 0] <= 80).all()
