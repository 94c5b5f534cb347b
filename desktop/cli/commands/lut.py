"""tintype lut: the look of a photograph as a table of colours for other programs (.cube, HaldCLUT).

A table knows only how bright a pixel is, not what it shows; the command says how much of the colours it holds.
"""

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.arguments import common
from desktop.cli.arguments.common import ArgumentsError
from desktop.cli.arguments.looks import LookRequest, add_looks
from desktop.cli.console import say, say_notes
from desktop.cli.look_preparation import notices, prepare
from desktop.engine.core.errors import OutputFormatError
from desktop.engine.decode.reader import read_photo
from desktop.engine.encode.lut_files import CUBE, CUBE_POINTS, HALD, save_lut
from desktop.engine.render.lut import lut_of


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "lut", help="write the look of a photograph as a LUT for other programs", description=__doc__
    )
    parser.add_argument("photo", type=Path, metavar="PHOTO", help="the photograph that the LUT is fitted to")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="LUT",
        help=f"the file to write: {CUBE}, or {HALD} for a HaldCLUT",
    )
    parser.add_argument(
        "--points",
        type=int,
        choices=CUBE_POINTS,
        help=f"points a side of a {CUBE} file (default {CUBE_POINTS[0]})",
    )
    add_looks(parser)
    common.add_limit(parser)
    common.add_quiet(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Fit and write the table."""
    output: Path = arguments.output
    if output.suffix.lower() not in (CUBE, HALD):
        raise OutputFormatError(f"{output} is not a name for a LUT; let it end in {CUBE} or {HALD}.")
    if arguments.points is not None and output.suffix.lower() == HALD:
        raise ArgumentsError(f"--points is for {CUBE} files; leave it out for a HaldCLUT.")
    request = LookRequest.of(arguments)
    if request.count > 1:
        raise ArgumentsError("A LUT is of one look; give --preset once.")
    (prepared,) = prepare(request)
    photo = read_photo(arguments.photo)
    lut = lut_of(prepared, photo)
    save_lut(lut, output, f"Tintype: {prepared.name}", arguments.points or CUBE_POINTS[0])
    if not arguments.quiet:
        say_notes([*photo.notices, *notices([prepared])])
        say(
            f"{output}: holds {lut.share:.0%} of how the colours of this photograph vary; "
            "the rest depends on what things are, not on how bright they are."
        )
    return 0
