"""The log tells what happened, but names no picture and no folder of the user."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.engine.core.errors import DamagedPictureError
from desktop.ui.base.logging_setup import log_error, log_path, start_log, stop_log, without_home
from desktop.ui.dialogs.log_viewer import LogViewer
from desktop.ui.main_window.application import main
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.menus import choose_menu
from tests.support.running_program import acting

LEFT_HALF = QPoint(50, 300)


def test_the_log_tells_what_happened_but_not_whose_pictures(
    qtbot: QtBot, shipped_presets: Path, tiny_model_dir: Path, photo_file: Path, not_a_picture: Path
) -> None:
    secret = photo_file.rename(photo_file.with_name("grandmother.png"))

    def spoil(window: MainWindow) -> bool:
        if window.parts.stage.canvas.picture.after is None:
            return False
        drop(window.parts.stage, LEFT_HALF, not_a_picture)
        return True

    def look(window: MainWindow) -> bool:
        if "letter.jpg" not in window.parts.stage.messages.text:
            return False
        choose_menu(window, "Help", "Show log")
        dialog = window.findChild(LogViewer)
        assert dialog is not None
        assert "Tintype" in dialog.text.toPlainText()
        qtbot.mouseClick(dialog.text.copy_button, Qt.MouseButton.LeftButton)
        dialog.close()
        return True

    with acting(spoil, look):
        assert main([str(secret)]) == 0
    text = log_path().read_text()
    assert QGuiApplication.clipboard().text() in text
    for part in ("starts: Python", "A photo of 120 x 90 px, 8 bits", "on cpu", "NotAPictureError"):
        assert part in text
    for name in ("grandmother", "letter", str(secret.parent)):
        assert name not in text


def test_the_log_has_what_a_library_said_of_a_fault_but_no_names() -> None:
    fault = DamagedPictureError("grandmother.jpg is damaged")
    fault.__cause__ = ValueError("truncated: a file in /home/letters called 'grandmother in a coa")
    start_log()
    try:
        log_error(fault)
    finally:
        stop_log()
    assert "DamagedPictureError (ValueError: truncated: a file in … called …)" in log_path().read_text(
        "utf-8"
    )
    for name in ("grandmother", "letters"):
        assert name not in log_path().read_text("utf-8")


def test_the_log_is_cut_when_it_grows_and_keeps_tracebacks(
    monkeypatch: pytest.MonkeyPatch, own_user_directory: Path
) -> None:
    monkeypatch.setattr("desktop.ui.base.logging_setup.MAX_LOG_BYTES", 5000)
    start_log()
    try:
        for number in range(200):
            log_error(ZeroDivisionError(f"number {number}"))
    finally:
        stop_log()
    assert "ZeroDivisionError: number 199" in log_path().read_text()
    files = sorted(path.name for path in own_user_directory.glob("tintype.log*"))
    assert files == ["tintype.log", "tintype.log.1"]
    assert all((own_user_directory / name).stat().st_size < 6000 for name in files)


def test_a_home_folder_is_left_out_of_the_log() -> None:
    assert (
        without_home(f"File {Path.home() / 'x' / 'y.py'}, line 1") == f"File ~{os.sep}x{os.sep}y.py, line 1"
    )
