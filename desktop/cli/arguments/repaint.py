"""What is painted over coloured photographs: --repaint, --brush and --paint."""

import argparse
from dataclasses import replace

from desktop.cli.arguments.adjustments import number_in
from desktop.cli.arguments.common import ArgumentsError
from desktop.engine.batch.prepared_look import PreparedLook
from desktop.engine.edits.repaint import DEFAULT_BRUSH, LEAST_BRUSH, Repaint
from desktop.engine.inference.model_registry import load_model
from desktop.engine.inference.painter import Painter


def add_repaint(parser: argparse.ArgumentParser) -> None:
    """Add the options; with --like each changes the paint of the look that is repeated."""
    group = parser.add_argument_group(
        "painting over", "default: none, or that of the result that --like names"
    )
    group.add_argument(
        "--repaint",
        metavar="NAME",
        help='a model of kind repaint that "tintype models" shows, in whose manner',
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


class PaintingOver:
    """What the options say, and the painter at the ready; None where none is named."""

    def __init__(self, painter: Painter | None, changes: dict[str, float]) -> None:
        self._painter, self._changes = painter, changes

    def over(self, prepared: PreparedLook) -> PreparedLook:
        """A look, painted over; raises `ArgumentsError` when there is no painter."""
        painter, repaint = self._painter or prepared.painter, prepared.look.repaint
        if painter is None:
            raise ArgumentsError("--brush and --paint need a painter; name one with --repaint.")
        repaint = replace(repaint or Repaint(painter.model.name), painter=painter.model.name, **self._changes)
        return replace(prepared, look=replace(prepared.look, repaint=repaint), painter=painter)


def given(arguments: argparse.Namespace) -> PaintingOver | None:
    """What was given; None for nothing. Raises the faults of loading a model, and `ArgumentsError`."""
    changes = {
        name: getattr(arguments, name) for name in ("brush", "paint") if getattr(arguments, name) is not None
    }
    if arguments.repaint is None and changes and arguments.like is None:
        raise ArgumentsError("--brush and --paint need a painter; name one with --repaint.")
    if arguments.repaint is None:
        return PaintingOver(None, changes) if changes else None
    return PaintingOver(Painter(load_model(arguments.repaint), arguments.provider), changes)
