"""The field in which presets are searched for."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.widgets.icons import icon, refresh_clear_button


class SearchField(QLineEdit):
    """A field for words; what is dropped is for the gallery around it. Escape empties it, then leaves it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)
        self._icon = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.setPlaceholderText(self.tr("Name, painter or year"))
        self.setAccessibleName(self.tr("Search presets"))

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        self._icon.setIcon(icon("search"))
        refresh_clear_button(self)

    def event(self, event: QEvent) -> bool:
        """Keep Escape for the field while it has the keyboard; elsewhere it stops what is being worked on."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_escape(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_escape(event):
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier
