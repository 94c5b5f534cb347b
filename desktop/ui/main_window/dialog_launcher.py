"""Opens the dialogs of the window: about, models, settings, guide, shortcuts and log.

Their modules are loaded when a dialog is asked for: that keeps a tenth of a second out of every start.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.commands.actions import Actions
from desktop.ui.dialogs.appearance import Appearance
from desktop.ui.document.settings import Settings
from desktop.ui.services.preferences import Preferences
from desktop.ui.widgets.qt_actions import connect

LANGUAGE_FIELD = "language"  # its name in the settings dialog


class DialogLauncher(QObject):
    """Opens dialogs, each at most once: one that is open already comes to the front."""

    language_chosen = Signal()
    edits_beside_chosen = Signal(bool)

    def __init__(
        self,
        actions: Actions,
        settings: Settings,
        preferences: Preferences,
        appearance: Appearance,
        beside: QWidget,
        parent: QObject | None = None,
    ) -> None:
        """beside: a widget of the window that the dialogs belong to."""
        super().__init__(parent)
        self._actions, self._settings, self._preferences = actions, settings, preferences
        self._appearance, self._beside = appearance, beside
        self._dialogs: dict[Callable[[], QDialog], QDialog] = {}
        for action, make in (
            (actions.about, self._make_about),
            (actions.models, self._make_models),
            (actions.settings, self._make_settings),
            (actions.guide, self._make_guide),
            (actions.shortcuts, self._make_shortcuts),
            (actions.show_log, self._make_log),
        ):
            connect(action, partial(self._open, make))
        follow_language(self._make_anew)

    def _make_anew(self) -> None:
        """Have the dialogs that are open in another language; in the settings that is where it was chosen."""
        before, self._dialogs = self._dialogs, {}
        for make, dialog in before.items():
            dialog.finished.disconnect()
            self._open(make)
            self._dialogs[make].setGeometry(dialog.geometry())
            dialog.close()
        settings = self._dialogs.get(self._make_settings)
        field = None if settings is None else settings.findChild(QWidget, LANGUAGE_FIELD)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, make: Callable[[], QDialog]) -> None:
        """Bring a dialog to the front, made if it is not open yet."""
        dialog = self._dialogs.get(make)
        if dialog is None:
            dialog = self._dialogs[make] = make()
            dialog.finished.connect(lambda: self._dialogs.pop(make, None))
            dialog.open()
        dialog.raise_()
        dialog.activateWindow()

    def _make_about(self) -> QDialog:
        from desktop.ui.dialogs.about_dialog import AboutDialog

        return AboutDialog(self._beside.window())

    def _make_models(self) -> QDialog:
        from desktop.ui.dialogs.model_manager import ModelManager

        return ModelManager(self._preferences, self._beside.window())

    def _make_settings(self) -> QDialog:
        from desktop.ui.dialogs.settings_dialog import SettingsDialog

        window = self._beside.window()
        dialog = SettingsDialog(self._settings, self._preferences, self._appearance, window)
        dialog.language_chosen.connect(self.language_chosen)
        dialog.edits_beside_chosen.connect(self.edits_beside_chosen)
        return dialog

    def _make_guide(self) -> QDialog:
        from desktop.ui.dialogs.guide_window import GuideWindow

        return GuideWindow(self._beside.window())

    def _make_shortcuts(self) -> QDialog:
        from desktop.ui.widgets.shortcuts_dialog import ShortcutsDialog

        window = self._beside.window()
        return ShortcutsDialog(self._actions.menu_bar, window.actions(), window)

    def _make_log(self) -> QDialog:
        from desktop.ui.dialogs.log_viewer import LogViewer

        return LogViewer(self._beside.window())
