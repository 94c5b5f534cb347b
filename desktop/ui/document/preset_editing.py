"""Changes the preset library on behalf of the user, each change as a step that can be undone."""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.engine.files.naming import slug
from desktop.engine.store.preset_library import Preset
from desktop.ui.document.display_names import display_name
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.favourites import Favourites
from desktop.ui.document.observable_presets import ObservablePresets, PresetWithPainting
from desktop.ui.document.preset_commands import AddPresets, MarkFavourite, RemovePreset, RenamePreset


class PresetEditing(QObject):
    """The only way by which widgets change the preset library."""

    refused = Signal(str)
    deleted = Signal(str)

    def __init__(
        self,
        document: Document,
        library: ObservablePresets,
        favourites: Favourites,
        editing: Editing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._library, self._favourites = document, library, favourites
        self._editing, self._undo_stack = editing, editing.undo_stack

    def add(self, additions: Sequence[PresetWithPainting], *, again: bool = False) -> None:
        """Keep presets and colour with the first; one that is there already is only chosen, unless `again`."""
        present = [None if again else self._twin(addition.preset) for addition in additions]
        new = [addition for addition, twin in zip(additions, present, strict=True) if twin is None]
        kept = self._keep(new)
        chosen = [addition.preset for addition in kept] or [twin for twin in present if twin is not None]
        if not kept:
            if chosen:
                self._editing.choose(chosen[0])
            return

        def name() -> str:
            if len(kept) == 1:
                return self.tr("Add “{name}”").format(name=kept[0].preset.name)
            return self.tr("Add {count} presets").format(count=len(kept))

        self._undo_stack.beginMacro(name)
        self._undo_stack.push(AddPresets(self._library, kept))
        self._editing.choose(chosen[0])
        self._undo_stack.endMacro()

    def duplicate(self, preset: Preset) -> None:
        """Add a copy of a preset, as the user's own, under another name."""
        pattern, name = self.tr("{name} copy"), display_name(preset)
        known = re.fullmatch(f"({re.escape(pattern).replace(re.escape('{name}'), '.+')})( \\(\\d+\\))?", name)
        copy = known[1] if known else pattern.format(name=name)  # of a copy one with the next number
        self.add(
            [
                PresetWithPainting(
                    replace(preset, name=self._library.free_name(copy)), self._library.picture_of(preset)
                )
            ]
        )

    def rename(self, preset: Preset, name: str) -> None:
        """Rename one of the user's own presets, unless the name is taken or empty."""
        name = name.strip()
        taken = self._library.find(name)
        if name == preset.name:
            return
        if not slug(name):
            self.refused.emit(self.tr("A preset needs a name with at least one letter or digit."))
        elif taken is not None and taken.slug != preset.slug:
            text = self.tr("There already is a preset “{name}”; choose another name.")
            self.refused.emit(text.format(name=taken.name))
        else:
            self._undo_stack.push(
                RenamePreset(self._library, self._favourites, self._document, preset.name, name)
            )

    def delete(self, preset: Preset) -> None:
        """Delete one of the user's own presets."""
        self._undo_stack.push(
            RemovePreset(self._library, PresetWithPainting(preset, self._library.picture_of(preset)))
        )
        self.deleted.emit(preset.name)

    def star(self, preset: Preset) -> None:
        """Mark a favourite, or take its mark away."""
        on = not self._favourites.has(preset)
        self._undo_stack.push(MarkFavourite(self._favourites, preset, on=on))

    def _keep(self, additions: Sequence[PresetWithPainting]) -> list[PresetWithPainting]:
        """Those that could be kept, under the names that they got."""
        kept = []
        for addition in additions:
            preset = self._library.add(*addition)
            if preset is not None:
                kept.append(PresetWithPainting(preset, addition.picture))
        return kept

    def _twin(self, preset: Preset) -> Preset | None:
        """The very same preset in the library, if it is there."""
        found = self._library.find(preset.name)
        return found if found == preset else None
