"""How coloured photographs are painted over: --repaint, --brush and --paint."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from desktop.cli.arguments.adjustments import number_in
from desktop.cli.arguments.common import ArgumentsError
from desktop.engine.edits.repaint import DEFAULT_BRUSH, LEAST_BRUSH

NO_PAINTER = "--brush and --paint need a painter; name one with --repaint."


def add_repaint(parser: argparse.ArgumentParser) -> None:
    """Add the options; with --like each changes the paint of the look that is repeated."""
    group = parser.add_argument_group(
        "painting over", "default: none, or that of the result that --like names"
    )
    group.add_argument(
        "--repaint",
        metavar="NAME",
        help='name of a painter: a model of kind repaint that "tintype models" shows',
    )
    group.add_argument(
        "--brush",
        type=number_in(LEAST_BRUSH, 1),
        metavar=f"{LEAST_BRUSH:g}..1",
        help=f"from fine to broad strokes (default {DEFAULT_BRUSH:g})",
    )
    group.add_argument(
        "--paint",
        type=number_in(0, 1),
        metavar="0..1",
        help="from the photograph's own detail to nothing but strokes (default 1)",
    )


@dataclass(frozen=True)
class RepaintRequest:
    """What is to be painted over. painter: a model's name; None for that of the look. changes: of brush and paint."""

    painter: str | None
    changes: Mapping[str, float]

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self | None:
        """What arguments as `add_repaint` defines them say; None for nothing. Raises `ArgumentsError`."""
        given = {name: getattr(arguments, name) for name in ("brush", "paint")}
        changes = {name: value for name, value in given.items() if value is not None}
        if arguments.repaint is None and changes and arguments.like is None:
            raise ArgumentsError(NO_PAINTER)
        return cls(arguments.repaint, changes) if changes or arguments.repaint is not None else None
