"""Goals are compared with the scores."""

import copy
from typing import Any

import pytest

from train.evaluation.baselines import BASELINES
from train.evaluation.goals import goals_of
from train.evaluation.measures import REAL

RIVAL = {"ab_mse": 100.0, "psnr_db": 25.0, "lpips": 0.09, "colourfulness_ratio": 0.6}
PAINTED = {
    "mean_shift": 0.3,
    "spread_shift": 1.2,
    "palette_ratio": 0.13,
    "transported_ab_mse": 45.0,
    "beyond_lightness": 0.5,
    "bleeding": 0.5,
    "swap": 16.0,
    "colourfulness_ratio": 0.9,
}
SCORES: dict[str, Any] = {
    "self_reference": dict.fromkeys(BASELINES, RIVAL)
    | {"own": RIVAL | {"ab_mse": 60.0, "psnr_db": 27.0, "lpips": 0.08}},
    "painting_reference": {
        REAL: {"bleeding": 0.5},
        "rank table": {"transported_ab_mse": 60.0},
        "own": PAINTED,
    },
    "models": {
        "own": {
            "latent": {"ratio": 0.2},
            "blends": {"to_first": [1, 2, 3, 4, 5], "to_second": [5, 4, 3, 2, 1], "monotone": 1.0},
        }
    },
}


def test_a_model_at_every_bound_meets_every_goal() -> None:
    assert [goal.what for goal in goals_of(SCORES, "own") if not goal.met] == []


@pytest.mark.parametrize(
    ("path", "value", "missed"),
    [
        ("self_reference.own.ab_mse", 60.1, "ab-MSE"),
        ("self_reference.own.psnr_db", 26.9, "PSNR"),
        ("self_reference.own.lpips", 0.09, "LPIPS"),
        ("painting_reference.own.mean_shift", 1.1, "Δ mean"),
        ("painting_reference.own.spread_shift", 1.21, "Δ std"),
        ("painting_reference.own.palette_ratio", 0.131, "palette"),
        ("painting_reference.own.bleeding", 0.51, "bleeding"),
        ("painting_reference.own.transported_ab_mse", 45.1, "ab-MSE to transported"),
        ("painting_reference.own.beyond_lightness", 0.49, "beyond lightness"),
        ("painting_reference.own.swap", 12.0, "swap"),
        ("painting_reference.own.colourfulness_ratio", 1.3, "colourfulness"),
        ("models.own.latent.ratio", 0.05, "smallest"),
        ("models.own.blends.monotone", 0.99, "blends monotone, share"),
        ("models.own.blends.to_second", [5, 4, 4.1, 2, 1], "blends monotone, mean"),
    ],
)
def test_beyond_a_bound_one_goal_is_missed(path: str, value: object, missed: str) -> None:
    scores = copy.deepcopy(SCORES)
    *parents, last = path.split(".")
    place = scores
    for key in parents:
        place = place[key]
    place[last] = value
    (goal,) = (goal for goal in goals_of(scores, "own") if not goal.met)
    assert goal.what.startswith(missed)


def test_what_was_not_measured_is_not_met() -> None:
    scores = copy.deepcopy(SCORES)
    del scores["self_reference"]["own"]["lpips"]
    (goal,) = (goal for goal in goals_of(scores, "own") if not goal.met)
    assert goal.reached is None
