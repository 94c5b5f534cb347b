"""Records on disk what this window has open, and finds what windows had open that crashed.

Each running window has a folder of its own, and beside it a lock: a folder whose lock can be taken belongs to a window
that has ended. A window that is closed removes its folder, unless something in it could be kept nowhere else.
"""

import contextlib
import shutil
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, QTimer, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.paths import make_private, user_dir
from desktop.engine.files.quarantine import ENDING, set_aside_unless_plain
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.pasted_photos import PastedPictures
from desktop.engine.store.recovery import STATE_NAME, State, read_lost, rescue_pictures, write_state
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document

REMEMBER_DELAY_MS = 600  # after the last change

translate = QCoreApplication.translate


@dataclass(eq=False)
class LostSession:
    """What a window had open that crashed; the lock keeps other windows from offering it too."""

    state: State
    folder: Path
    lock: QLockFile

    def remove(self, pasted: PastedPictures) -> None:
        """Forget it for good, but for pictures that lie nowhere else; raises the faults of `rescue_pictures`."""
        rescue_pictures(self.folder, pasted, _pasted_name)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.lock.unlock()


class SessionRecovery(LaneService):
    """Writes this window's session on a worker lane. `found` brings the lost sessions."""

    found = Signal(list)  # of LostSession, the latest first
    found_problems = Signal(list)  # of sentences about what could not be read

    def __init__(
        self,
        document: Document,
        unwritten: Callable[[], bool],
        pasted: PastedPictures,
        parent: QObject | None = None,
    ) -> None:
        """unwritten: whether, once all other lanes are closed, something could not be kept elsewhere."""
        super().__init__(parent)
        self._document, self._unwritten, self._pasted = document, unwritten, pasted
        self._sessions = user_dir() / "sessions"
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        self._found: list[LostSession] = []
        self._given_up: set[LostSession] = set()
        self._lane = self.add_lane("recovery")
        self._search = self.add_lane("lost", reports_failures=False, counts_as_busy=False)
        self._clearing = self.add_lane("clearing", keep_all=True, counts_as_busy=False)
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

    def forget(self, lost: LostSession) -> None:
        """Remove what another window lost, once what has become of it is written down."""
        self._given_up.add(lost)
        if not self.busy:
            self._clear_away()

    def close(self) -> None:
        """End the session of this window, with nothing to recover; what other windows lost can be offered again.

        Where something could not be written elsewhere, what this window had at hand is offered at the next start.
        """
        self._pause.stop()
        super().close()
        if not self._unwritten():
            for lost in self._given_up:
                with contextlib.suppress(OSError):
                    lost.remove(self._pasted)
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
        for lock in (self._lock, *(lost.lock for lost in self._found)):
            if lock is not None:
                lock.unlock()

    def _clear_away(self) -> None:
        for lost in self._given_up:
            self._clearing.submit(partial(self._remove, lost), self._given_up.discard)

    def _remove(self, lost: LostSession, _token: CancelToken) -> LostSession:
        """On the lane's thread."""
        lost.remove(self._pasted)
        return lost

    def _tell(self, searched: tuple[list[LostSession], list[str]]) -> None:
        self._found, problems = searched
        if problems:
            self.found_problems.emit(problems)
        if self._found:
            self.found.emit(self._found)

    def _write(self) -> None:
        photo, mark = self._document.photo, self._document.mark
        if photo is None or mark is None:
            self._clear_away()
            return
        state = State(mark, self._document.photo_name, photo.bit_depth, self._document.project)
        self._lane.submit(lambda token: self._remember(state, photo, token), lambda _done: self._clear_away())

    def _remember(self, state: State, photo: Photo, token: CancelToken) -> None:
        """On the lane's thread."""
        token.raise_if_cancelled()
        if self._folder is None:
            self._folder, self._lock = _new_session(self._sessions)
        write_state(state, photo, self._folder)


def _new_session(sessions: Path) -> tuple[Path, QLockFile]:
    """A folder of this window's own; locked before it is there, so that no other window takes it for a lost one."""
    make_private(sessions)
    folder = sessions / uuid.uuid4().hex[:12]
    lock = _lock_of(folder)
    lock.tryLock(0)
    folder.mkdir(mode=0o700)
    return folder, lock


def _lock_of(folder: Path) -> QLockFile:
    set_aside_unless_plain(folder.with_suffix(".lock"))
    lock = QLockFile(str(folder.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # held as long as the window is open, however long that is
    return lock


def _pasted_name(number: int) -> str:
    return translate("PhotoLoader", "Pasted {number}").format(number=number)


def _lost(sessions: Path, own: Path | None) -> tuple[list[LostSession], list[str]]:
    """The sessions of windows that are gone, the latest first, and messages for the user about unreadable ones."""
    found: list[tuple[float, LostSession]] = []
    problems = []
    with contextlib.suppress(OSError):
        for folder in sorted(sessions.iterdir()):
            lock = _lock_of(folder)
            if folder == own or not folder.is_dir() or folder.suffix == ENDING or not lock.tryLock(0):
                continue
            state, problem = read_lost(folder)
            if state is None:
                lock.unlock()
                problems += [problem] if problem else []
            else:
                found.append((_written_s(folder / STATE_NAME), LostSession(state, folder, lock)))
    return [lost for _, lost in sorted(found, key=lambda pair: -pair[0])], problems


def _written_s(path: Path) -> float:
    with contextlib.suppress(OSError):
        return path.stat().st_mtime
    return 0.0
