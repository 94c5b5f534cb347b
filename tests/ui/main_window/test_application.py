"""The program starts with the files it is given."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.base.logging_setup import log_error, start_log, stop_log
from desktop.ui.base.single_instance import SingleInstance
from desktop.ui.main_window.application import main
from desktop.ui.main_window.main_window import MainWindow
from tests.support.running_program import acting


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("TINTYPE_HOME", str(tmp_path / "file" / "below"))
    start_log()
    log_error(ValueError("nobody hears it"))
    stop_log()
    assert SingleInstance().hand_over([]) is False


@pytest.mark.usefixtures("tiny_model_dir")
def test_several_files_of_the_command_line(
    qtbot: QtBot, shipped_presets: Path, photo_file: Path, tmp_path: Path
) -> None:
    preset = next(shipped_presets.glob("red*.tintype"))
    handed = tmp_path / "handed.tintype"
    handed.write_bytes(preset.read_bytes().replace(b'"Red Room"', b'"Red Hall"'))

    def both(window: MainWindow) -> bool:
        chosen = window.parts.document.preset
        return window.parts.document.photo is not None and chosen is not None and chosen.name == "Red Hall"

    with acting(both) as done:
        assert main([str(photo_file), str(handed)]) == 0
    assert done == [0]


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_a_file_that_the_system_hands_over_is_opened(qtbot: QtBot, photo_file: Path) -> None:
    def hand(_window: MainWindow) -> bool:
        application = QApplication.instance()
        assert application is not None
        QApplication.sendEvent(application, QFileOpenEvent(str(photo_file)))
        return True

    def opened(window: MainWindow) -> bool:
        return window.parts.document.photo is not None and window.parts.document.photo.path == photo_file

    with acting(hand, opened) as done:
        assert main([]) == 0
    assert done == [0, 1]


def test_menu_entries_of_the_system_have_their_roles(window: MainWindow) -> None:
    actions = window.parts.actions
    roles = {actions.about: "AboutRole", actions.settings: "PreferencesRole", actions.quit: "QuitRole"}
    assert all(action.menuRole().name == role for action, role in roles.items())
