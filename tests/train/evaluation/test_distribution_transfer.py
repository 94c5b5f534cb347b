"""Published transfers of distributions against what their papers promise."""

import numpy as np
import pytest
import torch

from train.core.colour import srgb_to_lab
from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.baselines import BASELINES
from train.evaluation.distribution_transfer import (
    _match_gaussian,
    _match_histograms,
    _rotate_and_match,
    histogram_gaussian,
    iterative_distribution_transfer,
    monge_kantorovich,
)

METHODS = (monge_kantorovich, iterative_distribution_transfer, histogram_gaussian)


@pytest.fixture
def lab(pictures: PictureCache) -> torch.Tensor:
    return srgb_to_lab(torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255)


@pytest.fixture
def cloud() -> np.ndarray:
    """Points of full rank, as a colour picture has them."""
    random = np.random.default_rng(0)
    return random.standard_normal((400, 3)) @ random.standard_normal((3, 3)) * 0.1 + 0.4


@pytest.fixture
def pixels() -> np.ndarray:
    random = np.random.default_rng(1)
    return random.standard_normal((900, 3)) @ random.standard_normal((3, 3)) * 0.1 + 0.6


def test_the_linear_map_gives_a_cloud_the_wanted_moments(cloud: np.ndarray, pixels: np.ndarray) -> None:
    moved = _match_gaussian(cloud, np.full(400, 1 / 400), pixels)
    assert np.allclose(moved.mean(axis=0), pixels.mean(axis=0))
    assert np.allclose(np.cov(moved.T, bias=True), np.cov(pixels.T, bias=True), atol=1e-4)


def test_the_linear_map_of_a_grey_is_the_regression_on_grey(pixels: np.ndarray) -> None:
    grey = np.repeat(np.linspace(0, 1, 256)[:, None], 3, axis=1)
    moved = _match_gaussian(grey, np.full(256, 1 / 256), pixels)
    brightness = pixels.mean(axis=1)
    slopes = [np.polyfit(brightness, channel, 1)[0] for channel in pixels.T]
    ramp = np.diff(moved, axis=0)
    assert np.allclose(ramp, ramp[:1])
    assert np.allclose(ramp[0] / ramp[0].mean(), slopes, atol=0.02)


def test_matched_histograms_are_the_wanted_ones(cloud: np.ndarray, pixels: np.ndarray) -> None:
    moved = _match_histograms(cloud, np.full(400, 1 / 400), pixels)
    shares = np.linspace(0.05, 0.95, 19)
    assert np.allclose(np.quantile(moved, shares, axis=0), np.quantile(pixels, shares, axis=0), atol=0.01)
    assert (np.argsort(moved, axis=0) == np.argsort(cloud, axis=0)).all()


def test_iterations_bring_the_whole_distribution_and_not_its_margins_alone(
    cloud: np.ndarray, pixels: np.ndarray
) -> None:
    shares = np.full(400, 1 / 400)
    wanted = np.cov(pixels.T, bias=True)
    once = np.cov(_match_histograms(cloud, shares, pixels).T, bias=True)
    moved = np.cov(_rotate_and_match(cloud, shares, pixels).T, bias=True)
    assert np.abs(moved - wanted).max() < 0.2 * np.abs(once - wanted).max()


@pytest.mark.parametrize("method", METHODS)
def test_equal_greys_get_equal_colours(method: object, lab: torch.Tensor) -> None:
    lightness = torch.tensor([20.0, 50.0, 80.0]).repeat(16, 16)[None, None]
    ab = method(lightness, lab[:1])  # type: ignore[operator]
    assert ab.std(dim=2).max() == 0
    assert ab.shape == (1, 2, 16, 48)


def test_the_iterated_transfer_comes_nearest_and_bleeds_most(lab: torch.Tensor) -> None:
    answers = {name: BASELINES[name](lab[:, :1], lab.flip(0)) for name in BASELINES}
    near = {
        name: float(metrics.palette_distance(ab, lab.flip(0)[:, 1:]).mean()) for name, ab in answers.items()
    }
    bleeding = {name: float(metrics.bleeding(ab, lab[:, :1]).mean()) for name, ab in answers.items()}
    assert min(near, key=near.__getitem__) == "iterative distribution transfer"
    assert near["histograms and Gaussian"] < near["Monge-Kantorovich"]
    assert bleeding["Monge-Kantorovich"] < bleeding["histograms and Gaussian"]
    assert bleeding["histograms and Gaussian"] < bleeding["iterative distribution transfer"]
