"""Steps on the person's collection of presets that can be undone."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from desktop.engine.presets import Preset
from desktop.ui.favourites import Favourites

translate = QCoreApplication.translate


class MarkFavourite(QUndoCommand):
    """Marks a preset with a star, or takes its star away."""

    def __init__(self, favourites: Favourites, preset: Preset, *, on: bool) -> None:
        star = translate("MarkFavourite", "Star “{name}”")
        text = star if on else translate("MarkFavourite", "Take the star from “{name}”")
        super().__init__(text.format(name=preset.name))
        self._favourites, self._preset, self._on = favourites, preset, on

    def redo(self) -> None:
        self._favourites.mark(self._preset, self._on)

    def undo(self) -> None:
        self._favourites.mark(self._preset, not self._on)
