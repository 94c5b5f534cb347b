"""Chooses a language in the settings, as a user does by keys."""

from PySide6.QtCore import Qt

from desktop.ui.base.translations import LANGUAGES
from desktop.ui.dialogs.settings_dialog import SettingsDialog
from desktop.ui.main_window.main_window import MainWindow
from tests.support.mouse_and_keys import press


def settings_of(window: MainWindow) -> SettingsDialog:
    """The settings dialog in sight; there has to be one."""
    return next(dialog for dialog in window.findChildren(SettingsDialog) if dialog.isVisible())


def press_language(window: MainWindow, code: str) -> None:
    """In the open settings go to a language in the list, past that of the system, which is English in tests."""
    field, place = settings_of(window).language, list(LANGUAGES).index(code)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    if place == len(LANGUAGES) - 1:
        press(field, "End")
    else:
        press(field, "Home")
        press(field, "Down", times=place + 1)
