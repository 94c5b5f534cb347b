"""What is kept of photographs, in the window: tells what came back, and offers what an unexpected end has left."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.engine.edit import Edit
from desktop.engine.recovery import read_kept_photo
from desktop.ui.base.dropped_data import IncomingItem
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.services.session_recovery import LostSession

if TYPE_CHECKING:
    from desktop.ui.main_window.main_window import MainWindow


class RecoveryPrompts(QObject):
    """Connects projects and recovery of one window to its message bar and its menus."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._offered: list[LostSession] = []
        self._left: list[Path] = []
        self._restoring: list[LostSession] = []
        self.take_snapshot = QAction(self.tr("Take snapshot"), self)
        self.take_snapshot.setShortcut(QKeySequence("Ctrl+Shift+T"))
        self.take_snapshot.triggered.connect(lambda _checked: window.snapshots.take())
        self.beside = QAction(self.tr("Keep edits beside the photos"), self)
        self.beside.setCheckable(True)
        self.beside.setChecked(window.settings.edits_beside)
        self.beside.toggled.connect(self._keep_beside)
        self._fill_menu()
        window.history.tried.connect(self._try)
        autosave, recovery, document = window.autosave, window.recovery, window.document
        autosave.restored.connect(self._tell_restored)
        autosave.found_problem.connect(window.notices.show_warning)
        for worker in (autosave, recovery):
            worker.failed.connect(window.notices.show_error)
        recovery.found.connect(self._offer)
        window.background.pasted.left.connect(self._offer_pasted)
        window.background.pasted.failed.connect(window.notices.show_error)
        document.photo_changed.connect(self._go_on)
        document.photo_changed.connect(self._enable)
        document.edit_changed.connect(self._enable)
        document.edit_changed.connect(self._tell_unshifted)
        self._enable()

    def begin(self) -> None:
        """Take up what an earlier window has left."""
        self._window.recovery.look()
        self._window.autosave.take_up()
        self._window.background.pasted.look()

    def _fill_menu(self) -> None:
        menu = self._window.menuBar().actions()[1].menu()
        if isinstance(menu, QMenu):
            before = self._window.actions_.copy
            menu.insertActions(before, [self.take_snapshot, self.beside])
            menu.insertSeparator(before)
        self._window.addAction(self.take_snapshot)

    def _enable(self) -> None:
        document = self._window.document
        self.take_snapshot.setEnabled(document.photo is not None and document.edit.blend is not None)

    def _try(self, edit: Edit | None) -> None:
        """Preview the state under the pointer."""
        self._window.document.try_edit(edit)

    def _keep_beside(self, beside: bool) -> None:
        self._window.settings.edits_beside = beside

    def _tell_restored(self, as_new: Edit) -> None:
        window = self._window
        photo = window.document.photo
        notices = photo.notices if photo is not None else ()
        back = [self.tr("What you made of this photo is back."), *self._tell_succession()]
        window.notices.show_info(
            " ".join([*back, *map(translate_message, notices)]),
            action=self.tr("Begin anew"),
            do=lambda: window.editing.change(as_new, self.tr("Begin anew")),
        )

    def _tell_succession(self) -> list[str]:
        """What became of an edit that was made with another model."""
        succession, texts = self._window.document.succession, []
        if succession.replaced:
            texts.append(self.tr("Another model coloured it then; its presets are now those of this model."))
        if succession.unshifted:
            texts.append(self.tr("Numbers that were changed by hand mean nothing to it and were left out."))
        return texts

    def _tell_unshifted(self) -> None:
        """Also of a step that was undone, or of the photo that is open while another model is chosen."""
        if self._window.document.succession.unshifted:
            self._window.notices.show_info(" ".join(self._tell_succession()))

    def _offer(self, lost: list[LostSession]) -> None:
        self._offered += lost
        self._ask()

    def _offer_pasted(self, left: list[Path]) -> None:
        self._left = left
        self._ask()

    def _ask_of_pasted(self) -> None:
        count = len(self._left)
        self._window.notices.show_question(
            self.tr("%n pasted pictures from earlier are still here.", "", count),
            yes=self.tr("Open"),
            do=lambda: self._window.background.pasted.put_back(self._take_left()),
            no=self.tr("Delete"),
            do_other=lambda: self._window.background.pasted.discard(self._take_left()),
        )

    def _take_left(self) -> list[Path]:
        left, self._left = self._left, []
        return left

    def _ask(self) -> None:
        if not self._offered:
            if self._left:
                self._ask_of_pasted()
            return
        lost = self._offered[0]
        text = self.tr("Tintype ended unexpectedly. Restore “{name}”?")
        self._window.notices.show_question(
            text.format(name=lost.state.name),
            yes=self.tr("Restore"),
            do=partial(self._restore, lost),
            no=self.tr("Dismiss"),
            do_other=partial(self._dismiss, lost),
        )

    def _restore(self, lost: LostSession) -> None:
        """Open the photo as it was; what is on disk is forgotten only when that has worked."""
        self._offered.remove(lost)
        self._restoring.append(lost)
        window, state = self._window, lost.state
        window.autosave.assign(state.mark, state.project)
        if state.mark.path:
            window.loader.take_photo(IncomingItem(path=Path(state.mark.path)))
        else:
            window.loader.take_kept(state.name, lambda: read_kept_photo(state, lost.folder))

    def _dismiss(self, lost: LostSession) -> None:
        self._offered.remove(lost)
        lost.remove()
        self._ask()

    def _go_on(self) -> None:
        """Another photo is there: perhaps one that was to be restored. What is not answered yet is asked again."""
        mark = self._window.document.mark
        for lost in [lost for lost in self._restoring if lost.state.mark == mark]:
            self._restoring.remove(lost)
            lost.remove()
        self._ask()
