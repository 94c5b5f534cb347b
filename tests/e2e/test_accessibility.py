"""Everything has a name for screen readers, can be reached by keyboard, and shows when it has the focus."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QSlider,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.gallery.new_preset_dialog import NewPresetDialog
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.menus import choose_menu
from tests.support.mouse_and_keys import press

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTextEdit,
)


def parent_of(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    assert parent is not None
    return parent


def controls(root: QWidget) -> list[QWidget]:
    """Everything below that a user can act on, the insides of compound widgets left out."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if (isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not isinstance(widget, QScrollBar | QHeaderView | QMenu)
        and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QLineEdit)
        and not widget.objectName().startswith("qt_")
        and not widget.inherits("QComboBoxPrivateContainer")
        and not parent_of(widget).inherits("QComboBoxPrivateContainer")
        and not parent_of(widget).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and not widget.inherits("QTableCornerButton")
    ]


def describe(widget: QWidget) -> str:
    chain: list[str] = []
    current: object = widget
    while isinstance(current, QWidget) and len(chain) < 4:
        chain.append(type(current).__name__ + (f"#{current.objectName()}" if current.objectName() else ""))
        current = current.parent()
    return " < ".join(chain)


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader has no word for; a message bar without a message has no button yet."""
    return [
        describe(widget)
        for widget in controls(root)
        if not name_of(widget).strip()
        and not (parent_of(widget).objectName() == "messageBar" and not widget.isVisible())
    ]


def actions_in_menus(window: MainWindow) -> set[QAction]:
    found: set[QAction] = set()
    waiting = list(window.menuBar().actions())
    while waiting:
        action = waiting.pop()
        found.add(action)
        menu = action.menu()
        if isinstance(menu, QMenu):
            waiting += menu.actions()
    return found


def unreachable(root: QWidget, menus: set[QAction]) -> list[str]:
    """Controls that neither Tab nor a menu leads to."""
    return [
        describe(widget)
        for widget in controls(root)
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(widget, QToolButton) and widget.defaultAction() in menus)
        and not widget.inherits("QToolBarExtension")
    ]


def dialogs(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What opens each dialog that a menu leads to."""
    for action in actions_in_menus(window):
        if action.text().endswith("…") or action in (
            window.parts.actions.about,
            window.parts.actions.guide,
            window.parts.actions.shortcuts,
            window.parts.actions.show_log,
        ):
            yield action.text(), action.trigger


def test_every_control_of_the_window_has_a_name_and_can_be_reached(
    qtbot: QtBot, coloured: MainWindow
) -> None:
    coloured.parts.notifications.show_info("Something is done.", action="Undo", do=lambda: None)
    assert len(controls(coloured)) > 15
    assert nameless(coloured) == []
    assert unreachable(coloured, actions_in_menus(coloured)) == []


def test_every_control_of_every_dialog_has_a_name_and_can_be_reached(
    qtbot: QtBot, coloured: MainWindow
) -> None:
    seen = []
    for text, trigger in dialogs(coloured):
        before = set(coloured.findChildren(QDialog))
        trigger()
        if text == "Print…":  # opens once the page is composed
            qtbot.waitUntil(lambda: bool(coloured.findChildren(QPrintPreviewDialog)))
        for dialog in set(coloured.findChildren(QDialog)) - before:
            if any(map(dialog.inherits, ("QFileDialog", "QColorDialog", "QPrintPreviewDialog"))):
                dialog.close()
                continue  # Qt's own
            seen.append(text)
            assert dialog.windowTitle(), text
            assert nameless(dialog) == [], text
            assert unreachable(dialog, set()) == [], text
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            press(dialog, "Esc")
            assert not [other for other in coloured.findChildren(QDialog) if other.isVisible()], text
    assert {"Settings…", "Models…", "About Tintype", "User's guide", "Keyboard shortcuts", "Show log"} <= set(
        seen
    )


def test_the_dialog_of_a_painting_has_names_and_can_be_reached(
    qtbot: QtBot, coloured: MainWindow, painting_file: Path
) -> None:
    drop(coloured.parts.gallery, QPoint(50, 200), painting_file)
    qtbot.waitUntil(lambda: coloured.findChild(NewPresetDialog) is not None)
    dialog = coloured.findChild(NewPresetDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    assert unreachable(dialog, set()) == []
    dialog.close()


def test_tab_goes_through_the_window_and_comes_back(qtbot: QtBot, coloured: MainWindow) -> None:
    coloured.activateWindow()
    coloured.parts.gallery.search_field.setFocus()
    visited: list[QWidget | None] = []
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget() or coloured, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now in visited:
            break
        visited.append(now)
    assert coloured.parts.gallery.search_field in visited
    shown = [widget for widget in controls(coloured) if widget.isVisible() and widget.isEnabled()]
    wanted = {describe(w) for w in shown if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert wanted - {describe(w) for w in visited if w is not None} == set()


def looks_alike_with_focus(widget: QWidget) -> bool:
    """Whether nothing on screen tells that the keyboard is here."""
    window = widget.window()
    window.setFocus()
    widget.clearFocus()
    without = window.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return bool(window.grab().toImage() == without)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_place_of_the_keyboard_can_be_seen(qtbot: QtBot, coloured: MainWindow, theme: str) -> None:
    choose_menu(coloured, "View", "Appearance", theme.capitalize())
    coloured.activateWindow()
    qtbot.waitUntil(coloured.isActiveWindow)
    QApplication.setCursorFlashTime(0)
    try:
        hidden = [
            describe(widget)
            for widget in controls(coloured)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and looks_alike_with_focus(widget)
        ]
    finally:
        QApplication.setCursorFlashTime(1000)
        choose_menu(coloured, "View", "Appearance", "Follow the system")
    assert hidden == []
