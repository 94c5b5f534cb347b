"""The list of shortcuts names every key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.shortcuts_dialog import ShortcutsDialog
from tests.support.mouse_and_keys import press


def test_shortcuts_list_names_every_key(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    listed: set[str] = set()
    walk = QTreeWidgetItemIterator(dialog.list)
    while walk.value() is not None:
        listed.update(walk.value().text(1).split(", "))
        walk += 1
    native = QKeySequence.SequenceFormat.NativeText
    keys = {key.toString(native) for action in window.actions() for key in action.shortcuts()}
    assert {"Ctrl+O", "F1", "Shift+F1", "Esc"} <= keys <= listed
    press(dialog, "Esc")
    assert window.findChild(ShortcutsDialog) is None
