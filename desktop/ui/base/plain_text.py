"""Plain text for names from elsewhere, which Qt would take for HTML where they look like it."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(label: QLabel) -> QLabel:
    """Have a label show its text as it is, HTML included; returns the label."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def plain_tip(text: str) -> str:
    """A text as a tooltip that shows it as it is, HTML included: a tooltip has no text format that could be set."""
    if "<" not in text:
        return text
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"
