"""Entries of menus and of context menus, chosen by mouse, and file dialogs answered by keys."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.mouse_and_keys import click, click_item, type_text


def menu_of(action: QAction) -> QMenu:
    """The menu that an entry opens; there has to be one."""
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu


def choose_menu(window: QWidget, *titles: str) -> None:
    """Open a menu of the menu bar by its title and click through its entries."""
    bar = window.menuBar()  # type: ignore[attr-defined]  # a main window
    entry = _entry(bar.actions(), titles[0])
    click(bar, bar.actionGeometry(entry).center())
    click_entries(_open_menu(), *titles[1:])


def choose_from(button: QAbstractButton, *titles: str) -> None:
    """Click on a button that has a menu, and through the menu's entries."""
    QTimer.singleShot(0, lambda: click_entries(_open_menu(), *titles))  # Qt waits within the click
    click(button)


def choose_at(view: QAbstractItemView, index: QModelIndex, *titles: str) -> None:
    """Open the context menu of a row with the right button and click through its entries."""
    click_item(view, index, button=Qt.MouseButton.RightButton)
    click_entries(_open_menu(), *titles)


def menu_texts(menu: QMenu) -> list[str]:
    """What a menu that is open offers."""
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def open_context_menu(view: QAbstractItemView, index: QModelIndex) -> QMenu:
    """Open the context menu of a row with the right button."""
    click_item(view, index, button=Qt.MouseButton.RightButton)
    return _open_menu()


def click_entries(menu: QMenu, *titles: str) -> None:
    """Click through the entries of a menu that is open."""
    for title in titles:
        entry = _entry(menu.actions(), title)
        inner = entry.menu()
        click(menu, menu.actionGeometry(entry).center())
        if isinstance(inner, QMenu):
            menu = inner


def answer_file_dialog(qtbot: QtBot, window: QWidget, *paths: Path) -> None:
    """Write paths into the dialog that asks for files, and press Return."""

    def asking() -> list[QFileDialog]:
        return [dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible()]

    qtbot.waitUntil(lambda: bool(asking()))
    field = asking()[0].findChild(QLineEdit)
    assert field is not None
    text = str(paths[0]) if len(paths) == 1 else " ".join(f'"{path}"' for path in paths)
    type_text(field, text, end="Return")
    assert not asking()


def _entry(actions: Sequence[QAction], title: str) -> QAction:
    named = {action.text().replace("&", ""): action for action in actions}
    assert title in named, f"{title} is not among {sorted(named)}"
    assert named[title].isEnabled(), f"{title} is greyed"
    return named[title]


def _open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu
