"""Where the file dialogs suggest to put what is made of a photograph: beside it."""

from pathlib import Path

from desktop.engine.batch.sources import Source
from desktop.engine.imaging.photo import Photo
from desktop.ui.document.settings import Settings


def place_of(photo: Photo, name: str, settings: Settings) -> Path:
    """The path by which names are made. name: of a photo without a file, which goes into the folder used last."""
    return settings.folder / name if photo.path is None else Source.at(photo.path).shown
