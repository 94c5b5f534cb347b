"""What stands between the program and a picture: pipes, refusals, failing disks, other programs, too little memory."""

import builtins
import errno
import io
import os
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import (
    DamagedPictureError,
    NotAPictureError,
    PictureChangedError,
    PictureNotReadableError,
    TooLittleMemoryError,
)
from desktop.engine.decode import formats
from desktop.engine.decode.open_image import opened
from desktop.engine.decode.reader import read_photo
from tests.support.locked_files import raise_locked


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are Unix's")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(NotAPictureError, match="pipe"):
        read_photo(tmp_path / "pipe.jpg")


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "may not be read"), (errno.EIO, "cannot be read"), (errno.EPERM, "may not")],
)
def test_a_system_that_refuses_the_file(
    photo_file: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    real = io.open

    def refuse(file: Any, *arguments: Any, **options: Any) -> Any:
        if str(file) == str(photo_file):
            raise OSError(number, os.strerror(number), str(file))
        return real(file, *arguments, **options)

    monkeypatch.setattr(io, "open", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    with pytest.raises(PictureNotReadableError, match=words):
        read_photo(photo_file)


def test_a_disk_that_fails_half_way(photo_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(formats, "decode_deep", fail)
    with pytest.raises(PictureNotReadableError, match="the disk reports an error"):
        read_photo(photo_file)


def test_too_little_memory(photo_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(formats, "decode_deep", fail)
    with pytest.raises(TooLittleMemoryError, match="does not fit into memory"):
        read_photo(photo_file)


@pytest.mark.parametrize("fails", [False, True])
def test_a_file_that_changes_while_it_is_read(
    photo_file: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    def change(*_: object) -> None:
        photo_file.write_bytes(b"something else")
        if fails:
            raise ValueError("half a picture")

    monkeypatch.setattr(formats, "decode_deep", change)
    with pytest.raises(PictureChangedError, match="changed by another program"):
        read_photo(photo_file)


def test_a_file_that_another_program_has_locked(photo_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "decode_deep", raise_locked)
    with pytest.raises(PictureNotReadableError, match="in use by another program"):
        read_photo(photo_file)


@pytest.mark.parametrize(
    "fault",
    [
        TypeError("x"),
        KeyError("x"),
        AssertionError(),
        AttributeError("x"),
        ZeroDivisionError(),
        IndexError(),
    ],
)
def test_what_nobody_foresaw_is_not_called_damage_that_a_new_copy_would_mend(
    photo_file: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(formats, "identified", fail)
    with pytest.raises(DamagedPictureError) as caught:
        read_photo(photo_file)
    assert "copy it again" not in str(caught.value)
    assert "or of a kind that is not known here" in str(caught.value)
    assert caught.value.__cause__ is fault


@pytest.mark.parametrize("cancel", [None, CancelToken()])
def test_a_length_beyond_the_file_takes_no_memory(tmp_path: Path, cancel: CancelToken | None) -> None:
    path = tmp_path / "few.jp2"
    path.write_bytes(b"few bytes")
    with opened(path, cancel) as file:
        file.seek(4)
        tracemalloc.start()
        try:
            assert file.read(1 << 30) == b"bytes"
            _, most_bytes = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert most_bytes < 1 << 20
