"""The losses of CycleGAN, and what its training steps do."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.support.small_runs import HERE, first_batch, small_recipe, small_run
from train.core.colour import lab_to_srgb
from train.core.config import RecipeError
from train.data.cache import PictureCache
from train.loop.train import Run
from train.networks.factory import repainting
from train.objectives.cyclegan import GENERATORS, PHOTOS, cycle_loss, identity_loss


def test_the_cycle_is_closed_by_an_inverse_and_by_nothing_else() -> None:
    pictures = torch.rand(2, 3, 8, 8) * 2 - 1

    def negative(rgb: Tensor) -> Tensor:
        return -0.5 * rgb

    def back(rgb: Tensor) -> Tensor:
        return rgb / -0.5

    loss, answer = cycle_loss(negative, back, pictures)
    assert float(loss) < 1e-6
    assert torch.equal(answer, negative(pictures))
    loss, _ = cycle_loss(negative, negative, pictures)
    assert float(loss) == pytest.approx(float((0.75 * pictures).abs().mean()), rel=1e-5)
    assert float(identity_loss(negative, pictures)) == pytest.approx(
        float((1.5 * pictures).abs().mean()), rel=1e-5
    )


def test_small_errors_of_the_cycle_count_by_their_square_where_there_is_slack() -> None:
    pictures = torch.rand(1, 3, 8, 8)

    def brighter(rgb: Tensor) -> Tensor:
        return rgb + 0.1

    def far(rgb: Tensor) -> Tensor:
        return rgb + 0.5

    def stay(rgb: Tensor) -> Tensor:
        return rgb

    assert float(cycle_loss(brighter, stay, pictures, 0.2)[0]) == pytest.approx(0.1**2 / 0.4, rel=1e-4)
    assert float(cycle_loss(far, stay, pictures, 0.2)[0]) == pytest.approx(0.5 - 0.1, rel=1e-4)


def test_the_total_of_cyclegan_is_its_equation(pictures: PictureCache, tmp_path: Path) -> None:
    run = small_run(
        small_recipe("repaint", 8, "adversarial.gan=2", "adversarial.cycle=3"), tmp_path, pictures
    )
    terms = run.trainer(first_batch(run), torch.Generator(), GENERATORS)
    found = {name: float(value.detach()) for name, value in terms.items()}
    expected = sum(
        weight * (found[f"{term}_photos"] + found[f"{term}_paintings"])
        for term, weight in (("gan", 2.0), ("cycle", 3.0), ("identity", 5.0))
    )
    assert found["total"] == pytest.approx(expected, rel=1e-5)


@pytest.mark.usefixtures("random_backbones")
def test_textures_are_asked_for_of_those_who_see_features(pictures: PictureCache, tmp_path: Path) -> None:
    changes = ("adversarial.texture=3", "adversarial.cycle=2", "adversarial.calm=5")
    run = small_run(small_recipe("repaint_quick", 8, *changes), tmp_path, pictures)
    terms = run.trainer(first_batch(run), torch.Generator().manual_seed(0), GENERATORS)
    found = {name: float(value.detach()) for name, value in terms.items()}
    expected = 2 * (found["cycle_photos"] + found["cycle_paintings"])
    expected += found["gan_photos"] + found["gan_paintings"] + 3 * found["texture"] + 5 * found["calm"]
    assert found["texture"] > 0
    assert found["calm"] > 0
    assert found["total"] == pytest.approx(expected, rel=1e-5)
    blind = small_run(small_recipe("repaint", 8, "adversarial.texture=3"), tmp_path / "blind", pictures)
    with pytest.raises(RecipeError, match="critic = features"):
        blind.trainer(first_batch(blind), torch.Generator(), GENERATORS)


@pytest.mark.usefixtures("random_backbones")
def test_judges_of_features_pull_a_painter_out_of_the_identity(
    pictures: PictureCache, tmp_path: Path
) -> None:
    dark = PictureCache((np.asarray(pictures.pixels) // 4), pictures.sources)
    # Without strokes it starts as the identity, and the judges alone say where it goes.
    changes = ["network.strokes_px=0", "adversarial.calm=0.0", "adversarial.texture=2.0"]
    changes += ["optim.learning_rate=5e-3", "optim.warmup_pictures=0"]
    recipe = small_recipe("repaint_quick", 1000, *changes)
    (tmp_path / "run").mkdir()
    run = Run(recipe, tmp_path / "run", pictures, dark, HERE)
    photos = torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255
    assert torch.allclose(repainting(run.network)(photos), photos, atol=1e-6)
    for _ in range(60):
        run._take_step(run.trainer.train())
    with torch.no_grad():
        painted = repainting(run.network.eval())(photos)
    assert float(painted.mean()) < 0.8 * float(photos.mean())


def test_photographs_are_shown_in_odd_colours_and_judged_in_their_own(
    pictures: PictureCache, tmp_path: Path
) -> None:
    run = small_run(small_recipe("repaint", 8, "jitter.share=1.0", "jitter.hue_deg=0.0"), tmp_path, pictures)
    seen: dict[str, list[Tensor]] = {"painter": [], "judge": []}
    network, judge = run.trainer.network, run.trainer.get_submodule(f"discriminators.{PHOTOS}")
    repainting(network).to_painting.register_forward_pre_hook(
        lambda _, given: seen["painter"].append(given[0])
    )
    batch, random = first_batch(run), torch.Generator().manual_seed(0)
    run.trainer(batch, random, GENERATORS)
    judge.register_forward_pre_hook(lambda _, given: seen["judge"].append(given[0]))
    run.trainer(batch, random, PHOTOS)
    own = lab_to_srgb(batch.natural) * 2 - 1
    assert torch.equal(seen["judge"][0], own)
    assert not torch.allclose(seen["painter"][0], own, atol=0.02)


def test_the_cycle_of_a_trained_pair_closes(pictures: PictureCache, tmp_path: Path) -> None:
    run = small_run(small_recipe("repaint", 1000, "optim.learning_rate=2e-3"), tmp_path, pictures)
    batch = first_batch(run)
    run.batcher.batch = lambda step: batch  # type: ignore[method-assign]  # noqa: ARG005
    values = [run._take_step(run.trainer.train()) for _ in range(40)]
    for term in ("cycle_photos", "cycle_paintings"):
        assert values[-1][term] < 0.8 * values[0][term]
