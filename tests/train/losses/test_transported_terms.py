"""Foreign pairs against true colours in the painting's palette."""

import pytest
import torch
from torch import Tensor

from train.core.colour import srgb_to_lab
from train.core.config import LossConfig
from train.data.batches import Batch
from train.data.cache import PictureCache
from train.evaluation.references import transported_truth
from train.losses.palette import UNIT_AB, Objective
from train.networks.base import Prediction

TRANSPORTED = LossConfig(mse=0.0, palette=0.0, transported=1.0)
UNREST = LossConfig(mse=0.0, palette=0.0, unrest=1.0)
JOINT = LossConfig(mse=0.0, palette=0.0, joint=1.0)


@pytest.fixture
def batch(pictures: PictureCache) -> Batch:
    """One self pair and two foreign ones."""
    lab = srgb_to_lab(torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255)
    target, reference = lab[:3], lab[1:]
    return Batch(target, reference, target, target[:, :1], 1)


def _terms(config: LossConfig, batch: Batch, ab: Tensor, seen: Tensor | None = None) -> dict[str, Tensor]:
    prediction = Prediction(ab, None, torch.zeros(len(ab), 8, 4, 4), torch.zeros(len(ab), 4), seen=seen)
    return Objective(config, 8)(prediction, batch, torch.Generator().manual_seed(1))


def _wanted(batch: Batch) -> Tensor:
    return transported_truth(batch.target, batch.reference)


def test_transported_colours_are_the_answer_of_foreign_pairs(batch: Batch) -> None:
    wanted = _wanted(batch)
    wanted[0] += 50.0  # a self pair, which this term does not look at
    terms = _terms(TRANSPORTED, batch, wanted)
    assert set(terms) == {"transported", "total"}
    assert float(terms["transported"]) == pytest.approx(0.0, abs=1e-4)
    assert float(_terms(TRANSPORTED, batch, wanted + 2 * UNIT_AB)["transported"]) == pytest.approx(
        2.0, rel=1e-3
    )


def test_a_smaller_answer_is_compared_at_its_own_size(batch: Batch) -> None:
    terms = _terms(TRANSPORTED, batch, torch.zeros(3, 2, 12, 12))
    expected = _wanted(batch)[1:].abs().mean() / UNIT_AB
    assert float(terms["transported"]) == pytest.approx(float(expected), rel=0.2)


def test_the_joint_term_asks_for_colours_where_things_are_and_not_where_they_lie(batch: Batch) -> None:
    wanted = _wanted(batch)
    # Things that are told apart exactly as their colours are.
    seen = wanted.repeat(1, 3, 1, 1)
    assert float(_terms(JOINT, batch, wanted, seen)["joint"]) == pytest.approx(0.0, abs=1e-4)
    # The same colours on other things are not the same.
    shuffled = wanted.flip(3)
    elsewhere = float(_terms(JOINT, batch, shuffled, seen)["joint"])
    assert elsewhere > 0.1
    # Colours may change places among like things: here every place is like its mirror image.
    alike = seen + seen.flip(3)
    assert float(_terms(JOINT, batch, shuffled, alike)["joint"]) == pytest.approx(0.0, abs=1e-4)
    # Where everything looks alike, only the palette counts.
    assert float(_terms(JOINT, batch, shuffled, torch.ones(3, 6, 48, 48))["joint"]) < 1e-3


def test_gradients_of_the_joint_term_go_to_the_colours_alone(batch: Batch) -> None:
    ab = torch.zeros(3, 2, 48, 48, requires_grad=True)
    seen = torch.randn(3, 6, 48, 48, requires_grad=True)
    _terms(JOINT, batch, ab, seen)["total"].backward()
    assert seen.grad is None
    assert ab.grad is not None
    assert ab.grad[0].abs().max() == 0
    assert ab.grad[1:].abs().max() > 0


def test_without_foreign_pairs_there_is_nothing_to_transport(batch: Batch) -> None:
    alone = batch._replace(self_pairs=3)
    config = LossConfig(mse=1.0, palette=0.0, transported=1.0, joint=1.0)
    assert set(_terms(config, alone, alone.target[:, 1:])) == {"mse", "total"}


def test_unrest_is_what_changes_more_than_the_photograph_does(batch: Batch) -> None:
    true = batch.target[:, 1:]
    calm = _terms(UNREST, batch, 2.0 * true)
    assert set(calm) == {"unrest", "total"}
    assert float(calm["unrest"]) == 0.0
    assert float(_terms(UNREST, batch, true + torch.tensor([30.0, -20.0])[:, None, None])["unrest"]) == 0.0
    drawn_out = true.clone()
    drawn_out[1:] *= 12.0
    assert float(_terms(UNREST, batch, drawn_out)["unrest"]) > 0.1
    # A self pair is held against its own colours, and has no part in it.
    self_alone = true.clone()
    self_alone[0] *= 12.0
    assert float(_terms(UNREST, batch, self_alone)["unrest"]) == 0.0
