"""Looks at what lies in a folder and is named as a result: photographs among it join the film strip."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.engine.batch.sources import Source
from desktop.engine.batch.unmarked_results import is_coloured_copy
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import Edit
from desktop.ui.base.service import LaneService
from desktop.ui.document.open_photos import Frame, OpenPhotos
from desktop.ui.services.autosave import Autosave
from desktop.ui.services.photo_loader import PhotoLoader


class UnmarkedResults(LaneService):
    """Waits until the first photograph has been read, which is what was asked for."""

    told = Signal(list)  # the paths of all results, as of `look_at`
    joined = Signal()  # photographs, which are open now

    def __init__(
        self, photos: OpenPhotos, loader: PhotoLoader, autosave: Autosave, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._photos, self._loader, self._autosave = photos, loader, autosave
        self._waiting: list[tuple[Mapping[Path, Path], Sequence[Path]]] = []
        self._lane = self.add_lane("results", keep_all=True, reports_failures=False)
        loader.busy_changed.connect(self._begin)

    def look_at(self, unsure: Mapping[Path, Path], results: Sequence[Path]) -> None:
        """unsure: files and the photographs that they would be results of. results: those that are known already."""
        if unsure:
            self._waiting.append((unsure, results))
            self._begin()
        elif results:
            self.told.emit(list(results))

    def _begin(self) -> None:
        if self._loader.busy:
            return
        waiting, self._waiting = self._waiting, []
        for unsure, results in waiting:
            self._submit(unsure, results)

    def _submit(self, unsure: Mapping[Path, Path], results: Sequence[Path]) -> None:
        def work(token: CancelToken) -> tuple[list[Path], dict[Path, Edit]]:
            photos = [path for path, photo in unsure.items() if not is_coloured_copy(path, photo, token)]
            return photos, self._autosave.stored(photos) if photos else {}

        def done(found: tuple[list[Path], dict[Path, Edit]]) -> None:
            photos, edits = found
            for path in reversed(photos):
                self._join(path, unsure[path], edits.get(path))
            if photos:
                self.joined.emit()
            known = sorted({*results, *unsure} - set(photos))
            if known:
                self.told.emit(known)

        self._lane.submit(work, done)

    def _join(self, path: Path, neighbour: Path, edit: Edit | None) -> None:
        """Put a photograph behind the one whose name it has a part of."""
        if self._photos.find(path) is None:
            row = self._photos.row_of(self._photos.find(neighbour))
            place = row + 1 if row >= 0 else self._photos.rowCount()
            self._photos.insert({place: Frame(Source.at(path), edit=edit, edited=edit is not None)})
