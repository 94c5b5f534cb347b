"""Shows the log, to be read and copied."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.engine.files.plain_file import open_plain
from desktop.ui.base.logging_setup import log_path
from desktop.ui.dialogs.copyable_text import CopyableText
from desktop.ui.widgets.form_layout import closing_buttons

MAX_SHOWN = 100_000  # bytes; the latest


class LogViewer(QDialog):
    """A dialog with the end of the log, and a button that copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Log"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 480)
        place = QLabel(
            self.tr("The log is in {path}. It names none of your pictures.").format(path=log_path()), self
        )
        place.setObjectName("secondary")
        place.setWordWrap(True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = CopyableText(_tail(), self)
        self.text.setAccessibleName(self.windowTitle())
        self.text.setPlaceholderText(self.tr("Nothing has been written yet."))
        buttons = closing_buttons(self)
        buttons.addButton(self.text.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(place)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())


def _tail() -> str:
    try:
        with open_plain(log_path()) as file:
            file.seek(max(file.seek(0, os.SEEK_END) - MAX_SHOWN, 0))
            return file.read(MAX_SHOWN).decode("utf-8", "replace")
    except OSError:
        return ""
