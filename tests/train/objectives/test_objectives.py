"""Each objective moves the parameters of its own turn alone."""

from pathlib import Path

import pytest
import torch

from tests.support.small_runs import first_batch, small_recipe, small_run
from train.core.config import AdversarialConfig, Recipe
from train.data.cache import PictureCache
from train.objectives.cyclegan import GENERATORS, PAINTINGS, PHOTOS
from train.objectives.pix2pix import DISCRIMINATOR, GENERATOR


@pytest.mark.parametrize(
    ("name", "turn", "moved"),
    [
        ("auto", GENERATOR, "network."),
        ("auto", DISCRIMINATOR, "discriminator."),
        ("repaint", GENERATORS, "network."),
        ("repaint", PAINTINGS, f"discriminators.{PAINTINGS}."),
        ("repaint", PHOTOS, f"discriminators.{PHOTOS}."),
        ("repaint_quick", GENERATORS, "network."),
        ("repaint_quick", PAINTINGS, f"discriminators.{PAINTINGS}.judges."),
    ],
)
@pytest.mark.usefixtures("random_backbones")
def test_a_turn_moves_its_own_parameters_alone(
    name: str, turn: str, moved: str, pictures: PictureCache, tmp_path: Path
) -> None:
    run = small_run(small_recipe(name, 8), tmp_path, pictures)
    batch, random = first_batch(run), torch.Generator().manual_seed(0)
    trainer = run.trainer.train()
    # The discriminators judge what the generators have just answered.
    trainer(batch, random, run.trainer.turns(0)[0])
    before = {key: value.detach().clone() for key, value in trainer.named_parameters()}
    learning = {key for key, value in trainer.named_parameters() if value.requires_grad}
    run._take_turn(trainer, turn, batch, random)
    changed = {key for key, value in trainer.named_parameters() if not torch.equal(value, before[key])}
    assert changed
    assert all(key.startswith(moved) for key in changed)
    # What stood still for this turn is not left so; a backbone never learns.
    assert learning == {key for key, value in trainer.named_parameters() if value.requires_grad}
    assert all(key in learning or ".backbone." in key for key in before)


def test_the_palette_objective_needs_no_adversary(
    recipe: Recipe, pictures: PictureCache, tmp_path: Path
) -> None:
    assert recipe.adversarial == AdversarialConfig()
    run = small_run(recipe, tmp_path / "run", pictures)
    assert set(run.optimizers) == {"colour"}
