"""Measures, baselines and the evaluation around them."""

from pathlib import Path

import numpy as np
import pytest
import torch

from train import metrics
from train.baselines import BASELINES, TABLE_STEPS, _exact_rank, _nearest
from train.cache import PictureCache
from train.colour import lab_to_srgb, srgb_to_lab
from train.config import NetworkConfig
from train.distances import even_angles, sliced_wasserstein
from train.evaluate import evaluate, latent_spread
from train.networks.factory import build_network
from train.plots import learning_curves
from train.report import markdown


@pytest.fixture
def lab(pictures: PictureCache) -> torch.Tensor:
    return srgb_to_lab(torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255)


@pytest.mark.parametrize("name", BASELINES)
def test_every_baseline_answers_for_every_pixel(name: str, lab: torch.Tensor) -> None:
    ab = BASELINES[name](lab[:, :1], lab.flip(0)[:, :, :32, :40])
    assert ab.shape == (4, 2, 48, 48)
    assert torch.isfinite(ab).all()
    assert ab.abs().max() < 130


def test_baselines_do_what_their_names_say(lab: torch.Tensor) -> None:
    lightness, other = lab[:, :1], lab.flip(0)
    assert BASELINES["untouched grey"](lightness, other).abs().max() == 0
    tint = BASELINES["mean tint"](lightness, other)
    assert torch.allclose(tint.mean(dim=(2, 3)), other[:, 1:].mean(dim=(2, 3)), atol=1e-3)
    assert tint.std(dim=(2, 3)).max() < 1e-3


@pytest.mark.parametrize("name", ["Reinhard", "histogram matching", "Welsh", "rank table"])
def test_a_reference_moves_the_palette_towards_itself(name: str, lab: torch.Tensor) -> None:
    lightness, other = lab[:, :1], lab.flip(0)
    own = metrics.palette_distance(BASELINES[name](lightness, other), other[:, 1:])
    gray = metrics.palette_distance(torch.zeros_like(other[:, 1:]), other[:, 1:])
    assert own.mean() < 0.8 * gray.mean()


def test_the_table_rebuilds_colours_that_follow_lightness() -> None:
    lab = torch.zeros(1, 3, 64, 64)
    lab[:, 0] = torch.linspace(5, 95, 64 * 64).view(64, 64)
    lab[:, 1], lab[:, 2] = lab[:, 0] * 0.4 - 20, 20 - lab[:, 0] * 0.3
    error = metrics.ab_mse(BASELINES["rank table"](lab[:, :1], lab), lab[:, 1:])
    assert float(error) < (90 * 0.4 / TABLE_STEPS) ** 2 / 4


def test_welsh_takes_colours_of_the_reference_only(lab: torch.Tensor) -> None:
    reference = lab[:1].clone()
    reference[:, 1:] = torch.where(reference[:, :1] > 50, 30.0, -30.0)
    ab = BASELINES["Welsh"](lab[1:2, :1], reference)
    assert set(ab.unique().tolist()) == {-30.0, 30.0}


def test_equal_pixels_share_their_mean_rank() -> None:
    lightness = torch.tensor([[[[3.0, 1.0], [3.0, 9.0]]], [[[5.0, 5.0], [5.0, 5.0]]]])
    expected = torch.tensor([[[[0.5, 0.125], [0.5, 0.875]]], [[[0.5, 0.5], [0.5, 0.5]]]])
    assert torch.equal(_exact_rank(lightness), expected)


def test_the_nearest_sample_is_that_of_the_full_distance() -> None:
    random = torch.Generator().manual_seed(0)
    points, samples = torch.rand(2, 2000, generator=random) * 90, torch.rand(2, 64, generator=random) * 90
    distances = (points[:, :, None].double() - samples[:, None].double()).square().sum(dim=0)
    assert torch.equal(_nearest(points, samples), distances.argmin(dim=1))


def test_the_palette_distance_is_that_of_the_objective(lab: torch.Tensor) -> None:
    ab, other = lab[:, 1:], lab.flip(0)[:, 1:]
    samples = (ab[:, :, ::2, ::2].flatten(2), other[:, :, ::2, ::2].flatten(2))
    expected = sliced_wasserstein(*samples, even_angles(8))
    assert torch.allclose(metrics.palette_distance(ab, other), expected, rtol=1e-5)


def test_psnr_and_mse_of_a_known_error() -> None:
    truth = torch.zeros(1, 3, 8, 8)
    assert float(metrics.psnr(truth + 0.1, truth)) == pytest.approx(20.0, abs=1e-3)
    assert float(metrics.ab_mse(truth[:, 1:] + 3, truth[:, 1:])) == pytest.approx(9.0)


def test_shifts_of_mean_and_spread() -> None:
    ab = torch.randn(1, 2, 64, 64, generator=torch.Generator().manual_seed(0))
    assert float(metrics.mean_shift(ab + 2, ab)) == pytest.approx(2.0, abs=1e-4)
    assert float(metrics.spread_shift(ab * 3, ab)) == pytest.approx(2.0, abs=0.1)
    assert float(
        metrics.swap_difference(ab + torch.tensor([3.0, 4.0]).view(1, 2, 1, 1), ab)
    ) == pytest.approx(5.0)


def test_colourfulness_agrees_with_the_formula(lab: torch.Tensor) -> None:
    rgb = lab_to_srgb(lab[:1])
    red, green, blue = (rgb[0] * 255).double().numpy()
    first, second = red - green, (red + green) / 2 - blue
    expected = np.hypot(first.std(), second.std()) + 0.3 * np.hypot(first.mean(), second.mean())
    assert float(metrics.colourfulness(rgb)) == pytest.approx(expected, rel=1e-3)
    assert float(metrics.colourfulness(rgb[:, :1].expand(-1, 3, -1, -1))) < 1e-3


def test_a_dead_entry_shows_in_the_latent_spread() -> None:
    embeddings = torch.randn(100, 4, generator=torch.Generator().manual_seed(0))
    assert latent_spread(embeddings)["ratio"] > 0.7
    embeddings[:, 2] = 0.3
    assert latent_spread(embeddings)["ratio"] < 1e-5


def test_the_evaluation_scores_a_network_beside_the_baselines(pictures: PictureCache) -> None:
    cache = PictureCache(pictures.pixels[:4].repeat(2, axis=1).repeat(2, axis=2), ["x"] * 4)
    network = build_network(NetworkConfig(widths=(8,) * 5, style_widths=(8,))).eval()
    result = evaluate(network, cache, cache, working_px=64, style_px=48)
    scores = result["self_reference"]
    assert list(scores) == [*BASELINES, "model"]
    # An untrained network is its table, as seen at the working size.
    assert scores["model"]["ab_mse"] < scores["untouched grey"]["ab_mse"]
    assert scores["model"]["ab_mse"] == pytest.approx(scores["rank table"]["ab_mse"], rel=0.3)
    assert result["painting_reference"]["untouched grey"]["palette_ratio"] == pytest.approx(1.0)
    assert result["painting_reference"]["untouched grey"]["swap"] < 1e-3
    table = markdown(result)
    assert table.count("| model |") == 2
    assert "Spread of the embedding" in table


def test_a_run_without_a_written_row_has_no_curves(tmp_path: Path) -> None:
    (tmp_path / "curves.csv").write_text("step,pictures,total\n", encoding="utf-8")
    learning_curves(tmp_path / "curves.csv", tmp_path / "curves.png")
    assert not (tmp_path / "curves.png").exists()
