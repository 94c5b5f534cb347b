"""Directions are those of a picture's lines, and means along them are the sums of the equation."""

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from train.networks.edge_tangent_flow import along, directions


def _stripes(angle_deg: float, size: int = 40) -> Tensor:
    """Stripes [1,3,H,W] whose lines run at an angle to the rows, downwards to the right."""
    angle = math.radians(angle_deg)
    rows, columns = torch.meshgrid(torch.arange(size), torch.arange(size), indexing="ij")
    across = rows * math.cos(angle) - columns * math.sin(angle)
    return (0.5 * torch.sin(across * 0.8)).expand(1, 3, -1, -1)


@pytest.mark.parametrize("angle_deg", [0, 30, 45, 90, 120, 165])
def test_directions_run_along_the_lines(angle_deg: float) -> None:
    way = directions(_stripes(angle_deg))[0, :, 20, 20]
    assert float(way.norm()) == pytest.approx(1, abs=0.02)
    expected = torch.tensor([math.cos(math.radians(angle_deg)), math.sin(math.radians(angle_deg))])
    assert abs(float(way @ expected)) == pytest.approx(1, abs=0.02)  # a line has two ends


def test_an_even_ground_and_its_grain_have_no_direction() -> None:
    assert float(directions(torch.full((1, 3, 24, 24), -1.0)).abs().max()) < 1e-2
    grain = torch.randn(1, 1, 48, 48, generator=torch.Generator().manual_seed(1)).expand(-1, 3, -1, -1)
    assert float(directions(grain * 0.01).norm(dim=1).mean()) < 0.1


def test_means_along_the_rows_are_those_of_the_weights() -> None:
    values = torch.rand(1, 2, 6, 30, generator=torch.Generator().manual_seed(2))
    way = torch.tensor([1.0, 0.0]).view(1, 2, 1, 1).expand(1, 2, 6, 30)
    weights = np.convolve([0.25, 0, 0, 0.5, 0, 0, 0.25], [0.25, 0.5, 0.25])
    expected = np.apply_along_axis(np.convolve, 2, values[0].numpy(), weights, mode="valid")
    assert np.allclose(along(values, way, (3, 1))[0, :, :, 4:-4], expected, atol=1e-5)


def test_where_there_is_no_direction_nothing_is_drawn_out() -> None:
    values = torch.rand(1, 2, 9, 11)
    assert torch.allclose(along(values, torch.zeros(1, 2, 9, 11), (3, 1)), values, atol=1e-5)


def test_lines_stay_along_themselves_and_go_across() -> None:
    lines = _stripes(30)
    way = directions(lines)
    inner = (..., slice(10, 30), slice(10, 30))
    assert float((along(lines, way, (4, 2)) - lines)[inner].abs().max()) < 0.05
    crosswise = torch.stack((-way[:, 1], way[:, 0]), dim=1)
    assert float(along(lines, crosswise, (4, 2))[inner].abs().max()) < 0.1
