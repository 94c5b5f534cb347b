"""Generators and the PatchGAN: shapes, sizes, what they see."""

import pytest
import torch
from torch import nn

from train.core.config import NetworkConfig, RecipeError
from train.core.recipe_files import load_recipe
from train.networks.auto import AB_RANGE, UNetAutoNetwork
from train.networks.factory import build_any_network, build_network, repainting
from train.networks.generators import PlaneNorm
from train.networks.patch_discriminator import PATCH_PX, PatchDiscriminator
from train.networks.repaint import RepaintNetwork

MOST_PARAMETERS = 3_000_000


@pytest.mark.parametrize("name", ["repaint", "repaint_unet"])
def test_each_direction_is_small_enough_and_answers_at_any_size(name: str) -> None:
    network = repainting(build_any_network(load_recipe(name).network)).eval()
    for generator in (network.to_painting, network.to_photo):
        assert sum(parameter.numel() for parameter in generator.parameters()) <= MOST_PARAMETERS
    rgb = torch.rand(1, 3, 2 * network.size_multiple, 3 * network.size_multiple)
    with torch.no_grad():
        for answer in (network(rgb), network.photograph(rgb)):
            assert answer.shape == rgb.shape
            assert answer.min() >= 0
            assert answer.max() <= 1


def test_auto_answers_the_same_under_every_reference() -> None:
    network = UNetAutoNetwork((8, 8, 8)).eval()
    lightness = torch.rand(2, 1, 16, 24) * 100
    with torch.no_grad():
        first, second = (network(lightness, torch.rand(2, 3, 8, 8) * 50).ab for _ in range(2))
    assert first.shape == (2, 2, 16, 24)
    assert torch.equal(first, second)
    assert first.abs().max() <= AB_RANGE


def test_its_noise_is_dropout_and_ends_with_training() -> None:
    network = UNetAutoNetwork((8, 8, 8), dropout=0.5)
    lightness = torch.rand(1, 1, 16, 16) * 100
    one = torch.ones(1, 1)
    assert not torch.equal(network.predict(lightness, one).ab, network.predict(lightness, one).ab)
    network.eval()
    assert torch.equal(network.predict(lightness, one).ab, network.predict(lightness, one).ab)


def test_a_score_sees_70_by_70_pixels() -> None:
    judge = PatchDiscriminator(1, 4)
    # Instance norm sees the whole picture; without it the patch is that of the convolutions.
    bare = nn.Sequential(*(layer for layer in judge.body if not isinstance(layer, nn.InstanceNorm2d)))
    picture = torch.rand(1, 1, 128, 128, requires_grad=True)
    scores = bare(picture)
    assert scores.shape == judge(picture).shape == (1, 1, 14, 14)
    (gradient,) = torch.autograd.grad(scores[0, 0, 7, 7], picture)
    rows = gradient[0, 0].abs().sum(dim=1).nonzero().flatten()
    columns = gradient[0, 0].abs().sum(dim=0).nonzero().flatten()
    assert len(rows) == len(columns) == PATCH_PX
    assert int(rows[-1] - rows[0]) == int(columns[-1] - columns[0]) == PATCH_PX - 1


def test_the_kinds_are_not_taken_for_each_other() -> None:
    config = NetworkConfig(kind="repaint", widths=(4, 4), blocks=1)
    assert isinstance(build_any_network(config), RepaintNetwork)
    with pytest.raises(RecipeError, match="repaint"):
        build_network(config)
    with pytest.raises(RecipeError, match="must be repaint"):
        repainting(UNetAutoNetwork((4, 4)))


def test_both_ways_of_normalising_agree() -> None:
    norm, features = PlaneNorm(3), torch.randn(2, 3, 8, 12) * 5 + 3
    with torch.no_grad():
        norm.weight.copy_(torch.tensor([1.0, 2.0, -1.0]))
        norm.bias.copy_(torch.tensor([0.0, 0.5, 1.0]))
    assert torch.allclose(norm.train()(features), norm.eval()(features), atol=1e-5)
