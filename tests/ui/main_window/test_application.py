"""The program starts with the files it is given, and opens its window anew in another language."""

from pathlib import Path
from weakref import ReferenceType, ref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.engine.decode.photo_cache import PhotoStore
from desktop.ui.base.logging_setup import log_error, start_log, stop_log
from desktop.ui.base.single_instance import SingleInstance
from desktop.ui.base.translations import LANGUAGES
from desktop.ui.dialogs.settings_dialog import SettingsDialog
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.application import main
from desktop.ui.main_window.main_window import MainWindow
from tests.support.mouse_and_keys import press
from tests.support.running_program import acting


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_another_language_opens_the_window_anew_with_the_same_photo(qtbot: QtBot, photo_file: Path) -> None:
    seen: list[str] = []
    stores: list[ReferenceType[PhotoStore]] = []
    looks: list[bool] = []

    def choose(window: MainWindow) -> bool:
        if window.parts.stage.canvas.picture.after is None:
            return False
        stores.append(ref(window.parts.loader.store))
        press(window, "Ctrl+,")
        dialog = window.findChild(SettingsDialog)
        assert dialog is not None
        seen.append(window.windowTitle())
        dialog.language.setFocus(Qt.FocusReason.TabFocusReason)
        press(dialog.language, "Home")
        press(dialog.language, "Down", times=list(LANGUAGES).index("de") + 1)  # and the window is another one
        return True

    def look(window: MainWindow) -> bool:
        if window.parts.document.photo is None or window.parts.stage.canvas.picture.after is None:
            return False
        seen.append(window.windowTitle())
        dialog = window.findChild(SettingsDialog)
        assert dialog is not None
        assert dialog.language.currentData() == "de"
        assert dialog.focusWidget() is dialog.language
        assert window.parts.actions.settings.text() == "Einstellungen…"
        dialog.close()
        return True

    def wait_until_freed(_window: MainWindow) -> bool:
        looks.append(stores[0]() is None)
        return looks[-1] or len(looks) > 500

    with acting(choose, look, wait_until_freed) as done:
        assert main([str(photo_file)]) == 0
    assert done == [0, 1, 2]
    assert looks[-1], "the photographs of the first window are let go"
    assert seen[0] == seen[1]
    assert Settings().language == "de"


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
