"""Connects actions to functions that take no argument, and puts actions into menus."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def connect(action: QAction, slot: Callable[[], object]) -> None:
    """Connect an action without the checked state that Qt hands along."""
    action.triggered.connect(lambda _checked=False: slot())


def fill(menu: QMenu, actions: Sequence[QAction | None]) -> None:
    """Add actions to a menu; None is a separator."""
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
