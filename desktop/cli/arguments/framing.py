"""What is shown of photographs and what of them is coloured: --rotate, --straighten, --crop and --border."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from desktop.cli.arguments.adjustments import number_in
from desktop.engine.core.reasons import Reason
from desktop.engine.edits.framing import MAX_ANGLE, Framing

NONE, AUTO, OVAL = "none", "auto", "oval"
Part = dict[str, float]


def add_framing(parser: argparse.ArgumentParser) -> None:
    """Add the options; with --like each changes the framing of the look that is repeated."""
    group = parser.add_argument_group(
        "framing", "before colouring, in this order; default: all of the photograph, or as in --like"
    )
    group.add_argument(
        "--rotate", type=int, choices=(0, 90, 180, 270), help="turn clockwise by so many degrees"
    )
    group.add_argument(
        "--straighten",
        type=number_in(-MAX_ANGLE, MAX_ANGLE),
        metavar="DEGREES",
        help=f"turn clockwise by {-MAX_ANGLE:g} to {MAX_ANGLE:g} degrees, and leave off what is empty then",
    )
    group.add_argument(
        "--crop",
        type=part,
        metavar="LEFT,TOP,WIDTH,HEIGHT",
        help=f"show this part, in per cent of the photograph's width and height; {NONE} shows all",
    )
    group.add_argument(
        "--border",
        type=border,
        metavar="LEFT,TOP,RIGHT,BOTTOM[,oval]",
        help="widths of a print's border, which is not coloured, in per cent of the photograph's width and height; "
        f"and whether the picture in it is an oval; {AUTO} looks for it (default), {NONE} colours all",
    )


def part(text: str) -> Part:
    """A type for arguments: the part as shares of the photograph; raises argparse's own fault for anything else."""
    if text == NONE:
        return {"left": 0.0, "top": 0.0, "right": 1.0, "bottom": 1.0}
    try:
        left, top, width, height = (float(number) / 100 for number in text.split(","))
        shares = {"left": left, "top": top, "right": left + width, "bottom": top + height}
        shares = {name: round(share, 9) for name, share in shares.items()}
        Framing(**shares)  # type: ignore[arg-type]  # numbers alone
    except Reason as reason:
        raise argparse.ArgumentTypeError(f"{text!r}: {reason}") from reason
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not LEFT,TOP,WIDTH,HEIGHT in per cent") from error
    return shares


def border(text: str) -> Framing | None:
    """A type for arguments: where the picture lies within a border, None to have it found; raises as `part`."""
    if text == AUTO:
        return None
    if text == NONE:
        return Framing()
    try:
        numbers, oval = text.removesuffix(f",{OVAL}"), text.endswith(f",{OVAL}")
        left, top, right, bottom = (float(number) / 100 for number in numbers.split(","))
        return Framing(0, 0.0, left, top, round(1 - right, 9), round(1 - bottom, 9), oval)
    except Reason as reason:
        raise argparse.ArgumentTypeError(f"{text!r}: {reason}") from reason
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not LEFT,TOP,RIGHT,BOTTOM in per cent") from error


@dataclass(frozen=True)
class FramingRequest:
    """What is to be shown. Each is None where the option was not given. part: left, top, right and bottom.

    picture: where the picture lies within a border; None to have that found for each photograph, also with --like.
    """

    turns: int | None
    angle: float | None
    part: Mapping[str, float] | None
    picture: Framing | None

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """What arguments as `add_framing` defines them say."""
        turns = None if arguments.rotate is None else arguments.rotate // 90
        return cls(turns, arguments.straighten, arguments.crop, arguments.border)

    def changed(self, framing: Framing) -> Framing:
        """A framing with what was asked for."""
        if self.turns is not None:
            framing = replace(framing, turns=self.turns)
        if self.angle is not None:
            framing = replace(framing, angle=self.angle)
        return framing if self.part is None else replace(framing, **self.part)  # type: ignore[arg-type]
