"""The losses of pix2pix, and what its training steps do."""

from pathlib import Path

import pytest
import torch

from tests.support.small_runs import first_batch, small_recipe, small_run
from train.data.cache import PictureCache
from train.data.colour_rebalancing import cell_of, gamut_centres
from train.networks.auto import AB_RANGE
from train.objectives.pix2pix import GENERATOR, class_loss, l1_loss


def test_l1_is_the_mean_absolute_error_over_the_range_of_ab() -> None:
    ab, truth = torch.tensor([11.0, -22.0]).view(1, 2, 1, 1), torch.tensor([0.0, 22.0]).view(1, 2, 1, 1)
    assert float(l1_loss(ab, truth)) == pytest.approx((11 + 44) / 2 / AB_RANGE)


def test_a_rare_colour_counts_by_its_weight() -> None:
    truth = torch.zeros(1, 2, 1, 2)
    truth[:, :, :, 1] = 50.0
    weights = torch.ones(529)
    weights[int(cell_of(truth)[0, 0, 0, 1])] = 5.0
    grey_only, rare_only = truth.clone(), truth.clone()
    grey_only[:, :, :, 0] += AB_RANGE
    rare_only[:, :, :, 1] += AB_RANGE
    assert float(l1_loss(grey_only, truth, weights)) == pytest.approx(0.5)
    assert float(l1_loss(rare_only, truth, weights)) == pytest.approx(2.5)


def test_the_class_loss_is_the_cross_entropy_of_the_cells_around_the_truth() -> None:
    centres = gamut_centres()
    truth = torch.tensor([5.0, 0.0]).view(1, 2, 1, 1)
    logits = torch.randn(1, len(centres), 1, 1, generator=torch.Generator().manual_seed(0))
    shares = torch.log_softmax(logits[0, :, 0, 0], dim=0)
    around = [
        int((centres == torch.tensor(place)).all(dim=1).nonzero()) for place in ((0.0, 0.0), (10.0, 0.0))
    ]
    expected = -0.5 * float(shares[around[0]] + shares[around[1]])
    assert float(class_loss(logits, truth)) == pytest.approx(expected, rel=1e-4)
    weights = torch.ones(529) * 3
    assert float(class_loss(logits, truth, weights)) == pytest.approx(3 * expected, rel=1e-4)


def test_the_total_of_pix2pix_is_its_equation(pictures: PictureCache, tmp_path: Path) -> None:
    run = small_run(small_recipe("auto", 8, "adversarial.gan=0.5", "adversarial.l1=7"), tmp_path, pictures)
    random = torch.Generator()
    terms = run.trainer(first_batch(run), random, GENERATOR)
    assert set(terms) == {"gan", "l1", "total"}
    assert float(terms["total"].detach()) == pytest.approx(
        0.5 * float(terms["gan"].detach()) + 7 * float(terms["l1"].detach())
    )


@pytest.mark.parametrize("form", ["least_squares", "hinge", "cross_entropy"])
def test_gan_steps_lower_the_l1_part_on_one_batch(form: str, pictures: PictureCache, tmp_path: Path) -> None:
    changes = (f"adversarial.form={form}", "network.dropout=0.0", "optim.learning_rate=2e-3")
    run = small_run(small_recipe("auto", 1000, *changes), tmp_path, pictures)
    batch = first_batch(run)
    run.batcher.batch = lambda step: batch  # type: ignore[method-assign]  # noqa: ARG005
    values = [run._take_step(run.trainer.train()) for _ in range(30)]
    assert values[-1]["l1"] < 0.8 * values[0]["l1"]
    assert values[0]["gan"] != values[-1]["gan"]


def test_without_the_gan_term_there_is_no_discriminator_to_train(
    pictures: PictureCache, tmp_path: Path
) -> None:
    run = small_run(small_recipe("auto_l1", 8), tmp_path, pictures)
    assert set(run._take_step(run.trainer.train())) == {"l1", "total", "gradient_norm"}
