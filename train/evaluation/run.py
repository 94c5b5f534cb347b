"""The commands that judge models: `python -m train evaluate|gallery`."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from train.core.config import RecipeError
from train.data.cache import PictureCache, open_cache
from train.data.sources import picture_names

if TYPE_CHECKING:
    from train.evaluation.perception import Perception
    from train.networks.base import TransferNetwork

    Networks = Mapping[str, TransferNetwork]
    Judged = tuple[dict[str, Any], str, Callable[[str, list[int]], Image.Image]]

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


def _open(arguments: argparse.Namespace, source: str, size_px: int, limit: int = 0) -> PictureCache:
    return open_cache([source], arguments.data, arguments.cache, size_px, limit)


def _perception(arguments: argparse.Namespace) -> "Perception | None":
    from train.evaluation.perception import Perception

    if arguments.no_lpips:
        return None
    try:
        return Perception()
    except OSError as error:
        print(
            f"LPIPS and the Fréchet distance are left out, since SqueezeNet cannot be loaded ({error}); "
            "TINTYPE_BACKBONES names a folder that holds it",
            file=sys.stderr,
        )
        return None


def _evaluate(arguments: argparse.Namespace) -> None:
    from train.evaluation.run_repaint import evaluate_painters, load_painters

    painters = load_painters(named_models(arguments.models))
    if painters:
        evaluate_painters(arguments, painters)
        return
    _fill_in(arguments)
    _evaluate_colourers(arguments)


def _fill_in(arguments: argparse.Namespace) -> None:
    """Settle what painters take from their recipe where it is not named."""
    arguments.paintings = arguments.paintings or PAINTINGS
    arguments.size_px = arguments.size_px or SIZE_PX


def _evaluate_colourers(arguments: argparse.Namespace) -> None:
    from train.networks.auto import AutoNetwork
    from train.networks.weights import load_weights

    loaded = {name: load_weights(source) for name, source in named_models(arguments.models).items()}
    networks = {name: network for name, (network, _, _) in loaded.items()}
    photos = _open(arguments, arguments.photos, arguments.size_px, arguments.limit)
    if any(isinstance(network, AutoNetwork) for network in networks.values()):
        result, text, sheets = _without_reference(arguments, networks, photos)
    else:
        result, text, sheets = _with_reference(arguments, networks, photos)
    for name, of_model in result["models"].items():
        _, recipe, step = loaded[name]
        of_model |= {"recipe": recipe.name, "pictures": step * recipe.optim.batch}
    print(text)
    if arguments.out:
        folder: Path = arguments.out
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "scores.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
        (folder / "scores.md").write_text(text, encoding="utf-8")
        for name in result["models"]:
            sheet = sheets(name, [photo["photo"] for photo in result["models"][name]["worst"]])
            sheet.save(folder / ("worst.png" if len(result["models"]) == 1 else f"worst-{name}.png"))


def _sizes(arguments: argparse.Namespace) -> dict[str, int]:
    return {"working_px": arguments.working_px, "style_px": arguments.style_px}


def _with_reference(arguments: argparse.Namespace, networks: "Networks", photos: PictureCache) -> "Judged":
    from train.evaluation.palette import evaluate
    from train.evaluation.palette_report import markdown
    from train.evaluation.sheets import worst_sheet

    paintings = _open(arguments, arguments.paintings, arguments.size_px, arguments.limit)
    sizes = _sizes(arguments)
    result = evaluate(networks, photos, paintings, **sizes, perception=_perception(arguments))
    return (
        result,
        markdown(result),
        lambda name, worst: worst_sheet(networks[name], photos, paintings, worst, **sizes),
    )


def _without_reference(arguments: argparse.Namespace, networks: "Networks", photos: PictureCache) -> "Judged":
    from train.evaluation.auto import colourings, evaluate_auto
    from train.evaluation.auto_report import auto_markdown
    from train.evaluation.sheets import guess_sheet, pick

    sizes = _sizes(arguments)
    result = evaluate_auto(networks, photos, **sizes, perception=_perception(arguments))
    beside = colourings(networks, photos, **sizes)
    return (
        result,
        auto_markdown(result),
        lambda name, worst: guess_sheet({name: beside[name]}, pick(photos, np.array(worst))),
    )


def _gallery(arguments: argparse.Namespace) -> None:
    from train.evaluation.run_repaint import gallery_of_painter, load_painters

    for painter in load_painters({"": arguments.model}).values():
        gallery_of_painter(arguments, painter)
        return
    _fill_in(arguments)
    _gallery_of_colourer(arguments)


def _gallery_of_colourer(arguments: argparse.Namespace) -> None:
    from train.evaluation.auto import colourings
    from train.evaluation.latents import embeddings_of
    from train.evaluation.plots import latent_histograms
    from train.evaluation.sheets import (
        contact_sheet,
        guess_sheet,
        lightness_of,
        one_by_source,
        pick,
        spread_out,
    )
    from train.networks.auto import AutoNetwork
    from train.networks.weights import load_weights

    network = load_weights(arguments.model)[0]
    photos = _open(arguments, arguments.photos, arguments.size_px)
    rows = one_by_source if arguments.by_collection else spread_out
    out: Path = arguments.out
    out.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(network, AutoNetwork):
        beside = {name: load_weights(source)[0] for name, source in named_models(arguments.beside).items()}
        networks = {model_name(arguments.model): network} | beside
        shown = pick(photos, rows(photos, arguments.rows))
        guess_sheet(colourings(networks, photos, **_sizes(arguments)), shown).save(out)
        return
    paintings = _open(arguments, arguments.paintings, arguments.size_px)
    shown, across = pick(photos, rows(photos, arguments.rows)), spread_out(paintings, arguments.columns)
    gray = arguments.gray or arguments.degraded
    names = picture_names(arguments.paintings, arguments.data)
    sheet = contact_sheet(
        network,
        shown,
        pick(paintings, across),
        working_px=arguments.working_px,
        style_px=arguments.style_px,
        names=[names[index] if names else f"painting {index}" for index in across],
        lightness=lightness_of(shown, degraded=arguments.degraded) if gray else None,
    )
    sheet.save(out)
    embeddings = embeddings_of(network, paintings, arguments.style_px)
    latent_histograms(embeddings, out.with_suffix(".latent.png"))


def _add_judging_options(parser: argparse.ArgumentParser) -> None:
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


def add_evaluate(commands: Any) -> argparse.ArgumentParser:
    """Add the command `evaluate` and return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "evaluate", help="score models beside the baselines and hold them against the goals"
    )
    parser.add_argument(
        "models",
        nargs="*",
        metavar="MODEL",
        help="models/NAME or a run's checkpoint, or NAME=PATH to name it yourself; none: baselines only",
    )
    parser.add_argument("--no-lpips", action="store_true", help="leave LPIPS and the Fréchet distance out")
    parser.add_argument(
        "--out", type=Path, help="folder for scores.json, scores.md and the worst photographs"
    )
    parser.add_argument("--limit", type=int, default=0, help="pictures from each source at most; 0 takes all")
    _add_judging_options(parser)
    parser.set_defaults(call=_evaluate)
    return parser


def add_gallery(commands: Any) -> argparse.ArgumentParser:
    """Add the command `gallery` and return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "gallery", help="contact sheet (photos down, paintings across) and latent histograms"
    )
    parser.add_argument("model", type=Path, help="models/NAME or a checkpoint")
    parser.add_argument("out", type=Path, help="PNG to write")
    parser.add_argument("--rows", type=int, default=12, help="photos")
    parser.add_argument("--columns", type=int, default=6, help="paintings")
    parser.add_argument("--by-collection", action="store_true", help="photos of every collection in turn")
    parser.add_argument(
        "--gray", action="store_true", help="show the photos in grey, as the network sees them"
    )
    parser.add_argument(
        "--degraded", action="store_true", help="show and colour the photos as old scans, in grey"
    )
    parser.add_argument(
        "--beside",
        action="append",
        default=[],
        metavar="MODEL",
        help="with a model that needs no painting: another, or a palette model under its average embedding",
    )
    _add_judging_options(parser)
    parser.set_defaults(call=_gallery)
    return parser
