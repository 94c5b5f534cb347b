"""What a person does to the document, each as a step that can be undone."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.engine.naming import slug
from desktop.engine.presets import Preset
from desktop.ui.commands import ChoosePreset, RemovePreset, RenamePreset, SetAmount
from desktop.ui.shelf import Shelf
from desktop.ui.state import Document


class Editing(QObject):
    """The only way by which widgets change the document."""

    refused = Signal(str)
    deleted = Signal(str)

    def __init__(self, document: Document, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._document, self._shelf = document, shelf

    def choose(self, preset: Preset, browsing: bool = False) -> None:
        """Colour with another preset; steps made while browsing with the arrow keys become one."""
        if preset == self._document.preset:
            self._document.try_preset(None)
        else:
            self.undo_stack.push(ChoosePreset(self._document, preset, browsing=browsing))

    def set_amount(self, amount: float, gesture: int) -> None:
        """Change the amount; all changes of one gesture become one step."""
        if amount != self._document.amount:
            self.undo_stack.push(SetAmount(self._document, amount, gesture))

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
