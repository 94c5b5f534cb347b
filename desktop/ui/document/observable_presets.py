"""The preset library as an observable: it signals when a preset is added, renamed or removed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.engine.core.errors import TintypeError
from desktop.engine.edits.natural import natural_preset
from desktop.engine.files.naming import slug
from desktop.engine.inference.model_registry import Model
from desktop.engine.store.preset_library import Preset, PresetLibrary

T = TypeVar("T")


class PresetWithPainting(NamedTuple):
    """A preset and the small JPEG of its painting, empty where there is none: all that its file holds."""

    preset: Preset
    picture: bytes


class ObservablePresets(QObject):
    """An observable preset library. Errors are reported by `failed`, and then nothing has changed."""

    changed = Signal()
    failed = Signal(Exception)

    def __init__(self, library: PresetLibrary | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library or PresetLibrary()
        self._natural: Preset | None = None
        self._fill()

    @property
    def presets(self) -> list[Preset]:
        """All presets, in the order of the gallery: natural colours first, if there is a model of them."""
        return self._presets

    @property
    def natural(self) -> Preset | None:
        """Natural colours; None without a model of them."""
        return self._natural

    def set_natural(self, model: str | None) -> None:
        """Offer natural colours as the model of that name makes them; None to offer none."""
        natural = None if model is None else natural_preset(model)
        if natural != self._natural:
            self._natural = natural
            self._fill()
            self.changed.emit()

    @property
    def problems(self) -> list[str]:
        """One sentence for each preset file that could not be read."""
        return list(self._library.problems)

    def is_own(self, preset: Preset) -> bool:
        """Whether the user made this preset, so that it can be renamed and deleted."""
        return not preset.is_natural and not self._library.is_shipped(preset.name)

    def find(self, name: str) -> Preset | None:
        """The preset of that name, if there is one."""
        return self._by_slug.get(slug(name))

    def free_name(self, name: str) -> str:
        """`name`, or with " (2)" and so on behind it when that is taken."""
        candidate, number = name, 2
        while self.find(candidate) is not None:
            candidate, number = f"{name} ({number})", number + 1
        return candidate

    def picture_of(self, preset: Preset) -> bytes:
        """The small JPEG of a preset's painting; empty where none is kept, or it cannot be read."""
        try:
            return self._library.copy_of(preset.name)
        except TintypeError:
            return b""

    def outdated(self, model: Model) -> list[Preset]:
        """The user's own presets that another model made."""
        return self._library.outdated(model)

    def renew(self, preset: Preset) -> bool:
        """Put a preset in the place of the user's own one of its name; False if that failed."""
        return self._change(lambda: self._library.renew(preset)) is not None

    def add(self, preset: Preset, picture: bytes = b"") -> Preset | None:
        """Keep a preset, with a number behind its name when that is taken; None if that failed."""
        return self._change(
            lambda: self._library.add(replace(preset, name=self.free_name(preset.name)), picture)
        )

    def rename(self, old: str, new: str) -> Preset | None:
        """Give a preset another name; the renamed one, or None if that failed."""
        return self._change(lambda: self._library.rename(old, new))

    def remove(self, name: str) -> bool:
        """Delete one of the user's own presets; False if that failed."""
        return self._change(lambda: self._library.remove(name)) is not None

    def export_file(self, preset: Preset, path: Path, *, with_picture: bool) -> Path | None:
        """Write a preset to a file for other people; None if that failed."""
        try:
            return self._library.export_file(preset.name, path, with_copy=with_picture)
        except TintypeError as error:
            self.failed.emit(error)
            return None

    def _change(self, change: Callable[[], T]) -> T | None:
        """Change the library and say so; None, with `failed`, when that cannot be done."""
        try:
            result = change()
        except TintypeError as error:
            self.failed.emit(error)
            return None
        self._reload()
        return result

    def _reload(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self._presets = [*([self._natural] if self._natural else []), *self._library.all()]
        self._by_slug = {preset.slug: preset for preset in reversed(self._presets)}
