"""Light or dark: as the system has it, unless the person chose otherwise."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.ui.document.settings import Settings
from desktop.ui.widgets.theme import apply_theme, current_theme, load_theme, system_is_dark

if TYPE_CHECKING:
    from desktop.ui.main_window.main_window import MainWindow


class Appearance(QObject):
    """Puts the right theme on when the system or the person changes it."""

    def __init__(self, settings: Settings, window: "MainWindow") -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        for name, action in window.actions_.appearances.items():
            action.setChecked(name == settings.appearance)
            action.triggered.connect(lambda _checked=False, name=name: self.choose(name))
        self._apply()

    def choose(self, name: str) -> None:
        """Follow the system, or be light or dark for good."""
        self._settings.appearance = name
        self._window.actions_.appearances[name].setChecked(True)
        self._apply()

    def _apply(self) -> None:
        chosen = self._settings.appearance
        dark = system_is_dark() if chosen == "system" else chosen == "dark"
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        if application.styleSheet() and current_theme().dark == dark:
            return
        apply_theme(application, load_theme(dark=dark))
        window = self._window
        for part in (
            window.actions_,
            window.gallery,
            window.stage.messages,
            window.status.chip,
            window.exports.chip,
        ):
            part.refresh_icons()
