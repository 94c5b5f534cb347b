"""Hands for the tests of the window: drag, drop, and wait until the work is done."""

import warnings
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.gallery_model import PRESET_ROLE
from desktop.ui.painting_dialog import PaintingDialog
from desktop.ui.window import Window


def wait_for_result(qtbot: QtBot, window: Window) -> None:
    """Until nothing is being worked on and there is a result on the canvas."""

    def settled() -> bool:
        has_result = window.stage.canvas.picture.after is not None
        return has_result and not window.intake.busy and not window.easel.busy and not window.darkroom.busy

    qtbot.waitUntil(settled, timeout=15_000)


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


def wheel(
    canvas: QWidget,
    position: QPointF,
    notches: int,
    *,
    sideways: bool = False,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Turn the wheel over a widget; sideways as touchpads do."""
    event = QWheelEvent(
        position,
        canvas.mapToGlobal(position),
        QPoint(),
        QPoint(120 * notches, 0) if sideways else QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def preset_names(window: Window) -> list[str]:
    """The presets that the gallery lists, in their order."""
    return [preset.name for preset in window.gallery.presets]


def preset_index(window: Window, name: str) -> QModelIndex:
    """Where the gallery shows a preset."""
    model = window.gallery.list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(
        row for row in rows if row.data(PRESET_ROLE) is not None and row.data(PRESET_ROLE).name == name
    )


def wait_for_gallery(qtbot: QtBot, window: Window) -> None:
    """Until every preset in the gallery has its thumbnail."""
    qtbot.waitUntil(lambda: window.thumbnails.full, timeout=180_000)


def accept_painting(qtbot: QtBot, window: Window) -> None:
    """Say yes to the whole of the painting that the window asks about."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(PaintingDialog)))
    dialog = next(dialog for dialog in window.findChildren(PaintingDialog) if dialog.isVisible())
    qtbot.waitUntil(dialog.add_button.isEnabled)
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
