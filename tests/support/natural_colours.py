"""Natural colours in the window: a photo where there is a model for them, and the steps of a user."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from desktop.engine.edits.natural import natural_preset
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.window_steps import Start, click_preset, preset_index, wait_for_result

NATURAL = natural_preset("auto")


@pytest.fixture
def natural(
    qtbot: QtBot, tiny_auto_dir: Path, shipped_presets: Path, photo_file: Path, start: Start
) -> MainWindow:
    """The window with a photo in the colours of a preset, where a model of natural colours is installed."""
    window = start()
    window.resize(1180, 760)
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    click_preset(window, "Blue Hour")
    wait_for_result(qtbot, window)
    return window


def cell(window: MainWindow) -> QRect:
    """Where the gallery shows natural colours."""
    view = window.parts.gallery.list
    index = preset_index(window, NATURAL.name)
    view.scrollTo(index)
    return view.visualRect(index)


def choose(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(
        window.parts.gallery.list.viewport(), Qt.MouseButton.LeftButton, pos=cell(window).center()
    )
    wait_for_result(qtbot, window)
