"""Light or dark: as the system has it, unless the user chose otherwise."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.ui.base.painting import pause_painting
from desktop.ui.base.slices import Slices
from desktop.ui.document.settings import Settings
from desktop.ui.widgets.theme import apply_theme, current_theme, load_theme, system_is_dark


class Appearance(QObject):
    """Applies the right theme when the system or the user changes it."""

    chosen_changed = Signal(str)  # "system", "light" or "dark"
    theme_changed = Signal()  # icons have to be drawn anew

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._slices = Slices(self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    def choose(self, name: str) -> None:
        """Follow the system, or be light or dark for good."""
        self._settings.appearance = name
        self.chosen_changed.emit(name)
        self._apply()

    def _apply(self) -> None:
        chosen = self._settings.appearance
        dark = system_is_dark() if chosen == "system" else chosen == "dark"
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        if application.styleSheet() and current_theme().dark == dark:
            return
        go_on_painting = pause_painting()
        apply_theme(application, load_theme(dark=dark))
        # What Qt does for the style of all widgets is long enough for one turn of the event loop.
        self._slices.run([self.theme_changed.emit, go_on_painting])
