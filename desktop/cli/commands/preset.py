"""tintype preset: keep the colours of paintings, and hand them on."""

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.arguments import common
from desktop.cli.arguments.names import typed_name
from desktop.cli.console import columns, say, say_notes
from desktop.engine.decode.reader import read_painting
from desktop.engine.edits.preset import checked_name
from desktop.engine.imaging.painting import make_copy
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import load_model
from desktop.engine.store.preset_library import Preset, PresetLibrary, make_preset


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command and its actions to the parser."""
    parser = commands.add_parser("preset", help="keep the colours of paintings", description=__doc__)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_add(actions)
    actions.add_parser("list", help="show all presets").set_defaults(run=run_list)
    show = actions.add_parser("show", help="show all about one preset")
    show.add_argument("name", type=typed_name, metavar="NAME")
    show.add_argument("--numbers", action="store_true", help="with the numbers of its embedding")
    show.set_defaults(run=run_show)
    rename = actions.add_parser("rename", help="give a preset another name")
    rename.add_argument("old", type=typed_name, metavar="OLD")
    rename.add_argument("new", metavar="NEW")
    rename.set_defaults(run=run_rename)
    remove = actions.add_parser("remove", help="delete a preset of yours")
    remove.add_argument("name", type=typed_name, metavar="NAME")
    remove.set_defaults(run=run_remove)
    importing = actions.add_parser("import", help="add a preset from a .tintype file")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.set_defaults(run=run_import)
    exporting = actions.add_parser("export", help="write a preset to a .tintype file")
    exporting.add_argument("name", type=typed_name, metavar="NAME")
    exporting.add_argument(
        "path", type=Path, nargs="?", default=Path(), metavar="PATH", help="file or folder"
    )
    exporting.set_defaults(run=run_export)


def _add_add(actions: "argparse._SubParsersAction[Any]") -> None:
    add = actions.add_parser("add", help="make a preset from a painting")
    add.add_argument("painting", type=Path, metavar="PAINTING")
    add.add_argument("--name", help="default: the file's name")
    for option in ("painter", "title", "year", "credit"):
        add.add_argument(f"--{option}", default="", help=f"the painting's {option}")
    common.add_model(add)
    common.add_provider(add)
    add.set_defaults(run=run_add)


def run_add(arguments: argparse.Namespace) -> int:
    """Make a preset from a painting."""
    name = checked_name(arguments.painting.stem if arguments.name is None else arguments.name)
    library = PresetLibrary()
    library.require_free(name)
    painting = read_painting(arguments.painting)
    say_notes(painting.notices)
    colorizer = Colorizer(load_model(arguments.model), arguments.provider)
    say_notes(colorizer.notices)
    fields = {field: getattr(arguments, field) for field in ("painter", "title", "year", "credit")}
    preset = library.add(make_preset(colorizer, painting.pixels, name, **fields), make_copy(painting.pixels))
    say(f'Added "{preset.name}": {" ".join(preset.palette)}')
    return 0


def run_list(_: argparse.Namespace) -> int:
    """Show all presets, one a line."""
    library = PresetLibrary()
    rows = [
        (
            preset.name,
            " ".join(preset.palette),
            _origin(preset),
            "" if library.is_shipped(preset.name) else "yours",
        )
        for preset in library.all()
    ]
    for line in columns(rows):
        say(line)
    if not rows:
        say('There are no presets yet; "tintype preset add PAINTING" makes one.')
    say_notes(library.problems)
    return 0


def run_show(arguments: argparse.Namespace) -> int:
    """Show all about one preset."""
    preset = PresetLibrary().get(arguments.name)
    rows = [
        ("name", preset.name),
        ("painting", _origin(preset) or "-"),
        ("credit", preset.credit or "-"),
        ("model", preset.model),
        ("palette", " ".join(preset.palette)),
    ]
    if arguments.numbers:
        rows.append(("embedding", " ".join(f"{value:.3g}" for value in preset.embedding)))
    for line in columns(rows):
        say(line)
    return 0


def run_rename(arguments: argparse.Namespace) -> int:
    """Give a preset another name."""
    library = PresetLibrary()
    old = library.get(arguments.old).name
    say(f'Renamed "{old}" to "{library.rename(arguments.old, arguments.new).name}".')
    return 0


def run_remove(arguments: argparse.Namespace) -> int:
    """Delete one of the user's presets."""
    say(f'Removed "{PresetLibrary().remove(arguments.name).name}".')
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    """Add a preset from a file."""
    say(f'Added "{PresetLibrary().import_file(arguments.file).name}".')
    return 0


def run_export(arguments: argparse.Namespace) -> int:
    """Write a preset to a file."""
    say(str(PresetLibrary().export_file(arguments.name, arguments.path)))
    return 0


def _origin(preset: Preset) -> str:
    """Painter, title and year, as far as they are known."""
    return ", ".join(part for part in (preset.painter, preset.title, preset.year) if part)
