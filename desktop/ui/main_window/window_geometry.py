"""The place and size of the window, kept in the settings from one start to the next."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from desktop.ui.base.screens import on_a_screen
from desktop.ui.document.settings import Settings

DEFAULT_SIZE = QSize(1180, 760)


def save_geometry(window: QMainWindow, settings: Settings) -> None:
    """Remember where the window is."""
    settings.geometry = window.saveGeometry()
    settings.frame = window.normalGeometry()
    settings.write_now()


def restore_geometry(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it was, if that place is still on a screen; else at its default size in the middle."""
    geometry, frame = settings.geometry, settings.frame
    if geometry is not None and frame is not None and on_a_screen(frame):
        window.restoreGeometry(geometry)
        return
    available = QGuiApplication.primaryScreen().availableGeometry()
    size = DEFAULT_SIZE.boundedTo(available.size())
    window.resize(size)
    window.move(available.center() - QRect(0, 0, size.width(), size.height()).center())
