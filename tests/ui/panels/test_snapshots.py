"""States are kept under a name, renamed, deleted, and gone back to."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.history import choose, click, texts
from tests.support.mouse_and_keys import press, type_text
from tests.support.window_steps import chosen


def test_a_snapshot_is_named_at_once_and_gone_back_to(qtbot: QtBot, open_history: MainWindow) -> None:
    window, view = open_history, open_history.parts.history.snapshots_list
    choose(window, "Red Room")
    assert view.isHidden()
    QTest.mouseClick(window.parts.history.take_button, Qt.MouseButton.LeftButton)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Red Room"
    editor.selectAll()
    QTest.keyClicks(editor, "The warm one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(view) == ["The warm one"])
    choose(window, "Green Field")
    click(view, 0)
    assert chosen(window) == "Red Room"
    press(window, "Ctrl+Z")
    assert chosen(window) == "Green Field"
    assert texts(view) == ["The warm one"]


def test_names_of_snapshots_say_what_they_are_and_differ(open_history: MainWindow) -> None:
    window = open_history
    choose(window, "Red Room")
    type_text(window.parts.adjustments.rows["amount"].number, "50", end="Return")
    for _ in range(2):
        press(window, "Ctrl+Shift+T")
    assert texts(window.parts.history.snapshots_list) == ["Red Room, 50 %", "Red Room, 50 % (2)"]


def test_a_deleted_snapshot_comes_back_by_undo(open_history: MainWindow) -> None:
    window, view = open_history, open_history.parts.history.snapshots_list
    press(window, "Ctrl+Shift+T")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert texts(view) == []
    press(window, "Ctrl+Z")
    assert texts(view) == ["Blue Hour"]


def test_a_snapshot_is_renamed_with_f2(qtbot: QtBot, open_history: MainWindow) -> None:
    window, view = open_history, open_history.parts.history.snapshots_list
    press(window, "Ctrl+Shift+T")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Second thoughts")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(view) == ["Second thoughts"])
    press(window, "Ctrl+Z")
    assert texts(view) == ["Blue Hour"]


def test_a_snapshot_outlives_going_back_behind_it(open_history: MainWindow) -> None:
    window = open_history
    steps, snapshots = window.parts.history.steps_list, window.parts.history.snapshots_list
    choose(window, "Red Room", "Green Field")
    press(window, "Ctrl+Shift+T")
    click(steps, 2)
    assert chosen(window) == "Red Room"
    assert texts(snapshots) == ["Green Field"]
    choose(window, "Blue Hour")  # what was undone cannot be redone any more
    press(window, "Ctrl+Shift+T")
    assert texts(snapshots) == ["Green Field", "Blue Hour"]
    click(snapshots, 0)
    assert chosen(window) == "Green Field"


def test_snapshots_are_taken_back_one_by_one_after_going_to_and_fro(open_history: MainWindow) -> None:
    window = open_history
    steps, snapshots = window.parts.history.steps_list, window.parts.history.snapshots_list
    choose(window, "Red Room")
    press(window, "Ctrl+Shift+T")
    choose(window, "Green Field")
    press(window, "Ctrl+Shift+T")
    click(steps, len(texts(steps)) - 1)
    click(steps, 0)
    assert texts(snapshots) == ["Red Room", "Green Field"]
    press(window, "Ctrl+Z")
    assert texts(snapshots) == ["Red Room"]
    press(window, "Ctrl+Shift+Z")
    assert texts(snapshots) == ["Red Room", "Green Field"]


def test_a_name_that_another_snapshot_has_is_numbered(qtbot: QtBot, open_history: MainWindow) -> None:
    window, view = open_history, open_history.parts.history.snapshots_list
    for preset, name in (("Red Room", "calm"), ("Green Field", "calm"), ("Blue Hour", "calm (2)")):
        choose(window, preset)
        QTest.mouseClick(window.parts.history.take_button, Qt.MouseButton.LeftButton)
        editor = view.findChild(QLineEdit)
        assert editor is not None
        assert editor.text() == preset  # the new one is named, none that was there before
        editor.selectAll()
        QTest.keyClicks(editor, name)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: view.findChild(QLineEdit) is None)
    assert texts(view) == ["calm", "calm (2)", "calm (2) (2)"]
    press(window, "Ctrl+Z")
    assert texts(view) == ["calm", "calm (2)", "Blue Hour"]
