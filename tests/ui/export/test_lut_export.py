"""The look of the photo on the canvas goes into a LUT, and the window says what a table cannot hold."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import answer_file_dialog, choose_menu
from tests.support.mouse_and_keys import pick, press
from tests.support.window_steps import child


@pytest.mark.parametrize(
    ("kind", "suffix", "found"),
    [
        ("Cube LUT of 33 points (*.cube)", ".cube", b"LUT_3D_SIZE 33"),
        ("Cube LUT of 65 points (*.cube)", ".cube", b"LUT_3D_SIZE 65"),
        ("HaldCLUT (*.png)", ".png", b"PNG"),
    ],
)
def test_each_kind_is_written_and_the_share_told(
    qtbot: QtBot, coloured: MainWindow, tmp_path: Path, kind: str, suffix: str, found: bytes
) -> None:
    choose_menu(coloured, "File", "Export LUT…")
    pick(child(child(coloured, QFileDialog), QComboBox, "fileTypeCombo"), kind)
    answer_file_dialog(qtbot, coloured, tmp_path / "hour")
    qtbot.waitUntil(lambda: "holds" in coloured.parts.stage.messages.text)
    share = re.search(r"holds (\d+) %", coloured.parts.stage.messages.text)
    assert share is not None
    assert 50 < int(share[1]) <= 100
    assert found in (tmp_path / f"hour{suffix}").read_bytes()[:200]


def test_a_folder_that_is_gone_is_told(qtbot: QtBot, coloured: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "soon gone"
    folder.mkdir()
    choose_menu(coloured, "File", "Export LUT…")
    dialog = child(coloured, QFileDialog)
    folder.rmdir()
    dialog.fileSelected.emit(str(folder / "hour.cube"))
    qtbot.waitUntil(lambda: "does not exist" in coloured.parts.stage.messages.text)
    dialog.close()


def test_a_file_beside_the_photo_is_suggested(qtbot: QtBot, coloured: MainWindow, photo_file: Path) -> None:
    choose_menu(coloured, "File", "Export LUT…")
    dialog = child(coloured, QFileDialog)
    assert dialog.selectedFiles() == [str(photo_file.with_name("photo_blue-hour.cube"))]
    press(dialog, "Esc")
