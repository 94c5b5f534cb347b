"""Ctrl+Z undoes the last step on the photo also while a field has the focus, unless something was typed there."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget

_FIELDS = (QLineEdit, QAbstractSpinBox)


class UndoKey(QObject):
    """Follows the focus from field to field; a field keeps undo and redo for itself as long as it has any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        field = watched if isinstance(watched, QLineEdit) else watched.findChild(QLineEdit)
        if not isinstance(field, QLineEdit):
            return False
        undoes, redoes = (
            event.matches(QKeySequence.StandardKey.Undo),
            event.matches(QKeySequence.StandardKey.Redo),
        )
        if (undoes and not field.isUndoAvailable()) or (redoes and not field.isRedoAvailable()):
            event.ignore()  # and it is the window's shortcut
            return True
        return False

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _FIELDS):
            before.removeEventFilter(self)
        if isinstance(now, _FIELDS):
            now.installEventFilter(self)
