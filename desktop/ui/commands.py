"""Steps that can be undone: changing the edit, renaming and deleting presets."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from desktop.engine.edit import Edit
from desktop.engine.presets import Preset
from desktop.ui.shelf import Shelf
from desktop.ui.state import Document

translate = QCoreApplication.translate
_CHANGE = 1


class ChangeEdit(QUndoCommand):
    """Changes the edit. All changes of one gesture (a drag, a run with the arrow keys) are one step."""

    def __init__(self, document: Document, edit: Edit, text: str, gesture: int | None) -> None:
        super().__init__(text)
        self._document = document
        self._before = document.edit
        self._gesture = gesture
        self.edit = edit

    def id(self) -> int:
        return _CHANGE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeEdit) or self._gesture is None or other._gesture != self._gesture:
            return False
        self.edit = other.edit
        self.setText(other.text())
        self.setObsolete(self.edit == self._before)
        return True

    def redo(self) -> None:
        self._document.set_edit(self.edit)

    def undo(self) -> None:
        self._document.set_edit(self._before)


class RenamePreset(QUndoCommand):
    """Gives one of the person's own presets another name."""

    def __init__(self, shelf: Shelf, document: Document, old: str, new: str) -> None:
        super().__init__(translate("Commands", "Rename “{name}”").format(name=old))
        self._shelf, self._document, self._old, self._new = shelf, document, old, new

    def redo(self) -> None:
        self._move(self._old, self._new)

    def undo(self) -> None:
        self._move(self._new, self._old)

    def _move(self, old: str, new: str) -> None:
        renamed = self._shelf.rename(old, new)
        if renamed is not None:
            self._document.set_edit(self._document.edit.renamed(old, renamed))


class RemovePreset(QUndoCommand):
    """Takes one of the person's own presets off the shelf; a photo coloured with it stays as it is."""

    def __init__(self, shelf: Shelf, preset: Preset) -> None:
        super().__init__(translate("Commands", "Delete “{name}”").format(name=preset.name))
        self._shelf, self._preset = shelf, preset

    def redo(self) -> None:
        self._shelf.remove(self._preset.name)

    def undo(self) -> None:
        self._shelf.add(self._preset)
