"""What the gallery shows where no preset is listed: why, and a button that lists all again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.base.plain_text import plain_label
from desktop.ui.base.texts import follow_language

_SIDE_PX = 12


class EmptyResult(QWidget):
    """A sentence, and "Show all" below it."""

    show_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = plain_label(QLabel(self))
        self.reason.setObjectName("secondary")
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_all = QPushButton(self)
        self.show_all.clicked.connect(self.show_all_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE_PX, 0, _SIDE_PX, 0)
        layout.setSpacing(_SIDE_PX)
        layout.addStretch(1)
        layout.addWidget(self.reason)
        layout.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.show_all.setText(self.tr("Show all"))
