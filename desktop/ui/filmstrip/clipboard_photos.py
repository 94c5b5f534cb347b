"""Keeps pasted pictures in the user's own folder until they are removed from the film strip."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, Signal

from desktop.engine.batch.sources import Source
from desktop.engine.core.arrays import Samples
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TintypeError
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PhotoMark
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.services.autosave import Autosave
from desktop.ui.services.photo_loader import PhotoLoader


class ClipboardPhotos(LaneService):
    """Writes a picture once it is on the canvas, puts it on the strip, and deletes what was removed from there."""

    left = Signal(list)  # paths of pictures that another window has left

    def __init__(
        self,
        document: Document,
        loader: PhotoLoader,
        filmstrip: FilmstripController,
        autosave: Autosave,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._filmstrip, self._autosave = document, filmstrip, autosave
        self._pictures = loader.pasted_pictures
        self._removed: set[Path] = set()
        self._unwritten: dict[PhotoMark, tuple[Samples, str]] = {}
        self._lane = self.add_lane("pasted", keep_all=True)
        loader.pasted.connect(self._keep)
        filmstrip.photos.rowsAboutToBeRemoved.connect(self._note_removed)

    @property
    def unwritten(self) -> bool:
        """Whether a picture could not be written, once the lanes are closed."""
        return bool(self._unwritten)

    def look(self) -> None:
        """Look for pictures from earlier that are not on the strip."""
        self._lane.submit(lambda _token: self._pictures.left(), self._tell_left)

    def put_back(self, paths: Sequence[Path]) -> None:
        """Put pictures from earlier on the strip, each with what was kept of it."""

        def work(token: CancelToken) -> list[tuple[Path, PhotoMark, Edit | None]]:
            found = []
            for path in paths:
                with contextlib.suppress(TintypeError, OSError):  # what is spoiled cannot be put anywhere
                    photo = replace(read_photo(path, cancel=token), path=None)
                    self._pictures.know(photo.key, path)
                    project = self._autosave.find(photo).project
                    found.append((path, PhotoMark.of(photo), None if project is None else project.edit))
            return found

        def done(found: list[tuple[Path, PhotoMark, Edit | None]]) -> None:
            frames = [self._filmstrip.add_unsaved(Source(path), mark, edit) for path, mark, edit in found]
            if frames:
                self._filmstrip.strip.go_to(frames[0])

        self._lane.submit(work, done)

    def discard(self, paths: Sequence[Path]) -> None:
        """Delete pictures from earlier."""
        self._lane.submit(lambda _token: _delete(paths), lambda _nothing: None)

    def close(self) -> None:
        """Stop for good; what was removed from the strip is deleted, and can no longer be put back."""
        super().close()
        for mark, (samples, name) in list(self._unwritten.items()):
            try:
                self._pictures.keep(samples, name)
                del self._unwritten[mark]
            except TintypeError as error:
                self.failed.emit(error)
        _delete([path for path in self._removed if self._filmstrip.photos.find(path) is None])

    def _keep(self, photo: Photo, samples: Samples, name: str) -> None:
        mark = PhotoMark.of(photo)
        if mark in self._unwritten or self._filmstrip.photos.find_unsaved(mark) is not None:
            return  # pasted once more
        self._unwritten[mark] = samples, name

        def done(path: Path) -> None:
            del self._unwritten[mark]
            self._filmstrip.add_unsaved(Source(path), mark, self._autosave.edit_of(mark))
            if self._document.photo is photo:
                self._filmstrip.follow_canvas()

        self._lane.submit(lambda _token: self._pictures.keep(samples, name), done)

    def _tell_left(self, paths: list[Path]) -> None:
        paths = [path for path in paths if self._filmstrip.photos.find(path) is None]
        if paths:
            self.left.emit(paths)

    def _note_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        frames = self._filmstrip.photos.frames[first : last + 1]
        self._removed.update(frame.path for frame in frames if self._pictures.holds(frame.path))


def _delete(paths: Sequence[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
