"""Measures, baselines and the evaluation around them."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from train.core.colour import lab_to_srgb, srgb_to_lab
from train.core.config import NetworkConfig
from train.core.distances import even_angles, sliced_wasserstein
from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.baselines import BASELINES, TABLE_STEPS, _nearest
from train.evaluation.colourings import lab_of, network_colouring
from train.evaluation.measures import REAL, REAL_PAINTING
from train.evaluation.palette import evaluate
from train.evaluation.palette_report import markdown
from train.evaluation.perception import Perception
from train.evaluation.plots import learning_curves
from train.evaluation.ranking import exact_rank
from train.networks.base import TransferNetwork
from train.networks.factory import build_network


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


@pytest.mark.parametrize("name", [name for name in BASELINES if name not in ("untouched grey", "mean tint")])
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
    assert torch.equal(exact_rank(lightness), expected)


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


@pytest.fixture(scope="module")
def squares(pictures: PictureCache) -> PictureCache:
    pixels = pictures.pixels[:4].repeat(2, axis=1).repeat(2, axis=2)
    return PictureCache(pixels, ["people", "things", "things", "things"])


@pytest.fixture(scope="module")
def network() -> TransferNetwork:
    torch.manual_seed(0)
    return build_network(NetworkConfig(widths=(8,) * 5, style_widths=(8,))).eval()


@pytest.fixture(scope="module")
def result(squares: PictureCache, network: TransferNetwork) -> dict[str, Any]:
    networks = {"one": network, "two": network}
    return evaluate(networks, squares, squares, working_px=64, style_px=48)


def test_the_evaluation_scores_networks_beside_the_baselines(result: dict[str, Any]) -> None:
    scores = result["self_reference"]
    assert list(scores) == [*BASELINES, "one", "two"]
    assert scores["one"] == scores["two"]
    # An untrained network is its table, as seen at the working size.
    assert scores["one"]["ab_mse"] < scores["untouched grey"]["ab_mse"]
    assert scores["one"]["ab_mse"] == pytest.approx(scores["rank table"]["ab_mse"], rel=0.3)
    painted = result["painting_reference"]
    assert painted["untouched grey"]["palette_ratio"] == pytest.approx(1.0)
    assert painted["untouched grey"]["swap"] < 1e-3
    assert painted[REAL]["bleeding"] > painted["untouched grey"]["bleeding"]
    # Every photograph is here under itself or another as painting, so both sets are the same.
    assert painted[REAL] == painted[REAL_PAINTING]
    assert painted["rank table"]["beyond_lightness"] < 0.1 < painted[REAL]["beyond_lightness"]
    assert painted["rank table"]["transported_ab_mse"] < painted["untouched grey"]["transported_ab_mse"]
    assert result["kin_reference"]["untouched grey"]["ab_mse"] > 0


def test_collections_make_up_the_whole(result: dict[str, Any]) -> None:
    parts = result["by_source"]
    assert {source: part["photos"] for source, part in parts.items()} == {"things": 3, "people": 1}
    for measure in ("ab_mse", "psnr_db", "colourfulness_ratio"):
        whole = sum(part["photos"] * part["scores"]["rank table"][measure] for part in parts.values()) / 4
        assert whole == pytest.approx(result["self_reference"]["rank table"][measure], rel=1e-5)


def test_the_worst_photographs_come_first(
    result: dict[str, Any], squares: PictureCache, network: TransferNetwork
) -> None:
    worst = result["models"]["one"]["worst"]
    errors = [photo["ab_mse"] for photo in worst]
    assert errors == sorted(errors, reverse=True)
    index = worst[0]["photo"]
    truth = lab_of(squares, np.array([index]))
    ab = network_colouring(network, 64, 48)(truth[:, :1], truth)
    assert float(metrics.ab_mse(ab, truth[:, 1:])) == pytest.approx(errors[0], rel=1e-4)
    assert worst[0]["source"] == squares.sources[index]


@pytest.mark.usefixtures("random_backbones")
def test_what_a_classifier_sees_is_scored_when_asked_for(
    squares: PictureCache, network: TransferNetwork
) -> None:
    scores = evaluate({"one": network}, squares, squares, working_px=64, style_px=48, perception=Perception())
    rebuilt = scores["self_reference"]
    assert 0 < rebuilt["one"]["lpips"] < rebuilt["untouched grey"]["lpips"]
    assert 0 < rebuilt["one"]["frechet"] < rebuilt["untouched grey"]["frechet"]
    assert "LPIPS" in markdown(scores)


def test_the_report_names_every_model(result: dict[str, Any]) -> None:
    table = markdown(result)
    assert table.count("\n| one |") == 3
    assert "| goal | wanted | one | two |" in table
    assert "| things | 3 |" in table
    assert "were not measured" in table
    bare = markdown(result | {"models": {}})
    assert "goal" not in bare
    assert "same collection" not in markdown(result | {"kin_reference": {}})


def test_a_run_without_a_written_row_has_no_curves(tmp_path: Path) -> None:
    (tmp_path / "curves.csv").write_text("step,pictures,total\n", encoding="utf-8")
    learning_curves(tmp_path / "curves.csv", tmp_path / "curves.png")
    assert not (tmp_path / "curves.png").exists()


@pytest.mark.parametrize("period", [2, 4, 8])
def test_a_grid_shows_at_its_period_only(period: int) -> None:
    random = torch.Generator().manual_seed(0)
    smooth = torch.nn.functional.interpolate(
        torch.randn(2, 2, 6, 6, generator=random) * 10, size=(96, 96), mode="bicubic"
    )
    natural = smooth + torch.randn(2, 2, 96, 96, generator=random)
    assert 0.7 < float(metrics.grid_artefacts(natural).mean()) < 1.4
    assert float(metrics.grid_artefacts(torch.zeros(1, 2, 96, 96))) == pytest.approx(1.0)
    stripes = torch.cos(torch.arange(96) * (2 * torch.pi / period))
    assert float(metrics.grid_artefacts(natural + stripes).min()) > 3
    odd = torch.cos(torch.arange(96) * (2 * torch.pi / 5.5))
    assert float(metrics.grid_artefacts(natural + odd).max()) < 1.5
