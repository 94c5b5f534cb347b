"""Judging what needs no reference: rivals, kinds of colour, goals, tables."""

from typing import Any

import pytest
import torch

from train.core.colour import lab_to_srgb, srgb_to_lab
from train.core.colour_names import COLOUR_NAMES, confusion, kind_of
from train.core.config import NetworkConfig
from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.auto import GREY, MEAN_COLOUR, average_name, evaluate_auto
from train.evaluation.auto_report import auto_markdown
from train.evaluation.equalising import equalising_factor
from train.evaluation.goals import auto_goals_of
from train.evaluation.measures import REAL
from train.evaluation.perception import Perception
from train.networks.base import TransferNetwork
from train.networks.factory import build_network

PALETTE = average_name("palette")


def _lab(*colours: tuple[int, int, int]) -> torch.Tensor:
    rgb = torch.tensor(colours).float().T.view(1, 3, 1, -1) / 255
    return srgb_to_lab(rgb)


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ((128, 128, 128), "grey"),
        ((200, 30, 40), "red"),
        ((240, 130, 160), "red"),
        ((120, 75, 40), "brown"),
        ((224, 172, 138), "brown"),  # skin
        ((230, 200, 60), "yellow"),
        ((70, 120, 40), "green"),
        ((120, 170, 220), "blue"),  # sky
        ((20, 40, 160), "blue"),
        ((150, 60, 160), "purple"),
    ],
)
def test_colours_have_the_names_that_people_give_them(rgb: tuple[int, int, int], name: str) -> None:
    assert COLOUR_NAMES[int(kind_of(_lab(rgb)[:, 1:]))] == name


def test_the_confusion_counts_what_became_of_every_pixel() -> None:
    truth = _lab((70, 120, 40), (70, 120, 40), (120, 170, 220))[:, 1:]
    answer = _lab((70, 120, 40), (120, 75, 40), (128, 128, 128))[:, 1:]
    counts = confusion(truth, answer)
    assert counts.shape == (1, 7, 7)
    green, brown, blue, grey = (COLOUR_NAMES.index(name) for name in ("green", "brown", "blue", "grey"))
    assert counts.sum() == 3
    assert counts[0, green, green] == counts[0, green, brown] == counts[0, blue, grey] == 1


@pytest.fixture(scope="module")
def squares(pictures: PictureCache) -> PictureCache:
    pixels = pictures.pixels[:4].repeat(2, axis=1).repeat(2, axis=2)
    return PictureCache(pixels, ["people", "things", "things", "things"])


@pytest.fixture(scope="module")
def networks() -> dict[str, TransferNetwork]:
    torch.manual_seed(0)
    guess = build_network(NetworkConfig(kind="guess", widths=(8,) * 4, learned=4))
    palette = build_network(NetworkConfig(widths=(8,) * 4, style_widths=(8,), learned=4))
    return {"guess": guess.eval(), "palette": palette.eval()}


@pytest.fixture(scope="module")
def result(squares: PictureCache, networks: dict[str, TransferNetwork]) -> dict[str, Any]:
    return evaluate_auto(networks, squares, working_px=64, style_px=48)


def test_a_palette_model_takes_part_under_the_average_embedding(result: dict[str, Any]) -> None:
    scores = result["no_reference"]
    assert list(scores) == [GREY, MEAN_COLOUR, "guess", PALETTE]
    assert list(result["models"]) == ["guess"]
    # Untrained, one guesses nothing and the other lays down the average table.
    assert scores["guess"]["ab_mse"] == pytest.approx(scores[GREY]["ab_mse"], rel=1e-3)
    assert scores[PALETTE]["ab_mse"] < scores[MEAN_COLOUR]["ab_mse"] < scores[GREY]["ab_mse"]
    assert scores[GREY]["colourfulness_share"] < 0.01 < scores[PALETTE]["colourfulness_share"] < 1


def test_the_mean_colour_is_the_best_of_all_single_colours(
    result: dict[str, Any], squares: PictureCache
) -> None:
    ab = srgb_to_lab(torch.from_numpy(squares.pixels.copy()).permute(0, 3, 1, 2).float() / 255)[:, 1:]
    mean = ab.mean(dim=(0, 2, 3), keepdim=True).expand_as(ab)
    expected = float(metrics.ab_mse(mean, ab).mean())
    assert result["no_reference"][MEAN_COLOUR]["ab_mse"] == pytest.approx(expected, rel=1e-4)


def test_shares_of_colours_add_up(result: dict[str, Any]) -> None:
    for kinds in result["confusion"].values():
        assert sum(kinds["photos"]) == pytest.approx(1)
        assert sum(kinds["answers"]) == pytest.approx(1)
        for share, row in zip(kinds["photos"], kinds["rows"], strict=True):
            assert sum(row) == pytest.approx(1 if share else 0)
    assert result["confusion"]["guess"]["answers"][0] == pytest.approx(1)
    brown = [part["brown"] for part in result["by_source"].values()]
    whole = sum(
        part["photos"] * share[REAL] for part, share in zip(result["by_source"].values(), brown, strict=True)
    )
    assert whole / 4 == pytest.approx(result["confusion"]["guess"]["photos"][COLOUR_NAMES.index("brown")])


def test_the_report_has_every_table(result: dict[str, Any]) -> None:
    text = auto_markdown(result)
    assert f"| {PALETTE} |" in text
    assert "| goal | wanted | guess |" in text
    assert "| PSNR above untouched grey's | ≥ 2.30 dB | 0.00, **missed** |" in text
    assert text.count("What became of every kind of colour") == 2
    assert "| things | 3 |" in text
    assert "were not measured" in text


@pytest.mark.usefixtures("random_backbones")
def test_what_a_classifier_sees_is_scored_when_asked_for(
    squares: PictureCache, networks: dict[str, TransferNetwork]
) -> None:
    found = evaluate_auto(networks, squares, working_px=64, style_px=48, perception=Perception())
    assert 0 < found["no_reference"][PALETTE]["lpips"] < found["no_reference"][GREY]["lpips"]
    assert {goal.what for goal in auto_goals_of(found, "guess")} == {
        "PSNR above untouched grey's",
        "colourfulness / the photograph's",
        "LPIPS",
        "red answered red, share",
        "green turned brown, share",
        "blue turned brown, share",
        "LPIPS, below the average embedding's",
        "Fréchet distance, below the average embedding's",
        "PSNR, above the average embedding's",
    }
    assert "| LPIPS |" in auto_markdown(found)
    # Untrained, the guess has no colour that could be multiplied.
    assert "frechet_equalised" not in found["no_reference"]["guess"]
    own = found["no_reference"][PALETTE]
    assert own["equalising_factor"] * own["colourfulness_share"] == pytest.approx(1, rel=0.2)
    assert own["frechet_equalised"] != own["frechet"]


def _kinds(red_red: float, to_brown: float) -> dict[str, Any]:
    rows = [[0.0] * len(COLOUR_NAMES) for _ in COLOUR_NAMES]
    red, brown, green, blue = (COLOUR_NAMES.index(name) for name in ("red", "brown", "green", "blue"))
    rows[red][red], rows[green][brown], rows[blue][brown] = red_red, to_brown, to_brown
    return {"rows": rows}


def test_a_model_at_every_bound_meets_the_goals() -> None:
    own = {"psnr_db": 24.5, "colourfulness_ratio": 0.75, "lpips": 0.135}
    average = {"psnr_db": 22.9, "lpips": 0.14}
    result: dict[str, Any] = {
        "no_reference": {GREY: {"psnr_db": 22.0}, "own": own, PALETTE: average},
        "confusion": {"own": _kinds(0.25, 0.12), PALETTE: {}},
        "models": {"own": {}},
    }
    assert [goal.what for goal in auto_goals_of(result, "own") if not goal.met] == []
    own |= {"psnr_db": 22.5, "colourfulness_ratio": 0.74, "lpips": 0.15}
    result["confusion"]["own"] = _kinds(0.24, 0.13)
    assert not any(goal.met for goal in auto_goals_of(result, "own"))


def test_what_was_not_measured_is_no_goal_met() -> None:
    own = {"psnr_db": 24.5, "colourfulness_ratio": 0.75}
    result = {
        "no_reference": {GREY: {"psnr_db": 22.0}, "own": own},
        "confusion": {"own": _kinds(0.25, 0.12)},
        "models": {"own": {}},
    }
    (missed,) = (goal for goal in auto_goals_of(result, "own") if not goal.met)
    assert (missed.what, missed.reached) == ("LPIPS", None)


def test_the_factor_makes_answers_as_colourful_as_photographs(squares: PictureCache) -> None:
    truth = srgb_to_lab(torch.from_numpy(squares.pixels.copy()).permute(0, 3, 1, 2).float() / 255)
    lightness, ab = truth[:, :1], truth[:, 1:]

    def colourfulness(factor: float) -> float:
        return float(metrics.colourfulness(lab_to_srgb(torch.cat((lightness, ab * factor), dim=1))).mean())

    factor = equalising_factor(lightness, 0.4 * ab, colourfulness(1.0))
    assert factor == pytest.approx(2.5, rel=0.01)
    # Where the gamut ends it takes more than the quotient.
    strong = equalising_factor(lightness, ab, 2.0 * colourfulness(1.0))
    assert strong is not None
    assert strong > 2.0
    assert equalising_factor(lightness, torch.zeros_like(ab), colourfulness(1.0)) is None
