"""Asks what to do with what an earlier window left: photographs of one that crashed, and pasted pictures."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.engine.store.recovery import read_kept_photo
from desktop.ui.base.dropped_data import IncomingItem
from desktop.ui.document.document import Document
from desktop.ui.document.notifier import Question
from desktop.ui.filmstrip.clipboard_photos import ClipboardPhotos
from desktop.ui.main_window.notifications import Notifications
from desktop.ui.services.autosave import Autosave
from desktop.ui.services.photo_loader import PhotoLoader
from desktop.ui.services.session_recovery import LostSession, SessionRecovery


class RecoveryPrompts(QObject):
    """Asks one question at a time; what is not answered is asked again with the next photo."""

    def __init__(
        self,
        document: Document,
        autosave: Autosave,
        loader: PhotoLoader,
        recovery: SessionRecovery,
        clipboard_photos: ClipboardPhotos,
        notifications: Notifications,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._autosave, self._loader = document, autosave, loader
        self._clipboard_photos, self._notifications = clipboard_photos, notifications
        self._offered: list[LostSession] = []
        self._left: list[Path] = []
        self._restoring: list[LostSession] = []
        self._problems: list[str] = []
        self._recovery = recovery
        recovery.found.connect(self._offer)
        recovery.found_problems.connect(self._tell_problems)
        clipboard_photos.left.connect(self._offer_pasted)
        document.photo_changed.connect(self._go_on)

    def _offer(self, lost: list[LostSession]) -> None:
        self._offered += lost
        self._ask()

    def _tell_problems(self, problems: list[str]) -> None:
        self._problems = problems
        self._ask()

    def _offer_pasted(self, left: list[Path]) -> None:
        self._left = left
        self._ask()

    def _ask_of_pasted(self) -> None:
        count = len(self._left)
        self._notifications.show_question(
            lambda: Question(
                self.tr("%n pasted pictures from earlier are still here.", "", count),
                yes=self.tr("Open"),
                no=self.tr("Delete"),
            ),
            do=lambda: self._clipboard_photos.put_back(self._take_left()),
            do_other=lambda: self._clipboard_photos.discard(self._take_left()),
            problems=self._problems,
        )

    def _take_left(self) -> list[Path]:
        left, self._left = self._left, []
        return left

    def _ask(self) -> None:
        if not self._offered:
            if self._left:
                self._ask_of_pasted()
            elif self._problems:
                self._notifications.show_warning(*self._problems)
            return
        lost = self._offered[0]
        self._notifications.show_question(
            lambda: Question(
                self.tr("Tintype ended unexpectedly. Restore “{name}”?").format(name=lost.state.name),
                yes=self.tr("Restore"),
                no=self.tr("Dismiss"),
            ),
            do=partial(self._restore, lost),
            do_other=partial(self._dismiss, lost),
            problems=self._problems,
        )

    def _restore(self, lost: LostSession) -> None:
        """Open the photo as it was; what is on disk is forgotten only when that has worked."""
        self._offered.remove(lost)
        self._restoring.append(lost)
        state = lost.state
        self._autosave.assign(state.mark, state.project)
        if state.mark.path:
            self._loader.take_photo(IncomingItem(path=Path(state.mark.path)))
        else:
            self._loader.take_kept(state.name, lambda: read_kept_photo(state, lost.folder))

    def _dismiss(self, lost: LostSession) -> None:
        self._offered.remove(lost)
        self._recovery.forget(lost)
        self._ask()

    def _go_on(self) -> None:
        """Another photo is there: perhaps one that was to be restored. What is not answered yet is asked again."""
        mark = self._document.mark
        for lost in [lost for lost in self._restoring if lost.state.mark == mark]:
            self._restoring.remove(lost)
            self._recovery.forget(lost)
        self._ask()
        if mark is not None:
            self._problems = []  # told twice: before the first photo, and with it
