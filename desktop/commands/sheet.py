"""tintype sheet: one photograph under all presets on one picture, to choose by eye."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.commands import adjusting, looks, options
from desktop.commands.output import say, say_notes
from desktop.commands.progress import ProgressLine
from desktop.engine.contact_sheet import contact_sheet, original_tile, preset_tiles
from desktop.engine.errors import PresetModelMismatchError, PresetNotFoundError
from desktop.engine.models import load_model
from desktop.engine.photo import Metadata
from desktop.engine.presets import Preset, PresetLibrary
from desktop.engine.reading import read_photo
from desktop.engine.writing import check_target, save_picture

DEFAULT_SIDE_PX = 320
MAX_SIDE_PX = 2048
MAX_COLUMNS = 100


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "sheet", help="show a photograph under all presets on one picture", description=__doc__
    )
    parser.add_argument("photo", type=Path, metavar="PHOTO", help="a black-and-white photograph")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="SHEET",
        help="the picture to write, e.g. sheet.png",
    )
    parser.add_argument(
        "--preset", action="append", metavar="NAME", help="only this preset; may be given several times"
    )
    adjusting.add_adjustments(parser)
    parser.add_argument(
        "--columns",
        type=options.whole_number(1, MAX_COLUMNS),
        metavar=f"1..{MAX_COLUMNS}",
        help="pictures in a row; default: as many as give the sheet a handy shape",
    )
    parser.add_argument(
        "--size",
        type=options.whole_number(32, MAX_SIDE_PX),
        default=DEFAULT_SIDE_PX,
        metavar=f"32..{MAX_SIDE_PX}",
        help=f"long side of each picture in pixels (default {DEFAULT_SIDE_PX})",
    )
    options.add_model(parser, default=None)
    options.add_provider(parser)
    options.add_quiet(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make and write the sheet."""
    check_target(arguments.output, arguments.photo)
    presets, notes = _presets(arguments.preset, arguments.model)
    photo = read_photo(arguments.photo)
    prepared = looks.prepare_presets(presets, arguments.model, arguments.provider, adjusting.given(arguments))
    if not arguments.quiet:
        say_notes([*notes, *photo.notices])
    line = ProgressLine(len(prepared), shown=not arguments.quiet)
    tiles = [original_tile(photo, arguments.size)]
    for tile in preset_tiles(photo, prepared, arguments.size):
        tiles.append(tile)
        line.step(tile.name, made=True)
    line.clear()
    sheet = contact_sheet(tiles, arguments.photo.name, arguments.columns)
    save_picture(sheet, arguments.output, replace(photo, alpha=None, metadata=Metadata()))
    if not arguments.quiet:
        say_notes(looks.notices(prepared))  # now that nothing more can happen to a device
        many = "1 preset" if len(prepared) == 1 else f"{len(prepared)} presets"
        say(f"{arguments.output}: {many} ({sheet.shape[1]} x {sheet.shape[0]} px)")
    return 0


def _presets(names: list[str] | None, model_name: str | None) -> tuple[list[Preset], list[str]]:
    """The presets that were named, or all that work here with a note on each that does not."""
    library = PresetLibrary()
    if names:
        return list({preset.slug: preset for preset in map(library.get, names)}.values()), []
    presets, notes = [], list(library.problems)
    for preset in library.all():
        try:
            preset.check_model(load_model(model_name or preset.model))
        except PresetModelMismatchError as error:
            notes.append(str(error))
        else:
            presets.append(preset)
    if not presets:
        raise PresetNotFoundError('There are no presets to show; "tintype preset add PAINTING" makes one.')
    return presets, notes
