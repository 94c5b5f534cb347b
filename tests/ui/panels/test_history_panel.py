"""Every step can be gone back to, and each photo has a history of its own."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.engine.store.preset_library import Preset
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.history import choose, click, texts
from tests.support.menus import choose_at
from tests.support.mouse_and_keys import press
from tests.support.window_steps import chosen, preset_index, wait_for_result

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def other_photo(tmp_path: Path) -> Path:
    path = tmp_path / "other.png"
    Image.fromarray((np.mgrid[0:90, 0:120][0] * 2).astype(np.uint8)).save(path)
    return path


@pytest.fixture
def own_deleted(open_history: MainWindow) -> Preset:
    """A preset of the user's own that was deleted after "Red Room" was chosen."""
    library = open_history.parts.library
    own = library.add(replace(library.presets[0], name="My Own"))
    assert own is not None
    choose(open_history, "Red Room")
    choose_at(open_history.parts.gallery.list, preset_index(open_history, "My Own"), "Delete")
    return own


def test_a_click_goes_to_any_step(qtbot: QtBot, open_history: MainWindow) -> None:
    window, view = open_history, open_history.parts.history.steps_list
    opened = chosen(window)
    choose(window, "Red Room", "Green Field", "Blue Hour")
    assert texts(view) == ["Choose “Blue Hour”", "Choose “Green Field”", "Choose “Red Room”", "Opened"]
    assert view.currentIndex().row() == 0
    click(view, 2)
    assert chosen(window) == "Red Room"
    assert view.currentIndex().row() == 2
    assert len(texts(view)) == 4, "what was taken back can still be gone to"
    click(view, 0)
    assert chosen(window) == "Blue Hour"
    click(view, 3)
    assert chosen(window) == opened
    choose(window, "Green Field")
    assert texts(view) == ["Choose “Green Field”", "Opened"]


def test_steps_taken_back_look_and_sound_different(open_history: MainWindow) -> None:
    window = open_history
    choose(window, "Red Room")
    index = window.parts.history.steps_model.index(0)
    assert index.data(Qt.ItemDataRole.FontRole) is None
    press(window, "Ctrl+Z")
    index = window.parts.history.steps_model.index(0)
    assert index.data(Qt.ItemDataRole.FontRole).italic()
    assert "undone" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_steps_are_reached_by_the_keyboard(open_history: MainWindow) -> None:
    window, view = open_history, open_history.parts.history.steps_list
    choose(window, "Red Room", "Green Field")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen(window) == "Red Room"


def test_a_step_under_the_pointer_is_shown_but_not_chosen(qtbot: QtBot, open_history: MainWindow) -> None:
    window, view = open_history, open_history.parts.history.steps_list
    choose(window, "Red Room", "Green Field")
    wait_for_result(qtbot, window)
    window.parts.side_panel.tools.ensureWidgetVisible(view)
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseMove(view.viewport(), QPoint(1, 1))
    QTest.mouseMove(view.viewport(), place)
    qtbot.waitUntil(lambda: window.parts.document.tried is not None)
    assert window.parts.document.shown_edit.preset == window.parts.library.find("Red Room")
    assert chosen(window) == "Green Field"
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert window.parts.document.tried is None


def test_the_menu_says_what_would_be_undone(open_history: MainWindow) -> None:
    choose(open_history, "Red Room")
    actions = open_history.parts.actions
    assert actions.undo.text() == "Undo: Choose “Red Room”"
    press(open_history, "Ctrl+Z")
    assert actions.redo.text() == "Redo: Choose “Red Room”"
    assert not actions.undo.isEnabled()


def test_each_photo_has_its_own_history(
    qtbot: QtBot, open_history: MainWindow, photo_file: Path, other_photo: Path
) -> None:
    window, view = open_history, open_history.parts.history.steps_list
    choose(window, "Red Room", "Green Field")
    press(window, "Ctrl+Shift+T")
    drop(window.parts.stage, QPoint(50, 300), other_photo)
    wait_for_result(qtbot, window)
    assert texts(view) == ["Opened"]
    assert window.parts.document.snapshots == ()
    assert not window.parts.actions.undo.isEnabled()
    choose(window, "Blue Hour")
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    qtbot.waitUntil(lambda: len(texts(view)) == 4)
    assert chosen(window) == "Green Field"
    assert len(window.parts.document.snapshots) == 1
    for _ in range(3):
        press(window, "Ctrl+Z")
    assert chosen(window) == "Blue Hour"
    assert window.parts.document.snapshots == ()


def test_undo_takes_back_what_was_done_last_whether_photo_or_presets(
    open_history: MainWindow, own_deleted: Preset
) -> None:
    window, own = open_history, own_deleted
    choose(window, "Green Field")
    press(window, "Ctrl+Z")
    assert (chosen(window), window.parts.library.find("My Own")) == ("Red Room", None)
    press(window, "Ctrl+Z")
    assert (chosen(window), window.parts.library.find("My Own")) == ("Red Room", own)
    press(window, "Ctrl+Z")
    assert chosen(window) == "Blue Hour"
    press(window, "Ctrl+Shift+Z")
    assert (chosen(window), window.parts.library.find("My Own")) == ("Red Room", own)
    press(window, "Ctrl+Shift+Z")
    assert window.parts.library.find("My Own") is None
    press(window, "Ctrl+Shift+Z")
    assert chosen(window) == "Green Field"
    assert not window.parts.actions.redo.isEnabled()


@pytest.mark.usefixtures("own_deleted")
def test_what_is_done_after_undoing_leaves_nothing_to_redo(open_history: MainWindow) -> None:
    window = open_history
    press(window, "Ctrl+Z")
    choose(window, "Green Field")
    assert not window.parts.actions.redo.isEnabled()
