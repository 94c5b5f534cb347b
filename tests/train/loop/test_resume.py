"""A run goes on exactly after it was killed; its weights can be begun with, another objective's cannot."""

import dataclasses
from pathlib import Path

import pytest
import torch

from tests.support.small_runs import small_recipe, small_run
from train.core.config import RecipeError
from train.data.cache import PictureCache
from train.networks.checkpoint import load_checkpoint
from train.networks.weights import load_any_weights, load_weights, save_weights
from train.objectives.cyclegan import PAINTINGS


@pytest.mark.usefixtures("random_backbones")
@pytest.mark.parametrize(
    ("name", "optimizers"),
    [("auto_rebalanced", 2), ("repaint", 3), ("repaint_unet", 3), ("repaint_quick", 3)],
)
def test_a_killed_run_goes_on_exactly_with_all_its_optimisers(
    name: str, optimizers: int, pictures: PictureCache, tmp_path: Path
) -> None:
    # A pool that is full before the kill, so that what it gives back matters.
    recipe = small_recipe(name, 12, "adversarial.pool=3", "network.dropout=0.3")
    straight = small_run(recipe, tmp_path / "straight", pictures)
    straight.train()
    killed = small_run(recipe, tmp_path / "killed", pictures)
    for _ in range(3):
        killed._take_step(killed.trainer.train())
    killed.save()
    resumed = small_run(recipe, tmp_path / "killed", pictures)
    assert resumed.resume()
    assert resumed.step == 3
    resumed.train()
    first, second = (load_checkpoint(run.checkpoint_path) for run in (straight, resumed))
    assert len(second.optimizers) == optimizers
    assert first.trainer.keys() == second.trainer.keys()
    for key, value in first.trainer.items():
        assert torch.equal(value, second.trainer[key]), key
    for key, value in first.ema.items():
        assert torch.equal(value, second.ema[key]), key
    for key, state in first.optimizers.items():
        for index, moments in state["state"].items():
            for moment, value in moments.items():
                assert torch.equal(value, second.optimizers[key]["state"][index][moment]), (key, moment)
    if name == "repaint":
        assert int(second.trainer[f"pools.{PAINTINGS}.filled"]) == 3


def test_a_run_of_another_objective_is_refused(pictures: PictureCache, tmp_path: Path) -> None:
    recipe = small_recipe("auto", 8)
    small_run(recipe, tmp_path / "run", pictures).save()
    with pytest.raises(RecipeError, match="another network"):
        small_run(dataclasses.replace(recipe, objective="palette"), tmp_path / "run", pictures).resume()


def test_weights_of_every_kind_are_kept_and_begun_with(pictures: PictureCache, tmp_path: Path) -> None:
    recipe = small_recipe("repaint", 8)
    run = small_run(recipe, tmp_path / "run", pictures)
    path = tmp_path / "weights.safetensors"
    save_weights(path, run.averaged_network(), recipe, 2)
    network, kept, _ = load_any_weights(path)
    assert kept == recipe
    other = small_run(dataclasses.replace(recipe, seed=5), tmp_path / "other", pictures)
    other.start_from(path)
    for key, value in network.state_dict().items():
        assert torch.equal(other.network.state_dict()[key], value), key
    with pytest.raises(RecipeError, match="repaint"):
        load_weights(path)
