"""List models of the steps of one photograph and of its snapshots."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from desktop.engine.edits.edit import Edit
from desktop.ui.base.plain_text import plain_tip
from desktop.ui.document.document import Document
from desktop.ui.document.edit_commands import ChangeEdit
from desktop.ui.document.snapshots import Snapshots
from desktop.ui.document.undo_stack import UndoStack
from desktop.ui.widgets.theme import current_theme

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """The steps as rows, the latest on top; the lowest is the photograph as it was opened.

    Steps that were undone are muted until something else is done.
    """

    def __init__(self, document: Document, steps: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._steps = document, steps
        steps.changed.connect(self._refill)

    @property
    def current(self) -> QModelIndex:
        """The row of the present state."""
        return self.index(self._steps.photo_stack.count() - self._steps.photo_stack.index())

    def go_to(self, index: Index) -> None:
        """Undo and redo up to the step of a row; snapshots stay, which are kept to come back from there."""
        stack, snapshots = self._steps.photo_stack, self._document.snapshots
        stack.setIndex(stack.count() - index.row())
        self._document.set_snapshots(snapshots)

    def edit_at(self, index: Index) -> Edit | None:
        """The edit as it was after the step of a row; None where no step has changed it."""
        stack = self._steps.photo_stack
        done = stack.count() - index.row()
        for place in range(done - 1, -1, -1):
            command = stack.command(place)
            if isinstance(command, ChangeEdit):
                return command.edit
        for place in range(done, stack.count()):
            command = stack.command(place)
            if isinstance(command, ChangeEdit):
                return command.before
        return None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._steps.photo_stack.count() + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        stack = self._steps.photo_stack
        place = stack.count() - index.row()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = stack.text(place - 1) if place else self.tr("Opened")
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        undone = place > stack.index()
        if role == Qt.ItemDataRole.AccessibleTextRole and undone:
            return self.tr("{step}, undone").format(step=stack.text(place - 1))
        if role == Qt.ItemDataRole.ForegroundRole and undone:
            return current_theme()["muted"]
        if role == Qt.ItemDataRole.FontRole and undone:
            font = QFont()
            font.setItalic(True)  # not by colour alone
            return font
        return None

    def _refill(self) -> None:
        self.beginResetModel()
        self.endResetModel()


class SnapshotModel(QAbstractListModel):
    """The snapshots as rows, in the order in which they were taken; their names can be edited."""

    def __init__(self, document: Document, snapshots: Snapshots, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._snapshots = document, snapshots
        document.snapshots_changed.connect(self._refill)

    def edit_at(self, index: Index) -> Edit:
        """The edit of a row."""
        return self._document.snapshots[index.row()].edit

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._document.snapshots)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        name = self._document.snapshots[index.row()].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(name)
        return name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        self._snapshots.rename(index.row(), str(value))
        return True

    def _refill(self) -> None:
        self.beginResetModel()
        self.endResetModel()
