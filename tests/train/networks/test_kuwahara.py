"""Patches are chosen as the filter's equation says, edges stay, and specks go."""

import numpy as np
import pytest
import torch
from torch import Tensor

from train.networks.kuwahara import Kuwahara


def _reference(picture: Tensor, away: int) -> Tensor:
    """The filter, patch by patch and pixel by pixel."""
    height, width = picture.shape[2:]
    line = np.convolve(np.ones(away + 1), np.ones(away + 1))
    shape = np.outer(line, line)[None] / line.sum() ** 2
    padded = np.pad(
        picture[0].double().numpy(), ((0, 0), (2 * away, 2 * away), (2 * away, 2 * away)), mode="reflect"
    )
    luma = np.tensordot([0.299, 0.587, 0.114], padded, 1)[None]
    answer = np.zeros((3, height, width))
    steps = [(y, x) for y in (0, away, 2 * away) for x in (0, away, 2 * away) if (y, x) != (away, away)]
    for row in range(height):
        for column in range(width):
            colours, weights = [], []
            for y, x in steps:
                place = (..., slice(row + y, row + y + len(line)), slice(column + x, column + x + len(line)))
                colours.append((padded[place] * shape).sum(axis=(1, 2)))
                mean = (luma[place] * shape).sum()
                weights.append(((luma[place] ** 2 * shape).sum() - mean**2 + 1e-4) ** -4.0)
            answer[:, row, column] = np.average(colours, axis=0, weights=weights)
    return torch.from_numpy(answer)[None]


@pytest.mark.parametrize("reach", [2, 4])
def test_patches_are_weighed_by_the_power_of_their_spread(reach: int) -> None:
    picture = torch.rand(1, 3, 9, 11, generator=torch.Generator().manual_seed(reach)) * 2 - 1
    assert torch.allclose(Kuwahara(reach)(picture).double(), _reference(picture, reach // 2), atol=1e-3)


def test_an_edge_stays_firm_and_a_speck_goes() -> None:
    edge = torch.full((1, 3, 16, 16), -0.5)
    edge[..., 8:] = 0.5
    assert torch.allclose(Kuwahara(4)(edge), edge, atol=1e-3)
    speck = torch.full((1, 3, 17, 17), 0.5)
    speck[..., 8, 8] = -0.5
    assert float((Kuwahara(4)(speck) - 0.5).abs().max()) < 0.15


@pytest.mark.parametrize("reach", [0, 1, 3, -2])
def test_a_reach_that_has_no_middle_is_refused(reach: int) -> None:
    with pytest.raises(ValueError, match="reach_px"):
        Kuwahara(reach)
