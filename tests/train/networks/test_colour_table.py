"""Lightness rank and the colour table."""

import torch

from train.networks.colour_table import apply_table, lightness_rank, measure_table


def test_rank_is_monotone_and_uniform() -> None:
    lightness = torch.rand(1, 1, 64, 64, generator=torch.Generator().manual_seed(0)) ** 2 * 100
    rank = lightness_rank(lightness).flatten()
    ordered = rank[lightness.flatten().argsort()]
    assert (ordered.diff() >= -1e-5).all()
    uniform = (torch.arange(ordered.numel()) + 0.5) / ordered.numel()
    # A density that rises steeply towards black is resolved by one bin of the histogram only.
    assert (ordered - uniform).abs().max() < 0.05
    assert (ordered - uniform).abs().mean() < 0.005


def test_equal_pixels_share_the_middle_rank() -> None:
    rank = lightness_rank(torch.full((1, 1, 8, 8), 40.0))
    assert (rank - rank[0, 0, 0, 0]).abs().max() < 1e-6
    assert abs(float(rank.mean()) - 0.5) < 0.2


def test_rank_does_not_depend_on_the_size_of_the_picture() -> None:
    small = torch.rand(1, 1, 32, 32, generator=torch.Generator().manual_seed(0)) * 100
    large = small.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
    assert (lightness_rank(large)[:, :, ::2, ::2] - lightness_rank(small)).abs().max() < 1e-4


def test_table_holds_mean_colours_and_gives_them_back() -> None:
    rank = torch.linspace(0, 1, 64 * 64).view(1, 1, 64, 64)
    ab = torch.cat((40 * rank - 20, 10 - 10 * rank), dim=1)
    table = measure_table(rank, ab, 8)
    centres = (torch.arange(8) + 0.5) / 8
    assert (table[0, 1:-1, 0] - (40 * centres - 20)[1:-1]).abs().max() < 0.1
    inner = (rank > 0.1) & (rank < 0.9)
    difference = (apply_table(table, rank) - ab).abs().masked_select(inner.expand(-1, 2, -1, -1))
    assert difference.max() < 1.0
