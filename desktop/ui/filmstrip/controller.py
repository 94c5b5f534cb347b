"""Opens photographs, several at once too, and brings the one that is wanted to the canvas."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.engine.batch.sources import Source
from desktop.engine.core.paths import sample_photo
from desktop.engine.edits.edit import Edit
from desktop.engine.files.presence import is_folder
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PhotoMark
from desktop.ui.base.dropped_data import IncomingItem
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.open_photos import UNREADABLE, Frame, OpenPhotos
from desktop.ui.document.undo_stack import UndoStack
from desktop.ui.filmstrip.opened_paths import OpenedPaths, search
from desktop.ui.filmstrip.page_finder import PageFinder
from desktop.ui.filmstrip.photo_thumbnailer import PhotoThumbnailer
from desktop.ui.filmstrip.remove_frames import RemoveFrames
from desktop.ui.filmstrip.unmarked_results import UnmarkedResults
from desktop.ui.filmstrip.view import FilmstripView
from desktop.ui.services.autosave import Autosave
from desktop.ui.services.photo_loader import PhotoLoader

SETTLE_MS = 300  # a slider that is being dragged does not make a thumbnail at each step


class FilmstripController(LaneService):
    """Keeps open photos, strip and canvas consistent. Every photograph opened from a file joins the open photos."""

    looks_changed = Signal()  # of photographs that are not on the canvas
    films_opened = Signal(list)  # their paths
    films_found = Signal(list)  # in a folder that was opened
    results_left_out = Signal(list)  # their paths, of a folder that was opened

    def __init__(
        self,
        document: Document,
        loader: PhotoLoader,
        autosave: Autosave,
        undo_stack: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._loader, self._autosave = document, loader, autosave
        self._undo_stack = undo_stack
        self.photos = OpenPhotos(self)
        self.strip = FilmstripView(self.photos)
        self.thumbnails = PhotoThumbnailer(self.photos, self)
        self.pages = PageFinder(self.photos, autosave, self)
        self.unmarked = UnmarkedResults(self.photos, loader, autosave, self)
        self._picture: QImage | None = None
        self._settled = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settled.timeout.connect(self._colour_current)
        self._folders = self.add_lane("folders", keep_all=True)
        self.strip.sight_changed.connect(self.thumbnails.look_at)
        self.strip.wanted.connect(self.go_to)
        self.thumbnails.read.connect(self._note_read)
        self.pages.found.connect(self.looks_changed)
        self.unmarked.joined.connect(self.looks_changed)
        self.unmarked.told.connect(self.results_left_out)
        loader.sample_read.connect(self._add_sample)
        document.photo_changed.connect(self.follow_canvas)
        document.edit_changed.connect(self._note_edit)
        autosave.restored.connect(lambda _as_new: self._mark_edited(True))

    def open(self, paths: Sequence[Path]) -> None:
        """Open photographs and folders of them: all go on the film strip, the first on the canvas.

        Films among them, and in the folders, are only told of.
        """
        films = [path for path in paths if IncomingItem(path=path).is_film]
        if films:
            self.films_opened.emit(films)
            paths = [path for path in paths if path not in films]
        if not paths:
            return
        if len(paths) == 1 and not is_folder(paths[0]):
            self._loader.take_photo(IncomingItem(path=paths[0]))  # joins the open photos once it is read
            return
        self._folders.submit(lambda token: search(paths, self._autosave, token), self._take_in)

    def go_to(self, frame: Frame) -> None:
        """Bring a frame to the canvas; of several requests the latest counts."""
        if frame is self.photos.current and self._document.photo is not None:
            self._loader.cancel()  # on the way to another one
            return
        if frame.reading in UNREADABLE:
            self.thumbnails.read_again(frame)  # perhaps it has been mended, or is there again
        if frame.unsaved is None:
            self._loader.take_photo(IncomingItem(path=frame.path))
        else:
            self._loader.take_unsaved(frame.path, frame.name)

    def add_unsaved(self, source: Source, mark: PhotoMark, edit: Edit | None) -> Frame:
        """Put a pasted picture, which is known by its mark, at the end of the film strip."""
        frame = Frame(source, unsaved=mark, edit=edit, edited=edit is not None)
        self.photos.insert({self.photos.rowCount(): frame})
        self.looks_changed.emit()
        return frame

    def edit_of(self, frame: Frame) -> Edit:
        """The edit that a frame's result is made with: its own, else what it would begin with."""
        if frame is self.photos.current:
            return self._document.edit
        return self._document.migrated(frame.edit or self._document.initial_edit)

    def set_edit(self, frame: Frame, edit: Edit | None) -> None:
        """Give a frame another edit, on the canvas or not; None for none of its own."""
        if frame is self.photos.current and self._document.photo is not None:
            chosen = edit or frame.begun
            if chosen is not None:
                self._document.set_edit(chosen)
                self._mark_edited(self._is_changed(frame, chosen))
            return
        frame.edit, frame.edited = edit, edit is not None and self._is_changed(frame, edit)
        if edit is None or edit.blend is None:
            frame.show_colours(None, None)  # else they stay until the new ones are there
        self._autosave.give(frame.path, edit, frame.unsaved)
        self.looks_changed.emit()

    def show_result(self, picture: object) -> None:
        """Take the colours of the canvas over to the strip, once they have settled."""
        self._picture = picture if isinstance(picture, QImage) else None
        self._settled.start()

    def remove(self, frames: Sequence[Frame]) -> None:
        """Remove frames from the film strip, as a step that can be undone; their files stay."""
        if frames:
            first, count = frames[0].name, len(frames)

            def name() -> str:
                if count == 1:
                    return self.tr("Remove “{name}” from the strip").format(name=first)
                return self.tr("Remove {count} photos from the strip").format(count=count)

            self._undo_stack.push(RemoveFrames(self.photos, frames, self.take_off, self.put_back, name))

    def take_off(self, frames: Sequence[Frame]) -> dict[int, Frame]:
        """Remove frames without an undo step; returns their rows. A neighbour takes the place on the canvas."""
        bereft = self.photos.current in frames
        rows = self.photos.remove(frames)
        if bereft:
            left = self.photos.frames
            if left:
                self.strip.go_to(left[min(*rows, len(left) - 1)])
            else:
                self._loader.cancel()
                self._document.set_photo(None)
        return rows

    def put_back(self, rows: dict[int, Frame], current: Frame | None) -> None:
        """Put frames back where they were, and on the canvas the one that was there."""
        self.photos.insert(
            {row: frame for row, frame in rows.items() if self.photos.find(frame.path) is None}
        )
        if current is not None:
            self.strip.go_to(current)

    def close(self) -> None:
        """Stop for good."""
        super().close()
        self.thumbnails.close()
        self.pages.close()
        self.unmarked.close()

    def _take_in(self, opened: OpenedPaths) -> None:
        sources, edits, films, results, unsure = opened
        if films:
            self.films_found.emit(films)
        if not sources:
            return
        self.thumbnails.hold_back(True)  # until it is known whether the first photograph has to be read
        frames = self.photos.add(sources)
        for frame in frames:
            if frame.edit is None and frame.path in edits:
                frame.edit = edits[frame.path]
                frame.edited = not self._document.is_natural(frame.edit)
        self.photos.touch_all()
        self.looks_changed.emit()
        self.strip.go_to(frames[0])
        self.thumbnails.hold_back(self._loader.busy)
        self.unmarked.look_at(unsure, results)

    def _add_sample(self, photo: Photo, name: str) -> None:
        mark = PhotoMark.of(photo)
        if self.photos.find_unsaved(mark) is None:
            self.photos.insert(
                {self.photos.rowCount(): Frame(Source(sample_photo()), unsaved=mark, title=name)}
            )

    def _note_read(self, frame: Frame) -> None:
        """The canvas may have been quicker than the strip."""
        if frame is self.photos.current:
            self._settled.start()

    def _colour_current(self) -> None:
        frame = self.photos.current
        if frame is None or self._document.tried is not None or self._document.cropping:
            return
        if self._picture is not None:
            self.thumbnails.colour(frame, self._picture)
        elif self._document.edit.blend is None:
            frame.show_colours(None, None)
            self.photos.touch(frame)

    def follow_canvas(self) -> None:
        """Have the frame of the photograph on the canvas current, if it has one."""
        self._picture = None  # of the photo before
        photo = self._document.photo
        path, mark = (None, None) if photo is None else (photo.path, self._document.mark)
        frame = None
        if path is not None:
            frame = self.photos.find(path) or self.photos.add([Source.at(path)])[0]
        elif mark is not None:
            frame = self.photos.find_unsaved(mark)
        if frame is not None:
            frame.edit, frame.begun = self._document.edit, frame.begun or self._document.begun_with
            damage = None if photo is None else photo.damage
            frame.damage = "" if damage is None else damage.notice
        self.photos.set_current(frame)

    def _note_edit(self) -> None:
        """Of the photo on the canvas every change is its frame's own."""
        frame = self.photos.current
        if frame is not None and frame.edit != self._document.edit:
            self._settled.stop()  # what comes next shows the new edit
            frame.edit = self._document.edit
            self._mark_edited(self._is_changed(frame, frame.edit))

    def _is_changed(self, frame: Frame, edit: Edit) -> bool:
        """Whether a frame's edit is another than it began with."""
        if frame.begun is None:
            return not self._document.is_natural(edit)
        return edit != self._document.migrated(frame.begun)

    def _mark_edited(self, edited: bool) -> None:
        frame = self.photos.current
        if frame is not None and frame.edited != edited:
            frame.edited = edited
            self.photos.touch(frame)
