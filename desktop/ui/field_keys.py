"""Keys that mean something else to fields than to the window are the window's where a field has no use for them.

So Ctrl+Z undoes what was done to the photo also while a field has the keyboard, unless something was typed there;
Ctrl+V takes a picture, Ctrl+C gives the result.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget

_KEYS = QKeySequence.StandardKey
_FIELDS = (QLineEdit, QAbstractSpinBox)


class FieldKeys(QObject):
    """Follows the keyboard from field to field."""

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
        useless = (
            (event.matches(_KEYS.Undo) and not field.isUndoAvailable())
            or (event.matches(_KEYS.Redo) and not field.isRedoAvailable())
            or (event.matches(_KEYS.Copy) and not field.hasSelectedText())
            or (event.matches(_KEYS.Paste) and not QGuiApplication.clipboard().mimeData().hasText())
        )
        if useless:
            event.ignore()  # and it is the window's shortcut
        return useless

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _FIELDS):
            before.removeEventFilter(self)
        if isinstance(now, _FIELDS):
            now.installEventFilter(self)
