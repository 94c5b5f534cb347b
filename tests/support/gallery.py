"""Where presets lie in the gallery, and what their thumbnails show."""

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from desktop.ui.base.qimage import to_array
from desktop.ui.gallery.model import THUMBNAIL_ROLE
from desktop.ui.main_window.main_window import MainWindow
from tests.support.window_steps import preset_index


def rect_of(window: MainWindow, name: str) -> QRect:
    return window.parts.gallery.list.visualRect(preset_index(window, name))


def hover(qtbot: QtBot, window: MainWindow, name: str) -> None:
    view = window.parts.gallery.list.viewport()
    qtbot.mouseMove(view, rect_of(window, name).center() - QPoint(3, 3))
    qtbot.mouseMove(view, rect_of(window, name).center())


def thumbnail(window: MainWindow, name: str) -> QPixmap:
    pixmap = preset_index(window, name).data(THUMBNAIL_ROLE)
    assert isinstance(pixmap, QPixmap)
    return pixmap


def mean_colour(pixmap: QPixmap) -> np.ndarray:
    colour: np.ndarray = to_array(pixmap.toImage())[..., :3].reshape(-1, 3).mean(axis=0)
    return colour


def shown(window: MainWindow) -> str:
    preset = window.parts.document.shown_edit.preset
    assert preset is not None
    return preset.name
