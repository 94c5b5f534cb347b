"""Settings take effect at once and are remembered; limits on photos come from the environment first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.engine.core.limits import LIMIT_VARIABLE, max_pixels
from desktop.engine.core.memory import MEMORY_VARIABLE, max_picture_bytes
from desktop.ui.dialogs.settings_dialog import SettingsDialog
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.theme import current_theme
from tests.support.drag_and_drop import drop
from tests.support.menus import choose_menu
from tests.support.mouse_and_keys import pick, press, type_text
from tests.support.window_steps import Start

LEFT_HALF = QPoint(50, 300)


@pytest.fixture
def settings_dialog(window: MainWindow) -> SettingsDialog:
    press(window, "Ctrl+,")
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    return dialog


def test_settings_take_effect_at_once_and_are_remembered(
    qtbot: QtBot, window: MainWindow, settings_dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LIMIT_VARIABLE, "400")
    dialog = settings_dialog
    field = dialog.limit.findChild(QLineEdit)
    assert field is not None
    assert field.width() > field.fontMetrics().horizontalAdvance(field.text())
    pick(dialog.appearance, "Dark")
    assert current_theme().dark
    assert window.parts.actions.appearances["dark"].isChecked()
    pick(dialog.format, "PNG")
    assert not dialog.quality.isVisible()
    type_text(dialog.limit, "50", end="Tab")
    assert max_pixels() == 50_000_000
    with qtbot.waitSignal(window.parts.warmup.ready):
        pick(dialog.device, "Processor")
    pick(dialog.edits, "Beside the photos")
    assert window.parts.project_actions.beside.isChecked()
    dialog.close()
    again = Settings()
    assert again.edits_beside
    assert (again.appearance, again.suffix, again.max_megapixels, again.device) == (
        "dark",
        ".png",
        50,
        "cpu",
    )
    choose_menu(window, "View", "Appearance", "Follow the system")


def test_a_photo_over_the_limit_is_refused(
    qtbot: QtBot,
    window: MainWindow,
    settings_dialog: SettingsDialog,
    large_photo: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(LIMIT_VARIABLE, "400")
    type_text(settings_dialog.limit, "10", end="Tab")
    press(settings_dialog, "Esc")
    with qtbot.waitSignal(window.parts.loader.failed):
        drop(window.parts.stage, LEFT_HALF, large_photo)
    assert "10" in window.parts.stage.messages.text


def test_the_memory_to_open_a_photo_is_limited_and_that_is_remembered(
    window: MainWindow, settings_dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MEMORY_VARIABLE, "0")
    assert settings_dialog.memory.text() == "Half of what is free"
    type_text(settings_dialog.memory, "700", end="Tab")
    assert max_picture_bytes() == 700 << 20
    assert Settings().max_memory_mb == 700
    type_text(settings_dialog.memory, "0", end="Tab")
    assert max_picture_bytes() > 0
    assert Settings().max_memory_mb == 0


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_the_remembered_memory_holds_from_the_start_but_the_environment_comes_first(
    monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    Settings().max_memory_mb = 800
    monkeypatch.setenv(MEMORY_VARIABLE, "900")
    window = start()
    assert max_picture_bytes() == 900 << 20
    window.close()
    monkeypatch.delenv(MEMORY_VARIABLE)
    start()
    assert max_picture_bytes() == 800 << 20


@pytest.mark.usefixtures("shipped_presets")
def test_the_remembered_limit_holds_from_the_start_but_the_environment_comes_first(
    qtbot: QtBot, tiny_model_dir: Path, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    Settings().max_megapixels = 30
    monkeypatch.setenv(LIMIT_VARIABLE, "60")
    window = start()
    assert max_pixels() == 60_000_000
    window.close()
    monkeypatch.delenv(LIMIT_VARIABLE)
    start()
    assert max_pixels() == 30_000_000
