"""The sample is a photo of the strip like others, and nothing is ever written beside it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.engine.core.paths import sample_photo
from desktop.ui.document.export_options import ExportOptions, Place
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, press
from tests.support.window_steps import chosen, click_preset, wait_for_result


@pytest.fixture
def with_sample(qtbot: QtBot, window: MainWindow, photo_file: Path) -> MainWindow:
    """The sample in the colours of one preset, and a photo that was opened after it, in those of another."""
    click(window.parts.stage.welcome.sample_button)
    wait_for_result(qtbot, window)
    click_preset(window, "Red Room")
    wait_for_result(qtbot, window)
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == photo_file.name)
    wait_for_result(qtbot, window)
    click_preset(window, "Green Field")
    return window


def names(window: MainWindow) -> list[str]:
    return [frame.name for frame in window.parts.filmstrip.photos.frames]


def test_one_goes_to_it_and_back_and_it_keeps_its_edit(
    qtbot: QtBot, with_sample: MainWindow, photo_file: Path
) -> None:
    assert names(with_sample) == ["Sample", photo_file.name]
    assert with_sample.parts.filmstrip.strip.isVisible()
    press(with_sample, "Alt+Left")
    qtbot.waitUntil(lambda: with_sample.parts.document.photo_name == "Sample")
    wait_for_result(qtbot, with_sample)
    assert chosen(with_sample) == "Red Room"
    assert with_sample.parts.filmstrip.photos.current is with_sample.parts.filmstrip.photos.frames[0]
    told = with_sample.parts.filmstrip.photos.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Sample, on the canvas, comes with Tintype")
    assert with_sample.parts.document.photo is not None
    assert with_sample.parts.document.photo.path is None, "it has no place of its own beside which to save"
    press(with_sample, "Alt+Right")
    qtbot.waitUntil(lambda: with_sample.parts.document.photo_name == photo_file.name)
    assert chosen(with_sample) == "Green Field"
    assert names(with_sample) == ["Sample", photo_file.name]


def test_it_is_taken_off_and_put_back_and_stays_with_the_program(
    qtbot: QtBot, with_sample: MainWindow
) -> None:
    frames = with_sample.parts.filmstrip.photos.frames
    before = sample_photo().read_bytes()
    with_sample.parts.filmstrip.strip.setFocus()
    press(with_sample, "Home")
    qtbot.waitUntil(lambda: with_sample.parts.filmstrip.photos.current is frames[0])
    press(with_sample, "Delete")
    qtbot.waitUntil(lambda: len(frames) == 1)
    press(with_sample, "Ctrl+Z")
    qtbot.waitUntil(lambda: len(frames) == 2)
    assert names(with_sample)[0] == "Sample"
    press(with_sample, "Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: len(frames) == 1)
    with_sample.close()
    assert sample_photo().read_bytes() == before


def test_its_result_goes_where_pictures_are_saved(
    qtbot: QtBot, with_sample: MainWindow, photo_file: Path, tmp_path: Path
) -> None:
    beside = sorted(sample_photo().parent.iterdir())
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    with_sample.parts.settings.folder = pictures
    with_sample.parts.export.export(
        with_sample.parts.filmstrip.photos.frames, ExportOptions(suffix=".png", place=Place.BESIDE)
    )
    qtbot.waitUntil(lambda: not with_sample.parts.export.queue.busy)
    assert [path.name for path in pictures.iterdir()] == ["camera_red-room.png"]
    assert photo_file.with_name("photo_green-field.png").exists()
    assert sorted(sample_photo().parent.iterdir()) == beside
