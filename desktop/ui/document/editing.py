"""Changes the document on behalf of the user, each change as a step that can be undone."""

from PySide6.QtCore import QObject

from desktop.engine.edits.edit import Edit
from desktop.engine.store.preset_library import Preset
from desktop.ui.document.display_names import display_name
from desktop.ui.document.document import Document
from desktop.ui.document.edit_commands import ChangeEdit
from desktop.ui.document.step import StepName
from desktop.ui.document.undo_stack import UndoStack


class Editing(QObject):
    """The only way by which widgets change the document."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = UndoStack(self)
        self._document = document
        document.photo_changed.connect(lambda: self.undo_stack.open(document.mark))

    def change(self, edit: Edit, name: StepName, gesture: int | None = None) -> None:
        """Choose another edit. `name` tells what the step is called; steps in a row of one `gesture` are one."""
        edit = self._document.migrated(edit)
        if edit == self._document.edit:
            self._document.try_edit(None)
        else:
            self.undo_stack.push(ChangeEdit(self._document, edit, name, gesture))

    def choose(self, preset: Preset) -> None:
        """Colour with another preset: the photo, or the region aimed at."""
        aim = self._document.aim

        def name() -> str:
            if aim is None:
                return self.tr("Choose “{name}”").format(name=display_name(preset))
            text = self.tr("Choose “{name}” for region {number}")
            return text.format(name=display_name(preset), number=aim + 1)

        self.change(self._document.edit_with(preset), name)
