"""tintype colorize: photographs in the colours of a painting or a preset, file by file."""

import argparse
import time
from pathlib import Path
from typing import Any

from desktop.commands import options
from desktop.commands.output import say, say_error, say_notes
from desktop.commands.targets import FORMATS, check_out, target_for
from desktop.engine.colorizer import Colorizer
from desktop.engine.compose import Adjustments
from desktop.engine.errors import TintypeError
from desktop.engine.jobs import JobResult, colorize_file
from desktop.engine.look import Look
from desktop.engine.models import DEFAULT_MODEL, load_model
from desktop.engine.presets import PresetLibrary
from desktop.engine.reading import read_painting
from desktop.engine.writing import DEFAULT_QUALITY

EXIT_SEVERAL_REASONS = 1


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("colorize", help="colour photographs", description=__doc__)
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO", help="a black-and-white photograph")
    colours = parser.add_mutually_exclusive_group(required=True)
    colours.add_argument("--style", type=Path, metavar="PAINTING", help="a picture whose colours to take")
    colours.add_argument("--preset", metavar="NAME", help='a preset that "tintype preset list" shows')
    parser.add_argument(
        "--amount", type=options.amount, default=1.0, metavar="0..1.5", help="how much colour (default 1)"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="file for one photograph, or folder; default: beside the photograph",
    )
    parser.add_argument(
        "--format",
        choices=sorted(FORMATS),
        help="format of the results; default: as the photograph, else PNG",
    )
    parser.add_argument(
        "--quality",
        type=options.quality,
        default=DEFAULT_QUALITY,
        metavar="1..100",
        help=f"of JPEG and WebP (default {DEFAULT_QUALITY})",
    )
    options.add_model(parser, default=None)
    options.add_provider(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Colour every photograph that can be coloured; returns 0, or the code that tells what went wrong."""
    check_out(arguments.output, len(arguments.photos))
    colorizer, look = _prepare(arguments)
    failures: list[tuple[Path, TintypeError]] = []
    for number, photo in enumerate(arguments.photos, start=1):
        prefix = f"[{number}/{len(arguments.photos)}] " if len(arguments.photos) > 1 else ""
        start_s = time.perf_counter()
        try:
            target = target_for(photo, look.preset, arguments.output, arguments.format, len(arguments.photos))
            result = colorize_file(colorizer, photo, target, look, quality=arguments.quality)
        except TintypeError as error:
            failures.append((photo, error))
        else:
            say(prefix + _line(result, time.perf_counter() - start_s))
            say_notes(f"{photo.name}: {notice}" for notice in result.notices)
    return _report(failures, len(arguments.photos))


def _prepare(arguments: argparse.Namespace) -> tuple[Colorizer, Look]:
    """The model at the ready, and what to make with it."""
    adjustments = Adjustments(amount=arguments.amount)
    if arguments.preset is not None:
        preset = PresetLibrary().get(arguments.preset)
        model = load_model(arguments.model or preset.model)
        preset.check_model(model)
        colorizer = Colorizer(model, arguments.provider)
        look = Look(model.name, preset.name, preset.embedding, adjustments)
    else:
        painting = read_painting(arguments.style)
        colorizer = Colorizer(load_model(arguments.model or DEFAULT_MODEL), arguments.provider)
        embedding = tuple(float(value) for value in colorizer.embed(painting))
        look = Look(colorizer.model.name, arguments.style.stem, embedding, adjustments)
    say_notes(colorizer.notices)
    return colorizer, look


def _line(result: JobResult, elapsed_s: float) -> str:
    size = f"{result.width_px} x {result.height_px} px"
    return f"{result.source} -> {result.output} ({size}, {elapsed_s:.1f} s)"


def _report(failures: list[tuple[Path, TintypeError]], total: int) -> int:
    if not failures:
        return 0
    if total > 1:
        say_error(f"{len(failures)} of {total} photographs failed:")
    for _, error in failures:
        say_error(str(error))
    codes = {error.exit_code for _, error in failures}
    return codes.pop() if len(codes) == 1 else EXIT_SEVERAL_REASONS
