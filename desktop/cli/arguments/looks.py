"""The looks that commands give photographs: of presets, paintings, results, natural colours; adjusted, painted over."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.cli.arguments import adjustments, common, repaint
from desktop.cli.console import say_notes
from desktop.engine.batch.prepared_look import PreparedLook
from desktop.engine.core.parallel import usable_cores
from desktop.engine.decode.reader import read_painting
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.look import Look
from desktop.engine.edits.mixture import Natural
from desktop.engine.edits.natural import NATURAL_COLOURS, natural_model
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import DEFAULT_MODEL, Kind, Model, load_model
from desktop.engine.inference.painter import Painter
from desktop.engine.store.look_xmp import read_look
from desktop.engine.store.preset_library import Preset, PresetLibrary

NO_COLOURS = "Say whose colours: --style --preset --like, or --model with one of kind auto (see --help)."


def add_looks(parser: argparse.ArgumentParser) -> None:
    """Add --preset, --style, --like, --natural, the adjustments, --model and --provider.

    One of the first three must be given, or a model of natural colours; `prepare` sees to that.
    """
    colours = parser.add_mutually_exclusive_group()
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
    parser.add_argument(
        "--natural",
        type=adjustments.number_in(0, 1),
        metavar="0..1",
        help="mix natural colours with those of the preset or painting, 1 for natural colours alone; for these "
        "it is enough to name a model of kind auto with --model",
    )
    adjustments.add_adjustments(parser)
    repaint.add_repaint(parser)
    common.add_model(parser, default=None)
    common.add_provider(parser)


def count_looks(arguments: argparse.Namespace) -> int:
    """How many results each photograph gets; raises `ArgumentsError` when no colours were asked for."""
    if not (arguments.preset or arguments.style or arguments.like or arguments.model):
        raise common.ArgumentsError(NO_COLOURS)
    return len(dict.fromkeys(arguments.preset)) if arguments.preset else 1


def prepare(arguments: argparse.Namespace) -> list[PreparedLook]:
    """Every look that was asked for, its models at the ready."""
    painting_over = repaint.given(arguments)
    looks = _coloured(arguments)
    return looks if painting_over is None else [painting_over.over(prepared) for prepared in looks]


def _coloured(arguments: argparse.Namespace) -> list[PreparedLook]:
    """The looks, but for what is painted over them."""
    if arguments.like is not None:
        return [_like(arguments)]
    if arguments.style is None and not arguments.preset:
        return [prepare_natural(_named_natural(arguments), arguments.provider, adjustments.given(arguments))]
    if arguments.style is not None:
        looks = [_of_painting(arguments)]
    else:
        library = PresetLibrary()
        presets = {preset.slug: preset for preset in map(library.get, arguments.preset)}
        looks = prepare_presets(
            list(presets.values()), arguments.model, arguments.provider, adjustments.given(arguments)
        )
    return looks if arguments.natural is None else _with_natural(looks, arguments)


def prepare_natural(model: Model, provider: str, adjusted: Mapping[str, float]) -> PreparedLook:
    """The look of a model's natural colours. adjusted: adjustments by name."""
    look = Look(model.name, NATURAL_COLOURS, (), Adjustments(**adjusted))
    return PreparedLook(_colorizer(model, provider), look)


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
    return list(dict.fromkeys(notice for prepared in looks for notice in prepared.notices))


def _named_natural(arguments: argparse.Namespace) -> Model:
    """The model of natural colours that --model names; raises `ArgumentsError` when no colours were asked for."""
    model = None if arguments.model is None else load_model(arguments.model)
    if model is None or model.kind != Kind.AUTO:
        raise common.ArgumentsError(NO_COLOURS)
    if arguments.natural is not None:
        raise common.ArgumentsError("--natural mixes natural colours with others; give --preset or --style.")
    return model


def _with_natural(looks: Sequence[PreparedLook], arguments: argparse.Namespace) -> list[PreparedLook]:
    """The looks with natural colours below theirs; natural colours alone are one look, of however many."""
    share, adjusted = arguments.natural, adjustments.given(arguments)
    if not share:
        return list(looks)
    if share == 1:
        return [prepare_natural(natural_model(), arguments.provider, adjusted)]
    natural = _colorizer(natural_model(), arguments.provider)
    mixed = []
    for prepared in looks:
        names = [prepared.look.preset, NATURAL_COLOURS]
        name = " + ".join(names if share <= 0.5 else reversed(names))  # by descending share, as a blend's
        look = replace(prepared.look, preset=name, natural=Natural(natural.model.name, share))
        mixed.append(PreparedLook(prepared.colorizer, look, (natural,)))
    return mixed


def _of_painting(arguments: argparse.Namespace) -> PreparedLook:
    painting = read_painting(arguments.style)
    say_notes(painting.notices)
    colorizer = _colorizer(load_model(arguments.model or DEFAULT_MODEL), arguments.provider)
    embedding = tuple(float(value) for value in colorizer.embed(painting.pixels))
    look = Look(
        colorizer.model.name, arguments.style.stem, embedding, Adjustments(**adjustments.given(arguments))
    )
    return PreparedLook(colorizer, look)


def _like(arguments: argparse.Namespace) -> PreparedLook:
    if arguments.natural is not None:
        raise common.ArgumentsError("--like repeats a look as it is; leave out --natural.")
    look = read_look(arguments.like)
    models = [load_model(name) for name in (arguments.model or look.model, *look.models[1:])]
    painters = [] if look.repaint is None else [load_model(look.repaint.painter)]
    for model in (*models, *painters):
        look.check_model(model)
    look = replace(look, adjustments=replace(look.adjustments, **adjustments.given(arguments)))
    own, *others = (_colorizer(model, arguments.provider) for model in models)
    painter = Painter(painters[0], arguments.provider) if painters else None
    return PreparedLook(own, look, tuple(others), painter)


def _colorizer(model: Model, provider: str) -> Colorizer:
    """One that leaves half of the cores to those who read and write."""
    return Colorizer(model, provider, threads=max(1, usable_cores() // 2))
