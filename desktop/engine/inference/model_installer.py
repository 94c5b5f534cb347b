"""Installs a user's own models from a folder or a zip file, once all of it is checked, and removes them.

A model is whole in its place or not there at all: everything is read, checked against the manifest and run once
before the first byte is copied, and comes to its place by a renaming. What is removed or replaced waits in a bin
beside the models, so that it can be put back, until `empty_bin` is called.
"""

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.engine.core import paths
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import ModelNotFoundError, TintypeError
from desktop.engine.files.atomic import output_error
from desktop.engine.files.naming import slug
from desktop.engine.inference.model_package import copy_checked
from desktop.engine.inference.model_registry import Model, manifest_folders, read_manifest
from desktop.engine.inference.model_trial import try_out


@dataclass(frozen=True)
class ModelEntry:
    """A model's folder: the manifest if it can be read, what is wrong if something is, and whose it is."""

    folder: Path
    model: Model | None
    problem: str
    own: bool


def survey(folders: Iterable[Path] | None = None) -> list[ModelEntry]:
    """Every model's folder, with all graphs held against their manifest; takes as long as reading them does.

    Of two sound models with one name only that which the program uses is listed.
    """
    entries: list[ModelEntry] = []
    known: set[str] = set()
    own_dir = own_models_dir()
    for folder in manifest_folders(folders):
        entry = _entry(folder, own=folder.parent == own_dir)
        name = entry.model.name if entry.model is not None else None
        if name is None or name not in known:
            entries.append(entry)
        if name is not None:
            known.add(name)
    return sorted(entries, key=lambda entry: (entry.model is None, entry.folder.name.casefold()))


def own_models_dir() -> Path:
    """Where models are installed."""
    return paths.own_models_dir()


def install(source: Path, cancel: CancelToken | None = None) -> Model:
    """Install the model in a folder, a zip file, or beside the manifest `source`; returns it from its new place.

    One of the same name that the user installed before goes to the bin. Raises `ModelNotFoundError`,
    `DamagedModelError`, `ModelRunError`, `ModelKindError`, `Cancelled`, or a fault of writing.
    """
    token = cancel or CancelToken()
    home = paths.user_dir()
    try:
        paths.make_private(own_models_dir())
        with tempfile.TemporaryDirectory(prefix=".incoming-", dir=home) as incoming:
            folder = paths.make_private(Path(incoming) / "model")
            copy_checked(source, folder, token)
            model = read_manifest(folder)
            try_out(model, token)
            token.raise_if_cancelled()
            target = own_models_dir() / slug(model.name)
            _put_in_place(folder, target)
    except TintypeError:
        raise
    except OSError as error:
        raise output_error(error, own_models_dir()) from error
    return read_manifest(target)


def remove(folder: Path) -> Path:
    """Take one of the user's own models away, sound or damaged; returns its place in the bin."""
    if folder.parent != own_models_dir():
        raise ModelNotFoundError(f"{folder} came with the program and cannot be removed.")
    try:
        return _to_bin(folder)
    except OSError as error:
        raise output_error(error, folder) from error


def restore(binned: Path) -> Path:
    """Put what `remove` took away back where it was; returns its folder."""
    target = own_models_dir() / binned.parent.parent.name
    try:
        _put_in_place(binned, target)
    except OSError as error:
        raise output_error(error, target) from error
    return target


def empty_bin() -> None:
    """Delete what was removed; what cannot be deleted now is left for the next time."""
    shutil.rmtree(_bin_dir(), ignore_errors=True)


def _entry(folder: Path, *, own: bool) -> ModelEntry:
    try:
        model = read_manifest(folder)
    except TintypeError as error:
        return ModelEntry(folder, None, str(error), own)
    try:
        for graph in model.wanted_graphs:
            model.graph_bytes(graph)
    except TintypeError as error:
        return ModelEntry(folder, model, str(error), own)
    return ModelEntry(folder, model, "", own)


def _bin_dir() -> Path:
    return paths.user_dir() / "removed-models"


def _to_bin(folder: Path) -> Path:
    place = _bin_dir() / folder.name
    paths.make_private(place)
    return folder.rename(Path(tempfile.mkdtemp(dir=place)) / "model")


def _put_in_place(folder: Path, target: Path) -> None:
    """Rename `folder` to `target`; what was there goes to the bin, or comes back if that fails."""
    replaced = _to_bin(target) if target.exists() else None
    try:
        folder.rename(target)
    except OSError:
        if replaced is not None:
            replaced.rename(target)
        raise
