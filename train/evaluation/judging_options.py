"""What the commands of the evaluation share: options for models, pictures and sizes, and the files of scores."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from train.core.config import RecipeError
from train.data.cache import PictureCache, open_cache

PHOTOS = "photos-val-*.parquet"
PAINTINGS = "paintings-val-*.parquet"
SIZE_PX = 256


def model_name(source: Path) -> str:
    """The name that a model goes by in tables: its folder's, or its run's."""
    return source.resolve().parent.name if source.suffix else source.resolve().name


def named_models(arguments: list[str]) -> dict[str, Path]:
    """Read `PATH` and `NAME=PATH` arguments; raises RecipeError where two models have one name."""
    models: dict[str, Path] = {}
    for argument in arguments:
        name, equals, path = argument.rpartition("=")
        source = Path(path)
        if not equals:
            name = model_name(source)
        if name in models:
            raise RecipeError(f"two models are named {name}; name one of them: NAME={source}")
        models[name] = source
    return models


def open_pictures(arguments: argparse.Namespace, source: str, size_px: int, limit: int = 0) -> PictureCache:
    """Return the pictures of a source inside `--data`, as squares of `size_px`, `limit` of them at most; 0: all."""
    return open_cache([source], arguments.data, arguments.cache, size_px, limit)


def fill_in(arguments: argparse.Namespace) -> None:
    """Settle what painters take from their recipe where it is not named."""
    arguments.paintings = arguments.paintings or PAINTINGS
    arguments.size_px = arguments.size_px or SIZE_PX


def sizes_of(arguments: argparse.Namespace) -> dict[str, int]:
    """Return the sizes at which networks see photographs and paintings."""
    return {"working_px": arguments.working_px, "style_px": arguments.style_px}


def add_judging_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of pictures and sizes."""
    parser.add_argument("--photos", default=PHOTOS, help="folder, or Parquet glob inside --data")
    parser.add_argument(
        "--paintings",
        help=f"folder, or Parquet glob inside --data ({PAINTINGS}; for painters their recipe's held-out group)",
    )
    parser.add_argument(
        "--size-px",
        type=int,
        help=f"side of the squares that are judged ({SIZE_PX}; for painters that of their training)",
    )
    parser.add_argument("--working-px", type=int, default=256, help="side at which the network sees a photo")
    parser.add_argument("--style-px", type=int, default=144, help="side at which the network sees a painting")


def write_scores(folder: Path, result: Mapping[str, Any], text: str) -> None:
    """Write scores as `scores.json` and, as the Markdown `text`, as `scores.md` into a folder, made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scores.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    (folder / "scores.md").write_text(text, encoding="utf-8")
