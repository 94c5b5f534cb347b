"""The list of all shortcuts, made from the actions themselves, so that it cannot be wrong."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QMenu,
    QMenuBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.widgets.form_layout import closing_buttons

_NATIVE = QKeySequence.SequenceFormat.NativeText


class ShortcutsDialog(QDialog):
    """Every action that has a key, by menu; then what keys and pointer do on the picture."""

    def __init__(self, menu_bar: QMenuBar, others: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(660, 640)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(14)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._listed: set[QAction] = set()
        for entry in menu_bar.actions():
            menu = entry.menu()
            if isinstance(menu, QMenu):
                self._add_group(plain(entry.text()), _actions_in(menu))
        self._add_group(self.tr("Elsewhere"), [action for action in others if action not in self._listed])
        self._add_rows(
            self.tr("On the picture"),
            [
                (self.tr("See the original while it is held"), self.tr("Space")),
                (self.tr("Zoom at the pointer"), self.tr("Wheel")),
                (self.tr("Move the picture"), self.tr("Drag")),
                (self.tr("Reset a slider"), self.tr("Double-click on its name")),
            ],
        )
        buttons = closing_buttons(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.list)
        layout.addWidget(buttons)

    def _add_group(self, title: str, actions: list[QAction]) -> None:
        self._listed.update(actions)
        rows = [
            (plain(action.iconText()), ", ".join(key.toString(_NATIVE) for key in action.shortcuts()))
            for action in actions
            if action.shortcuts()
        ]
        self._add_rows(title, rows)

    def _add_rows(self, title: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        group = QTreeWidgetItem(self.list, [title, ""])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        for row in rows:
            QTreeWidgetItem(group, list(row))
        group.setExpanded(True)


def plain(text: str) -> str:
    """A menu's or an action's name without the letter to reach it by; in Chinese that follows in brackets."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")


def _actions_in(menu: QMenu) -> list[QAction]:
    """The menu's actions, those of its sub-menus included."""
    actions: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        actions += _actions_in(inner) if isinstance(inner, QMenu) else [action]
    return actions
