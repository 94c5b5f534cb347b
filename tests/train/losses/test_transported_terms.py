"""Foreign pairs against true colours in the painting's palette."""

import pytest
import torch
from torch import Tensor

from train.core.colour import srgb_to_lab
from train.core.config import LossConfig
from train.core.distances import resize_to
from train.data.batches import Batch
from train.data.cache import PictureCache
from train.evaluation.references import transported_truth
from train.losses.palette import UNIT_AB, Objective
from train.networks.base import Prediction

TRANSPORTED = LossConfig(mse=0.0, palette=0.0, transported=1.0)


@pytest.fixture
def batch(pictures: PictureCache) -> Batch:
    """One self pair and two foreign ones."""
    lab = srgb_to_lab(torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255)
    target, reference = lab[:3], lab[1:]
    return Batch(target, reference, target, target[:, :1], 1)


def _terms(config: LossConfig, batch: Batch, ab: Tensor) -> dict[str, Tensor]:
    prediction = Prediction(ab, None, torch.zeros(len(ab), 8, 4, 4), torch.zeros(len(ab), 4))
    return Objective(config, 8)(prediction, batch, torch.Generator().manual_seed(1))


def _distance(batch: Batch, ab: Tensor) -> float:
    terms = _terms(TRANSPORTED, batch, ab)
    assert set(terms) == {"transported", "total"}
    return float(terms["transported"])


def test_under_a_painting_its_palette_is_asked_for(batch: Batch) -> None:
    wanted = transported_truth(batch.target, batch.reference)
    assert _distance(batch, wanted) < 0.5 * _distance(batch, batch.target[:, 1:])
    self_pair = wanted.clone()
    self_pair[0] += 50.0
    assert _distance(batch, self_pair) == _distance(batch, wanted)


def test_under_itself_a_photographs_true_colours_are_asked_for(batch: Batch) -> None:
    own = batch._replace(reference=batch.target)
    true = batch.target[:, 1:]
    assert _distance(own, true) < 0.1
    assert _distance(own, true + 2 * UNIT_AB) == pytest.approx(2.0, abs=0.1)


def test_what_hardly_differs_is_not_asked_to_take_all_colours_of_a_painting(batch: Batch) -> None:
    faint = batch.target.clone()
    faint[:, 1:] *= 0.02
    faded = batch._replace(target=faint)
    mean = (
        resize_to(batch.reference[:, 1:], faint[:, 1:]).mean(dim=(2, 3), keepdim=True).expand(-1, -1, 48, 48)
    )
    drawn_out = transported_truth(faint, batch.reference)
    assert _distance(faded, mean) < 0.5 * float((drawn_out - mean)[1:].abs().mean()) / UNIT_AB


def test_a_smaller_answer_is_compared_at_its_own_size(batch: Batch) -> None:
    whole, smaller = torch.zeros(3, 2, 48, 48), torch.zeros(3, 2, 12, 12)
    assert _distance(batch, smaller) == pytest.approx(_distance(batch, whole), rel=0.2)


def test_without_foreign_pairs_there_is_nothing_to_transport(batch: Batch) -> None:
    alone = batch._replace(self_pairs=3)
    config = LossConfig(mse=1.0, palette=0.0, transported=1.0)
    assert set(_terms(config, alone, alone.target[:, 1:])) == {"mse", "total"}
