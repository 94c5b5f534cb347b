"""Saves the edit of every photograph shortly after each change, and restores it when the photograph is opened again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TintypeError
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PhotoMark, Project
from desktop.engine.store.project_library import Found, ProjectLibrary
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.settings import Settings
from desktop.ui.services.idle_scheduler import IdleScheduler
from desktop.ui.services.pending_edits import PendingEdits

KEEP_DELAY_MS = 600  # after the last change


class Autosave(LaneService):
    """Reads and writes projects on a worker lane. What this window has saved is known without reading a file."""

    restored = Signal(object)  # the Edit that the photo would have begun with, had nothing been kept
    found_problem = Signal(str)

    def __init__(
        self, document: Document, settings: Settings, scheduler: IdleScheduler, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._library = ProjectLibrary()
        self._known: dict[PhotoMark, Project] = {}
        self._unwritten: dict[PhotoMark, Project | None] = {}  # None: what was kept is to be forgotten
        self._taken_back: set[PhotoMark] = set()
        self._untouchable: set[PhotoMark] = set()
        self._complained = False
        self._lane = self.add_lane("projects", reports_failures=False)
        self._before: dict[PhotoMark, Project | None] = {}
        self._pending_edits = PendingEdits(self._library.find, scheduler, self)
        self._pending_edits.known.connect(self._assign_given)
        self._pending_edits.found_problem.connect(self.found_problem)
        self._pending_edits.busy_changed.connect(self.busy_changed)
        for worker in (self._lane, self._pending_edits):
            worker.failed.connect(self._complain)
        self._pause = QTimer(self, interval=KEEP_DELAY_MS, singleShot=True)
        self._pause.timeout.connect(self._write)
        document.edit_changed.connect(self._note)
        document.snapshots_changed.connect(self._note)

    @property
    def busy(self) -> bool:
        """Whether there is anything that is not written yet."""
        return bool(self._unwritten) or self._pending_edits.busy

    @property
    def unwritten(self) -> bool:
        """Whether an edit could not be written, once the lanes are closed."""
        return bool(self._unwritten)

    def take_up(self) -> None:
        """Go on with what the last window could not finish."""
        self._pending_edits.take_up()

    def find(self, photo: Photo) -> Found:
        """What was kept of a photograph; for the thread that reads it."""
        return self._library.find(photo)

    def open(self, photo: Photo, name: str, found: Found) -> None:
        """Put a photograph on the canvas with what was kept of it, if anything was."""
        mark = PhotoMark.of(photo)
        known = self._known.get(mark)
        if photo is self._document.photo:
            photo = replace(photo)  # opened once more while it is open: it begins anew all the same
        as_new = self._document.initial_edit
        if not found.writable:
            self._untouchable.add(mark)
        kept = known or (None if mark in self._taken_back else found.project)
        given = None if photo.path is None else self._pending_edits.take(photo.path.absolute())
        if given is not None:
            kept = Project(given, () if kept is None else kept.snapshots)
            self._keep(mark, kept)
        # Known from now on: a photo that is left and opened again is as it was, whatever was done elsewhere.
        self._known[mark] = kept or Project(as_new)
        self._document.set_photo(photo, name, kept)
        if known is None and found.problem:
            self.found_problem.emit(found.problem)
        if known is None and given is None and kept is not None and kept.edit != as_new:
            self.restored.emit(as_new)

    def assign(self, mark: PhotoMark, project: Project) -> None:
        """Keep a project for a photograph that is not open."""
        self._known[mark] = project
        self._keep(mark, project)

    def stored(self, paths: Sequence[Path]) -> dict[Path, Edit]:
        """The edits that were kept of photographs that are not read yet; for workers."""
        given = self._pending_edits.pending()  # first, or one that is being written meanwhile would be missed
        kept = {path: project.edit for path, project in self._library.stored(paths).items()}
        return kept | {path: given[path.absolute()] for path in paths if path.absolute() in given}

    def edit_of(self, mark: PhotoMark) -> Edit | None:
        """The edit of a photograph that this window has kept; None of one that is as it was opened."""
        known = self._known.get(mark)
        return None if known is None else known.edit

    def give(self, path: Path, edit: Edit | None, mark: PhotoMark | None = None) -> None:
        """Give a photograph that is not open an edit, whether it was opened before or not; None takes it back.

        mark: by which it is known, where that is known.
        """
        place = str(path.absolute())
        mark = mark or next((mark for mark in self._known if mark.path == place), None)
        if edit is None:
            self._take_back(path, mark)
        elif mark is not None:
            known = self._known.get(mark)
            self.assign(mark, Project(edit) if known is None else replace(known, edit=edit))
        else:
            self._pending_edits.give(path.absolute(), edit)

    def _assign_given(self, mark: PhotoMark, found: Found, edit: Edit) -> None:
        """A photograph is known that was given an edit: from now on that is its own."""
        if not found.writable:
            self._untouchable.add(mark)
        self._before[mark] = found.project
        self.assign(mark, Project(edit, () if found.project is None else found.project.snapshots))

    def _take_back(self, path: Path, mark: PhotoMark | None) -> None:
        """Let a photograph be as it was before it was given an edit."""
        self._pending_edits.withdraw(path.absolute())
        before = self._before.pop(mark, None) if mark is not None else None
        if mark is None:
            return
        if before is not None:
            self.assign(mark, before)
            return
        self._known.pop(mark, None)
        self._taken_back.add(mark)  # its file may still be there when it is opened
        self._keep(mark, None)

    def close(self) -> None:
        """Stop for good; what is not written yet is, at once."""
        self._pause.stop()
        super().close()
        try:
            self._write_all(self._unwritten, beside=self._settings.edits_beside)
            self._forget(dict(self._unwritten))
        except (TintypeError, OSError) as error:
            self._complain(error)
        self._pending_edits.close()

    def _note(self) -> None:
        mark, project = self._document.mark, self._document.project
        if mark is not None and self._known.get(mark) != project:
            self._known[mark] = project
            self._keep(mark, project)

    def _keep(self, mark: PhotoMark, project: Project | None) -> None:
        if mark not in self._untouchable:
            self._unwritten[mark] = project
            self._pause.start()
            self.busy_changed.emit()

    def _write(self) -> None:
        autosave, beside = dict(self._unwritten), self._settings.edits_beside

        def work(_token: CancelToken) -> dict[PhotoMark, Project | None]:
            self._write_all(autosave, beside=beside)
            return autosave

        self._lane.submit(work, self._forget)

    def _write_all(self, autosave: dict[PhotoMark, Project | None], *, beside: bool) -> None:
        for mark, project in autosave.items():
            if project is None:
                self._library.remove(mark)
            else:
                self._library.keep(mark, project, beside=beside)

    def _forget(self, written: dict[PhotoMark, Project | None]) -> None:
        self._complained = False
        for problem in self._library.take_problems():
            self.found_problem.emit(problem)
        for mark, project in written.items():
            if mark in self._unwritten and self._unwritten[mark] == project:
                del self._unwritten[mark]
                self._pending_edits.forget(Path(mark.path))

    def _complain(self, error: Exception) -> None:
        """Report a full disk once, not after every change."""
        if not self._complained:
            self._complained = True
            self.failed.emit(error)
