"""Each dialog opens only once."""

from desktop.ui.dialogs.settings_dialog import SettingsDialog
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.shortcuts_dialog import ShortcutsDialog
from tests.support.mouse_and_keys import press
from tests.support.window_steps import child


def test_a_dialog_opens_only_once(window: MainWindow) -> None:
    for keys, kind in (("Shift+F1", ShortcutsDialog), ("Ctrl+,", SettingsDialog)):
        press(window, keys)
        window.activateWindow()
        press(window, keys)
        assert len(window.findChildren(kind)) == 1
        press(child(window, kind), "Esc")
