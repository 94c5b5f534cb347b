"""The goals of a model, and whether it reaches them: computed from its scores, never written by hand."""

import operator
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from train.core.colour_names import COLOUR_NAMES
from train.evaluation.baselines import BASELINES
from train.evaluation.measures import REAL


class Goal(NamedTuple):
    """One goal; `reached` is None where it was not measured."""

    what: str
    wanted: str
    reached: float | None
    digits: int
    met: bool


def _compare(what: str, sign: str, bound: float, reached: float | None, digits: int, unit: str = "") -> Goal:
    signs: Mapping[str, Callable[[float, float], bool]] = {
        "<": operator.lt,
        "≤": operator.le,
        "≥": operator.ge,
        ">": operator.gt,
        "=": operator.eq,
    }
    met = reached is not None and signs[sign](reached, bound)
    return Goal(what, f"{sign} {bound:.{digits}f}{unit}", reached, digits, met)


def _is_monotone(blends: Mapping[str, Any]) -> bool:
    leaving = all(before <= after for before, after in pairwise(blends["to_first"]))
    return leaving and all(before >= after for before, after in pairwise(blends["to_second"]))


def goals_of(result: Mapping[str, Any], name: str) -> list[Goal]:
    """Hold the scores of the model `name` in the result of `train.evaluation.palette.evaluate` against the goals."""
    rebuilt, painted = result["self_reference"], result["painting_reference"]
    own, table, own_painted = rebuilt[name], rebuilt["rank table"], painted[name]
    latent, blends = result["models"][name]["latent"], result["models"][name]["blends"]
    real = painted[REAL]
    colourful = own_painted["colourfulness_ratio"]
    transported = own_painted["transported_ab_mse"] / painted["rank table"]["transported_ab_mse"]
    return [
        _compare("ab-MSE / rank table's", "≤", 0.6, own["ab_mse"] / table["ab_mse"], 3),
        _compare("PSNR above the rank table's", "≥", 2.0, own["psnr_db"] - table["psnr_db"], 2, " dB"),
        _lpips(rebuilt, own),
        _compare("Δ mean ab to the painting", "≤", 1.0, own_painted["mean_shift"], 2),
        _compare("Δ std ab to the painting", "≤", 1.2, own_painted["spread_shift"], 2),
        _compare("palette distance / grey photo's", "≤", 0.13, own_painted["palette_ratio"], 3),
        _compare("ab-MSE to transported true colours / rank table's", "≤", 0.75, transported, 3),
        _compare("beyond lightness", "≥", 0.5, own_painted["beyond_lightness"], 2),
        _compare("bleeding, at most the photographs'", "≤", real["bleeding"], own_painted["bleeding"], 3),
        _compare("swap, ab units", ">", 12.0, own_painted["swap"], 1),
        _compare("smallest / largest latent spread", ">", 0.05, latent["ratio"], 3),
        _compare("blends monotone, mean of the pairs", "=", 1, float(_is_monotone(blends)), 0),
        _compare("blends monotone, share of the pairs", "=", 1.0, blends["monotone"], 2),
        Goal("colourfulness / painting's", "0.80 to 1.20", colourful, 2, 0.8 <= colourful <= 1.2),
    ]


def _lpips(rebuilt: Mapping[str, Any], own: Mapping[str, float]) -> Goal:
    what = "LPIPS, below every baseline"
    if "lpips" not in own:
        return Goal(what, "", None, 4, met=False)
    least = min(rebuilt[baseline]["lpips"] for baseline in BASELINES)
    return _compare(what, "<", least, own["lpips"], 4)


def repaint_goals_of(result: Mapping[str, Any], name: str) -> list[Goal]:
    """Hold the painter `name` in the result of `train.evaluation.repaint.evaluate_repaint` against the goals."""
    own, what = result["repaint"][name], "Fréchet distance's fall from the photographs', SqueezeNet"
    return [
        _compare(what, "≥", 0.3, own.get("frechet_fall"), 3),
        _compare("photo and back, PSNR", "≥", 20.0, own["cycle_photos_db"], 1, " dB"),
        _compare("painting and back, PSNR", "≥", 20.0, own["cycle_paintings_db"], 1, " dB"),
        _compare("parameters, M", "≤", 3.0, result["models"][name]["parameters"] / 1e6, 2),
    ]


def auto_goals_of(result: Mapping[str, Any], name: str) -> list[Goal]:
    """Hold the `auto` model `name` in the result of `train.evaluation.auto.evaluate_auto` against its goals.

    A palette model's average embedding is to be beaten where one was judged beside it: the best, if there are several.
    """
    scores = result["no_reference"]
    own, grey = scores[name], scores["untouched grey"]
    averages = [rival for rival in result["confusion"] if rival not in result["models"]]
    became = _what_became(result["confusion"][name])
    goals = [
        _compare("PSNR above untouched grey's", "≥", 2.3, own["psnr_db"] - grey["psnr_db"], 2, " dB"),
        _compare("colourfulness / the photograph's", "≥", 0.75, own["colourfulness_ratio"], 2),
        _compare("LPIPS", "≤", 0.135, own.get("lpips"), 4),
        _compare("red answered red, share", "≥", 0.25, became["red", "red"], 2),
        _compare("green turned brown, share", "≤", 0.12, became["green", "brown"], 2),
        _compare("blue turned brown, share", "≤", 0.12, became["blue", "brown"], 2),
    ]
    for measure, what, digits in (("lpips", "LPIPS", 4), ("frechet", "Fréchet distance", 1)):
        if averages and measure in own:
            least = min(scores[rival][measure] for rival in averages)
            goals.append(_compare(f"{what}, below the average embedding's", "<", least, own[measure], digits))
    if averages:
        most = max(scores[rival]["psnr_db"] for rival in averages)
        goals.append(_compare("PSNR, above the average embedding's", ">", most, own["psnr_db"], 2, " dB"))
    return goals


def _what_became(kinds: Mapping[str, Any]) -> dict[tuple[str, str], float]:
    """Of each true kind of colour, the shares answered in each."""
    return {
        (true, answer): share
        for true, row in zip(COLOUR_NAMES, kinds["rows"], strict=True)
        for answer, share in zip(COLOUR_NAMES, row, strict=True)
    }
