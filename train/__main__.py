"""Command line of training: `python -m train run|evaluate|...`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from train.cache import PictureCache, open_cache
from train.config import RecipeError, load_recipe
from train.sources import SourceError


def _add_data_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the pictures")
    parser.add_argument("--cache", type=Path, default=Path("cache"), help="folder of the decoded pictures")


def _run(arguments: argparse.Namespace) -> None:
    from train.distributed import leader_first, training_place
    from train.loop import Run
    from train.plots import write_samples

    recipe = load_recipe(arguments.recipe, arguments.set)
    folder: Path = arguments.out or Path("runs") / recipe.name
    folder.mkdir(parents=True, exist_ok=True)
    data = recipe.data
    with training_place() as place:
        with leader_first(place):
            photos, paintings = (
                open_cache(sources, arguments.data, arguments.cache, data.cache_px, data.limit)
                for sources in (data.photos, data.paintings)
            )
        run = Run(recipe, folder, photos, paintings, place)
        if not run.resume() and arguments.init:
            run.start_from(arguments.init)
        run.train(lambda run: write_samples(run.averaged_network(), photos, paintings, folder, run.step))


def _open_judged(arguments: argparse.Namespace) -> tuple[PictureCache, PictureCache]:

    photos, paintings = (
        open_cache([source], arguments.data, arguments.cache, arguments.size_px, arguments.limit)
        for source in (arguments.photos, arguments.paintings)
    )
    return photos, paintings


def _evaluate(arguments: argparse.Namespace) -> None:
    from train.backbones import load_lpips
    from train.evaluate import evaluate
    from train.report import markdown
    from train.weights import load_weights

    network = load_weights(arguments.model)[0] if arguments.model else None
    result = evaluate(
        network,
        *_open_judged(arguments),
        working_px=arguments.working_px,
        style_px=arguments.style_px,
        lpips=load_lpips() if arguments.lpips else None,
    )
    print(markdown(result))
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


def _sheet(arguments: argparse.Namespace) -> None:
    from train.evaluate import embeddings_of
    from train.plots import contact_sheet, latent_histograms, spread_out
    from train.weights import load_weights

    network = load_weights(arguments.model)[0]
    photos, paintings = _open_judged(arguments)
    sheet = contact_sheet(
        network,
        spread_out(photos, arguments.rows),
        spread_out(paintings, arguments.columns),
        working_px=arguments.working_px,
        style_px=arguments.style_px,
    )
    sheet.save(arguments.out)
    latent_histograms(
        embeddings_of(network, paintings, arguments.style_px), arguments.out.with_suffix(".latent.png")
    )


def _add_judging_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--photos", default="photos-val-*.parquet", help="Parquet glob or folder inside --data"
    )
    parser.add_argument(
        "--paintings", default="paintings-val-*.parquet", help="Parquet glob or folder inside --data"
    )
    parser.add_argument("--size-px", type=int, default=256, help="side of the squares that are judged")
    parser.add_argument("--working-px", type=int, default=256, help="side at which the network sees a photo")
    parser.add_argument("--style-px", type=int, default=144, help="side at which the network sees a painting")
    parser.add_argument("--limit", type=int, default=0, help="pictures from each source at most; 0 takes all")
    _add_data_options(parser)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    commands = parser.add_subparsers(required=True)
    run = commands.add_parser("run", help="train a recipe; resumes what is in --out")
    run.add_argument("recipe", help="name in train/recipes, or path of a TOML file")
    run.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="override a setting")
    run.add_argument("--out", type=Path, help="folder of the run (runs/NAME)")
    run.add_argument("--init", type=Path, help="models/NAME or a checkpoint to take the weights from")
    _add_data_options(run)
    run.set_defaults(call=_run)
    evaluate = commands.add_parser("evaluate", help="score a model beside the baselines")
    evaluate.add_argument(
        "model", type=Path, nargs="?", help="models/NAME or a checkpoint; none: baselines only"
    )
    evaluate.add_argument("--lpips", action="store_true", help="also LPIPS, with SqueezeNet")
    evaluate.add_argument("--json", type=Path, help="write the scores to this file too")
    _add_judging_options(evaluate)
    evaluate.set_defaults(call=_evaluate)
    sheet = commands.add_parser(
        "sheet", help="contact sheet (photos down, paintings across) and latent histograms"
    )
    sheet.add_argument("model", type=Path, help="models/NAME or a checkpoint")
    sheet.add_argument("out", type=Path, help="PNG to write")
    sheet.add_argument("--rows", type=int, default=12, help="photos")
    sheet.add_argument("--columns", type=int, default=6, help="paintings")
    _add_judging_options(sheet)
    sheet.set_defaults(call=_sheet)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    parsed = _parser().parse_args(arguments)
    try:
        parsed.call(parsed)
    except (RecipeError, SourceError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
