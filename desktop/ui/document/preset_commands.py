"""Undo commands that concern the preset library."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.engine.store.preset_library import Preset
from desktop.ui.document.display_names import display_name
from desktop.ui.document.document import Document
from desktop.ui.document.favourites import Favourites
from desktop.ui.document.observable_presets import ObservablePresets, PresetWithPainting
from desktop.ui.document.step import Step

translate = QCoreApplication.translate


class AddPresets(Step):
    """Adds presets. They are in the library already when the step is made; undoing removes them."""

    def __init__(self, library: ObservablePresets, additions: Sequence[PresetWithPainting]) -> None:
        super().__init__()
        self._library, self._keepsakes = library, additions
        self._first = True

    def redo(self) -> None:
        if not self._first:
            for addition in self._keepsakes:
                self._library.add(*addition)
        self._first = False

    def undo(self) -> None:
        for addition in self._keepsakes:
            self._library.remove(addition.preset.name)


class RenamePreset(Step):
    """Gives one of the user's own presets another name."""

    def __init__(
        self, library: ObservablePresets, favourites: Favourites, document: Document, old: str, new: str
    ) -> None:
        super().__init__(lambda: translate("Commands", "Rename “{name}”").format(name=old))
        self._library, self._favourites, self._document = library, favourites, document
        self._old, self._new = old, new

    def redo(self) -> None:
        self._move(self._old, self._new)

    def undo(self) -> None:
        self._move(self._new, self._old)

    def _move(self, old: str, new: str) -> None:
        renamed = self._library.rename(old, new)
        if renamed is not None:
            self._favourites.follow(old, new)
            self._document.set_edit(self._document.edit.renamed(old, renamed))


class RemovePreset(Step):
    """Removes one of the user's own presets; a photo coloured with it stays as it is."""

    def __init__(self, library: ObservablePresets, addition: PresetWithPainting) -> None:
        name = addition.preset.name
        super().__init__(lambda: translate("Commands", "Delete “{name}”").format(name=name))
        self._library, self._make = library, addition

    def redo(self) -> None:
        self._library.remove(self._make.preset.name)

    def undo(self) -> None:
        self._library.add(*self._make)


class MarkFavourite(Step):
    """Marks a preset with a star, or takes its star away."""

    def __init__(self, favourites: Favourites, preset: Preset, *, on: bool) -> None:
        self._favourites, self._preset, self._on = favourites, preset, on
        super().__init__(self._tell)

    def redo(self) -> None:
        self._favourites.mark(self._preset, self._on)

    def undo(self) -> None:
        self._favourites.mark(self._preset, not self._on)

    def _tell(self) -> str:
        star = translate("MarkFavourite", "Star “{name}”")
        text = star if self._on else translate("MarkFavourite", "Take the star from “{name}”")
        return text.format(name=display_name(self._preset))
