"""Keeps what is made of each photograph: written by itself shortly after every change, back when it is opened again."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.engine.cancel import CancelToken
from desktop.engine.errors import TintypeError
from desktop.engine.photo import Photo
from desktop.engine.project import PhotoMark, Project
from desktop.engine.project_library import Found, ProjectLibrary
from desktop.ui.settings import Settings
from desktop.ui.state import Document
from desktop.ui.worker import Lane

KEEP_DELAY_MS = 600  # after the last change


class Projects(QObject):
    """Finds and keeps projects on a lane of its own; what this window has kept is at hand without a file."""

    restored = Signal(object)  # the Edit that the photo would have begun with, had nothing been kept
    found_problem = Signal(str)
    failed = Signal(Exception)

    def __init__(self, document: Document, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._library = ProjectLibrary()
        self._known: dict[PhotoMark, Project] = {}
        self._unwritten: dict[PhotoMark, Project] = {}
        self._untouchable: set[PhotoMark] = set()
        self._complained = False
        self._lane = Lane("projects", parent=self)
        self._lane.failed.connect(self._complain)
        self._pause = QTimer(self, interval=KEEP_DELAY_MS, singleShot=True)
        self._pause.timeout.connect(self._write)
        document.edit_changed.connect(self._note)
        document.snapshots_changed.connect(self._note)

    @property
    def busy(self) -> bool:
        """Whether there is anything that is not written yet."""
        return bool(self._unwritten)

    def find(self, photo: Photo) -> Found:
        """What was kept of a photograph; for the thread that reads it."""
        return self._library.find(photo)

    def open(self, photo: Photo, name: str, found: Found) -> None:
        """Put a photograph on the canvas with what was kept of it, if anything was."""
        mark = PhotoMark.of(photo)
        known = self._known.get(mark)
        as_new = self._document.edit.carried()
        if not found.writable:
            self._untouchable.add(mark)
        kept = known or found.project
        # Known from now on: a photo that is left and opened again is as it was, whatever was done elsewhere.
        self._known[mark] = kept or Project(as_new)
        self._document.set_photo(photo, name, kept)
        if known is None and found.problem:
            self.found_problem.emit(found.problem)
        if known is None and kept is not None and kept.edit != as_new:
            self.restored.emit(as_new)

    def assign(self, mark: PhotoMark, project: Project) -> None:
        """Keep a project for a photograph that is not at hand."""
        self._known[mark] = project
        self._keep(mark, project)

    def close_lanes(self) -> None:
        """Stop for good; what is not written yet is, at once."""
        self._pause.stop()
        self._lane.close()
        try:
            self._write_all(self._unwritten, beside=self._settings.edits_beside)
        except TintypeError as error:
            self._complain(error)

    def _note(self) -> None:
        mark, project = self._document.mark, self._document.project
        if mark is not None and self._known.get(mark) != project:
            self._known[mark] = project
            self._keep(mark, project)

    def _keep(self, mark: PhotoMark, project: Project) -> None:
        if mark not in self._untouchable:
            self._unwritten[mark] = project
            self._pause.start()

    def _write(self) -> None:
        projects, beside = dict(self._unwritten), self._settings.edits_beside

        def work(_token: CancelToken) -> dict[PhotoMark, Project]:
            self._write_all(projects, beside=beside)
            return projects

        self._lane.submit(work, self._forget)

    def _write_all(self, projects: dict[PhotoMark, Project], *, beside: bool) -> None:
        for mark, project in projects.items():
            self._library.keep(mark, project, beside=beside)

    def _forget(self, written: dict[PhotoMark, Project]) -> None:
        self._complained = False
        for mark, project in written.items():
            if self._unwritten.get(mark) == project:
                del self._unwritten[mark]

    def _complain(self, error: Exception) -> None:
        """Tell of a full disk once, not after every change."""
        if not self._complained:
            self._complained = True
            self.failed.emit(error)
