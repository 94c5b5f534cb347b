"""Records on disk what this window has open, and finds what windows had open that crashed.

Each running window has a folder of its own, and beside it a lock: a folder whose lock can be taken belongs to a window
that has ended. A window that is closed removes its folder.
"""

import contextlib
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import DamagedEditError
from desktop.engine.core.paths import user_dir
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.recovery import STATE_NAME, State, read_state, write_state
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document

REMEMBER_DELAY_MS = 600  # after the last change


@dataclass(eq=False)
class LostSession:
    """What a window had open that crashed; the lock keeps other windows from offering it too."""

    state: State
    folder: Path
    lock: QLockFile

    def remove(self) -> None:
        """Forget it for good."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.lock.unlock()


class SessionRecovery(LaneService):
    """Writes on a worker lane. `found` brings the lost sessions."""

    found = Signal(list)  # of Lost, the latest first

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._sessions = user_dir() / "sessions"
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        self._found: list[LostSession] = []
        self._lane = self.add_lane("recovery")
        self._search = self.add_lane("lost", reports_failures=False, counts_as_busy=False)
        self._pause = QTimer(self, interval=REMEMBER_DELAY_MS, singleShot=True)
        self._pause.timeout.connect(self._write)
        for changed in (document.photo_changed, document.edit_changed, document.snapshots_changed):
            changed.connect(self._pause.start)
            changed.connect(self.busy_changed)

    @property
    def busy(self) -> bool:
        """Whether what is open is still to be written down."""
        return self._pause.isActive() or super().busy

    def look(self) -> None:
        """Look for windows that ended unexpectedly."""
        own = self._folder
        self._search.submit(lambda _token: _lost(self._sessions, own), self._tell)

    def close(self) -> None:
        """This window ends as it should: nothing is to be recovered. What others lost may be offered again."""
        self._pause.stop()
        for lost in self._found:
            lost.lock.unlock()
        super().close()
        if self._folder is not None and self._lock is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._lock.unlock()

    def _tell(self, lost: list[LostSession]) -> None:
        self._found = lost
        if lost:
            self.found.emit(lost)

    def _write(self) -> None:
        photo, mark = self._document.photo, self._document.mark
        if photo is None or mark is None:
            return
        state = State(mark, self._document.photo_name, photo.bit_depth, self._document.project)
        self._lane.submit(lambda token: self._remember(state, photo, token), lambda _done: None)

    def _remember(self, state: State, photo: Photo, token: CancelToken) -> None:
        """On the lane's thread."""
        token.raise_if_cancelled()
        if self._folder is None:
            self._folder, self._lock = _new_session(self._sessions)
        write_state(state, photo, self._folder)


def _new_session(sessions: Path) -> tuple[Path, QLockFile]:
    """A folder of this window's own; locked before it is there, lest another window takes it for a lost one."""
    sessions.mkdir(parents=True, exist_ok=True)
    folder = sessions / uuid.uuid4().hex[:12]
    lock = _lock_of(folder)
    lock.tryLock(0)
    folder.mkdir()
    return folder, lock


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # held as long as the window is open, however long that is
    return lock


def _lost(sessions: Path, own: Path | None) -> list[LostSession]:
    """What crashed windows had open, the latest first; empty folders are removed."""
    found: list[tuple[float, LostSession]] = []
    with contextlib.suppress(OSError):
        for folder in sessions.iterdir():
            if folder == own or not folder.is_dir():
                continue
            lock = _lock_of(folder)
            if not lock.tryLock(0):
                continue
            try:
                state = read_state(folder)
                found.append(((folder / STATE_NAME).stat().st_mtime, LostSession(state, folder, lock)))
            except (OSError, DamagedEditError):
                shutil.rmtree(folder, ignore_errors=True)
                lock.unlock()
    return [lost for _, lost in sorted(found, key=lambda pair: -pair[0])]
