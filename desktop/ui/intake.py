"""Takes in what is opened, dropped and pasted: photos to the document, paintings and presets to the shelf."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.engine.cancel import CancelToken
from desktop.engine.errors import NotAPictureError
from desktop.engine.paths import sample_photo
from desktop.engine.photo import Photo
from desktop.engine.presets import Preset, make_preset
from desktop.engine.reading import photo_from_array, read_painting, read_photo
from desktop.ui.drops import Parcel
from desktop.ui.images import on_white, to_array
from desktop.ui.shelf import Shelf
from desktop.ui.state import Document
from desktop.ui.studio import Studio
from desktop.ui.worker import Lane


class Intake(QObject):
    """Reads on its own lanes. The latest photo wins; every painting becomes a preset."""

    opening = Signal(str)  # what is being read
    preset_made = Signal(object)
    busy_changed = Signal(bool)
    failed = Signal(Exception)

    def __init__(
        self, document: Document, shelf: Shelf, studio: Studio, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._shelf, self._studio = document, shelf, studio
        self._photos = Lane("photos", parent=self)
        self._paintings = Lane("paintings", keep_all=True, parent=self)
        for lane in (self._photos, self._paintings):
            lane.failed.connect(self.failed)
            lane.busy_changed.connect(self._tell_busy)

    def take_photo(self, parcel: Parcel) -> None:
        """Open a photograph from a file or from pixels."""
        path = parcel.path
        if path is not None:
            self._open(path.name, lambda token: read_photo(path, cancel=token))
        else:
            self._open(self.tr("Pasted photo"), lambda _token: photo_from_array(to_array(_image_of(parcel))))

    def take_sample(self) -> None:
        """Open the photograph of a man with a camera that comes with the program.

        It has no place of its own: whatever is kept beside a photograph must not land in the program's folder.
        """
        self._open(
            self.tr("Sample"), lambda token: replace(read_photo(sample_photo(), cancel=token), path=None)
        )

    def take_painting(self, parcel: Parcel) -> None:
        """Make a preset from a painting."""
        path = parcel.path
        if path is not None:
            self._learn(" ".join(path.stem.replace("_", " ").split()), lambda: read_painting(path).pixels)
        else:
            self._learn(self.tr("Pasted painting"), lambda: to_array(on_white(_image_of(parcel))))

    def take_preset(self, parcel: Parcel) -> None:
        """Add a preset file to the shelf."""
        preset = self._shelf.import_file(parcel.path) if parcel.path is not None else None
        if preset is not None:
            self.preset_made.emit(preset)

    def take_to_gallery(self, parcel: Parcel) -> None:
        """Add what was dropped among the presets: a preset file, else a painting."""
        if parcel.is_preset:
            self.take_preset(parcel)
        else:
            self.take_painting(parcel)

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._photos.busy or self._paintings.busy

    def cancel(self) -> None:
        """Stop reading."""
        self._photos.cancel()
        self._paintings.cancel()

    def close_lanes(self) -> None:
        """Stop for good."""
        self._photos.close()
        self._paintings.close()

    def _tell_busy(self) -> None:
        self.busy_changed.emit(self.busy)

    def _open(self, name: str, read: Callable[[CancelToken], Photo]) -> None:
        self.opening.emit(name)
        self._photos.submit(read, lambda photo: self._document.set_photo(photo, name), interrupt=True)

    def _learn(self, name: str, read: Callable[[], NDArray[np.uint8]]) -> None:
        self.opening.emit(name)

        def work(token: CancelToken) -> Preset:
            painting = read()
            token.raise_if_cancelled()
            return make_preset(self._studio.colorizer(), painting, name)

        self._paintings.submit(work, self._keep)

    def _keep(self, preset: Preset) -> None:
        kept = self._shelf.add(preset)
        if kept is not None:
            self.preset_made.emit(kept)


def _image_of(parcel: Parcel) -> QImage:
    """The picture that was handed over; raises NotAPictureError."""
    image = parcel.image if parcel.encoded is None else QImage.fromData(parcel.encoded)
    if image is None or image.isNull():
        raise NotAPictureError("What was handed over is no picture; save it to a file, then drop that.")
    return image
