"""The window as a whole: starting, remembering, telling, closing."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.engine.render.pipeline import RenderRequest
from desktop.ui.base.logging_setup import log_path
from desktop.ui.base.screens import on_a_screen
from desktop.ui.dialogs.crash_dialog import CrashDialog
from desktop.ui.document.settings import Settings
from desktop.ui.document.view_mode import ViewMode
from desktop.ui.main_window.application import main
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.message_bar import Kind
from desktop.ui.widgets.shortcuts_dialog import ShortcutsDialog
from desktop.ui.widgets.theme import current_theme
from tests.support.drag_and_drop import drop
from tests.support.menus import answer_file_dialog, choose_menu, menu_of
from tests.support.mouse_and_keys import click, press
from tests.support.window_steps import (
    Start,
    accept_painting,
    chosen,
    click_preset,
    hover_preset,
    wait_for_result,
)


def window_in_sight() -> MainWindow | None:
    return next(
        (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None
    )


def test_main_opens_the_file_it_is_given_and_ends_when_the_window_is_closed(
    qtbot: QtBot, shipped_presets: Path, photo_file: Path
) -> None:
    coloured: list[bool] = []

    def look() -> None:
        window = window_in_sight()
        if window is not None and window.parts.stage.canvas.picture.after is not None:
            coloured.append(True)
            timer.stop()
            press(window, "Ctrl+Q")

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    assert main([str(photo_file)]) == 0
    assert coloured == [True]
    assert sys.excepthook.__module__ != "desktop.ui.dialogs.crash_dialog"


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
def test_every_menu_has_a_letter_of_its_own(start: Start, language: str) -> None:
    Settings().language = language
    menus = start().parts.actions.menu_bar.actions()
    letters = [QKeySequence.mnemonic(menu.text()).toString() for menu in menus]
    assert all(letters)
    assert len(set(letters)) == len(letters) == 6


def test_first_run_offers_two_wells_and_a_sample(qtbot: QtBot, window: MainWindow) -> None:
    welcome = window.parts.stage.welcome
    assert welcome.photo_well.isVisible()
    assert welcome.painting_well.isVisible()
    qtbot.mouseClick(welcome.sample_button, Qt.MouseButton.LeftButton)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo is not None
    assert window.parts.document.photo.width_px == 512
    assert not welcome.isVisible()


def test_a_click_on_a_well_asks_for_files(
    qtbot: QtBot, window: MainWindow, photo_file: Path, painting_file: Path
) -> None:
    click(window.parts.stage.welcome.painting_well)
    answer_file_dialog(qtbot, window, painting_file)
    accept_painting(qtbot, window)
    qtbot.waitUntil(lambda: chosen(window) == "painting")
    click(window.parts.stage.welcome.photo_well)
    answer_file_dialog(qtbot, window, photo_file)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo_name == "photo.png"


@pytest.mark.parametrize(("keys", "expected"), [("Ctrl+O", ["a.png", "b.png"]), ("", list("abcde"))])
def test_photos_and_folders_are_asked_for(
    qtbot: QtBot, window: MainWindow, album: Path, keys: str, expected: list[str]
) -> None:
    if keys:
        press(window, keys)
        answer_file_dialog(qtbot, window, album / "a.png", album / "b.png")
    else:
        choose_menu(window, "File", "Open folder…")
        answer_file_dialog(qtbot, window, album)
    wait_for_result(qtbot, window)
    names = [frame.name for frame in window.parts.filmstrip.photos.frames]
    assert [name[: len(wanted)] for name, wanted in zip(names, expected, strict=True)] == expected


def test_tool_bar_does_what_its_buttons_show(qtbot: QtBot, coloured: MainWindow) -> None:
    bar, actions, canvas = (
        coloured.parts.actions.tool_bar,
        coloured.parts.actions,
        coloured.parts.stage.canvas,
    )
    click_preset(coloured, "Red Room")
    click(bar.widgetForAction(actions.undo))
    assert chosen(coloured) == "Blue Hour"
    click(bar.widgetForAction(actions.redo))
    assert chosen(coloured) == "Red Room"
    click(bar.widgetForAction(actions.modes[ViewMode.SIDE_BY_SIDE]))
    assert canvas.mode is ViewMode.SIDE_BY_SIDE
    press(coloured, "Ctrl++")
    assert canvas.viewport is not None
    assert not canvas.viewport.fits
    click(bar.widgetForAction(actions.fit))
    assert canvas.viewport.fits
    wait_for_result(qtbot, coloured)


@pytest.mark.usefixtures("shipped_presets")
def test_missing_model_is_told_at_once(
    qtbot: QtBot, tiny_model_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    shutil.rmtree(tiny_model_dir)
    monkeypatch.setattr("desktop.engine.core.paths.model_dirs", lambda: (tmp_path / "none",))
    window = start()
    qtbot.waitUntil(lambda: window.parts.stage.messages.kind is Kind.ERROR)
    assert "model" in window.parts.stage.messages.text


def test_unforeseen_errors_of_workers_lead_to_the_report(
    qtbot: QtBot, window: MainWindow, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError("by the test")

    monkeypatch.setattr(RenderRequest, "composition", fail)
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    qtbot.waitUntil(lambda: window.parts.stage.messages.kind is Kind.ERROR)
    qtbot.mouseClick(window.parts.stage.messages.button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(CrashDialog)
    assert dialog is not None
    assert "by the test" in dialog.report.toPlainText()
    dialog.close()


def test_an_error_in_a_slot_shows_the_report_which_can_be_copied(
    qtbot: QtBot, window: MainWindow, crashes: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_on: bool) -> None:
        raise RuntimeError("unforeseen, by the test")

    window.parts.actions.fit.setEnabled(True)
    window.parts.actions.fit.triggered.connect(fail)
    press(window, "Ctrl+0")
    assert [str(crashes.pop())] == ["unforeseen, by the test"]
    (dialog,) = window.findChildren(CrashDialog)
    click(dialog.report.copy_button)
    copied = QGuiApplication.clipboard().text()
    for part in ("Tintype", "Qt", "ONNX Runtime", "unforeseen, by the test", "test_main_window.py"):
        assert part in copied
    assert "unforeseen, by the test" in capsys.readouterr().err
    assert "unforeseen, by the test" in log_path().read_text()
    press(dialog, "Esc")
    press(window, "Shift+F1")  # it goes on
    assert window.findChild(ShortcutsDialog) is not None


def test_window_remembers(qtbot: QtBot, coloured: MainWindow, start: Start) -> None:
    choose_menu(coloured, "View", "Split before and after")
    click_preset(coloured, "Red Room")
    coloured.setGeometry(10, 40, 780, 540)  # the offscreen screen is 800 x 800
    again = start()
    assert again.parts.stage.canvas.mode is ViewMode.SPLIT
    assert again.parts.document.preset is not None
    assert again.parts.document.preset.name == "Red Room"
    assert again.geometry() == QRect(10, 40, 780, 540)


def test_a_place_that_is_no_longer_on_any_screen_is_forgotten(
    qtbot: QtBot, window: MainWindow, start: Start
) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    away = QRect(screen.right() + 500, 10, 900, 600)
    assert not on_a_screen(away)
    assert not on_a_screen(QRect(10, screen.bottom() - 5, 900, 600))
    assert on_a_screen(QRect(screen.left() + 20, screen.top() + 20, 600, 400))
    window.setGeometry(away)
    again = start()
    assert on_a_screen(again.frameGeometry())


@pytest.mark.parametrize("name", ["dark", "light"])
def test_appearance_can_be_chosen_and_is_kept(window: MainWindow, name: str) -> None:
    choose_menu(window, "View", "Appearance", name.capitalize())
    assert current_theme().dark == (name == "dark")
    assert Settings().appearance == name
    assert window.palette().window().color() == current_theme()["window"]
    choose_menu(window, "View", "Appearance", "Follow the system")


def test_escape_ends_messages_and_previews(qtbot: QtBot, coloured: MainWindow) -> None:
    coloured.parts.notifications.show_warning("something")
    hover_preset(coloured, "Green Field")
    assert coloured.parts.document.shown_edit != coloured.parts.document.edit
    press(coloured, "Esc")
    assert coloured.parts.stage.messages.text == ""
    assert coloured.parts.document.shown_edit == coloured.parts.document.edit


def test_every_menu_entry_works_or_is_greyed(window: MainWindow) -> None:
    entries = [entry for menu in window.menuBar().actions() for entry in menu_of(menu).actions()]
    for entry in entries:
        if not entry.isSeparator() and entry.menu() is None and entry.isEnabled():
            assert entry.receivers("2triggered(bool)") > 0, entry.text()


def test_shortcuts_are_all_different(window: MainWindow) -> None:
    keys = [
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for action in window.actions()
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+O", "Ctrl+Shift+O", "Ctrl+S", "Ctrl+E", "Ctrl+Z", "Ctrl+Shift+Z", "Esc", "\\"} <= set(keys)
