"""Whether a window's place is on one of the screens that are there now."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

_GRASPABLE = QSize(160, 48)  # this much of the title bar must be on a screen


def on_a_screen(frame: QRect) -> bool:
    """Whether enough of a window's upper edge lies on a present screen to take hold of it."""
    edge = QRect(frame.topLeft(), QSize(frame.width(), _GRASPABLE.height()))
    for screen in QGuiApplication.screens():
        seen = edge.intersected(screen.availableGeometry())
        if seen.width() >= _GRASPABLE.width() and seen.height() >= _GRASPABLE.height() // 2:
            return True
    return False
