"""Edits for photographs that have not been read yet: on disk at once, moved to their projects when the window is idle.

What is still pending when the program ends is continued at the next start.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import DamagedEditError, TintypeError
from desktop.engine.core.paths import user_dir
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.edit import Edit
from desktop.engine.files.quarantine import make_way, set_aside, told_aside
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.pending_edits import is_corrupt, read_given, write_given
from desktop.engine.store.project import PhotoMark
from desktop.engine.store.project_library import Found
from desktop.ui.base.service import LaneService
from desktop.ui.services.idle_scheduler import IdleScheduler

FILE_NAME = "given.tintype-edits"
FILE_SUFFIX = ".tintype-edits"


class PendingEdits(LaneService):
    """Keeps each edit on disk until its photograph was read and the edit is in that photograph's project."""

    known = Signal(
        object, object, object
    )  # PhotoMark, Found, Edit: by what the photograph is known from now on
    found_problem = Signal(str)

    def __init__(
        self, find: Callable[[Photo], Found], scheduler: IdleScheduler, parent: QObject | None = None
    ) -> None:
        """find: tells what was kept of a photograph; for workers."""
        super().__init__(parent)
        self._find, self._scheduler = find, scheduler
        self._file = user_dir() / "edits" / FILE_NAME
        self._waiting: dict[Path, Edit] = {}
        self._unwritten: dict[
            Path, Edit
        ] = {}  # their photographs are known, but the projects not written yet
        self._out_of_reach: set[Path] = set()
        self._stale = False
        self._in_the_way = False  # a file that cannot be read, or not now
        self._writing = self.add_lane("pending edits")
        self._reading = self.add_lane("marks", reports_failures=False)
        # Queued: the lane is in the middle of a change when it tells of it.
        self._reading.busy_changed.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self, interval=0, singleShot=True)  # many are given at once
        self._soon.timeout.connect(self._write)
        scheduler.changed.connect(self._follow_scheduler)

    @property
    def busy(self) -> bool:
        """Whether there is one whose photograph can be read and was not."""
        return any(path not in self._out_of_reach for path in self._waiting)

    def take_up(self) -> None:
        """Go on with what the last window could not finish."""
        try:
            self._waiting = read_given(self._file)
        except DamagedEditError as error:
            aside = set_aside(self._file, FILE_SUFFIX) if is_corrupt(error) else None
            self._in_the_way = aside is None
            self.found_problem.emit(told_aside(error, aside))
        self._go_on()

    def pending(self) -> dict[Path, Edit]:
        """What is not with its photograph yet, by the places of the photographs; from any thread."""
        return self._unwritten | self._waiting

    def give(self, path: Path, edit: Edit) -> None:
        """Keep an edit for a photograph that is not known yet."""
        self._waiting[path] = edit
        self._out_of_reach.discard(path)
        self._note()
        self._go_on()

    def take(self, path: Path) -> Edit | None:
        """What a photograph was given that is being opened; None for nothing."""
        edit = self._waiting.pop(path, None)
        if edit is not None:
            self._unwritten[path] = edit
        return edit

    def withdraw(self, path: Path) -> None:
        """Take back what a photograph was given."""
        waited = self._waiting.pop(path, None)
        if waited is not None or self._unwritten.pop(path, None) is not None:
            self._note()

    def forget(self, path: Path) -> None:
        """The project of a photograph was written."""
        if self._unwritten.pop(path, None) is not None:
            self._note()

    def close(self) -> None:
        """Stop for good; what still waits is on disk then."""
        self._soon.stop()
        super().close()
        if self._stale:
            try:
                self._put_down(self._waiting | self._unwritten)
            except (TintypeError, OSError) as error:
                self.failed.emit(error)

    def _note(self) -> None:
        self._stale = True
        self._soon.start()
        self.busy_changed.emit()

    def _write(self) -> None:
        given = self._waiting | self._unwritten

        def done(_nothing: None) -> None:
            self._stale = self._soon.isActive() or given != self._waiting | self._unwritten

        self._writing.submit(lambda _token: self._put_down(given), done)

    def _put_down(self, given: dict[Path, Edit]) -> None:
        """On the lane's thread. A file that could not be read stays as it is until there is another to be written."""
        if self._in_the_way and self._file.exists():
            make_way(self._file, FILE_SUFFIX)
        self._in_the_way = False
        write_given(given, self._file)

    def _follow_scheduler(self) -> None:
        if self._scheduler.idle:
            self._go_on()
        else:
            self._reading.cancel()

    def _go_on(self) -> None:
        """Read the next photograph, so that it is known again wherever it lies."""
        path = next((path for path in self._waiting if path not in self._out_of_reach), None)
        if path is None or self._reading.busy or not self._scheduler.idle:
            return

        def work(token: CancelToken) -> tuple[PhotoMark, Found] | Exception:
            try:
                photo = read_photo(path, cancel=token)
                return PhotoMark.of(photo), self._find(photo)
            except (TintypeError, OSError) as error:
                token.raise_if_cancelled()
                return error

        self._reading.submit(work, lambda learned: self._learn(path, learned))

    def _learn(self, path: Path, learned: tuple[PhotoMark, Found] | Exception) -> None:
        if isinstance(learned, Exception):
            self._out_of_reach.add(path)  # its drive may be back another time, or the file mended
        else:
            edit = self.take(path)
            if edit is not None:
                self.known.emit(*learned, edit)
