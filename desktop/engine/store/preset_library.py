"""The library of presets: those that came with the program, and the user's own."""

import contextlib
from dataclasses import replace
from pathlib import Path

from desktop.engine.core import paths
from desktop.engine.core.errors import (
    DamagedPresetError,
    OutputNotWritableError,
    PresetExistsError,
    PresetNotFoundError,
    PresetReadOnlyError,
)
from desktop.engine.core.paths import make_private
from desktop.engine.core.reasons import system_reason
from desktop.engine.edits.preset import (
    PRESET_SUFFIX,
    OtherFormatError,
    Preset,
    checked_name,
    make_preset,
    read_preset,
    read_preset_and_copy,
    unknown_fields,
    write_preset,
)
from desktop.engine.files.naming import numbered, slug
from desktop.engine.files.presence import is_folder
from desktop.engine.files.quarantine import ENDING, set_aside, told_aside
from desktop.engine.imaging.palette import extract_palette
from desktop.engine.inference.model_registry import Model

__all__ = ["Preset", "PresetLibrary", "extract_palette", "make_preset"]


DAMAGED_SUFFIX = f"{PRESET_SUFFIX}{ENDING}"


def is_corrupt(error: DamagedPresetError) -> bool:
    """Whether the file itself is spoiled, rather than held by another program or meant for a newer one."""
    return not isinstance(error.__cause__, OSError | OtherFormatError)


def _place(folder: Path, preset: Preset, copy: bytes, stem: str = "") -> Path:
    """The first file name for a preset in `folder` that is free, or is of a file that holds just this."""
    for path in numbered(folder, stem or preset.slug, PRESET_SUFFIX):
        try:
            if read_preset_and_copy(path) == (preset, copy):
                return path
        except PresetNotFoundError:
            return path
        except DamagedPresetError:
            continue
    raise AssertionError("there is no end of numbers")


class PresetLibrary:
    """Presets of two folders; shipped ones are read-only, names are unique across both.

    problems: one sentence for each file that is not a preset, found when the folders were last read.
    """

    def __init__(self, shipped_dir: Path | None = None, user_dir: Path | None = None) -> None:
        self.shipped_dir = paths.shipped_presets_dir() if shipped_dir is None else shipped_dir
        self.user_dir = paths.user_presets_dir() if user_dir is None else user_dir
        self.problems: tuple[str, ...] = ()
        self._damaged: dict[str, DamagedPresetError] = {}
        self._by_slug: dict[str, tuple[Preset, Path]] = {}
        self.reload()

    def reload(self) -> None:
        """Read both folders again; of two presets with one slug the shipped one wins.

        A damaged file of the user's own is set aside under another name, so that it is told of once and kept.
        """
        found: dict[str, tuple[Preset, Path]] = {}
        damaged: dict[str, DamagedPresetError] = {}
        problems = []
        for path in self.user_dir.glob(f"*{DAMAGED_SUFFIX}"):
            was = path.with_name(path.name.split(".")[0] + PRESET_SUFFIX)
            damaged[slug(was.stem)] = DamagedPresetError(
                f"{was} is not a preset or is damaged, and was set aside as {path.name}; add its painting again."
            )
        for folder in (self.shipped_dir, self.user_dir):
            for path in sorted(folder.glob(f"*{PRESET_SUFFIX}")):
                try:
                    preset = read_preset(path)
                except PresetNotFoundError:
                    continue  # another program has just removed or renamed it
                except DamagedPresetError as error:
                    damaged[slug(path.stem)] = error
                    aside = (
                        set_aside(path, PRESET_SUFFIX)
                        if folder == self.user_dir and is_corrupt(error)
                        else None
                    )
                    problems.append(told_aside(error, aside))
                else:
                    found.setdefault(preset.slug, (preset, path))
        self._by_slug, self._damaged, self.problems = found, damaged, tuple(problems)

    def all(self) -> list[Preset]:
        """Every preset, by name."""
        return sorted(
            (preset for preset, _ in self._by_slug.values()), key=lambda preset: preset.name.casefold()
        )

    def get(self, name: str) -> Preset:
        """The preset of that name or slug, in any case.

        Raises `PresetNotFoundError`, or `DamagedPresetError` when the file of that name is damaged.
        """
        return self._entry(name)[0]

    def is_shipped(self, name: str) -> bool:
        """Whether the preset came with the program."""
        return self._entry(name)[1].parent == self.shipped_dir

    def add(self, preset: Preset, copy: bytes = b"") -> Preset:
        """Keep a preset, with the small JPEG of its painting; raises `PresetExistsError` when the name is taken."""
        checked_name(preset.name)
        self.require_free(preset.name)
        self._make_user_dir()
        path = write_preset(preset, _place(self.user_dir, preset, copy), copy)
        self._by_slug[preset.slug] = (preset, path)
        return preset

    def copy_of(self, name: str) -> bytes:
        """The small JPEG of a preset's painting, empty where none is kept; raises as `read_preset`."""
        return read_preset_and_copy(self._entry(name)[1])[1]

    def outdated(self, model: Model) -> list[Preset]:
        """The user's own presets that another style encoder made than `model` has."""
        own = (preset for preset, path in self._by_slug.values() if path.parent != self.shipped_dir)
        return [preset for preset in own if not preset.matches(model)]

    def renew(self, preset: Preset) -> Preset:
        """Put `preset` in the place of the user's own one of its name.

        The copy of its painting stays, and what a newer program has written beside.
        """
        _, path = self._own_entry(preset.name)
        write_preset(preset, path, self.copy_of(preset.name), unknown_fields(path))
        self._by_slug[preset.slug] = (preset, path)
        return preset

    def require_free(self, name: str) -> None:
        """Raise `PresetExistsError` when a preset has that name or one with the same slug."""
        taken = self._by_slug.get(slug(name))
        if taken is not None:
            raise PresetExistsError(f'There already is a preset "{taken[0].name}"; choose another name.')

    def rename(self, old: str, new: str) -> Preset:
        """Give one of the user's presets another name."""
        preset, path = self._own_entry(old)
        renamed = replace(preset, name=checked_name(new))
        if renamed.slug != preset.slug:
            self.require_free(new)
        copy = self.copy_of(old)
        new_path = path if renamed.slug == preset.slug else _place(self.user_dir, renamed, copy)
        write_preset(renamed, new_path, copy, unknown_fields(path))
        if new_path != path:
            path.unlink(missing_ok=True)
        del self._by_slug[preset.slug]
        self._by_slug[renamed.slug] = (renamed, new_path)
        return renamed

    def remove(self, name: str) -> Preset:
        """Delete one of the user's presets; returns it, so that a window can put it back."""
        preset, path = self._own_entry(name)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputNotWritableError(f"{path} cannot be removed ({system_reason(error)}).") from error
        del self._by_slug[preset.slug]
        return preset

    def import_file(self, path: Path | str) -> Preset:
        """Add the preset from a file that was exported."""
        return self.add(*read_preset_and_copy(Path(path)))

    def export_file(self, name: str, path: Path | str, *, with_copy: bool = False) -> Path:
        """Write a preset to a file, or into a folder under its own name; returns the path.

        Only a file of the very name that was given is replaced; else a name that is taken gets a number.
        with_copy: also the small copy of its painting, which whoever gets the file can then see.
        """
        preset = self.get(name)
        target = Path(path)
        copy = self.copy_of(name) if with_copy else b""
        if is_folder(target):
            target = _place(target, preset, copy)
        elif target.suffix != PRESET_SUFFIX:
            target = _place(target.parent, preset, copy, target.name)
        return write_preset(preset, target, copy)

    def _entry(self, name: str) -> tuple[Preset, Path]:
        with contextlib.suppress(KeyError):
            return self._by_slug[slug(name)]
        if slug(name) in self._damaged:
            raise self._damaged[slug(name)]
        near = [preset.name for preset in self.all() if slug(name) and slug(name) in preset.slug]
        advice = f"did you mean {near[0]}?" if near else '"tintype preset list" shows what there is.'
        raise PresetNotFoundError(f'There is no preset "{name}"; {advice}')

    def _own_entry(self, name: str) -> tuple[Preset, Path]:
        preset, path = self._entry(name)
        if path.parent == self.shipped_dir:
            raise PresetReadOnlyError(
                f'"{preset.name}" came with the program; it can be used and exported only.'
            )
        return preset, path

    def _make_user_dir(self) -> None:
        try:
            make_private(self.user_dir)
        except OSError as error:
            raise OutputNotWritableError(
                f"The presets' folder {self.user_dir} cannot be made ({system_reason(error)})."
            ) from error
