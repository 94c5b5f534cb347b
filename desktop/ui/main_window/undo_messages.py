"""Says what was undone where the photograph on the canvas does not show it: a preset, a star, other photos."""

from PySide6.QtCore import QObject

from desktop.ui.document.notifier import Notifier
from desktop.ui.document.undo_stack import UndoStack


class UndoMessages(QObject):
    """Shows a message for each such step, with a button that redoes it."""

    def __init__(self, undo_stack: UndoStack, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack, self._notifier = undo_stack, notifier
        undo_stack.undone_elsewhere.connect(self._tell)

    def _tell(self, step: str) -> None:
        self._notifier.show_info(
            self.tr("Undone, but not on this photo: {step}").format(step=step),
            action=self.tr("Redo"),
            do=self._undo_stack.redo,
        )
