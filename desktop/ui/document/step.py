"""A step that can be undone, and is named in the language of the window."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

StepName = Callable[[], str]  # asked again when the language has changed


class Step(QUndoCommand):
    """An undo command with its name; empty for one that is only part of a step."""

    def __init__(self, name: StepName = str) -> None:
        super().__init__(name())
        self.name = name

    def name_again(self) -> None:
        """Be called as the language that is installed now has it."""
        self.setText(self.name())
