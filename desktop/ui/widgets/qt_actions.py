"""Connects actions to functions that take no argument."""

from collections.abc import Callable

from PySide6.QtGui import QAction


def connect(action: QAction, slot: Callable[[], object]) -> None:
    """Connect an action without the checked state that Qt hands along."""
    action.triggered.connect(lambda _checked=False: slot())
