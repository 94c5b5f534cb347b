"""Photographs that `tintype colorize` cannot read have a message and an exit code of their own."""

import builtins
import errno
import io
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.engine.encode import formats
from tests.engine import pictures
from tests.support.colorize_faults import check_fault, put

pytestmark = pytest.mark.usefixtures("tiny_model_dir")

# Bad input. Each entry makes a photograph and tells the exit code and a part of the message.

BAD: dict[str, tuple[Callable[[Path], Path], int, str]] = {
    "missing": (lambda d: d / "gone.jpg", 11, "There is no file"),
    "zero bytes": (lambda d: put(d / "zero.jpg", b""), 14, "is empty"),
    "not a picture": (lambda d: put(d / "notes.jpg", b"dear diary, " * 50), 15, "is not a picture"),
    "truncated JPEG": (
        lambda d: put(d / "cut.jpg", pictures.jpeg_bytes(pictures.colours(300, 300))[:700]),
        16,
        "is damaged or incomplete",
    ),
    "decompression bomb": (
        lambda d: pictures.bomb_png(d / "bomb.png", 40_000, 30_000),
        17,
        "1200 megapixels",
    ),
    "complex numbers": (
        lambda d: pictures.deep_tiff(d / "deep.tif", np.ones((20, 20), np.complex64)),
        18,
        "save it as",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_photographs_have_their_own_message_and_code(colorize: Any, tmp_path: Path, kind: str) -> None:
    make, code, words = BAD[kind]
    photo = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    outcome = colorize(photo, "-o", tmp_path / "result.png")
    check_fault(outcome, code, words)
    assert str(photo) in outcome[2]
    assert sorted(tmp_path.rglob("*")) == before


def test_every_fault_of_reading_has_a_code_of_its_own() -> None:
    codes = [code for _, code, _ in BAD.values()]
    assert len(set(codes)) == len(codes)


def refuse_to_open(monkeypatch: pytest.MonkeyPatch, path: Path, number: int) -> None:
    """Make every opening of `path` fail; root, as whom tests may run, could open it whatever its mode."""
    real = io.open

    def open_or_refuse(file: Any, *arguments: Any, **options: Any) -> Any:
        if str(file) == str(path):
            raise OSError(number, os.strerror(number), str(file))
        return real(file, *arguments, **options)

    monkeypatch.setattr(io, "open", open_or_refuse)
    monkeypatch.setattr(builtins, "open", open_or_refuse)


def test_no_permission(colorize: Any, photo_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_to_open(monkeypatch, photo_file, errno.EACCES)
    check_fault(colorize(photo_file), 12, "may not be read")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_really_no_permission(colorize: Any, photo_file: Path) -> None:
    photo_file.chmod(0)
    check_fault(colorize(photo_file), 12, "may not be read")


# Bad places to save to.


def test_too_little_memory(colorize: Any, photo_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(formats, "encode_png", fail)
    check_fault(colorize(photo_file), 50, "does not fit into memory")


def test_what_c_libraries_print_does_not_reach_the_terminal(tmp_path: Path) -> None:
    code = (
        "import os, sys; from desktop import __main__ as program\n"
        "program._silence_libraries(); os.write(2, b'libpng warning'); print('ours', file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "ours\n"


def test_nor_does_what_they_log(tmp_path: Path) -> None:
    """An interlaced PNG of 16 bits, of which libpng has something to say."""
    deep = pictures.deep_ramp(8, 8)
    passes = (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    )
    data = b""
    for left, top, across, down in passes:
        for row in deep[top::down, left::across]:
            data += b"\0" + row.astype(">u2").tobytes()
    chunks = {
        b"IHDR": struct.pack(">IIBBBBB", 8, 8, 16, 0, 0, 0, 1),
        b"IDAT": zlib.compress(data),
        b"IEND": b"",
    }
    content = b"\x89PNG\r\n\x1a\n"
    for kind, body in chunks.items():
        content += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    path = put(tmp_path / "interlaced.png", content)
    code = f"from desktop.engine.decode.reader import read_photo; print(read_photo({str(path)!r}).gray.sum())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (int(done.stdout), done.stderr) == (int(deep.sum(dtype=np.int64)), "")
