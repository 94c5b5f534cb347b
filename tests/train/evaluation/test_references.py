"""Judging under a painting and under kin: what is colour beyond lightness, and what the right answer would be."""

import pytest
import torch

from train.core.colour import srgb_to_lab
from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.references import kin_of, kin_reference, transported_truth


@pytest.fixture
def lab(pictures: PictureCache) -> torch.Tensor:
    return srgb_to_lab(torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255)


def test_colour_that_follows_lightness_has_nothing_beyond() -> None:
    lightness = torch.rand(2, 1, 64, 64, generator=torch.Generator().manual_seed(0)) * 100
    ab = torch.cat((lightness * 0.4 - 20, 20 - lightness * 0.3), dim=1)
    assert float(metrics.beyond_lightness(ab, lightness).max()) < 0.01


def test_colour_that_ignores_lightness_lies_beyond() -> None:
    random = torch.Generator().manual_seed(0)
    lightness = torch.rand(1, 1, 128, 128, generator=random) * 100
    ab = torch.randn(1, 2, 128, 128, generator=random) * 10
    assert float(metrics.beyond_lightness(ab, lightness)) > 0.98
    # Half of the variance from lightness, half from elsewhere.
    followed = ab + (lightness - lightness.mean()) / lightness.std() * 10
    assert float(metrics.beyond_lightness(followed, lightness)) == pytest.approx(0.5, abs=0.02)


def test_equal_lightness_is_one_share_and_grey_has_nothing_beyond() -> None:
    flat = torch.full((1, 1, 32, 32), 40.0)
    ab = torch.linspace(-20, 20, 32).expand(1, 2, 32, 32)
    assert float(metrics.beyond_lightness(ab, flat)) == pytest.approx(1.0)
    assert float(metrics.beyond_lightness(ab * 0.0, flat)) == 0.0
    # As good as grey: rounding of a file must not count as colour.
    assert float(metrics.beyond_lightness(ab * 0.005, flat)) < 0.01


def test_true_colours_move_into_the_palette_and_stay_apart(lab: torch.Tensor) -> None:
    painting = lab.flip(0)
    moved = transported_truth(lab, painting)
    assert moved.shape == (4, 2, 48, 48)
    wanted = painting[:, 1:]
    near = metrics.palette_distance(moved, wanted)
    assert (near < 0.15 * metrics.palette_distance(torch.zeros_like(wanted), wanted)).all()
    beyond = metrics.beyond_lightness(moved, lab[:, :1])
    assert (beyond > 0.7 * metrics.beyond_lightness(wanted, painting[:, :1])).all()


def test_a_photograph_moved_into_its_own_palette_stays_as_it_is(lab: torch.Tensor) -> None:
    assert float((transported_truth(lab, lab) - lab[:, 1:]).abs().max()) < 1e-3


def test_kin_is_the_next_of_the_same_collection() -> None:
    assert kin_of(["cats", "dogs", "cats", "fish", "dogs", "cats"]).tolist() == [2, 4, 5, 3, 1, 0]


def test_kin_rivals_see_kin_and_are_held_against_the_truth(pictures: PictureCache) -> None:
    photos = PictureCache(pictures.pixels[:5], ["cats", "dogs", "dogs", "dogs", "fish"])
    shown: list[torch.Tensor] = []

    def rival(_lightness: torch.Tensor, reference: torch.Tensor) -> torch.Tensor:
        shown.append(reference)
        return reference[:, 1:]

    measures = kin_reference({"rival": rival}, photos)
    truth, kin = (
        srgb_to_lab(torch.from_numpy(photos.pixels[[index]].copy()).permute(0, 3, 1, 2).float() / 255)
        for index in (1, 2)
    )
    assert torch.allclose(torch.cat(shown), kin, atol=1e-4)
    assert measures.means()["rival"]["ab_mse"] == pytest.approx(
        float(metrics.ab_mse(kin[:, 1:], truth[:, 1:]))
    )
    alone = PictureCache(pictures.pixels[:2], ["cats", "dogs"])
    assert kin_reference({"rival": rival}, alone).means() == {}
