"""Whose colours photographs get: the options, and `LookRequest`, what they say."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from desktop.cli.arguments import adjustments, common, repaint
from desktop.cli.arguments.framing import FramingRequest, add_framing
from desktop.cli.arguments.names import typed_name
from desktop.cli.arguments.repaint import RepaintRequest

NO_COLOURS = "Say whose colours: --style --preset --like, or --model with one of kind auto (see --help)."


@dataclass(frozen=True)
class LookRequest:
    """The looks that were asked for, before any file is read or model started.

    At most one of style, presets and like is given. presets: names, each once. natural: share of natural colours,
    0 to 1. model: name, None for that of the presets or the default. adjustments: those that were given, by name.
    """

    style: Path | None
    presets: tuple[str, ...]
    like: Path | None
    natural: float | None
    model: str | None
    provider: str
    adjustments: Mapping[str, float]
    repaint: RepaintRequest | None
    framing: FramingRequest

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """What arguments as `add_looks` defines them say; raises `ArgumentsError` where they do not go together."""
        if not (arguments.preset or arguments.style or arguments.like or arguments.model):
            raise common.ArgumentsError(NO_COLOURS)
        if arguments.like is not None and arguments.natural is not None:
            raise common.ArgumentsError("--like repeats a look as it is; leave out --natural.")
        return cls(
            style=arguments.style,
            presets=tuple(dict.fromkeys(arguments.preset or ())),
            like=arguments.like,
            natural=arguments.natural,
            model=arguments.model,
            provider=arguments.provider,
            adjustments=adjustments.given(arguments),
            repaint=RepaintRequest.of(arguments),
            framing=FramingRequest.of(arguments),
        )

    @property
    def count(self) -> int:
        """How many results each photograph gets."""
        return len(self.presets) or 1


def add_looks(parser: argparse.ArgumentParser) -> None:
    """Add --preset, --style, --like, --natural, the adjustments, the framing, --model and --provider.

    One of the first three must be given, or a model of natural colours; `LookRequest` and `prepare` see to that.
    """
    colours = parser.add_mutually_exclusive_group()
    colours.add_argument("--style", type=Path, metavar="PAINTING", help="a picture whose colours to take")
    colours.add_argument(
        "--preset",
        type=typed_name,
        action="append",
        metavar="NAME",
        help='a preset that "tintype preset list" shows; may be given several times, each makes a result',
    )
    colours.add_argument(
        "--like", type=Path, metavar="RESULT", help="a result of this program, whose look is repeated"
    )
    parser.add_argument(
        "--natural",
        type=adjustments.number_in(0, 1),
        metavar="0..1",
        help="mix natural colours with those of the preset or painting, 1 for natural colours alone; for these "
        "it is enough to name a model of kind auto with --model",
    )
    adjustments.add_adjustments(parser)
    repaint.add_repaint(parser)
    add_framing(parser)
    common.add_model(parser, default=None)
    common.add_provider(parser)
