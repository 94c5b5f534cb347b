"""Old photographs: aged as told, only where told, and the same each time."""

import pytest
import torch

from train.core.colour import srgb_to_lab
from train.core.config import DegradeConfig
from train.data.cache import PictureCache
from train.data.degradations import Degradation, degrade, draw_degradation

NOTHING = DegradeConfig(
    share=1.0, fading=0.0, contrast=1.0, shading=0.0, blur_px=0.0, grain=0.0, jpeg_step=0.0
)


@pytest.fixture
def lab(pictures: PictureCache) -> torch.Tensor:
    return srgb_to_lab(torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255)


def drawn(config: DegradeConfig, seed: int = 3) -> Degradation:
    return draw_degradation(config, 4, torch.Generator().manual_seed(seed))


def aged(lab: torch.Tensor, degradation: Degradation) -> torch.Tensor:
    noise = torch.randn(lab[:, :1].shape, generator=torch.Generator().manual_seed(5))
    return degrade(lab, degradation, noise)


def test_without_strength_a_grey_picture_stays_as_it_is(lab: torch.Tensor) -> None:
    gray = torch.cat((lab[:, :1], torch.zeros_like(lab[:, 1:])), dim=1)
    assert (aged(gray, drawn(NOTHING)) - gray[:, :1]).abs().max() < 0.1


def test_only_the_share_is_touched(lab: torch.Tensor) -> None:
    degradation = drawn(DegradeConfig(share=1.0))._replace(active=torch.tensor([True, False, True, False]))
    seen = aged(lab, degradation)
    assert torch.equal(seen[1::2], lab[1::2, :1])
    assert ((seen - lab[:, :1]).abs().mean(dim=(1, 2, 3))[::2] > 1.0).all()
    assert not drawn(DegradeConfig(share=0.0)).active.any()


def test_the_same_random_numbers_age_alike(lab: torch.Tensor) -> None:
    first, second = (aged(lab, drawn(DegradeConfig(share=1.0))) for _ in range(2))
    assert torch.equal(first, second)
    assert not torch.equal(first, aged(lab, drawn(DegradeConfig(share=1.0), seed=4)))


def test_old_plates_see_red_dark_and_blue_light() -> None:
    red_and_blue = torch.tensor([[[[0.9]], [[0.1]], [[0.1]]], [[[0.1]], [[0.1]], [[0.9]]]]).expand(
        -1, -1, 16, 16
    )
    lab = srgb_to_lab(red_and_blue)
    plate = Degradation(*(value[:2] for value in drawn(NOTHING)))._replace(
        emulsion=torch.tensor([[0.02, 0.18, 0.80]] * 2)
    )
    red, blue = aged(lab, plate)
    assert red.mean() < lab[0, 0].mean() - 15
    assert blue.mean() > lab[1, 0].mean() + 30


@pytest.mark.parametrize(
    ("setting", "strength"),
    [("exponent", 1.4), ("blur_px", 1.0), ("grain", 4.0), ("jpeg_step", 8.0), ("darkest", 20.0)],
)
def test_each_kind_of_age_shows(setting: str, strength: float, lab: torch.Tensor) -> None:
    nothing = drawn(NOTHING)
    touched = aged(lab, nothing._replace(**{setting: torch.full((4,), strength)}))
    assert ((touched - aged(lab, nothing)).abs().mean(dim=(1, 2, 3)) > 0.5).all()


def test_strengths_stay_within_what_the_recipe_says() -> None:
    config = DegradeConfig(share=1.0)
    many = draw_degradation(config, 1000, torch.Generator().manual_seed(1))
    assert 0.9 * config.fading < many.darkest.max() <= config.fading
    assert 100 - config.fading <= many.lightest.min() < 100 - 0.9 * config.fading
    assert 1 / config.contrast <= many.exponent.min() < 1 < many.exponent.max() <= config.contrast
    assert many.shading.abs().max() <= config.shading
    assert many.blur_px.max() <= config.blur_px
    assert many.grain.max() <= config.grain
    assert torch.allclose(many.emulsion.sum(dim=1), torch.ones(1000))


def test_fading_narrows_the_range_and_blur_takes_contours(lab: torch.Tensor) -> None:
    nothing = drawn(NOTHING)
    before = aged(lab, nothing)
    faded = aged(lab, nothing._replace(darkest=torch.full((4,), 20.0), lightest=torch.full((4,), 60.0)))
    assert faded.min() >= 20 - 0.1
    assert faded.max() <= 60 + 0.1
    blurred = aged(lab, nothing._replace(blur_px=torch.full((4,), 1.5)))
    assert blurred.diff(dim=3).abs().mean() < 0.8 * before.diff(dim=3).abs().mean()


def test_any_size_is_taken() -> None:
    lab = torch.full((4, 3, 21, 30), 50.0)
    seen = aged(lab, drawn(DegradeConfig(share=1.0)))
    assert seen.shape == (4, 1, 21, 30)
    assert seen.min() >= 0
    assert seen.max() <= 100
