"""Recipes in TOML: read by name, built on one another, overridable on the command line."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from train.core.config import Recipe, RecipeError, recipe_from_dict

RECIPES_DIR = Path(__file__).parents[1] / "recipes"


def _override(values: dict[str, Any], assignment: str) -> None:
    dotted, separator, text = assignment.partition("=")
    if not separator:
        raise RecipeError(f"override {assignment!r} is not of the form key=value")
    *tables, last = dotted.strip().split(".")
    for table in tables:
        values = values.setdefault(table, {})
        if not isinstance(values, dict):
            raise RecipeError(f"override {assignment!r}: {table} is not a table")
    try:
        values[last] = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        values[last] = text


def _name(path: Path) -> str:
    """Name of a recipe: its place in `train/recipes`, or the bare file name elsewhere."""
    inside = path.resolve().is_relative_to(RECIPES_DIR.resolve())
    return (
        path.resolve().relative_to(RECIPES_DIR.resolve()).with_suffix("").as_posix() if inside else path.stem
    )


def _merge(values: dict[str, Any], changes: Mapping[str, Any]) -> None:
    """Lay `changes` over `values`, table by table."""
    for key, value in changes.items():
        if isinstance(value, Mapping) and isinstance(values.get(key), dict):
            _merge(values[key], value)
        else:
            values[key] = value


def _read(path: Path, heirs: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Read a recipe over those it extends, of which the later ones overrule the earlier."""
    path = path.resolve()
    if path in heirs:
        raise RecipeError(f"{path}: the recipe extends itself")
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(f"{path}: {error}") from error
    parents = own.pop("extends", [])
    if isinstance(parents, str):
        parents = [parents]
    if not isinstance(parents, list) or not all(isinstance(parent, str) for parent in parents):
        raise RecipeError(f"{path}: extends must be a path or a list of paths")
    values: dict[str, Any] = {}
    for parent in parents:
        try:
            inherited = _read(path.parent / parent, (*heirs, path))
        except FileNotFoundError as error:
            raise RecipeError(f"{path}: there is no {parent} to extend") from error
        inherited.pop("name", None)
        _merge(values, inherited)
    _merge(values, own)
    return values


def load_recipe(name_or_path: str, overrides: Sequence[str] = ()) -> Recipe:
    """Read a recipe by name (`train/recipes/NAME.toml`) or path, and apply overrides such as `optim.pictures=1000`.

    A recipe may name others it builds on, `extends = "other.toml"` or a list of them, relative to its own folder.

    Raises:
        RecipeError: no such recipe, a fault in it, or recipes that extend each other.
    """
    path = Path(name_or_path)
    if not path.suffix:
        path = RECIPES_DIR / f"{name_or_path}.toml"
    try:
        values = _read(path)
    except FileNotFoundError as error:
        known = ", ".join(sorted(_name(found) for found in RECIPES_DIR.rglob("*.toml")))
        raise RecipeError(f"no recipe {name_or_path}; there are: {known}") from error
    values.setdefault("name", _name(path))
    for assignment in overrides:
        _override(values, assignment)
    return recipe_from_dict(values)
