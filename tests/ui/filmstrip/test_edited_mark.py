"""The mark of an edited photograph goes with the last step that is undone, and comes back with it."""

from pathlib import Path

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.filmstrip import go_to
from tests.support.mouse_and_keys import press
from tests.support.window_steps import Start, click_preset, wait_for_result


def edited(window: MainWindow) -> str:
    return "".join(frame.name[0] for frame in window.parts.filmstrip.photos.frames if frame.edited)


def test_it_goes_when_all_is_undone_and_comes_back(qtbot: QtBot, filled: MainWindow) -> None:
    click_preset(filled, "Red Room")
    click_preset(filled, "Green Field")
    assert edited(filled) == "a"
    press(filled, "Ctrl+Z")
    assert edited(filled) == "a"
    press(filled, "Ctrl+Z")
    assert edited(filled) == ""
    press(filled, "Ctrl+Shift+Z")
    assert edited(filled) == "a"
    go_to(qtbot, filled, "b.png")
    go_to(qtbot, filled, "a.png")
    press(filled, "Ctrl+Z")
    assert edited(filled) == ""


def test_a_look_that_is_taken_back_leaves_no_mark(qtbot: QtBot, filled: MainWindow) -> None:
    click_preset(filled, "Red Room")
    go_to(qtbot, filled, "b.png")
    press(filled, "Ctrl+Alt+A")
    assert edited(filled) == "acde"  # b.png has what it began with
    go_to(qtbot, filled, "d.png")
    press(filled, "Ctrl+Z")
    assert edited(filled) == "a"


def open_album(qtbot: QtBot, window: MainWindow, album: Path) -> None:
    drop(window.parts.stage, QPoint(60, 200), album)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == "a.png")
    wait_for_result(qtbot, window)


def test_a_restored_edit_is_marked_and_what_was_undone_is_not(
    qtbot: QtBot, natural: MainWindow, start: Start, album: Path
) -> None:
    open_album(qtbot, natural, album)
    click_preset(natural, "Red Room")
    go_to(qtbot, natural, "b.png")
    click_preset(natural, "Red Room")
    assert edited(natural) == "pab"
    press(natural, "Ctrl+Z")
    assert edited(natural) == "pa"
    qtbot.waitUntil(lambda: not natural.parts.autosave.busy)
    again = start()
    open_album(qtbot, again, album)
    assert edited(again) == "a"
    click_preset(again, "Green Field")
    press(again, "Ctrl+Z")
    assert edited(again) == "a"  # that is how it was opened, but not how it would have begun
