"""The actions on presets: those of the menu bar act on the chosen one, those of the context menu on any."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop.engine.store.preset_library import Preset
from desktop.ui.commands.actions import Actions
from desktop.ui.document.display_names import display_name
from desktop.ui.document.document import Document
from desktop.ui.document.favourites import Favourites
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.document.preset_editing import PresetEditing
from desktop.ui.gallery.import_export import PresetImportExport
from desktop.ui.gallery.panel import GalleryPanel
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.qt_actions import connect

_RENAME_WIDTH_PX = 400


class PresetActions(QObject):
    """Enables what can be done with the chosen preset, does it, and opens the context menu of any other."""

    def __init__(
        self,
        actions: Actions,
        gallery: GalleryPanel,
        document: Document,
        library: ObservablePresets,
        favourites: Favourites,
        preset_editing: PresetEditing,
        files: PresetImportExport,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._gallery, self._document = actions, gallery, document
        self._library, self._favourites = library, favourites
        self._preset_editing, self._files = preset_editing, files
        for action, act in (
            (actions.favourite, preset_editing.star),
            (actions.rename, self._rename),
            (actions.duplicate, preset_editing.duplicate),
            (actions.copy_name, _copy_name),
            (actions.export_preset, files.ask_to_export),
            (actions.delete, preset_editing.delete),
        ):
            connect(action, partial(self._act_on_chosen, act))
        connect(actions.import_presets, files.ask_to_import)
        gallery.starred.connect(preset_editing.star)
        gallery.menu_requested.connect(self._show_menu)
        for changed in (document.edit_changed, document.aim_changed, favourites.changed, library.changed):
            changed.connect(self._enable)
        self._enable()

    def _act_on_chosen(self, act: Callable[[Preset], None]) -> None:
        preset = self._document.aimed_preset
        if preset is not None:
            act(preset)

    def _enable(self) -> None:
        actions, preset = self._actions, self._document.aimed_preset
        present = preset is not None and self._library.find(preset.name) is not None
        own = preset is not None and present and self._library.is_own(preset)
        for action in (actions.favourite, actions.copy_name):
            action.setEnabled(present)
        for action in (actions.duplicate, actions.export_preset):
            action.setEnabled(preset is not None and present and not preset.is_natural)
        for action in (actions.rename, actions.delete):
            action.setEnabled(own)
        actions.favourite.setChecked(preset is not None and self._favourites.has(preset))

    def _show_menu(self, preset: Preset, place: QPoint) -> None:
        preset_editing, files = self._preset_editing, self._files
        starred = self._favourites.has(preset)
        star = self.tr("Take the star away") if starred else self.tr("Mark as favourite")
        menu = QMenu(self._gallery)
        menu.setObjectName("presetMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("star"), star, lambda: preset_editing.star(preset))
        if not preset.is_natural:
            menu.addAction(icon("copy"), self.tr("Duplicate"), lambda: preset_editing.duplicate(preset))
        menu.addAction(self.tr("Copy name"), lambda: _copy_name(preset))
        if not preset.is_natural:
            menu.addAction(icon("save"), self.tr("Export…"), lambda: files.ask_to_export(preset))
        if self._library.is_own(preset):
            menu.addSeparator()
            menu.addAction(icon("rename"), self.tr("Rename…"), lambda: self._rename(preset))
            menu.addAction(icon("delete"), self.tr("Delete"), lambda: preset_editing.delete(preset))
        menu.popup(place)

    def _rename(self, preset: Preset) -> None:
        dialog = QInputDialog(self._gallery.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename preset"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(preset.name)
        dialog.resize(_RENAME_WIDTH_PX, dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda name: self._preset_editing.rename(preset, name))
        dialog.open()


def _copy_name(preset: Preset) -> None:
    QGuiApplication.clipboard().setText(display_name(preset))
