"""The adjustments as options: --amount, --colourfulness, --warmth and the others."""

import argparse
from collections.abc import Callable

from desktop.cli.arguments.common import ArgumentsError
from desktop.engine.colour.spaces import hex_to_ab
from desktop.engine.edits.adjustments import RANGES

DEFAULT_PULL = 0.5

HELP = {
    "amount": "how much colour (default 1)",
    "colourfulness": "less or more colour where it is muted; vivid colours stay",
    "warmth": "towards blue or yellow; black and white stay",
    "tint": "towards green or magenta; black and white stay",
    "shadows": "colour of the darkest places: none to twice as much",
    "highlights": "colour of the brightest places: none to twice as much",
    "hue": "turn all hues by so many degrees",
}
AMERICAN = {"colourfulness": "--colorfulness"}


def add_adjustments(parser: argparse.ArgumentParser) -> None:
    """Add an option for each adjustment. None is given by default, so that --like can bring its own."""
    group = parser.add_argument_group(
        "adjustments", "default: none, or those of the result that --like names"
    )
    for name, text in HELP.items():
        least, most = RANGES[name]
        span = f"{least:g}..{most:g}"
        group.add_argument(f"--{name}", type=number_in(least, most), metavar=span, help=text)
        if name in AMERICAN:
            group.add_argument(AMERICAN[name], dest=name, type=number_in(least, most), help=argparse.SUPPRESS)
    group.add_argument(
        "--pull", type=colour, metavar="#RRGGBB", dest="pull_to", help="a colour to draw all colours towards"
    )
    least, most = RANGES["pull"]
    group.add_argument(
        "--pull-strength",
        type=number_in(least, most),
        metavar=f"{least:g}..{most:g}",
        dest="pull",
        help=f"how strongly (default {DEFAULT_PULL})",
    )


def given(arguments: argparse.Namespace) -> dict[str, float]:
    """The adjustments that were given, by name; raises `ArgumentsError` for a pull towards no colour."""
    like = getattr(arguments, "like", None)
    if arguments.pull is not None and arguments.pull_to is None and like is None:
        raise ArgumentsError("--pull-strength needs a colour; give one with --pull.")
    values = {name: getattr(arguments, name) for name in (*HELP, "pull")}
    if arguments.pull_to is not None:
        values["pull_a"], values["pull_b"] = arguments.pull_to
        if values["pull"] is None:
            values["pull"] = DEFAULT_PULL
    return {name: value for name, value in values.items() if value is not None}


def number_in(least: float, most: float) -> Callable[[str], float]:
    """A type for arguments: numbers in that range; raises argparse's own fault for anything else."""

    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{text} is not a number from {least:g} to {most:g}")
        return value

    return parse


def colour(text: str) -> tuple[float, float]:
    """CIELAB a*, b* of "#rrggbb", with or without the "#"; raises argparse's own fault for anything else."""
    try:
        return hex_to_ab(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a colour like #2a4b7c") from error
