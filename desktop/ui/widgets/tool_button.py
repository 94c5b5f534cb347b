"""The push buttons among the tools of a panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


def tool_button(parent: QWidget) -> QPushButton:
    """A button that is reached by Tab and keeps the focus when it is clicked."""
    button = QPushButton(parent)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
