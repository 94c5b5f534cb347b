"""Undo commands that concern one photograph: changing its edit and its snapshots."""

from PySide6.QtGui import QUndoCommand

from desktop.engine.edits.edit import Edit
from desktop.engine.store.project import Snapshot
from desktop.ui.document.document import Document
from desktop.ui.document.step import Step, StepName

_CHANGE = 1


class PhotoCommand(Step):
    """A step in the history of one photograph; all other steps belong to the whole window.

    needs_canvas: whether it can be undone only while its photograph is on the canvas.
    """

    needs_canvas = True


class ChangeEdit(PhotoCommand):
    """Changes the edit. All changes of one gesture (a drag, a run with the arrow keys) are one step."""

    def __init__(self, document: Document, edit: Edit, name: StepName, gesture: int | None) -> None:
        super().__init__(name)
        self._document = document
        self.before = document.edit
        self._gesture = gesture
        self.edit = edit

    def id(self) -> int:
        return _CHANGE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeEdit) or self._gesture is None or other._gesture != self._gesture:
            return False
        self.edit = other.edit
        self.name = other.name
        self.name_again()
        self.setObsolete(self.edit == self.before)
        return True

    def redo(self) -> None:
        self._document.set_edit(self.edit)

    def undo(self) -> None:
        self._document.set_edit(self.before)


class ChangeSnapshots(PhotoCommand):
    """Takes, renames or deletes one snapshot, whatever has become of the others meanwhile."""

    def __init__(
        self, document: Document, before: Snapshot | None, after: Snapshot | None, place: int, name: StepName
    ) -> None:
        """before, after: the snapshot, None where there is none; place: in the list."""
        super().__init__(name)
        self._document, self._place = document, place
        self._before, self._after = before, after

    def redo(self) -> None:
        self._exchange(self._before, self._after)

    def undo(self) -> None:
        self._exchange(self._after, self._before)

    def _exchange(self, old: Snapshot | None, new: Snapshot | None) -> None:
        snapshots = list(self._document.snapshots)
        place = snapshots.index(old) if old in snapshots else self._place
        kept = [snapshot for snapshot in snapshots if snapshot not in (old, new)]
        if new is not None:
            kept.insert(place, new)
        self._document.set_snapshots(tuple(kept))
