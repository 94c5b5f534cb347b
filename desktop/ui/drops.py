"""What is being dragged or pasted: a picture file, a preset file or bare pixels."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from desktop.engine.preset import PRESET_SUFFIX


@dataclass(frozen=True, eq=False)
class Parcel:
    """One thing handed over: a file or an image, never both."""

    path: Path | None = None
    image: QImage | None = None

    @property
    def is_preset(self) -> bool:
        """Whether this is a preset file."""
        return self.path is not None and self.path.suffix.casefold() == PRESET_SUFFIX


def offers_parcel(mime: QMimeData) -> bool:
    """Whether there is something to take; cheap, for a drag that is only passing."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def offers_preset(mime: QMimeData) -> bool:
    """Whether what is offered is a preset file."""
    return any(Path(url.toLocalFile()).suffix.casefold() == PRESET_SUFFIX for url in mime.urls())


def parcels_in(mime: QMimeData) -> list[Parcel]:
    """The files that are offered, else the image, else nothing."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths:
        return [Parcel(path=path) for path in paths]
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return [] if image.isNull() else [Parcel(image=image)]
