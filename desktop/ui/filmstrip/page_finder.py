"""Puts the further pages of TIFF files on the film strip, each as a photograph of its own behind the first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.engine.batch.sources import Source, by_pages
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.decode.unusual_tiff import TIFF_SUFFIXES
from desktop.engine.edits.edit import Edit
from desktop.ui.base.service import LaneService
from desktop.ui.document.open_photos import Frame, OpenPhotos
from desktop.ui.services.autosave import Autosave

_Pages = tuple[dict[Frame, list[Source]], dict[Path, Edit]]


class PageFinder(LaneService):
    """Looks into every TIFF file that joins the open photographs, once; that takes a moment each."""

    found = Signal()  # pages, which have joined the open photographs

    def __init__(self, photos: OpenPhotos, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos, self._autosave = photos, autosave
        self._seen: set[Frame] = set()
        self._lane = self.add_lane("pages", keep_all=True, reports_failures=False)
        photos.count_changed.connect(self._look)

    def _look(self) -> None:
        frames = self._photos.frames
        self._seen.intersection_update(frames)
        new = [frame for frame in frames if frame not in self._seen and _may_have_pages(frame)]
        if not new:
            return
        self._seen.update(new)

        def work(token: CancelToken) -> _Pages:
            pages: dict[Frame, list[Source]] = {}
            for frame in new:
                token.raise_if_cancelled()
                pages[frame] = list(by_pages([frame.source]))[1:]
            places = [page.place for further in pages.values() for page in further]
            return pages, self._autosave.stored(places) if places else {}

        self._lane.submit(work, self._take_in)

    def _take_in(self, found: _Pages) -> None:
        pages, edits = found
        added: dict[int, Frame] = {}
        for row, frame in enumerate(self._photos.frames):
            for source in self._absent(pages.get(frame, ())):
                edit = edits.get(source.place)
                added[row + len(added) + 1] = Frame(source, edit=edit, edited=edit is not None)
        if added:
            self._photos.insert(added)
            self.found.emit()

    def _absent(self, pages: Sequence[Source]) -> list[Source]:
        """Those of a file's pages that are not open."""
        return [page for page in pages if self._photos.find(page.place) is None]


def _may_have_pages(frame: Frame) -> bool:
    """Whether a frame stands for a whole TIFF file of the user's."""
    source = frame.source
    return frame.unsaved is None and source.page is None and source.path.suffix.lower() in TIFF_SUFFIXES
