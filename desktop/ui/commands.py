"""Steps that can be undone: choosing a preset, moving the amount, renaming and deleting presets."""

from PySide6.QtGui import QUndoCommand

from desktop.engine.presets import Preset
from desktop.ui.shelf import Shelf
from desktop.ui.state import Document

_CHOOSE, _AMOUNT = 1, 2


class ChoosePreset(QUndoCommand):
    """Colours with another preset. A run through the gallery with the arrow keys is one step."""

    def __init__(self, document: Document, preset: Preset, *, browsing: bool = False) -> None:
        super().__init__(f"choose “{preset.name}”")
        self._document = document
        self._before = document.preset
        self._after = preset
        self._browsing = browsing

    def id(self) -> int:
        return _CHOOSE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChoosePreset) or not (self._browsing and other._browsing):
            return False
        self._after = other._after
        self.setText(other.text())
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        self._document.set_preset(self._after)

    def undo(self) -> None:
        self._document.set_preset(self._before)


class SetAmount(QUndoCommand):
    """Changes the amount. All changes of one gesture (one drag of the slider) are one step."""

    def __init__(self, document: Document, amount: float, gesture: int) -> None:
        super().__init__(f"amount {amount:.0%}")
        self._document = document
        self._before = document.amount
        self._after = amount
        self._gesture = gesture

    def id(self) -> int:
        return _AMOUNT

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, SetAmount) or other._gesture != self._gesture:
            return False
        self._after = other._after
        self.setText(other.text())
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        self._document.set_amount(self._after)

    def undo(self) -> None:
        self._document.set_amount(self._before)


class RenamePreset(QUndoCommand):
    """Gives one of the person's own presets another name."""

    def __init__(self, shelf: Shelf, document: Document, old: str, new: str) -> None:
        super().__init__(f"rename “{old}”")
        self._shelf, self._document, self._old, self._new = shelf, document, old, new

    def redo(self) -> None:
        self._move(self._old, self._new)

    def undo(self) -> None:
        self._move(self._new, self._old)

    def _move(self, old: str, new: str) -> None:
        renamed = self._shelf.rename(old, new)
        if self._document.preset is not None and self._document.preset.name == old:
            self._document.set_preset(renamed)


class RemovePreset(QUndoCommand):
    """Takes one of the person's own presets off the shelf; a photo coloured with it stays as it is."""

    def __init__(self, shelf: Shelf, preset: Preset) -> None:
        super().__init__(f"delete “{preset.name}”")
        self._shelf, self._preset = shelf, preset

    def redo(self) -> None:
        self._shelf.remove(self._preset.name)

    def undo(self) -> None:
        self._shelf.add(self._preset)
