"""Command line of training: `python -m train run|evaluate|...`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from train.core.config import RecipeError
from train.core.recipe_files import load_recipe
from train.data.sources import SourceError
from train.evaluation.run import add_evaluate
from train.evaluation.run_gallery import add_gallery


def _add_data_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the pictures")
    parser.add_argument("--cache", type=Path, default=Path("cache"), help="folder of the decoded pictures")


def _run(arguments: argparse.Namespace) -> None:
    from train.loop.experiments import train_recipe

    recipe = load_recipe(arguments.recipe, arguments.set)
    folder: Path = arguments.out or Path("runs") / recipe.name
    train_recipe(recipe, folder, arguments.data, arguments.cache, arguments.init)


def _compare(arguments: argparse.Namespace) -> None:
    from train.loop.compare import comparison

    print(comparison(arguments.runs, arguments.data, arguments.cache))


def _experiments(arguments: argparse.Namespace) -> None:
    from train.loop.compare import comparison
    from train.loop.experiments import train_experiments

    folders = train_experiments(arguments.out, arguments.data, arguments.cache, arguments.set)
    print(comparison(folders, arguments.data, arguments.cache))


def _average(arguments: argparse.Namespace) -> None:
    from train.networks.average import average_weights

    average_weights(arguments.first, arguments.second, arguments.share, arguments.out)


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
    experiments = commands.add_parser(
        "experiments", help="train all of recipes/experiments, skipping what is finished, and compare them"
    )
    experiments.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="override a setting of all"
    )
    experiments.add_argument("--out", type=Path, default=Path("runs/experiments"), help="folder of the runs")
    _add_data_options(experiments)
    experiments.set_defaults(call=_experiments)
    compare = commands.add_parser("compare", help="one table of runs, judged on the same pictures")
    compare.add_argument("runs", type=Path, nargs="+", help="folders of runs")
    _add_data_options(compare)
    compare.set_defaults(call=_compare)
    average = commands.add_parser(
        "average", help="weights between a model's and those of a run that began with them"
    )
    average.add_argument("first", type=Path, help="models/NAME or a checkpoint")
    average.add_argument("second", type=Path, help="checkpoint of the run that began with them")
    average.add_argument("out", type=Path, help="safetensors file to write")
    average.add_argument("--share", type=float, default=0.5, help="share of the second, 0 to 1")
    average.set_defaults(call=_average)
    for add in (add_evaluate, add_gallery):
        _add_data_options(add(commands))
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    parsed = _parser().parse_args(arguments)
    try:
        parsed.call(parsed)
    except (RecipeError, SourceError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
