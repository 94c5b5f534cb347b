"""A box of a tool's fields and buttons, in which Enter does what it does on the canvas."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QWidget


class ToolBox(QWidget):
    """Enter accepts what the tool has made; on a button it presses that, and in a number it takes what was typed."""

    accepted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        field = QApplication.focusWidget()
        if isinstance(field, QAbstractButton):
            field.click()
        elif not isinstance(field, QAbstractSpinBox):
            self.accepted.emit()
