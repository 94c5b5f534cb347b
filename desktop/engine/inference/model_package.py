"""Model packages, a folder or a zip file: only files that the manifest lists, with the right SHA-256, are taken."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import DamagedModelError, ModelNotFoundError
from desktop.engine.core.reasons import NO_SENSE, Reason, reason_of
from desktop.engine.files.naming import slug
from desktop.engine.inference.model_registry import MANIFEST_NAME, model_from_manifest

CARD_NAME = "README.md"
MAX_TEXT_BYTES = 1_000_000  # of a manifest or a model card
MAX_GRAPH_BYTES = 2_000_000_000  # what ONNX itself allows in one file
ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)

Read = Callable[[str, int], bytes]  # (name within the model's folder, most bytes) -> the file's content


def copy_checked(source: Path, folder: Path, token: CancelToken) -> None:
    """Copy manifest, graphs and card of the model in `source` (folder, zip or manifest) into an empty `folder`.

    Raises `ModelNotFoundError` where there is none, `DamagedModelError` unless each file is what the manifest
    says, `ModelKindError`, `Cancelled`, or the OSError of writing.
    """
    if zipfile.is_zipfile(source):
        try:
            with zipfile.ZipFile(source) as archive:
                _copy_from(_reader_of_zip(archive, source), source, folder, token)
        except ZIP_FAULTS as error:
            raise DamagedModelError(
                f"{source} is damaged or packed in an unknown way ({reason_of(error)}); fetch it again."
            ) from error
    elif source.is_dir() or source.name == MANIFEST_NAME:
        given = source if source.is_dir() else source.parent
        _copy_from(_reader_of_folder(_model_folder(given)), source, folder, token)
    elif source.exists():
        raise ModelNotFoundError(f"{source} is no model; choose a model's folder, or a zip file of one.")
    else:
        raise ModelNotFoundError(f"There is no file or folder {source}.")


def _model_folder(given: Path) -> Path:
    """The folder itself, or the only folder in it that holds a model, as unpacking often leaves it."""
    if (given / MANIFEST_NAME).exists():
        return given
    found = [manifest.parent for manifest in given.glob(f"*/{MANIFEST_NAME}")]
    if len(found) != 1:
        raise ModelNotFoundError(f"There is no model in {given}: it has no {MANIFEST_NAME}.")
    return found[0]


def _reader_of_folder(folder: Path) -> Read:
    def read(name: str, most_bytes: int) -> bytes:
        with (folder / name).open("rb") as file:
            return file.read(most_bytes + 1)

    return read


def _reader_of_zip(archive: zipfile.ZipFile, source: Path) -> Read:
    manifests = [
        PurePosixPath(name)
        for name in archive.namelist()
        if PurePosixPath(name).name == MANIFEST_NAME and len(PurePosixPath(name).parts) <= 2
    ]
    if len(manifests) != 1:
        raise ModelNotFoundError(f"There is no model in {source}: it has no {MANIFEST_NAME}, or several.")
    root = manifests[0].parent

    def read(name: str, most_bytes: int) -> bytes:
        try:
            member = archive.getinfo(str(root / name))
        except KeyError as error:
            raise FileNotFoundError(name) from error
        with archive.open(member) as file:
            return file.read(most_bytes + 1)  # never more than was asked for, whatever the archive claims

    return read


def _copy_from(read: Read, source: Path, folder: Path, token: CancelToken) -> None:
    """Copy manifest, graphs and card into `folder`; raises unless each is what the manifest says."""
    text = _checked(read, source, MANIFEST_NAME, MAX_TEXT_BYTES)
    try:
        model = model_from_manifest(folder, json.loads(text.decode("utf-8")))
        if not slug(model.name):
            raise Reason("its name has no letter")
    except NO_SENSE as error:
        raise DamagedModelError(
            f"The manifest in {source} makes no sense ({reason_of(error)}); fetch the model again."
        ) from error
    (folder / MANIFEST_NAME).write_bytes(text)
    for name in model.wanted_graphs:
        token.raise_if_cancelled()
        model.graph_path(name)  # raises where the manifest names no such graph
        graph = model.graphs[name]
        content = _checked(read, source, graph.file, min(graph.size_bytes, MAX_GRAPH_BYTES))
        if hashlib.sha256(content).hexdigest() != graph.sha256.lower():
            raise DamagedModelError(
                f"The file {graph.file} in {source} is not the one its manifest describes; fetch the model again."
            )
        (folder / graph.file).write_bytes(content)
    try:
        card = read(CARD_NAME, MAX_TEXT_BYTES)
    except OSError:
        return  # a model card is for people; the program does without
    (folder / CARD_NAME).write_bytes(card[:MAX_TEXT_BYTES])


def _checked(read: Read, source: Path, name: str, most_bytes: int) -> bytes:
    try:
        content = read(name, most_bytes)
    except OSError as error:
        raise DamagedModelError(f"The model in {source} lacks its file {name}; fetch it again.") from error
    if len(content) > most_bytes:
        raise DamagedModelError(
            f"The model in {source} has a file {name} larger than it should be; fetch it again."
        )
    return content
