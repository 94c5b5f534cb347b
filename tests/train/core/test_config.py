"""Recipes: read, overridden, kept."""

import re
from pathlib import Path

import pytest

from train.core.config import Recipe, RecipeError, kept_recipe, recipe_from_dict
from train.core.recipe_files import RECIPES_DIR, load_recipe


@pytest.mark.parametrize("path", sorted(RECIPES_DIR.rglob("*.toml")), ids=lambda path: path.stem)
def test_every_recipe_is_whole(path: Path) -> None:
    name = path.relative_to(RECIPES_DIR).with_suffix("").as_posix()
    recipe = load_recipe(name)
    assert recipe.name == name
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
        ("data.reference_crop=third", "data.reference_crop"),
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


def _write(folder: Path, **recipes: str) -> None:
    for name, text in recipes.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_a_recipe_states_only_what_it_changes(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    _write(
        tmp_path,
        base='name = "other"\n[optim]\npictures = 10\nself_pairs = 3',
        size="[optim]\npictures = 20\n[network]\nlearned = 5",
    )
    _write(tmp_path / "inner", child='extends = ["../base.toml", "../size.toml"]\n[network]\ndropout = 0.5')
    _write(tmp_path, grandchild='extends = "inner/child.toml"\nseed = 7')
    recipe = load_recipe(str(tmp_path / "grandchild.toml"), ["network.learned=6"])
    assert recipe.name == "grandchild"
    assert (recipe.optim.pictures, recipe.optim.self_pairs) == (20, 3)
    assert (recipe.network.learned, recipe.network.dropout) == (6, 0.5)
    assert recipe.seed == 7


@pytest.mark.parametrize(
    ("extends", "named"),
    [('"loop.toml"', "extends itself"), ('"nowhere.toml"', r"no nowhere\.toml"), ("3", "path or a list")],
)
def test_a_recipe_that_cannot_be_extended_is_refused(tmp_path: Path, extends: str, named: str) -> None:
    _write(tmp_path, loop='extends = "own.toml"', own=f"extends = {extends}")
    with pytest.raises(RecipeError, match=named):
        load_recipe(str(tmp_path / "own.toml"))


def test_every_experiment_sees_as_many_pictures_of_the_same_size() -> None:
    recipes = [load_recipe(str(path)) for path in (RECIPES_DIR / "experiments").glob("*.toml")]
    assert len(recipes) > 10
    assert len({(recipe.optim.pictures, recipe.optim.batch, recipe.data.crop_px) for recipe in recipes}) == 1


def test_weights_of_earlier_versions_are_read_without_terms_that_are_no_more() -> None:
    kept = Recipe().as_dict()
    kept["loss"] |= {"joint": 0.8, "unrest": 1.2}
    assert kept_recipe(kept) == Recipe()
    with pytest.raises(RecipeError, match="joint"):
        recipe_from_dict(kept)


def test_defaults_are_a_recipe() -> None:
    assert recipe_from_dict({}) == Recipe()
