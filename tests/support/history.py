"""The history in the window: unfolded, read, and clicked on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.panels.history_panel import StateList
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from tests.support.window_steps import click_preset


@pytest.fixture
def open_history(coloured: MainWindow) -> MainWindow:
    section = next(s for s in coloured.findChildren(CollapsibleSection) if s.key == "history")
    QTest.mouseClick(section.header, Qt.MouseButton.LeftButton)
    return coloured


def texts(view: StateList) -> list[str]:
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def click(view: StateList, row: int) -> None:
    view.scrollTo(view.model().index(row, 0))
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def choose(window: MainWindow, *names: str) -> None:
    for name in names:
        click_preset(window, name)
