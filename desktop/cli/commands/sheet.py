"""tintype sheet: one photograph under all presets on one picture, to choose by eye.

Natural colours come first where a model of them is installed.
"""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.cli.arguments import adjustments, common
from desktop.cli.arguments.names import typed_name
from desktop.cli.console import say, say_notes
from desktop.cli.look_preparation import notices, prepare_natural, prepare_presets
from desktop.cli.progress_line import ProgressLine
from desktop.engine.core.errors import PresetModelMismatchError, PresetNotFoundError
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.natural import natural_model
from desktop.engine.encode.writer import check_target, save_picture
from desktop.engine.imaging.photo import Metadata
from desktop.engine.inference.model_kinds import Kind
from desktop.engine.inference.model_registry import Model, load_model, models_of
from desktop.engine.store.preset_library import Preset, PresetLibrary

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
        "--preset",
        type=typed_name,
        action="append",
        metavar="NAME",
        help="only this preset; may be given several times",
    )
    adjustments.add_adjustments(parser)
    parser.add_argument(
        "--columns",
        type=common.whole_number(1, MAX_COLUMNS),
        metavar=f"1..{MAX_COLUMNS}",
        help="pictures in a row; default: as many as give the sheet a handy shape",
    )
    parser.add_argument(
        "--size",
        type=common.whole_number(32, MAX_SIDE_PX),
        default=DEFAULT_SIDE_PX,
        metavar=f"32..{MAX_SIDE_PX}",
        help=f"long side of each picture in pixels (default {DEFAULT_SIDE_PX})",
    )
    common.add_model(parser, default=None)
    common.add_provider(parser)
    common.add_quiet(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make and write the sheet."""
    # With all that only lettering needs.
    from desktop.engine.batch.contact_sheet import contact_sheet, original_tile, preset_tiles

    check_target(arguments.output, arguments.photo)
    natural = _natural(arguments)
    presets, notes = _presets(arguments.preset, arguments.model, needed=not natural)
    photo = read_photo(arguments.photo)
    adjusted = adjustments.given(arguments)
    prepared = [prepare_natural(model, arguments.provider, adjusted) for model in natural]
    prepared += prepare_presets(presets, arguments.model, arguments.provider, adjusted)
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
        say_notes(notices(prepared))  # now that nothing more can happen to a device
        many = "1 preset" if len(presets) == 1 else f"{len(presets)} presets"
        say(f"{arguments.output}: {many} ({sheet.shape[1]} x {sheet.shape[0]} px)")
    return 0


def _natural(arguments: argparse.Namespace) -> list[Model]:
    """The model whose natural colours are shown, if any: not beside presets that were named, or another model."""
    if arguments.preset:
        return []
    if arguments.model is not None:
        return [model for model in models_of(Kind.AUTO) if model.name == arguments.model]
    return [natural_model()] if models_of(Kind.AUTO) else []


def _presets(
    names: list[str] | None, model_name: str | None, *, needed: bool
) -> tuple[list[Preset], list[str]]:
    """The presets that were named, or all that work here with a note on each that does not.

    needed: whether there is nothing else to show; then raises `PresetNotFoundError` when there are none.
    """
    library = PresetLibrary()
    if names:
        return list({preset.slug: preset for preset in map(library.get, names)}.values()), []
    presets: list[Preset] = []
    notes = list(library.problems)
    if model_name is not None and not needed:
        return presets, notes  # a model of natural colours has no presets
    for preset in library.all():
        try:
            preset.check_model(load_model(model_name or preset.model))
        except PresetModelMismatchError as error:
            notes.append(str(error))
        else:
            presets.append(preset)
    if needed and not presets:
        raise PresetNotFoundError('There are no presets to show; "tintype preset add PAINTING" makes one.')
    return presets, notes
