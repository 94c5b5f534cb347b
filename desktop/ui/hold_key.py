"""Space held down shows the original, wherever the focus is, except where Space means something else."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

_OWN_SPACE = (QLineEdit, QAbstractButton, QAbstractSpinBox, QComboBox)


class HoldKey(QObject):
    """Watches one window for Space being pressed and let go."""

    held = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._down = False
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate and watched is self._window:
            self._set(False)
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Space or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._window or isinstance(watched, _OWN_SPACE):
            return False
        if not event.isAutoRepeat():
            self._set(kind == QEvent.Type.KeyPress)
        return True

    def _set(self, down: bool) -> None:
        if down != self._down:
            self._down = down
            self.held.emit(down)
