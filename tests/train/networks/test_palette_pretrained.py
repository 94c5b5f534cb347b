"""The palette network on a pretrained encoder: embedding, what it follows, what is trained, what it begins with."""

import dataclasses
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from tests.train.networks.efficientnet_weights import random_state
from tests.train.networks.small_pretrained import (
    AUTO,
    EMBEDDING,
    PALETTE,
    small_auto,
    small_palette,
    stir,
)
from train.core.colour import lightness_to_gray
from train.core.config import DataConfig, OptimConfig, Recipe
from train.core.distributed import Place
from train.core.recipe_files import load_recipe
from train.data.cache import PictureCache
from train.loop.train import Run
from train.loop.warm_start import start_network
from train.networks.auto_pretrained import photo_channels
from train.networks.colour_table import apply_table, lightness_rank
from train.networks.factory import build_network
from train.networks.palette import INPUT_UNIT_AB, TABLE_UNIT_AB
from train.networks.palette_pretrained import PretrainedPaletteNetwork, settle
from train.networks.sliced_transport import DIRECTIONS, LEVELS, measure_quantiles
from train.networks.slots import measure_slots
from train.networks.weights import save_weights


def test_the_embedding_is_made_of_four_parts(lab: Tensor) -> None:
    network = small_palette()
    network.natural.encoder.load_imagenet(random_state())
    embedding = network.embed(lab).detach()
    assert network.embedding_size == EMBEDDING
    assert embedding.shape == (3, EMBEDDING)
    table, slots, quantiles, learned = torch.split(embedding, list(network.embedding_parts), dim=1)
    ab = nn.functional.avg_pool2d(lab[:, 1:], 4)
    rank = lightness_rank(nn.functional.avg_pool2d(lab[:, :1], 4))
    measured = measure_quantiles(ab.flatten(2), rank.flatten(2)).flatten(1)
    assert torch.allclose(quantiles * TABLE_UNIT_AB, measured, atol=1e-3)
    laid = apply_table(table.reshape(3, 4, 2) * TABLE_UNIT_AB, rank)
    assert (laid - ab).square().mean() < (ab - ab.mean(dim=(2, 3), keepdim=True)).square().mean()
    photo, _ = photo_channels(lab[:, :1])
    shares = network.slots(photo, network.natural.encoder(lightness_to_gray(lab[:, :1]))).detach()
    left = measure_slots(shares, nn.functional.avg_pool2d(ab - laid, 2)).flatten(1)
    assert left.abs().max() > 0.1
    assert torch.allclose(slots * TABLE_UNIT_AB, left, atol=1e-3)
    assert learned.abs().max() < 1


def test_the_answer_follows_the_reference(lab: Tensor) -> None:
    network = small_palette()
    # Untrained, half transport and half tables: already in the painting's colours.
    painting = lab.flip(0).clone()
    painting[:, 1:] = painting[:, 1:] * 0.3 + torch.tensor([30.0, -20.0])[:, None, None]
    ab = network(lab[:, :1], painting).ab.detach()
    assert ab.shape == (3, 2, 16, 24)
    assert torch.allclose(ab.mean(dim=(2, 3)), painting[:, 1:].mean(dim=(2, 3)), atol=3.0)
    stir(network)
    embedding = network.embed(lab).detach()
    before = network.predict(lab[:, :1], embedding).ab
    for part, start in zip(network.embedding_parts, (0, 8, 14, 14 + DIRECTIONS * LEVELS), strict=True):
        moved = embedding.clone()
        moved[:, start : start + part] += 0.5
        difference = (network.predict(lab[:, :1], moved).ab - before).abs().mean()
        assert float(difference.detach()) > 1e-3, f"the part from {start} on is dead"


def test_a_picture_alone_gets_the_answer_it_gets_in_a_batch(lab: Tensor) -> None:
    network = small_palette().requires_grad_(False)
    stir(network)
    together = network(lab[:, :1], lab).ab
    assert float((together[1:2] - network(lab[1:2, :1], lab[1:2]).ab).abs().max()) < 1e-2


def test_the_natural_part_gets_no_gradient_and_the_rest_does(lab: Tensor) -> None:
    network = small_palette()
    random = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=random) * 0.05)
    network(lab[:, :1], lab.flip(0)).ab.square().mean().backward()
    for name, parameter in network.named_parameters():
        if name.startswith("natural."):
            assert not parameter.requires_grad, name
            assert parameter.grad is None, name
        else:
            assert parameter.grad is not None, name
            assert parameter.grad.abs().max() > 0, name


def test_tuned_natural_colours_learn_through_the_transport_and_their_eyes_do_not(lab: Tensor) -> None:
    network = build_network(dataclasses.replace(PALETTE, tune_natural=True))
    stir(network)
    network(lab[:, :1], lab.flip(0)).ab.square().mean().backward()
    for name, parameter in network.named_parameters():
        assert (parameter.grad is None) == name.startswith("natural.encoder."), name


def test_settled_places_have_their_slots_colour() -> None:
    natural = torch.randn(1, 2, 8, 8, generator=torch.Generator().manual_seed(1))
    shares = torch.zeros(1, 2, 4, 4)
    shares[:, 0, :, :2] = shares[:, 1, :, 2:] = 1.0
    asked = torch.zeros(1, 3, 8, 8)
    asked[:, 2] = -20.0
    assert torch.allclose(settle(natural, shares, asked), natural, atol=1e-4)
    asked[:, 2] = 20.0
    settled = settle(natural, shares, asked)
    # Away from where two slots meet; a slot's mean is drawn a little towards grey.
    left = natural[..., :4].mean(dim=(2, 3))
    assert torch.allclose(settled[..., 0, 0], left, atol=0.02)
    assert settled[..., :2].std(dim=(2, 3)).max() < 1e-4
    asked[:, 0] = 1.0 / INPUT_UNIT_AB
    assert torch.allclose(settle(natural, shares, asked)[:, 0], settled[:, 0] + 1.0)


def test_a_palette_network_begins_with_natural_colours(
    lab: Tensor, pictures: PictureCache, tmp_path: Path
) -> None:
    auto = small_auto().requires_grad_(False)
    stir(auto)
    weights = tmp_path / "auto.safetensors"
    save_weights(weights, auto, Recipe(network=AUTO), 1)
    network = small_palette()
    start_network(network, PALETTE, weights, pictures)
    assert torch.equal(network.natural.colour(lab[:, :1]), auto.colour(lab[:, :1]))
    assert not any(parameter.requires_grad for parameter in network.natural.parameters())
    again = small_auto()
    start_network(again, AUTO, weights, pictures)
    assert torch.equal(again.colour(lab[:, :1]), auto.colour(lab[:, :1]))


@pytest.mark.parametrize(("name", "entries"), [("auto_pretrained", 1), ("palette_pretrained", 128)])
def test_the_recipes_build_their_networks(name: str, entries: int) -> None:
    recipe = load_recipe(name)
    network = build_network(recipe.network)
    assert network.embedding_size == entries
    assert recipe.data.crop_px % network.size_multiple == 0
    assert recipe.data.crop_px % network.style_multiple == 0


def test_a_resumed_run_goes_on_with_the_natural_colours_it_began_with(
    lab: Tensor, pictures: PictureCache, tmp_path: Path
) -> None:
    auto = small_auto().requires_grad_(False)
    stir(auto)
    auto.cells.weights.mul_(2.0)
    weights = tmp_path / "auto.safetensors"
    save_weights(weights, auto, Recipe(network=AUTO), 1)
    recipe = Recipe(
        bf16=False,
        compile=False,
        network=PALETTE,
        data=DataConfig(crop_px=32, cache_px=48),
        optim=OptimConfig(pictures=4, self_pairs=2, foreign_pairs=2),
    )
    place = Place(0, 1, torch.device("cpu"))
    run = Run(recipe, tmp_path / "run", pictures, pictures, place)
    run.start_from(weights)
    run.folder.mkdir()
    run.save()
    again = Run(dataclasses.replace(recipe, seed=2), tmp_path / "run", pictures, pictures, place)
    assert again.resume()
    for network in (again.network, again.averaged_network()):
        assert isinstance(network, PretrainedPaletteNetwork)
        for name, value in auto.state_dict().items():
            assert torch.equal(network.natural.state_dict()[name], value), name
