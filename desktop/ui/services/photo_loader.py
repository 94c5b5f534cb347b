"""Loads photographs that are opened, dropped or pasted; `preset_maker` does so for paintings and presets."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.engine.batch.sources import Source
from desktop.engine.core.arrays import Samples
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.paths import sample_photo
from desktop.engine.decode.photo_cache import PhotoStore
from desktop.engine.decode.reader import photo_from_array
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.pasted_photos import PastedPictures
from desktop.engine.store.project_library import Found
from desktop.ui.base.dropped_data import IncomingItem, image_of
from desktop.ui.base.qimage import to_array
from desktop.ui.base.service import LaneService
from desktop.ui.services.autosave import Autosave


class PhotoLoader(LaneService):
    """Reads photographs on a worker lane; of several requests the latest counts."""

    opening = Signal(str)  # what is being read
    pasted = Signal(Photo, object, str)  # the pixels as they were handed over, and what it is called
    sample_read = Signal(Photo, str)  # what it is called

    def __init__(self, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._autosave = autosave
        self.store = PhotoStore()
        self.pasted_pictures = PastedPictures()
        self._wanted: Path | None = None
        self._photos = self.add_lane("photos")

    def take_photo(self, item: IncomingItem) -> None:
        """Open a photograph from a file or from pixels."""
        path = item.path
        if path is not None:
            self._open(Source.at(path).shown.name, lambda token: self.store.read(path, token), path)
        else:
            self._take_pasted(item)

    def take_unsaved(self, path: Path, name: str) -> None:
        """Open again a picture that has no file of the user's own: one that was pasted, or the sample."""
        self._open(name, lambda token: replace(self.store.read(path, token), path=None), path)

    def take_kept(self, name: str, read: Callable[[], Photo]) -> None:
        """Open a photograph that was written down by the program itself."""
        self._open(name, lambda _token: read())

    def take_sample(self) -> None:
        """Open the photograph of a man with a camera that comes with the program.

        It has no place of its own: whatever is kept beside a photograph must not land in the program's folder.
        """
        name, path = self.tr("Sample"), sample_photo()
        self._open(
            name,
            lambda token: replace(self.store.read(path, token), path=None),
            path,
            first=lambda photo: self.sample_read.emit(photo, name),
        )

    @property
    def wanted(self) -> Path | None:
        """The file that was asked for last, if it was one."""
        return self._wanted

    def _take_pasted(self, item: IncomingItem) -> None:
        self._wanted = None
        self.opening.emit(self.tr("Pasted photo"))

        def work(_token: CancelToken) -> tuple[Photo, Samples, Found, int]:
            samples = to_array(image_of(item))
            photo = photo_from_array(samples)
            return photo, samples, self._autosave.find(photo), self.pasted_pictures.number_of(photo.key)

        def done(pasted: tuple[Photo, Samples, Found, int]) -> None:
            photo, samples, found, number = pasted
            name = self.tr("Pasted {number}").format(number=number)
            self._autosave.open(photo, name, found)
            self.pasted.emit(photo, samples, name)

        self._photos.submit(work, done, interrupt=True)

    def _open(
        self,
        name: str,
        read: Callable[[CancelToken], Photo],
        path: Path | None = None,
        *,
        first: Callable[[Photo], None] = lambda _photo: None,
    ) -> None:
        """Read a photograph and bring it to the canvas. first: what is done before it is there."""
        self._wanted = path
        self.opening.emit(name)

        def work(token: CancelToken) -> tuple[Photo, Found]:
            photo = read(token)
            return photo, self._autosave.find(photo)

        def done(opened: tuple[Photo, Found]) -> None:
            photo, found = opened
            first(photo)
            self._autosave.open(photo, name, found)

        self._photos.submit(work, done, interrupt=True)
