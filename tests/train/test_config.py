"""Recipes: read, overridden, kept."""

import re
from pathlib import Path

import pytest

from train.config import RECIPES_DIR, Recipe, RecipeError, load_recipe, recipe_from_dict


@pytest.mark.parametrize("path", sorted(RECIPES_DIR.glob("*.toml")), ids=lambda path: path.stem)
def test_every_recipe_is_whole(path: Path) -> None:
    recipe = load_recipe(path.stem)
    assert recipe.name == path.stem
    assert recipe_from_dict(recipe.as_dict()) == recipe


def test_overrides_reach_nested_settings() -> None:
    recipe = load_recipe(
        "palette", ["optim.pictures=960", "loss.mse=2", "network.widths=[8, 8, 8, 8, 8]", "name=mine"]
    )
    assert recipe.optim.pictures == 960
    assert recipe.optim.steps == 960 // recipe.optim.batch
    assert recipe.loss.mse == 2.0
    assert recipe.network.widths == (8, 8, 8, 8, 8)
    assert recipe.name == "mine"


@pytest.mark.parametrize(
    ("override", "named"),
    [
        ("loss.beauty=1", "loss.beauty"),
        ("optim.pictures=many", "optim.pictures"),
        ("optim", "key=value"),
        ("seed.low=1", "seed"),
    ],
)
def test_faults_are_named(override: str, named: str) -> None:
    with pytest.raises(RecipeError, match=re.escape(named)):
        load_recipe("palette", [override])


def test_an_unknown_recipe_lists_the_known_ones() -> None:
    with pytest.raises(RecipeError, match="palette"):
        load_recipe("watercolour")


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("= 1", encoding="utf-8")
    with pytest.raises(RecipeError, match=r"broken\.toml"):
        load_recipe(str(path))


def test_defaults_are_a_recipe() -> None:
    assert recipe_from_dict({}) == Recipe()
