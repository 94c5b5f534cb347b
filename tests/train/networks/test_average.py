"""Weights between two runs."""

import dataclasses
from pathlib import Path

import pytest
import torch

from train.core.config import Recipe, RecipeError
from train.networks.average import average_weights
from train.networks.factory import build_network
from train.networks.weights import load_weights, save_weights


def saved(recipe: Recipe, value: float, step: int, path: Path) -> Path:
    network = build_network(recipe.network)
    network.load_state_dict({name: torch.full_like(old, value) for name, old in network.state_dict().items()})
    save_weights(path, network, recipe, step)
    return path


def test_the_share_is_that_of_the_second_and_the_steps_add_up(recipe: Recipe, tmp_path: Path) -> None:
    later = dataclasses.replace(recipe, name="later")
    first = saved(recipe, 1.0, 100, tmp_path / "first.safetensors")
    second = saved(later, 2.0, 20, tmp_path / "second.safetensors")
    average_weights(first, second, 0.75, tmp_path / "out.safetensors")
    network, kept, step = load_weights(tmp_path / "out.safetensors")
    assert all(bool((value == 1.75).all()) for value in network.state_dict().values())
    assert (kept.name, step) == ("later", 120)


def test_what_cannot_be_averaged_is_refused(recipe: Recipe, tmp_path: Path) -> None:
    first = saved(recipe, 1.0, 100, tmp_path / "first.safetensors")
    out = tmp_path / "out.safetensors"
    with pytest.raises(RecipeError, match="not between"):
        average_weights(first, first, 1.5, out)
    smaller = dataclasses.replace(recipe, network=dataclasses.replace(recipe.network, learned=2))
    with pytest.raises(RecipeError, match="different networks"):
        average_weights(first, saved(smaller, 1.0, 1, tmp_path / "smaller.safetensors"), 0.5, out)
    longer = dataclasses.replace(recipe, optim=dataclasses.replace(recipe.optim, self_pairs=8))
    with pytest.raises(RecipeError, match="batches"):
        average_weights(first, saved(longer, 1.0, 1, tmp_path / "longer.safetensors"), 0.5, out)
    assert not out.exists()
