"""The command that scores models: `python -m train evaluate`."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from train.data.cache import PictureCache
from train.evaluation.judging_options import (
    add_judging_options,
    fill_in,
    named_models,
    open_pictures,
    sizes_of,
    write_scores,
)

if TYPE_CHECKING:
    from train.evaluation.perception import Perception
    from train.networks.base import TransferNetwork

    Networks = Mapping[str, TransferNetwork]
    Judged = tuple[dict[str, Any], str, Callable[[str, list[int]], Image.Image]]


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
    fill_in(arguments)
    _evaluate_colourers(arguments)


def _evaluate_colourers(arguments: argparse.Namespace) -> None:
    from train.networks.auto import AutoNetwork
    from train.networks.weights import load_weights

    loaded = {name: load_weights(source) for name, source in named_models(arguments.models).items()}
    networks = {name: network for name, (network, _, _) in loaded.items()}
    photos = open_pictures(arguments, arguments.photos, arguments.size_px, arguments.limit)
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
        write_scores(folder, result, text)
        for name in result["models"]:
            sheet = sheets(name, [photo["photo"] for photo in result["models"][name]["worst"]])
            sheet.save(folder / ("worst.png" if len(result["models"]) == 1 else f"worst-{name}.png"))


def _with_reference(arguments: argparse.Namespace, networks: "Networks", photos: PictureCache) -> "Judged":
    from train.evaluation.palette import evaluate
    from train.evaluation.palette_report import markdown
    from train.evaluation.sheets import worst_sheet

    paintings = open_pictures(arguments, arguments.paintings, arguments.size_px, arguments.limit)
    sizes = sizes_of(arguments)
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

    sizes = sizes_of(arguments)
    result = evaluate_auto(networks, photos, **sizes, perception=_perception(arguments))
    beside = colourings(networks, photos, **sizes)
    return (
        result,
        auto_markdown(result),
        lambda name, worst: guess_sheet({name: beside[name]}, pick(photos, np.array(worst))),
    )


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
    add_judging_options(parser)
    parser.set_defaults(call=_evaluate)
    return parser
