"""One photograph from file to file, the way that `tintype colorize` and the window's export take: a batch of one."""

from pathlib import Path

from desktop.engine.batch.destinations import Destination, Existing, Placement
from desktop.engine.batch.events import Failed
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.prepared_look import PreparedLook
from desktop.engine.batch.runner import Batch
from desktop.engine.batch.sources import Source


def colour_file(prepared: PreparedLook, source: Path, output: Path) -> None:
    """Colour the photograph in `source` and write it over `output`; raises the error of a photograph that fails."""
    destination = Destination(file=output, existing=Existing.OVERWRITE)
    batch = Batch([Source(source)], [prepared], Placement(destination, Originals([source])))
    for event in batch.run():
        if isinstance(event, Failed):
            raise event.error
