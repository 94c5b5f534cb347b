"""What a person does to the document, each as a step that can be undone."""

from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.engine.edit import Edit
from desktop.engine.naming import slug
from desktop.engine.presets import Preset
from desktop.ui.commands import ChangeEdit, RemovePreset, RenamePreset
from desktop.ui.shelf import Shelf
from desktop.ui.state import Document

_gestures = count(1)


def new_gesture() -> int:
    """A number for the next drag, stroke or run of keys: changes under one number become one step."""
    return next(_gestures)


class Editing(QObject):
    """The only way by which widgets change the document."""

    refused = Signal(str)
    deleted = Signal(str)

    def __init__(self, document: Document, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._document, self._shelf = document, shelf

    def change(self, edit: Edit, text: str, gesture: int | None = None) -> None:
        """Choose another edit. `text` names the step; steps in a row of one `gesture` are one."""
        if edit == self._document.edit:
            self._document.try_edit(None)
        else:
            self.undo_stack.push(ChangeEdit(self._document, edit, text, gesture))

    def choose(self, preset: Preset) -> None:
        """Colour with another preset."""
        text = self.tr("Choose “{name}”").format(name=preset.name)
        self.change(self._document.edit_with(preset), text)

    def rename(self, preset: Preset, name: str) -> None:
        """Rename one of the person's own presets, unless the name is taken or empty."""
        name = name.strip()
        taken = self._shelf.find(name)
        if name == preset.name:
            return
        if not slug(name):
            self.refused.emit(self.tr("A preset needs a name with at least one letter or digit."))
        elif taken is not None and taken.slug != preset.slug:
            text = self.tr("There already is a preset “{name}”; choose another name.")
            self.refused.emit(text.format(name=taken.name))
        else:
            self.undo_stack.push(RenamePreset(self._shelf, self._document, preset.name, name))

    def delete(self, preset: Preset) -> None:
        """Take one of the person's own presets off the shelf."""
        self.undo_stack.push(RemovePreset(self._shelf, preset))
        self.deleted.emit(preset.name)
