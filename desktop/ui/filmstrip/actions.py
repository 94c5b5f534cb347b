"""The actions for several photographs: a menu of their own, and the context menu of the film strip."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QKeyCombination, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop.ui.base.open_folder import open_folder
from desktop.ui.base.texts import follow_language
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.notifier import Notifier
from desktop.ui.document.settings import Settings
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.filmstrip.copy_paste_look import LookClipboard
from desktop.ui.widgets.qt_actions import connect

_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class FilmstripActions(QObject):
    """The actions for several photographs; disabled while there is nothing for them to act on."""

    export_requested = Signal()
    queue_requested = Signal()

    def __init__(
        self,
        filmstrip: FilmstripController,
        looks: LookClipboard,
        document: Document,
        editing: Editing,
        settings: Settings,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._filmstrip, self._looks, self._document = filmstrip, looks, document
        self._editing, self._settings, self._notifier = editing, settings, notifier
        self._texts: dict[QAction, Callable[[], str]] = {}
        self.open_folder = self._make(lambda: self.tr("Open folder…"), None)
        self.next = self._make(lambda: self.tr("Next photo"), _ALT | Qt.Key.Key_Right)
        self.previous = self._make(lambda: self.tr("Previous photo"), _ALT | Qt.Key.Key_Left)
        self.select_all = self._make(lambda: self.tr("Select all photos"), None)
        self.show_in_folder = self._make(lambda: self.tr("Show in folder"), None)
        self.read_again = self._make(lambda: self.tr("Read again"), None)
        self.copy_look = self._make(lambda: self.tr("Copy look"), _CTRL | _ALT | Qt.Key.Key_C)
        self.paste_look = self._make(lambda: self.tr("Paste look"), _CTRL | _ALT | Qt.Key.Key_V)
        self.look_to_selected = self._make(
            lambda: self.tr("Apply look to selected"), _CTRL | _ALT | Qt.Key.Key_S
        )
        self.look_to_all = self._make(lambda: self.tr("Apply look to all"), _CTRL | _ALT | Qt.Key.Key_A)
        self.export = self._make(lambda: self.tr("Export…"), None)
        export_keys = (_CTRL | _SHIFT | Qt.Key.Key_E, _CTRL | Qt.Key.Key_E)
        self.export.setShortcuts([QKeySequence(keys) for keys in export_keys])
        self.queue = self._make(lambda: self.tr("Export queue"), _CTRL | _SHIFT | Qt.Key.Key_Q)
        self.remove = self._make(lambda: self.tr("Remove from strip"), None)
        for action, slot in (
            (self.open_folder, self._ask_for_folder),
            (self.next, lambda: self._filmstrip.strip.go(1)),
            (self.previous, lambda: self._filmstrip.strip.go(-1)),
            (self.select_all, self._filmstrip.strip.selectAll),
            (self.show_in_folder, self._show_in_folder),
            (self.read_again, self._read_again),
            (self.copy_look, looks.copy),
            (self.paste_look, looks.paste),
            (self.look_to_selected, lambda: looks.apply(self._filmstrip.strip.selected, painted=True)),
            (self.look_to_all, lambda: looks.apply(self._filmstrip.photos.frames, painted=True)),
            (self.export, self.export_requested.emit),
            (self.queue, self.queue_requested.emit),
            (self.remove, self._remove),
        ):
            connect(action, slot)
        self.menu = self._make_menu()
        follow_language(self._show_texts)
        strip = self._filmstrip.strip
        strip.menu_requested.connect(self._open_context_menu)
        strip.remove_requested.connect(self._remove)
        self._filmstrip.photos.count_changed.connect(self._enable)
        self._filmstrip.photos.current_changed.connect(self._enable)
        strip.selectionModel().selectionChanged.connect(self._enable)
        document.photo_changed.connect(self._enable)
        document.edit_changed.connect(self._enable)
        looks.copied_changed.connect(self._enable)
        looks.applied.connect(self._tell_applied)
        looks.painted_again.connect(self._tell_painted)
        self._enable()

    @property
    def all(self) -> list[QAction]:
        """The actions, in the order in which they were made."""
        return list(self._texts)

    def _show_texts(self) -> None:
        for action, text in self._texts.items():
            action.setText(text())
        self.menu.setTitle(self.tr("Ph&otos"))

    def _make(self, text: Callable[[], str], keys: QKeyCombination | None) -> QAction:
        action = QAction(self)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        self._texts[action] = text
        return action

    def _make_menu(self) -> QMenu:
        menu = QMenu(self._filmstrip.strip)
        menu.addActions([self.previous, self.next, self.select_all])
        menu.addSeparator()
        menu.addActions([self.copy_look, self.paste_look, self.look_to_selected, self.look_to_all])
        menu.addSeparator()
        menu.addActions([self.show_in_folder, self.remove])
        return menu

    def _enable(self) -> None:
        several = self._filmstrip.photos.rowCount() > 1
        selected = self._filmstrip.strip.selected if several else []
        for action in (self.next, self.previous, self.select_all):
            action.setEnabled(several)
        for action in (self.show_in_folder, self.remove, self.read_again):
            action.setEnabled(bool(selected))
        looks, has_photo = self._looks, self._document.photo is not None
        self.copy_look.setEnabled(looks.present is not None)
        self.paste_look.setEnabled(looks.copied is not None and (has_photo or bool(selected)))
        self.look_to_selected.setEnabled(looks.present is not None and len(selected) > 1)
        self.look_to_all.setEnabled(looks.present is not None and several)
        self.export.setEnabled(bool(selected) or self._filmstrip.photos.current is not None)

    def _open_context_menu(self, position: QPoint) -> None:
        menu = QMenu(self._filmstrip.strip)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.copy_look, self.paste_look, self.look_to_selected])
        menu.addSeparator()
        menu.addAction(self.export)
        menu.addSeparator()
        menu.addActions([self.show_in_folder, self.read_again])
        menu.addSeparator()
        menu.addActions([self.remove])
        menu.popup(position)

    def _tell_applied(self, count: int) -> None:
        self._offer_undo(self.tr("%n photos have this look now.", "", count))

    def _tell_painted(self, photos: int, found: int, wanted: int, changed: bool) -> None:
        """Say how much of what was painted is on other photographs now, and how much is not."""
        told = [self.tr("%n photos have this look now.", "", photos)]
        if found == wanted:
            told.append(self.tr("Painted regions: {found} found again.").format(found=found))
        else:
            words = self.tr("Painted regions: {found} found again, {left} left out whose thing is not there.")
            told.append(words.format(found=found, left=wanted - found))
        if changed:
            self._offer_undo(" ".join(told))
        else:
            self._notifier.show_info(" ".join(told))

    def _offer_undo(self, text: str) -> None:
        self._notifier.show_info(text, action=self.tr("Undo"), do=self._editing.undo_stack.undo)

    def _ask_for_folder(self) -> None:
        settings = self._settings
        dialog = QFileDialog(
            self._filmstrip.strip.window(), self.tr("Open folder"), str(settings.photo_folder)
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._open_folder)
        dialog.open()

    def _open_folder(self, name: str) -> None:
        self._settings.folder = Path(name)
        self._filmstrip.open([Path(name)])

    def _show_in_folder(self) -> None:
        for folder in {frame.path.parent for frame in self._filmstrip.strip.selected[:1]}:
            open_folder(folder)

    def _read_again(self) -> None:
        for frame in self._filmstrip.strip.selected:
            self._filmstrip.thumbnails.read_again(frame)

    def _remove(self) -> None:
        self._filmstrip.remove(self._filmstrip.strip.selected)
