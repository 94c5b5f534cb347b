"""The push buttons among the tools of a panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


def tool_button(text: str, hint: str, parent: QWidget) -> QPushButton:
    """A button with a tooltip that is reached by Tab and keeps the focus when it is clicked."""
    button = QPushButton(text, parent)
    button.setToolTip(hint)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
