"""Model packages, a folder or a zip file: only files that the manifest lists, with the right SHA-256, are taken."""

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import IO

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import DamagedModelError, ModelKindError, ModelNotFoundError, TintypeError
from desktop.engine.core.reasons import PARSE_ERRORS, Reason, reason_of
from desktop.engine.files.naming import slug
from desktop.engine.files.plain_file import open_plain
from desktop.engine.files.presence import is_folder, is_there
from desktop.engine.inference.manifest_fields import MAX_MANIFEST_BYTES
from desktop.engine.inference.model_kinds import Graph
from desktop.engine.inference.model_registry import (
    CARD_NAME,
    MANIFEST_NAME,
    Model,
    is_shipped_name,
    model_from_manifest,
)

MAX_CARD_BYTES = 1_000_000
MAX_DIRECTORY_BYTES = 4_000_000  # of a zip file's list of contents, which takes ten times that in memory
CHUNK_BYTES = 1_000_000
PRIVATE = 0o600
PACKINGS = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
)  # of others a few bytes may unpack to any number at once
_FIRST_BYTES = b"PK\x03\x04"
ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    IndexError,
    struct.error,
)

Open = Callable[[str], IO[bytes]]  # a file by its name within the model's folder


class _ZipSource(io.BufferedReader):
    """A zip file, of whose list of contents no more than MAX_DIRECTORY_BYTES is read: `zipfile` reads it at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        """As of any file, but never more than that."""
        wanted = MAX_DIRECTORY_BYTES + 1 if size is None or size < 0 else size
        content = super().read(min(wanted, MAX_DIRECTORY_BYTES + 1))
        if len(content) > MAX_DIRECTORY_BYTES:
            raise Reason("it is far too large")
        return content


def copy_checked(source: Path, folder: Path, token: CancelToken) -> None:
    """Copy manifest, graphs and card of the model in `source` (folder, zip or manifest) into an empty `folder`.

    They are for the user alone to read. Raises `ModelNotFoundError` where there is none, `DamagedModelError` unless
    each file is what the manifest says, `ModelKindError`, `Cancelled`, or the OSError of writing.
    """
    if is_folder(source) or (source.name == MANIFEST_NAME and is_there(source)):
        given = source if is_folder(source) else source.parent
        _copy_from(_opener_of_folder(_model_folder(given)), source, folder, token)
        return
    try:
        packed = _ZipSource(open_plain(source).detach())
    except FileNotFoundError as error:
        raise ModelNotFoundError(f"There is no file or folder {source}.") from error
    except OSError as error:
        raise ModelNotFoundError(f"{source} cannot be read ({reason_of(error)}).") from error
    with packed:
        begins_as_one = packed.read(len(_FIRST_BYTES)) == _FIRST_BYTES
        if not begins_as_one and not zipfile.is_zipfile(packed):
            raise ModelNotFoundError(
                f"{source} is not a model; choose a model's folder, or a zip file of one."
            )
        packed.seek(0)
        try:
            if not zipfile.is_zipfile(packed):  # its list of contents stands at its end
                raise Reason("it breaks off in the middle")
            packed.seek(0)
            with zipfile.ZipFile(packed) as archive:
                _copy_from(_opener_of_zip(archive, source), source, folder, token)
        except TintypeError:
            raise
        except ZIP_FAULTS as error:
            raise DamagedModelError(
                f"{source} is damaged or packed in an unknown way ({reason_of(error)}); fetch it again."
            ) from error


def _model_folder(given: Path) -> Path:
    """The folder itself, or the only folder in it that holds a model, as unpacking often leaves it."""
    if is_there(given / MANIFEST_NAME):
        return given
    found = [manifest.parent for manifest in given.glob(f"*/{MANIFEST_NAME}")]
    if len(found) != 1:
        raise ModelNotFoundError(f"There is no model in {given}: it has no {MANIFEST_NAME}.")
    return found[0]


def _opener_of_folder(folder: Path) -> Open:
    return lambda name: open_plain(folder / name)


def _opener_of_zip(archive: zipfile.ZipFile, source: Path) -> Open:
    manifests = [
        PurePosixPath(name)
        for name in archive.namelist()
        if PurePosixPath(name).name == MANIFEST_NAME and len(PurePosixPath(name).parts) <= 2
    ]
    if len(manifests) != 1:
        raise ModelNotFoundError(f"There is no model in {source}: it has no {MANIFEST_NAME}, or several.")
    root = manifests[0].parent

    def open_member(name: str) -> IO[bytes]:
        try:
            member = archive.getinfo(str(root / name))
        except KeyError as error:
            raise FileNotFoundError(name) from error
        if member.compress_type not in PACKINGS:
            raise NotImplementedError(name)
        return archive.open(member)

    return open_member


def _copy_from(open_file: Open, source: Path, folder: Path, token: CancelToken) -> None:
    """Copy manifest, graphs and card into `folder`; raises unless each is what the manifest says."""
    text = _manifest_text(open_file, source)
    model = _described(text, source, folder)
    _write(folder / MANIFEST_NAME, text)
    for name in model.wanted_graphs:
        model.graph_path(name)  # raises where the manifest names no such graph
        _copy_graph(open_file, model.graphs[name], source, folder, token)
    try:
        with open_file(CARD_NAME) as file:
            card = file.read(MAX_CARD_BYTES)
    except (OSError, NotImplementedError):
        return  # a model card is for people; the program does without
    _write(folder / CARD_NAME, card)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(PRIVATE)


def _manifest_text(open_file: Open, source: Path) -> bytes:
    try:
        with open_file(MANIFEST_NAME) as file:
            text = file.read(MAX_MANIFEST_BYTES + 1)
    except OSError as error:
        raise _lacking(source, MANIFEST_NAME) from error
    if len(text) > MAX_MANIFEST_BYTES:
        raise _too_large(source, MANIFEST_NAME)
    return text


def _described(text: bytes, source: Path, folder: Path) -> Model:
    try:
        model = model_from_manifest(folder, json.loads(text.decode("utf-8")))
        if not slug(model.name):
            raise Reason("its name has no letter")
    except PARSE_ERRORS as error:
        raise DamagedModelError(
            f"The manifest in {source} makes no sense ({reason_of(error)}); fetch the model again."
        ) from error
    if is_shipped_name(model.name):
        raise ModelKindError(
            f'A model called "{model.name}" came with the program, whose presets fit no other; '
            f"ask for one of another name."
        )
    return model


def _copy_graph(open_file: Open, graph: Graph, source: Path, folder: Path, token: CancelToken) -> None:
    """Copy a graph piece by piece, never more than the manifest says, and hold its hash against the manifest's."""
    digest, left_bytes = hashlib.sha256(), graph.size_bytes
    try:
        file = open_file(graph.file)
    except OSError as error:
        raise _lacking(source, graph.file) from error
    with file, (folder / graph.file).open("wb") as copy:
        while chunk := file.read(min(CHUNK_BYTES, left_bytes + 1)):
            token.raise_if_cancelled()
            left_bytes -= len(chunk)
            if left_bytes < 0:
                raise _too_large(source, graph.file)
            digest.update(chunk)
            copy.write(chunk)
    (folder / graph.file).chmod(PRIVATE)
    if digest.hexdigest() != graph.sha256.lower():
        raise DamagedModelError(
            f"The file {graph.file} in {source} is not the one its manifest describes; fetch the model again."
        )


def _lacking(source: Path, name: str) -> DamagedModelError:
    return DamagedModelError(f"The model in {source} lacks its file {name}; fetch it again.")


def _too_large(source: Path, name: str) -> DamagedModelError:
    return DamagedModelError(
        f"The model in {source} has a file {name} larger than it should be; fetch it again."
    )
