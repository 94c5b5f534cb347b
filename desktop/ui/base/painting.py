"""Keeps windows as they look while much is changed in them, so that nobody sees it half done."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


def pause_painting() -> Callable[[], None]:
    """Have the windows in sight stay as they look until the function that this returns is called."""
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in windows:
        window.setUpdatesEnabled(False)

    def go_on() -> None:
        for window in windows:
            if isValid(window):
                window.setUpdatesEnabled(True)

    return go_on
