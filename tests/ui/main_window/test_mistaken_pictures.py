"""A grey picture given as a painting, and a colourful one given as the photograph: said, and the other offered."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.ui.gallery.new_preset_dialog import NewPresetDialog
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click
from tests.support.window_steps import accept_painting, chosen, click_preset, preset_names, wait_for_result


@pytest.fixture
def colourful(tmp_path: Path) -> Path:
    """Red, green and blue of the same lightness beside each other: no tint."""
    values = np.repeat(np.array([(200, 40, 40), (20, 120, 40), (60, 90, 220)], np.uint8)[None], 60, axis=0)
    path = tmp_path / "Market day.png"
    Image.fromarray(np.repeat(values, 30, axis=1)).save(path)
    return path


def drop_as_painting(window: MainWindow, path: Path) -> None:
    drop(window.parts.gallery, QPoint(100, 100), path)


def drop_as_photo(window: MainWindow, path: Path) -> None:
    drop(window.parts.stage, QPoint(50, 300), path)


def dialogs(window: MainWindow) -> list[NewPresetDialog]:
    return [dialog for dialog in window.findChildren(NewPresetDialog) if dialog.isVisible()]


def test_a_grey_painting_is_offered_to_be_coloured(
    qtbot: QtBot, window: MainWindow, photo_file: Path
) -> None:
    drop_as_painting(window, photo_file)
    messages = window.parts.stage.messages
    qtbot.waitUntil(lambda: "“photo” is grey" in messages.text)
    assert dialogs(window) == []
    click(messages.button)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo_name == "photo.png"
    assert "photo" not in preset_names(window)


def test_a_grey_painting_can_still_become_a_preset(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path
) -> None:
    drop_as_painting(coloured, photo_file)
    messages = coloured.parts.stage.messages
    qtbot.waitUntil(lambda: "is grey" in messages.text)
    assert coloured.parts.status_bar.photo_label.text().startswith("photo.png")
    click(messages.other_button)
    accept_painting(qtbot, coloured)
    qtbot.waitUntil(lambda: "photo" in preset_names(coloured))


def test_a_painting_dropped_as_a_photo_can_become_a_preset(
    qtbot: QtBot, coloured: MainWindow, colourful: Path
) -> None:
    drop_as_photo(coloured, colourful)
    messages = coloured.parts.stage.messages
    qtbot.waitUntil(lambda: "already has colours" in messages.text)
    assert messages.button.text() == "Take its colours instead"
    click(messages.button)
    qtbot.waitUntil(lambda: coloured.parts.document.photo_name == "photo.png")  # the one before is back
    accept_painting(qtbot, coloured)
    qtbot.waitUntil(lambda: chosen(coloured) == "Market day")
    assert [frame.name for frame in coloured.parts.filmstrip.photos.frames] == ["photo.png"]


def test_grey_and_sepia_photos_are_not_asked_about(
    qtbot: QtBot, window: MainWindow, gray_values: np.ndarray, tmp_path: Path
) -> None:
    sepia = tmp_path / "sepia.png"
    Image.fromarray((gray_values[..., None] * np.array([1.0, 0.87, 0.7])).astype(np.uint8)).save(sepia)
    drop_as_photo(window, sepia)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: window.parts.stage.canvas.picture.original is not None)
    assert window.parts.stage.messages.text == ""


def test_a_colour_photo_that_was_worked_on_is_not_asked_about_again(
    qtbot: QtBot, window: MainWindow, colourful: Path, photo_file: Path
) -> None:
    drop_as_photo(window, colourful)
    messages = window.parts.stage.messages
    qtbot.waitUntil(lambda: "already has colours" in messages.text)
    click_preset(window, "Red Room")
    drop_as_photo(window, photo_file)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == "photo.png")
    wait_for_result(qtbot, window)
    window.parts.filmstrip_actions.previous.trigger()
    qtbot.waitUntil(lambda: window.parts.document.photo_name == colourful.name)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: window.parts.stage.canvas.picture.original is not None)
    assert "already has colours" not in messages.text
