"""Faults of saving: nothing is lost, nothing half-written stays, each has its message."""

import errno
import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.core.errors import (
    DiskFullError,
    OutputFolderMissingError,
    OutputFormatError,
    OutputNotWritableError,
    SaveOverOriginalError,
    TintypeError,
    TooLittleMemoryError,
)
from desktop.engine.decode.reader import read_photo
from desktop.engine.encode import writer
from desktop.engine.encode.writer import WRITABLE_SUFFIXES, save_picture
from desktop.engine.imaging.photo import Photo
from tests.engine import pictures
from tests.support.locked_files import raise_locked

PLAIN = Photo(None, pictures.ramp())


def test_the_original_is_never_written_over(photo_file: Path) -> None:
    before = photo_file.read_bytes()
    subject = read_photo(photo_file)
    link = photo_file.with_name("link.png")
    link.hardlink_to(photo_file)
    for target in (photo_file, photo_file.parent / "." / photo_file.name, link):
        with pytest.raises(SaveOverOriginalError, match="original photograph"):
            save_picture(np.zeros((90, 120, 3), dtype=np.uint8), target, subject)
    assert photo_file.read_bytes() == before


def test_another_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "old.png").write_bytes(b"old")
    path = save_picture(pictures.colours(), tmp_path / "old.png", PLAIN)
    with Image.open(path) as image:
        assert np.array_equal(np.asarray(image), pictures.colours())


@pytest.mark.parametrize("name", ["result", "result.gif", "result.jpg.bak"])
def test_an_ending_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputFormatError, match=r"\.jpg \.jpeg \.png"):
        save_picture(pictures.colours(), tmp_path / name, PLAIN)


@pytest.mark.parametrize(("suffix", "side"), [(".jpg", 65_501), (".webp", 16_384)])
def test_a_side_too_long_for_the_format(tmp_path: Path, suffix: str, side: int) -> None:
    long = Photo(None, np.zeros((1, side), dtype=np.uint8))
    with pytest.raises(OutputFormatError, match="save as PNG or TIFF"):
        save_picture(np.zeros((1, side, 3), dtype=np.uint8), tmp_path / f"long{suffix}", long)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputFolderMissingError, match="does not exist"):
        save_picture(pictures.colours(), tmp_path / "nowhere" / "a.png", PLAIN)


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    with pytest.raises(OutputNotWritableError, match="is a folder"):
        save_picture(pictures.colours(), tmp_path / "a.png", PLAIN)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputNotWritableError, match="cannot be written"):
            save_picture(pictures.colours(), tmp_path / "a.png", PLAIN)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
@pytest.mark.parametrize(
    ("step", "number", "fault"),
    [
        ("fsync", errno.ENOSPC, DiskFullError),
        ("fsync", errno.EDQUOT, DiskFullError),
        ("fsync", errno.EIO, OutputNotWritableError),
        ("replace", errno.EACCES, OutputNotWritableError),
        ("replace", errno.EROFS, OutputNotWritableError),
    ],
)
def test_a_disk_that_refuses_leaves_nothing_behind(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    step: str,
    number: int,
    fault: type[TintypeError],
) -> None:
    target = tmp_path / f"result{suffix}"
    target.write_bytes(b"what was there before")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(fault, match="result"):
        save_picture(pictures.colours(), target, PLAIN)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.read_bytes() == b"what was there before"


@pytest.mark.skipif(sys.platform == "win32", reason="an open file keeps its folder there")
def test_a_folder_that_goes_while_the_file_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def unplug(temporary: Path) -> None:
        temporary.unlink()
        folder.rmdir()

    with pytest.raises(OutputFolderMissingError, match="does not exist; make it, or save elsewhere"):
        save_picture(pictures.colours(), folder / "a.jpg", PLAIN, sealed=unplug)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits on a process are Unix's")
@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
def test_a_disk_that_really_runs_full(tmp_path: Path, suffix: str) -> None:
    """The system's limit on the size of files stops the writing half way, as a full disk does."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(DiskFullError, match="No room left"):
            save_picture(pictures.colours(), tmp_path / f"result{suffix}", PLAIN)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_too_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(writer, "encode", fail)
    with pytest.raises(TooLittleMemoryError):
        save_picture(pictures.colours(), tmp_path / "a.png", PLAIN)
    assert list(tmp_path.iterdir()) == []


def test_the_seal_sees_the_whole_file_before_it_has_its_name(tmp_path: Path) -> None:
    seen: list[tuple[bytes, int]] = []

    def seal(temporary: Path) -> None:
        assert not (tmp_path / "out.png").exists()
        seen.append((temporary.read_bytes(), temporary.stat().st_mtime_ns))

    path = save_picture(pictures.colours(), tmp_path / "out.png", PLAIN, sealed=seal)
    assert seen == [(path.read_bytes(), path.stat().st_mtime_ns)]


@pytest.mark.parametrize("fault", [ValueError("encoding error 6"), RuntimeError("odd"), OverflowError()])
def test_an_encoder_that_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    def fail(*_: object) -> bytes:
        raise fault

    monkeypatch.setattr(writer, "encode", fail)
    with pytest.raises(OutputFormatError, match="cannot be made"):
        save_picture(pictures.colours(), tmp_path / "a.webp", PLAIN)
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_another_program_has_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", raise_locked)
    with pytest.raises(OutputNotWritableError, match="in use by another program"):
        save_picture(pictures.colours(), tmp_path / "a.png", PLAIN)
    assert list(tmp_path.iterdir()) == []


def test_more_than_a_tiff_can_hold(tmp_path: Path) -> None:
    huge = np.lib.stride_tricks.as_strided(np.zeros(1, np.uint16), (30_000, 30_000, 3), (0, 0, 0))
    with pytest.raises(OutputFormatError, match="too many for TIFF"):
        save_picture(huge, tmp_path / "a.tif", PLAIN)
