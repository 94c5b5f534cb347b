"""Natural colours by a pretrained encoder: sizes, what is trained, and what they begin with."""

import dataclasses
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from tests.train.networks.small_pretrained import (
    AUTO,
    PALETTE,
    WIDTHS,
    small_auto,
    small_palette,
    stir,
)
from train.core.config import AdversarialConfig, DataConfig, OptimConfig, Recipe, RecipeError
from train.core.distributed import Place
from train.data.cache import PictureCache
from train.loop.train import Run
from train.loop.warm_start import start_network
from train.networks.auto_pretrained import photo_channels
from train.networks.feature_decoder import PHOTO_CHANNELS
from train.networks.palette import INPUT_UNIT_AB
from train.networks.weights import save_weights


def test_a_photo_is_told_by_its_samples_and_its_rank(lab: Tensor) -> None:
    photo, rank = photo_channels(lab[:, :1])
    assert photo.shape == (3, PHOTO_CHANNELS, 16, 24)
    assert rank.shape == (3, 1, 16, 24)
    back = nn.functional.pixel_shuffle(photo[:, :-1], 4) * 50.0 + 50.0
    assert torch.allclose(back, lab[:, :1], atol=1e-4)
    assert torch.equal(photo[:, -1:], rank * 2.0 - 1.0)


def test_natural_colours_come_at_a_quarter_of_the_size(lab: Tensor) -> None:
    network = small_auto()
    prediction = network(lab[:, :1], lab)
    assert prediction.ab.shape == (3, 2, 16, 24)
    assert prediction.logits is not None
    assert prediction.logits.shape[2:] == (16, 24)
    assert prediction.features.shape == (3, network.feature_channels, 2, 3)
    # Untrained, it has no opinion: the mean of a distribution around no colour.
    assert float(prediction.ab.detach().std()) < 0.1
    stir(network)
    told = network.colour(lab[:, :1]).detach()
    assert float(told.std()) > 1.0
    assert torch.allclose(network.colour(lab[1:2, :1]), told[1:2], atol=1e-3)


def test_how_decided_a_guess_is_is_told_in_the_inputs_unit(lab: Tensor) -> None:
    network = small_auto()
    photo, _ = photo_channels(lab[:, :1])
    features, ab, decided = network.guess(photo, network.encoder(lab[:, :1] / 100.0))
    assert features.shape == (3, WIDTHS[0], 16, 24)
    assert ab.shape == (3, 2, 16, 24)
    # Before training, the spread of the Gaussian in two directions that every new head starts from.
    expected = 15.0 * 2**0.5 / INPUT_UNIT_AB
    assert torch.allclose(decided, torch.full_like(decided, expected), rtol=0.1)


def test_all_but_the_eyes_is_trained(lab: Tensor) -> None:
    network = small_auto()
    stir(network)
    network(lab[:, :1], lab).ab.square().mean().backward()
    for name, parameter in network.named_parameters():
        assert (parameter.grad is None) == name.startswith("encoder."), name


def test_a_tuned_encoder_learns_in_its_deeper_half_and_slowly(pictures: PictureCache, tmp_path: Path) -> None:
    recipe = Recipe(
        objective="pix2pix",
        bf16=False,
        compile=False,
        network=dataclasses.replace(AUTO, tune_encoder=True),
        data=DataConfig(crop_px=32, cache_px=48),
        adversarial=AdversarialConfig(gan=0.0, l1=0.0, classes=1.0),
        optim=OptimConfig(pictures=8, self_pairs=2, foreign_pairs=0, weight_decay=0.0, encoder_rate=0.01),
    )
    run = Run(recipe, tmp_path, pictures, pictures, Place(0, 1, torch.device("cpu")))
    before = {name: value.clone() for name, value in run.network.state_dict().items()}
    for _ in range(2):  # in the first, the head is still zero and lets no gradient through
        run._take_step(run.trainer.train())
    moved = {
        name: float((value - before[name]).abs().max()) for name, value in run.network.state_dict().items()
    }
    stem = [value for name, value in moved.items() if name.startswith(("encoder.stem", "encoder.stages.0"))]
    deep = [value for name, value in moved.items() if name.startswith("encoder.stages.6")]
    assert max(stem) == 0.0
    # Adam's steps are of about the learning rate, whatever the gradient.
    assert 0.0 < max(deep) < 0.1 * moved["cells.more.weight"]


def test_natural_colours_begin_with_no_palette_network(pictures: PictureCache, tmp_path: Path) -> None:
    weights = tmp_path / "palette.safetensors"
    save_weights(weights, small_palette(), Recipe(network=PALETTE), 1)
    with pytest.raises(RecipeError, match="another network"):
        start_network(small_auto(), AUTO, weights, pictures)
