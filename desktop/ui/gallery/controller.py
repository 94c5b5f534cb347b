"""Connects the gallery of one window with the photo, the thumbnails, the easel and the collection of presets."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop.engine.presets import Preset
from desktop.ui.document.display_names import display_name
from desktop.ui.document.observable_presets import PresetWithPainting
from desktop.ui.gallery.import_export import PresetImportExport
from desktop.ui.gallery.new_preset_dialog import NewPresetDialog
from desktop.ui.services.preset_maker import Draft
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.qt_actions import connect

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.main_window.main_window import MainWindow


_RENAME_WIDTH_PX = 400


class GalleryController(QObject):
    """What happens on each command about presets. Those of the menu bar are about the chosen one."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.files = PresetImportExport(window)
        self._connect_thumbnails()
        self._connect_gallery()
        self._connect_easel()
        self._connect_renewal()
        self._connect_actions()

    def _connect_thumbnails(self) -> None:
        window, thumbnails, gallery = self._window, self._window.thumbnails, self._window.gallery
        thumbnails.set_order(gallery.in_order_of_sight)
        thumbnails.plain_ready.connect(gallery.show_plain)
        thumbnails.made.connect(gallery.show_thumbnail)
        thumbnails.failed.connect(window.notices.show_error)
        gallery.sight_changed.connect(thumbnails.go_on)
        gallery.room_changed.connect(self._start_thumbnails)
        window.document.photo_changed.connect(self._show_photo)
        window.document.model_changed.connect(self._start_thumbnails)
        window.document.edit_changed.connect(lambda: thumbnails.adjust(window.document.edit.adjustments))

    def _connect_gallery(self) -> None:
        window, gallery = self._window, self._window.gallery
        gallery.show_grouping(window.settings.grouping)
        gallery.grouping_changed.connect(self._keep_grouping)
        gallery.small_action.setChecked(window.settings.small_thumbnails)
        gallery.small_action.toggled.connect(self._keep_size)
        gallery.hovered.connect(window.document.try_preset)
        gallery.starred.connect(window.preset_editing.star)
        gallery.menu_requested.connect(self._show_menu)
        gallery.dropped.connect(window.preset_maker.take)
        window.stage.presets_dropped.connect(window.preset_maker.take)
        window.preset_editing.refused.connect(window.notices.show_warning)
        window.preset_editing.deleted.connect(self._tell_deleted)

    def _connect_easel(self) -> None:
        window, preset_maker = self._window, self._window.preset_maker
        preset_maker.opening.connect(window.status.show_opening)
        preset_maker.failed.connect(lambda _error: window.name_photo())
        preset_maker.asked.connect(self._ask)
        preset_maker.made.connect(self._add)
        preset_maker.noticed.connect(window.notices.show_info)

    def _connect_renewal(self) -> None:
        window, migration = self._window, self._window.migration
        window.warmup.ready.connect(lambda _provider, _latency_ms: migration.begin())
        window.library.changed.connect(self._look_after_change)
        migration.model_known.connect(window.gallery.show_model)
        migration.renewed.connect(self._tell_renewed)
        migration.failed.connect(window.notices.show_error)

    def _look_after_change(self) -> None:
        """What was just imported may be for another model; before the networks are loaded, all is looked at anyway."""
        if not self._window.warmup.busy:
            self._window.migration.begin()

    def _tell_renewed(self, presets: list[Preset]) -> None:
        if len(presets) == 1:
            text = self.tr("“{name}” was made anew for this model.").format(name=presets[0].name)
        else:
            text = self.tr("{count} presets were made anew for this model.").format(count=len(presets))
        self._window.notices.show_info(text)

    def _connect_actions(self) -> None:
        window, actions = self._window, self._window.actions_
        for action, act in (
            (actions.favourite, window.preset_editing.star),
            (actions.rename, self._rename),
            (actions.duplicate, window.preset_editing.duplicate),
            (actions.copy_name, _copy_name),
            (actions.export_preset, self.files.ask_to_export),
            (actions.delete, window.preset_editing.delete),
        ):
            connect(action, partial(self._act_on_chosen, act))
        connect(actions.import_presets, self.files.ask_to_import)
        document = window.document
        for changed in (
            document.edit_changed,
            document.aim_changed,
            window.favourites.changed,
            window.library.changed,
        ):
            changed.connect(self._enable_actions)
        self._enable_actions()

    def _act_on_chosen(self, act: "Callable[[Preset], None]") -> None:
        preset = self._window.document.aimed_preset
        if preset is not None:
            act(preset)

    def _enable_actions(self) -> None:
        window, actions, preset = self._window, self._window.actions_, self._window.document.aimed_preset
        present = preset is not None and window.library.find(preset.name) is not None
        own = preset is not None and present and window.library.is_own(preset)
        for action in (actions.favourite, actions.copy_name):
            action.setEnabled(present)
        for action in (actions.duplicate, actions.export_preset):
            action.setEnabled(preset is not None and present and not preset.is_natural)
        for action in (actions.rename, actions.delete):
            action.setEnabled(own)
        actions.favourite.setChecked(preset is not None and window.favourites.has(preset))

    def _show_photo(self) -> None:
        photo = self._window.document.photo
        size = None if photo is None else QSize(photo.width_px, photo.height_px)
        self._window.gallery.set_photo_size(size)
        self._start_thumbnails()

    def _start_thumbnails(self) -> None:
        window = self._window
        adjustments = window.document.edit.adjustments
        window.thumbnails.start(window.document.photo, window.gallery.thumbnail_size_px(), adjustments)

    def _keep_grouping(self, grouping: object) -> None:
        self._window.settings.grouping = grouping  # type: ignore[assignment]  # a signal carries objects

    def _keep_size(self, small: bool) -> None:
        self._window.settings.small_thumbnails = small

    def _ask(self, draft: Draft) -> None:
        """Let the person say which part of a painting is wanted, and show the photo in its colours meanwhile."""
        window = self._window
        window.name_photo()
        dialog = NewPresetDialog(draft, window.library.free_name, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.part_changed.connect(window.preset_maker.prepare)
        window.preset_maker.prepared.connect(dialog.show_prepared)
        dialog.tried.connect(window.document.try_preset)
        dialog.rejected.connect(lambda: window.document.try_preset(None))
        dialog.accepted.connect(lambda: self._add_asked(dialog.addition))
        dialog.begin()

    def _add_asked(self, addition: PresetWithPainting | None) -> None:
        if addition is not None:
            self._add([addition], again=True)

    def _add(self, additions: list[PresetWithPainting], *, again: bool = False) -> None:
        window = self._window
        window.stage.messages.clear()
        window.name_photo()
        if additions:
            window.gallery.search_field.clear()
            window.preset_editing.add(additions, again=again)
            if window.document.photo is None:
                window.notices.show_info(
                    self.tr("The painting is in the gallery; now drop the photo to colour.")
                )

    def _show_menu(self, preset: Preset, place: QPoint) -> None:
        window = self._window
        own = window.library.is_own(preset)
        starred = window.favourites.has(preset)
        star = self.tr("Take the star away") if starred else self.tr("Mark as favourite")
        preset_editing = window.preset_editing
        menu = QMenu(window.gallery)
        menu.setObjectName("presetMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("star"), star, lambda: preset_editing.star(preset))
        if not preset.is_natural:
            menu.addAction(icon("copy"), self.tr("Duplicate"), lambda: preset_editing.duplicate(preset))
        menu.addAction(self.tr("Copy name"), lambda: _copy_name(preset))
        if not preset.is_natural:
            menu.addAction(icon("save"), self.tr("Export…"), lambda: self.files.ask_to_export(preset))
        if own:
            menu.addSeparator()
            menu.addAction(icon("rename"), self.tr("Rename…"), lambda: self._rename(preset))
            menu.addAction(icon("delete"), self.tr("Delete"), lambda: preset_editing.delete(preset))
        menu.popup(place)

    def _rename(self, preset: Preset) -> None:
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename preset"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(preset.name)
        dialog.resize(_RENAME_WIDTH_PX, dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda name: self._window.preset_editing.rename(preset, name))
        dialog.open()

    def _tell_deleted(self, name: str) -> None:
        self._window.notices.show_info(
            self.tr("“{name}” is deleted.").format(name=name),
            action=self.tr("Undo"),
            do=self._window.editing.undo_stack.undo,
        )


def _copy_name(preset: Preset) -> None:
    QGuiApplication.clipboard().setText(display_name(preset))
