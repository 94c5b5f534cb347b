"""The painter: it begins as the identity, and what it does at a place depends on the surroundings alone."""

import pytest
import torch
from torch import nn

from train.networks.painter import PainterGenerator
from train.networks.repaint import RepaintNetwork
from train.networks.strokes import Strokes


def _stirred(network: nn.Module) -> nn.Module:
    torch.manual_seed(0)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.1)
    return network.eval()


@pytest.mark.parametrize("size", [(16, 24), (40, 32)])
def test_a_new_pair_leaves_pictures_as_they_are(size: tuple[int, int]) -> None:
    network = RepaintNetwork("painter", (4, 8, 8), 2).eval()
    photo = torch.rand(2, 3, *size)
    with torch.no_grad():
        assert torch.allclose(network(photo), photo, atol=1e-6)
        assert torch.allclose(network.photograph(network(photo)), photo, atol=1e-6)


def test_what_goes_beyond_the_gamut_is_cut_when_it_is_shown() -> None:
    network = _stirred(RepaintNetwork("painter", (4, 8, 8), 2))
    photo = torch.rand(1, 3, 16, 16)
    with torch.no_grad():
        painted = network(photo)
        bare = network.get_submodule("to_painting")(photo * 2 - 1)
    assert bare.abs().max() > 1
    assert 0 <= painted.min() < painted.max() <= 1


def test_a_new_painter_with_strokes_lays_them_and_nothing_else() -> None:
    network = RepaintNetwork("painter", (4, 8, 8), 2, strokes_px=4).eval()
    photo = torch.rand(2, 3, 16, 24)
    with torch.no_grad():
        assert torch.allclose(network(photo) * 2 - 1, Strokes(4)(photo * 2 - 1), atol=1e-6)
        assert torch.allclose(network.photograph(photo), photo, atol=1e-6)


@pytest.mark.parametrize(("blocks", "strokes_px"), [(1, 0), (3, 0), (1, 4)])
def test_it_reaches_no_further_than_it_says(blocks: int, strokes_px: int) -> None:
    painter = _stirred(PainterGenerator((4, 8, 8), blocks, strokes_px))
    assert isinstance(painter, PainterGenerator)
    middle = (painter.reach_px // 4 + 2) * 4
    for place in range(middle, middle + 4):
        picture = torch.rand(1, 3, 2 * middle, 2 * middle, requires_grad=True)
        answer, _ = painter(picture)
        (gradient,) = torch.autograd.grad(answer[0, :, place, place].sum(), picture)
        touched = gradient[0].abs().sum(dim=(0, 1)).nonzero().flatten()
        assert place - int(touched[0]) <= painter.reach_px
        assert int(touched[-1]) - place <= painter.reach_px
        # And the bound is not an idle one.
        assert int(touched[-1]) - int(touched[0]) > painter.reach_px


def test_a_tile_is_painted_as_it_is_in_the_whole() -> None:
    painter = _stirred(PainterGenerator((4, 8, 8), 1))
    assert isinstance(painter, PainterGenerator)
    margin = -(-painter.reach_px // 4) * 4
    picture = torch.rand(1, 3, 2 * margin + 16, 2 * margin + 32)
    with torch.no_grad():
        whole, _ = painter(picture)
        tile, _ = painter(picture[:, :, :, : 2 * margin + 16])
    inner = slice(margin, margin + 16)
    assert torch.allclose(tile[:, :, inner, inner], whole[:, :, inner, inner], atol=1e-5)
    assert not torch.allclose(tile[:, :, inner, -8:], whole[:, :, inner, 2 * margin + 8 : 2 * margin + 16])
