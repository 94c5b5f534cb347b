"""Pasted pictures are photos of the strip like others: gone to, exported, removed, and offered at the next start."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.store.look_xmp import read_look
from desktop.ui.base.qimage import to_array
from desktop.ui.document.export_options import ExportOptions, Place
from desktop.ui.main_window.application import make_window
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.window_steps import wait_for_result

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def again(qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Opens another window, as after the next start."""
    windows: list[MainWindow] = []

    def start() -> MainWindow:
        windows.append(make_window([]))
        qtbot.addWidget(windows[-1])
        windows[-1].resize(1180, 760)
        return windows[-1]

    yield start
    for window in windows:
        window.close()


def picture(number: int) -> QImage:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    for y in range(48):
        for x in range(64):
            image.setPixel(x, y, 0xFF000000 | (x * 4) << 16 | (y * 5) << 8 | number * 40)
    return image


def paste(qtbot: QtBot, window: MainWindow, number: int) -> None:
    QGuiApplication.clipboard().setImage(picture(number))
    before = window.parts.document.photo
    window.parts.actions.paste.trigger()
    qtbot.waitUntil(lambda: window.parts.document.photo is not before)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: not window.parts.clipboard_photos.busy)


def names(window: MainWindow) -> list[str]:
    return [frame.name for frame in window.parts.filmstrip.photos.frames]


def kept(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "pasted").glob("*"))


def choose(window: MainWindow, name: str) -> None:
    preset = window.parts.library.find(name)
    assert preset is not None
    window.parts.editing.choose(preset)


def preset_of(window: MainWindow, row: int) -> str:
    preset = window.parts.filmstrip.edit_of(window.parts.filmstrip.photos.frames[row]).preset
    return "" if preset is None else preset.name


def walk(qtbot: QtBot, window: MainWindow, key: Qt.Key, name: str) -> None:
    QTest.keyClick(window, key, ALT)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == name)
    wait_for_result(qtbot, window)


def test_pasted_pictures_are_on_the_strip_and_keep_their_edits(
    qtbot: QtBot, coloured: MainWindow, own_user_directory: Path
) -> None:
    paste(qtbot, coloured, 1)
    choose(coloured, "Red Room")
    paste(qtbot, coloured, 2)
    choose(coloured, "Green Field")
    assert names(coloured) == ["photo.png", "Pasted 1", "Pasted 2"]
    assert coloured.parts.filmstrip.strip.isVisible()
    assert kept(own_user_directory) == ["Pasted 1.png", "Pasted 2.png"]
    written = QImage(str(own_user_directory / "pasted" / "Pasted 2.png"))
    assert np.array_equal(to_array(written), to_array(picture(2))), "without loss"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "Pasted 2, on the canvas, pasted" in coloured.parts.filmstrip.photos.index(2).data(role)
    walk(qtbot, coloured, Qt.Key.Key_Left, "Pasted 1")
    assert preset_of(coloured, 1) == "Red Room"
    assert coloured.parts.document.photo is not None
    assert coloured.parts.document.photo.path is None, "it has no place of its own beside which to save"
    walk(qtbot, coloured, Qt.Key.Key_Left, "photo.png")
    walk(qtbot, coloured, Qt.Key.Key_Right, "Pasted 1")
    walk(qtbot, coloured, Qt.Key.Key_Right, "Pasted 2")
    assert (preset_of(coloured, 1), preset_of(coloured, 2)) == ("Red Room", "Green Field")
    paste(qtbot, coloured, 1)
    assert names(coloured) == ["photo.png", "Pasted 1", "Pasted 2"], "the same again"
    assert coloured.parts.filmstrip.photos.current is coloured.parts.filmstrip.photos.frames[1]


def test_a_look_goes_to_pasted_pictures_and_back(qtbot: QtBot, coloured: MainWindow) -> None:
    paste(qtbot, coloured, 1)
    walk(qtbot, coloured, Qt.Key.Key_Left, "photo.png")
    choose(coloured, "Red Room")
    QTest.keyClick(coloured, Qt.Key.Key_A, CTRL | ALT)
    assert preset_of(coloured, 1) == "Red Room"
    QTest.keyClick(coloured, Qt.Key.Key_Z, CTRL)
    assert preset_of(coloured, 1) == "Blue Hour"
    QTest.keyClick(coloured, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    walk(qtbot, coloured, Qt.Key.Key_Right, "Pasted 1")
    assert preset_of(coloured, 1) == "Red Room"


@pytest.mark.parametrize(
    ("place", "own", "pasted"),
    [(Place.BESIDE, ".", "."), (Place.SUBFOLDER, "coloured", "coloured")],
)
def test_pasted_pictures_are_exported_to_where_pictures_are_saved(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path, tmp_path: Path, place: Place, own: str, pasted: str
) -> None:
    paste(qtbot, coloured, 1)
    choose(coloured, "Red Room")
    (tmp_path / "pictures").mkdir()
    coloured.parts.settings.folder = tmp_path / "pictures"
    coloured.parts.export.export(
        coloured.parts.filmstrip.photos.frames, ExportOptions(suffix=".png", place=place)
    )
    qtbot.waitUntil(lambda: not coloured.parts.export.queue.busy)
    assert (photo_file.parent / own / "photo_blue-hour.png").exists()
    result = tmp_path / "pictures" / pasted / "Pasted 1_red-room.png"
    assert read_look(result).edit.chosen_blend.name == "Red Room"


def test_what_is_removed_comes_back_with_undo_and_is_gone_with_the_window(
    qtbot: QtBot, coloured: MainWindow, own_user_directory: Path, again: Callable[[], MainWindow]
) -> None:
    paste(qtbot, coloured, 1)
    paste(qtbot, coloured, 2)
    coloured.parts.filmstrip.strip.setFocus()
    QTest.keyClick(coloured.parts.filmstrip.strip, Qt.Key.Key_Delete)
    assert names(coloured) == ["photo.png", "Pasted 1"]
    QTest.keyClick(coloured, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: coloured.parts.document.photo_name == "Pasted 2")
    wait_for_result(qtbot, coloured)
    QTest.keyClick(coloured.parts.filmstrip.strip, Qt.Key.Key_Delete)
    coloured.close()
    assert kept(own_user_directory) == ["Pasted 1.png"]


def test_the_next_start_offers_what_was_pasted(
    qtbot: QtBot, coloured: MainWindow, own_user_directory: Path, again: Callable[[], MainWindow]
) -> None:
    paste(qtbot, coloured, 1)
    choose(coloured, "Red Room")
    paste(qtbot, coloured, 2)
    choose(coloured, "Green Field")
    coloured.close()
    window = again()
    choose(window, "Blue Hour")
    qtbot.waitUntil(
        lambda: window.parts.stage.messages.text == "2 pasted pictures from earlier are still here."
    )
    qtbot.mouseClick(window.parts.stage.messages.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(window) == ["Pasted 1", "Pasted 2"])
    wait_for_result(qtbot, window)
    assert (preset_of(window, 0), preset_of(window, 1)) == ("Red Room", "Green Field")
    paste(qtbot, window, 3)
    assert names(window)[-1] == "Pasted 3"
    window.close()
    third = again()
    qtbot.waitUntil(lambda: third.parts.stage.messages.text.startswith("3 pasted pictures"))
    qtbot.mouseClick(third.parts.stage.messages.other_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kept(own_user_directory) == [])


def test_quitting_at_once_keeps_what_was_pasted(
    qtbot: QtBot, window: MainWindow, own_user_directory: Path
) -> None:
    for number in (1, 2, 3):
        mime = QMimeData()
        mime.setImageData(picture(number))
        with qtbot.waitSignal(window.parts.loader.pasted):
            drop(window.parts.stage, QPoint(50, 300), mime)
    window.close()
    assert kept(own_user_directory) == ["Pasted 1.png", "Pasted 2.png", "Pasted 3.png"]
