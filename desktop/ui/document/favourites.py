"""The presets that the user marked with a star."""

from PySide6.QtCore import QObject, Signal

from desktop.engine.files.naming import slug
from desktop.engine.store.preset_library import Preset
from desktop.ui.document.settings import Settings


class Favourites(QObject):
    """An observable set of presets by slug, kept in the settings."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._slugs = set(settings.favourites)

    def has(self, preset: Preset) -> bool:
        """Whether a preset is marked."""
        return preset.slug in self._slugs

    def mark(self, preset: Preset, on: bool) -> None:
        """Mark a preset, or take its mark away."""
        if on != self.has(preset):
            self._keep(self._slugs ^ {preset.slug})

    def follow(self, old_name: str, new_name: str) -> None:
        """A preset has another name now, and stays marked."""
        if slug(old_name) in self._slugs:
            self._keep(self._slugs - {slug(old_name)} | {slug(new_name)})

    def _keep(self, slugs: set[str]) -> None:
        self._slugs = slugs
        self._settings.favourites = frozenset(slugs)
        self.changed.emit()
