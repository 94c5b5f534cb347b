"""Held-out scores along a run."""

import csv
from pathlib import Path

import pytest

from train.core.config import DataConfig, Recipe
from train.data.cache import PictureCache
from train.loop.validation import Validation, append_scores, open_validation
from train.networks.factory import build_network


def test_a_network_is_scored_beside_the_table(recipe: Recipe, pictures: PictureCache) -> None:
    network = build_network(recipe.network).eval()
    scores = Validation(pictures, pictures, 48).scores(network)
    assert scores["ab_mse"] > 0
    # An untrained network answers with its own table of 8 steps, so it is near the baseline's table of 16.
    assert scores["ab_mse"] == pytest.approx(scores["ab_mse_of_table"], rel=0.2)
    assert scores["transported_ab_mse"] == pytest.approx(scores["transported_ab_mse_of_table"], rel=0.2)
    assert scores["beyond_lightness"] < 0.2


def test_a_recipe_without_held_out_pictures_has_no_scores(tmp_path: Path) -> None:
    assert open_validation(DataConfig(), tmp_path, tmp_path) is None


def test_a_resumed_run_takes_back_the_rows_after_its_checkpoint(tmp_path: Path) -> None:
    for pictures, error in ((100, 9.0), (200, 8.0), (300, 7.0), (200, 8.5)):
        append_scores(tmp_path, pictures, {"ab_mse": error})
    with (tmp_path / "validation.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows == [{"pictures": "100", "ab_mse": "9"}, {"pictures": "200", "ab_mse": "8.5"}]
