"""Colours one photograph from file to file as `tintype colorize` and the window's export do: as a batch of one."""

from collections.abc import Iterable
from pathlib import Path

from desktop.engine.batch.destinations import Destination, Existing, Placement
from desktop.engine.batch.events import Failed
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.runner import Batch
from desktop.engine.batch.sources import Source
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.preset import Preset
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.started_models import StartedModels
from desktop.engine.render.pipeline import RenderRequest


def request_of(colorizer: Colorizer, embedding: Iterable[float]) -> RenderRequest:
    """A request for the colours of an embedding."""
    preset = Preset("benchmark", colorizer.model.name, "", tuple(map(float, embedding)), palette=())
    return RenderRequest(Edit(Blend.of(preset)), StartedModels(colorizer))


def colour_file(request: RenderRequest, source: Path, output: Path) -> None:
    """Colour the photograph in `source` and write it over `output`; raises the error of a photograph that fails."""
    destination = Destination(file=output, existing=Existing.OVERWRITE)
    batch = Batch([Source(source)], [request], Placement(destination, Originals([source])))
    for event in batch.run():
        if isinstance(event, Failed):
            raise event.error
