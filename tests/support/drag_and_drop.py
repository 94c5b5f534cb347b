"""Drag and drop of files onto a widget, as the system does it."""

import warnings
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT, RIGHT = QPoint(60, 300), QPoint(700, 300)  # where the window takes a photo, and where a painting


def files_mime(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def drag_over(widget: QWidget, position: QPoint, mime: QMimeData) -> bool:
    """Drag something in and to a position; whether it would be taken."""
    rest = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with warnings.catch_warnings():
        # Qt 6.12 wants a QPointF here, which Qt 6.11 does not take.
        warnings.simplefilter("ignore", DeprecationWarning)
        enter, move = QDragEnterEvent(QPoint(1, 1), *rest), QDragMoveEvent(position, *rest)
    QApplication.sendEvent(widget, enter)
    QApplication.sendEvent(widget, move)
    return enter.isAccepted()


def drop(widget: QWidget, position: QPoint, what: Path | QMimeData) -> None:
    """Drag something over a widget and let go."""
    mime = what if isinstance(what, QMimeData) else files_mime(what)
    assert drag_over(widget, position, mime)
    action, button, no_key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, QDropEvent(QPointF(position), action, mime, button, no_key))
