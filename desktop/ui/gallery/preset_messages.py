"""Messages about presets: deleted, refused, or embedded anew for another model."""

from PySide6.QtCore import QObject

from desktop.engine.store.preset_library import Preset
from desktop.ui.document.notifier import Notifier
from desktop.ui.document.preset_editing import PresetEditing
from desktop.ui.document.undo_stack import UndoStack
from desktop.ui.services.preset_migration import PresetMigration


class PresetMessages(QObject):
    """Shows messages about presets; that about a deleted one offers to undo it."""

    def __init__(
        self,
        preset_editing: PresetEditing,
        migration: PresetMigration,
        undo_stack: UndoStack,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._undo_stack, self._notifier = undo_stack, notifier
        preset_editing.refused.connect(notifier.show_warning)
        preset_editing.deleted.connect(self._tell_deleted)
        migration.renewed.connect(self._tell_renewed)

    def _tell_deleted(self, name: str) -> None:
        text = self.tr("“{name}” is deleted.").format(name=name)
        self._notifier.show_info(text, action=self.tr("Undo"), do=self._undo_stack.undo)

    def _tell_renewed(self, presets: list[Preset]) -> None:
        if len(presets) == 1:
            text = self.tr("“{name}” was made anew for this model.").format(name=presets[0].name)
        else:
            text = self.tr("{count} presets were made anew for this model.").format(count=len(presets))
        self._notifier.show_info(text)
