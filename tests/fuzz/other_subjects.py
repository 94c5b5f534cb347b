"""More readers of files from elsewhere: model packages, graphs, sessions, waiting edits, messages of a second start."""

import contextlib
import hashlib
import io
import json
import random
import shutil
import socket
import struct
import tempfile
import zipfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.inference.model_package import copy_checked
from desktop.engine.inference.model_registry import read_manifest
from desktop.engine.store.pending_edits import read_given
from desktop.engine.store.recovery import STATE_NAME, read_state
from desktop.ui.base.single_instance import _files_in, files_from
from tests.fuzz.mutations import spoiled, spoiled_json
from tests.support.tiny_models import auto_graph

PATIENCE_S = 0.05

Spoil = Callable[[random.Random], tuple[str, bytes]]
Read = Callable[[Path], Any]


def other_subjects(manifest: str, project: str, edit: str) -> dict[str, tuple[Spoil, Read]]:
    """By name, what makes a spoiled file and what reads it; from a whole manifest, project and edit as JSON."""
    session = f'{{"name": "a.jpg", "bit_depth": 8, "project": {project}}}'
    given = f'{{"format": 1, "program": "x", "edits": [{edit}], "photos": [{{"path": "/a.jpg", "edit": 0}}]}}'
    graph = auto_graph()
    described = _described(json.loads(manifest), graph)

    def package(chance: random.Random) -> tuple[str, bytes]:
        file = io.BytesIO()
        odd = chance.random() < 0.5
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("m/model.json", spoiled_json(described, chance) if odd else described)
            archive.writestr("m/c.onnx", graph)
        return "model.zip", file.getvalue() if odd else spoiled([file.getvalue()], chance)

    return {
        "graph": (
            lambda chance: ("c.onnx", spoiled([graph], chance)),
            lambda path: _read_graph(path, manifest),
        ),
        "package": (package, _unpack),
        "session": (
            lambda chance: (STATE_NAME, spoiled_json(session, chance)),
            lambda path: read_state(path.parent),
        ),
        "waiting edits": (lambda chance: ("given.json", spoiled_json(given, chance)), read_given),
        "message of a second start": (
            lambda chance: ("message", spoiled_json('["/a.jpg", "/b.jpg"]', chance)),
            lambda path: _files_in(path.read_bytes()),
        ),
        "socket of a second start": (
            lambda chance: ("stream", spoiled([_framed(b'["/a.jpg"]'), _framed(b"[]")], chance)),
            _hear,
        ),
    }


def _framed(message: bytes) -> bytes:
    """As `multiprocessing.connection` sends it: its length, four bytes with a sign, before it."""
    return struct.pack("!i", len(message)) + message


def _hear(path: Path) -> None:
    """As the window hears a client that sends this and goes, or stays and says no more."""
    content = path.read_bytes()
    near, far = socket.socketpair()
    with far:
        far.sendall(content)
        if len(content) % 2:
            far.shutdown(socket.SHUT_WR)
        with (
            Connection(near.detach()) as connection,
            contextlib.suppress(OSError, EOFError),
        ):  # as `_serve` does
            files_from(connection, PATIENCE_S)


def _described(manifest: dict[str, Any], graph: bytes) -> str:
    sha256 = hashlib.sha256(graph).hexdigest()
    graphs = {"colorizer": {"file": "c.onnx", "sha256": sha256, "size_bytes": max(1, len(graph))}}
    return json.dumps(manifest | {"name": "fuzz", "kind": "auto", "graphs": graphs})


def _read_graph(path: Path, manifest: str) -> None:
    """As a maker of hostile models would: with a manifest that fits."""
    described = path.with_name("model.json")
    described.write_text(_described(json.loads(manifest), path.read_bytes()))
    try:
        read_manifest(path.parent).graph_bytes("colorizer")
    finally:
        described.unlink()


def _unpack(path: Path) -> None:
    folder = Path(tempfile.mkdtemp(dir=path.parent))
    try:
        copy_checked(path, folder, CancelToken())
    finally:
        shutil.rmtree(folder)
