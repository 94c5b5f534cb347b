"""The looks that commands give photographs: from --preset, --style, --like, --model and the adjustments."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.commands import adjusting, options
from desktop.commands.output import say_notes
from desktop.engine.adjustments import Adjustments
from desktop.engine.colorizer import Colorizer
from desktop.engine.jobs import PreparedLook
from desktop.engine.look import Look
from desktop.engine.look_file import read_look
from desktop.engine.models import DEFAULT_MODEL, Model, load_model
from desktop.engine.presets import Preset, PresetLibrary
from desktop.engine.reading import read_painting
from desktop.engine.stripes import usable_cores


def add_looks(parser: argparse.ArgumentParser) -> None:
    """Add --preset, --style and --like, of which one must be given, the adjustments, --model and --provider."""
    colours = parser.add_mutually_exclusive_group(required=True)
    colours.add_argument("--style", type=Path, metavar="PAINTING", help="a picture whose colours to take")
    colours.add_argument(
        "--preset",
        action="append",
        metavar="NAME",
        help='a preset that "tintype preset list" shows; may be given several times, each makes a result',
    )
    colours.add_argument(
        "--like", type=Path, metavar="RESULT", help="a result of this program, whose look is repeated"
    )
    adjusting.add_adjustments(parser)
    options.add_model(parser, default=None)
    options.add_provider(parser)


def count_looks(arguments: argparse.Namespace) -> int:
    """How many results each photograph gets."""
    return len(dict.fromkeys(arguments.preset)) if arguments.preset else 1


def prepare(arguments: argparse.Namespace) -> list[PreparedLook]:
    """Every look that was asked for, its model at the ready."""
    if arguments.like is not None:
        return [_like(arguments)]
    if arguments.style is not None:
        return [_of_painting(arguments)]
    library = PresetLibrary()
    presets = {preset.slug: preset for preset in map(library.get, arguments.preset)}
    return prepare_presets(
        list(presets.values()), arguments.model, arguments.provider, adjusting.given(arguments)
    )


def prepare_presets(
    presets: Sequence[Preset], model_name: str | None, provider: str, adjusted: Mapping[str, float]
) -> list[PreparedLook]:
    """A look of each preset; models that several share are started once. adjusted: adjustments by name."""
    colorizers: dict[str, Colorizer] = {}
    looks = []
    for preset in presets:
        name = model_name or preset.model
        model = colorizers[name].model if name in colorizers else load_model(name)
        preset.check_model(model)
        if name not in colorizers:
            colorizers[name] = _colorizer(model, provider)
        look = Look(model.name, preset.name, preset.embedding, Adjustments(**adjusted))
        looks.append(PreparedLook(colorizers[name], look))
    return looks


def notices(looks: Sequence[PreparedLook]) -> list[str]:
    """Why the device is not the one that was asked for, each reason once."""
    return list(dict.fromkeys(notice for prepared in looks for notice in prepared.colorizer.notices))


def _of_painting(arguments: argparse.Namespace) -> PreparedLook:
    painting = read_painting(arguments.style)
    say_notes(painting.notices)
    colorizer = _colorizer(load_model(arguments.model or DEFAULT_MODEL), arguments.provider)
    embedding = tuple(float(value) for value in colorizer.embed(painting.pixels))
    look = Look(
        colorizer.model.name, arguments.style.stem, embedding, Adjustments(**adjusting.given(arguments))
    )
    return PreparedLook(colorizer, look)


def _like(arguments: argparse.Namespace) -> PreparedLook:
    look = read_look(arguments.like)
    model = load_model(arguments.model or look.model)
    look.check_model(model)
    look = replace(look, adjustments=replace(look.adjustments, **adjusting.given(arguments)))
    return PreparedLook(_colorizer(model, arguments.provider), look)


def _colorizer(model: Model, provider: str) -> Colorizer:
    """One that leaves half of the cores to those who read and write."""
    return Colorizer(model, provider, threads=max(1, usable_cores() // 2))
