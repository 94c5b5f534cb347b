"""Edits without a preset file, and requests with the models that a test has at hand."""

from collections.abc import Iterable

from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.preset import Preset
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.painter import Painter
from desktop.engine.inference.started_models import StartedModels
from desktop.engine.render.pipeline import RenderRequest


def edit_of(
    name: str,
    embedding: Iterable[float],
    adjustments: Adjustments | None = None,
    *,
    model: str = "palette",
) -> Edit:
    """An edit in the colours of an embedding, as the look in a result's file tells it."""
    preset = Preset(name, model, encoder_sha256="", embedding=tuple(embedding), palette=())
    return Edit(Blend.of(preset), adjustments or Adjustments())


def request_of(edit: Edit, *colorizers: Colorizer, painter: Painter | None = None) -> RenderRequest:
    """A request for an edit with these models."""
    return RenderRequest(edit, StartedModels(*colorizers, painter=painter))
