"""Named states of the edit: taking, renaming and deleting them, each as a step that can be undone."""

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.engine.store.project import Snapshot
from desktop.ui.document.display_names import display_names
from desktop.ui.document.document import Document
from desktop.ui.document.edit_commands import ChangeSnapshots
from desktop.ui.document.editing import Editing
from desktop.ui.document.step import StepName


class Snapshots(QObject):
    """Changes the snapshots of the current photo, which are known by their place in the list."""

    def __init__(self, document: Document, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._editing = document, editing

    def take(self) -> None:
        """Keep the chosen edit under a name that describes it."""
        name, place = self._free(self._described()), len(self._document.snapshots)
        self._change(
            None,
            Snapshot(name, self._document.edit),
            place,
            lambda: self.tr("Take snapshot “{name}”").format(name=name),
        )

    def go_to(self, place: int) -> None:
        """Choose the edit of a snapshot."""
        snapshot = self._document.snapshots[place]
        self._editing.change(snapshot.edit, lambda: self.tr("Back to “{name}”").format(name=snapshot.name))

    def rename(self, place: int, name: str) -> None:
        """Give a snapshot another name, numbered where another has it; an empty one changes nothing."""
        name, snapshot = " ".join(name.split()), self._document.snapshots[place]
        if name and name != snapshot.name:
            self._change(
                snapshot,
                replace(snapshot, name=self._free(name, snapshot)),
                place,
                lambda: self.tr("Rename snapshot “{name}”").format(name=snapshot.name),
            )

    def delete(self, place: int) -> None:
        """Forget a snapshot."""
        snapshot = self._document.snapshots[place]
        self._change(
            snapshot, None, place, lambda: self.tr("Delete snapshot “{name}”").format(name=snapshot.name)
        )

    def _free(self, name: str, own: Snapshot | None = None) -> str:
        """A name that no snapshot but `own` has: two alike could not be told apart, here or in the steps."""
        taken = {snapshot.name for snapshot in self._document.snapshots if snapshot is not own}
        number, free = 2, name
        while free in taken:
            free = self.tr("{name} ({number})").format(name=name, number=number)
            number += 1
        return free

    def _described(self) -> str:
        edit = self._document.edit
        if edit.blend is None:
            return self.tr("Uncoloured")
        percent = round(edit.adjustments.amount * 100)
        if percent == 100:
            return display_names(edit.blend)
        return self.tr("{name}, {percent} %").format(name=display_names(edit.blend), percent=percent)

    def _change(self, before: Snapshot | None, after: Snapshot | None, place: int, name: StepName) -> None:
        self._editing.undo_stack.push(ChangeSnapshots(self._document, before, after, place, name))
