"""The colours of the window, light and dark: neutral, so as not to bias the eye that judges a picture."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.engine.core.paths import shipped_dir

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Accent: "accent",
}
_TEXT_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def _folder() -> Path:
    return shipped_dir() / "resources" / "theme"


@dataclass(frozen=True)
class Theme:
    """Named colours; `theme["accent"]` is a QColor."""

    dark: bool
    colors: Mapping[str, str]

    def __getitem__(self, name: str) -> QColor:
        return QColor(self.colors[name])

    def palette(self) -> QPalette:
        """The palette for widgets that Fusion paints itself."""
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self[name])
        for role in _TEXT_ROLES:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self["disabled"])
        return palette

    def style_sheet(self) -> str:
        """The style sheet with this theme's colours put in."""
        text = (_folder() / "tintype.qss").read_text("utf-8")
        return re.sub(r"@(\w+)@", lambda match: self.colors[match[1]], text)


@cache
def load_theme(*, dark: bool) -> Theme:
    """Read one of the two themes from the resources."""
    file = _folder() / ("dark.json" if dark else "light.json")
    return Theme(dark, json.loads(file.read_text("utf-8")))


def system_is_dark() -> bool:
    """Whether the system asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Apply a theme to everything; widgets that paint themselves notice by their paletteChange event."""
    app.setProperty("tintype_dark", theme.dark)
    app.setPalette(theme.palette())
    # Without the old sheet first, Qt would style every widget once for each of its ancestors, too: a tenth of a second.
    app.setStyleSheet("")
    app.setStyleSheet(theme.style_sheet())


def current_theme() -> Theme:
    """The theme that was applied last; light before any."""
    app = QApplication.instance()
    return load_theme(dark=bool(app and app.property("tintype_dark")))
