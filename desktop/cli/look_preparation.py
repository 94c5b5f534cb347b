"""Prepares the looks that were asked for: reads presets, paintings and results, and starts the models."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop.cli.arguments.common import ArgumentsError
from desktop.cli.arguments.looks import NO_COLOURS, LookRequest
from desktop.cli.arguments.repaint import NO_PAINTER, RepaintRequest
from desktop.cli.console import say_notes
from desktop.engine.core.parallel import usable_cores
from desktop.engine.decode.reader import read_painting, read_thumbnail
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.natural import natural_model, natural_preset
from desktop.engine.edits.repaint import Repaint
from desktop.engine.files.naming import UNNAMED, slug
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_kinds import STYLE_ENCODER, Kind
from desktop.engine.inference.model_registry import DEFAULT_MODEL, Model, load_model
from desktop.engine.inference.painter import Painter
from desktop.engine.inference.started_models import StartedModels
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.render.series import SIDE_PX, Series
from desktop.engine.store.look_xmp import read_look
from desktop.engine.store.preset_library import Preset, PresetLibrary

SAME_HALVES = 0.9  # correlation of the halves of before and after, side by side


def prepare(request: LookRequest) -> list[RenderRequest]:
    """Every look that was asked for, with its models started; raises what reading files and loading models raise."""
    asked, looks = request.repaint, [_framed(prepared, request) for prepared in _coloured(request)]
    if asked is None:
        return looks
    painter = None if asked.painter is None else Painter(load_model(asked.painter), request.provider)
    return [_painted_over(prepared, asked, painter) for prepared in looks]


def _framed(prepared: RenderRequest, request: LookRequest) -> RenderRequest:
    edit = prepared.edit
    framing, picture = request.framing.changed(edit.framing), request.framing.picture
    return replace(prepared, edit=replace(edit, framing=framing, picture=picture))


def _painted_over(prepared: RenderRequest, asked: RepaintRequest, named: Painter | None) -> RenderRequest:
    """A look, painted over by the painter that was named, else by its own; `ArgumentsError` where there is neither."""
    own = prepared.edit.repaint
    painter = prepared.models.painter_of(own.painter) if named is None and own is not None else named
    if painter is None:
        raise ArgumentsError(NO_PAINTER)
    repaint = replace(own or Repaint(painter.model.name), painter=painter.model.name, **asked.changes)
    colorizers = map(prepared.models.colorizer_of, prepared.edit.colour_models)
    models = StartedModels(*colorizers, painter=painter)
    return replace(prepared, edit=replace(prepared.edit, repaint=repaint), models=models)


def _coloured(request: LookRequest) -> list[RenderRequest]:
    """The looks without painting over."""
    if request.like is not None:
        return [_like(request.like, request)]
    if request.style is not None:
        looks = [_of_painting(request.style, request)]
    elif request.presets:
        library = PresetLibrary()
        presets = {preset.slug: preset for preset in map(library.get, request.presets)}
        looks = prepare_presets(list(presets.values()), request.model, request.provider, request.adjustments)
    else:
        return [prepare_natural(_named_natural(request), request.provider, request.adjustments)]
    return looks if request.natural is None else _with_natural(looks, request.natural, request)


def prepare_natural(model: Model, provider: str, adjusted: Mapping[str, float]) -> RenderRequest:
    """The look of a model's natural colours. adjusted: adjustments by name."""
    return _of_preset(natural_preset(model.name), _colorizer(model, provider), adjusted)


def prepare_presets(
    presets: Sequence[Preset], model_name: str | None, provider: str, adjusted: Mapping[str, float]
) -> list[RenderRequest]:
    """A look of each preset; models that several share are started once. adjusted: adjustments by name."""
    colorizers: dict[str, Colorizer] = {}
    looks = []
    for preset in presets:
        name = model_name or preset.model
        model = colorizers[name].model if name in colorizers else load_model(name)
        preset.check_model(model)
        if name not in colorizers:
            colorizers[name] = _colorizer(model, provider)
        looks.append(_of_preset(preset, colorizers[name], adjusted))
    return looks


def notices(looks: Sequence[RenderRequest]) -> list[str]:
    """Why the device is not the one that was asked for, each reason once."""
    return list(dict.fromkeys(notice for prepared in looks for notice in prepared.notices))


def _of_preset(preset: Preset, colorizer: Colorizer, adjusted: Mapping[str, float]) -> RenderRequest:
    return RenderRequest(Edit(Blend.of(preset), Adjustments(**adjusted)), StartedModels(colorizer))


def _named_natural(request: LookRequest) -> Model:
    """The model of natural colours that --model names; raises `ArgumentsError` when no colours were asked for."""
    model = None if request.model is None else load_model(request.model)
    if model is None or model.kind != Kind.AUTO:
        raise ArgumentsError(NO_COLOURS)
    if request.natural is not None:
        raise ArgumentsError("--natural mixes natural colours with others; give --preset or --style.")
    return model


def _with_natural(looks: Sequence[RenderRequest], share: float, request: LookRequest) -> list[RenderRequest]:
    """The looks with natural colours below theirs; natural colours alone are one look, of however many."""
    if not share:
        return list(looks)
    if share == 1:
        return [prepare_natural(natural_model(), request.provider, request.adjustments)]
    natural = _colorizer(natural_model(), request.provider)
    below = Corner(natural_preset(natural.model.name), share)
    mixed = []
    for prepared in looks:
        blend = Blend((Corner(prepared.edit.chosen_blend.preset, 1 - share), below))
        models = StartedModels(prepared.models.colorizer_of(prepared.model), natural)
        mixed.append(RenderRequest(replace(prepared.edit, blend=blend), models))
    return mixed


def _of_painting(style: Path, request: LookRequest) -> RenderRequest:
    painting = read_painting(style)
    say_notes(painting.notices)
    colorizer = _colorizer(load_model(request.model or DEFAULT_MODEL), request.provider)
    embedding = tuple(float(value) for value in colorizer.embed(painting.pixels))
    encoder_sha256 = colorizer.model.graphs[STYLE_ENCODER].sha256
    name = style.stem if slug(style.stem) else UNNAMED
    preset = Preset(name, colorizer.model.name, encoder_sha256, embedding, palette=())
    return _of_preset(preset, colorizer, request.adjustments)


def _like(result: Path, request: LookRequest) -> RenderRequest:
    look = read_look(result)
    edit = look.edit
    own, *others = edit.colour_models
    models = [load_model(name) for name in (request.model or own, *others)]
    painters = [] if edit.repaint is None else [load_model(edit.repaint.painter)]
    for model in (*models, *painters):
        look.check_model(model)
    edit = replace(edit, adjustments=replace(edit.adjustments, **request.adjustments))
    colorizers = (_colorizer(model, request.provider) for model in models)
    painter = Painter(painters[0], request.provider) if painters else None
    return RenderRequest(edit, StartedModels(*colorizers, painter=painter), _series(result, edit))


def _series(result: Path, edit: Edit) -> Series | None:
    """What the regions of a result were painted on; None where there are none, or it shows another layout."""
    if not edit.regions:
        return None
    gray = read_thumbnail(result, SIDE_PX)
    half = gray.shape[1] // 2
    halves = (gray[:, :half].ravel(), gray[:, -half:].ravel()) if half else ()
    beside = len(halves) == 2 and min(map(np.ptp, halves)) > 0 and np.corrcoef(*halves)[0, 1] > SAME_HALVES
    return None if beside else Series.of_result(gray, edit.framing)


def _colorizer(model: Model, provider: str) -> Colorizer:
    """A colorizer that leaves half of the cores to reading and writing."""
    return Colorizer(model, provider, threads=max(1, usable_cores() // 2))
