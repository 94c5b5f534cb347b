"""Places and formats that `tintype colorize` can and cannot save to; the original is never written over."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.colorize_faults import check_fault

pytestmark = pytest.mark.usefixtures("tiny_model_dir")


def test_the_original_is_safe(colorize: Any, photo_file: Path) -> None:
    before = photo_file.read_bytes()
    check_fault(colorize(photo_file, "-o", photo_file), 40, "is the original photograph")
    assert photo_file.read_bytes() == before


def test_a_missing_output_folder(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    check_fault(colorize(photo_file, "-o", f"{tmp_path}/gone/result.png"), 41, "does not exist")


@pytest.mark.parametrize("out", ["new/", "new/deeper/"])
def test_a_folder_for_results_is_made(colorize: Any, photo_file: Path, tmp_path: Path, out: str) -> None:
    assert colorize(photo_file, "-o", f"{tmp_path}/{out}")[0] == 0
    assert (tmp_path / out / "photo_painting.png").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_device_is_no_place_for_a_result(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    (tmp_path / "full.png").symlink_to("/dev/full")
    (tmp_path / "full").symlink_to("/dev/full")
    for name in ("full.png", "full"):
        check_fault(colorize(photo_file, "-o", tmp_path / name), 42, "is a device or a pipe")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("full")) == [
        "full",
        "full.png",
    ]


def test_a_file_in_the_place_of_the_output_folder(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    check_fault(colorize(photo_file, photo_file, "-o", tmp_path / "taken"), 42, "is a file")


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (errno.EACCES, 42, "cannot be written"),
        (errno.EROFS, 42, "cannot be written"),
        (errno.ENOSPC, 43, "No room left"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_read_only_or_full_disk(
    colorize: Any,
    photo_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    code: int,
    words: str,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, step, refuse)
    check_fault(colorize(photo_file, "-o", tmp_path / "result.png"), code, words)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["result.gif", "result.txt"])
def test_a_format_that_cannot_be_written(colorize: Any, photo_file: Path, tmp_path: Path, name: str) -> None:
    check_fault(colorize(photo_file, "-o", tmp_path / name), 44, "no ending that can be written")


def test_an_ending_against_the_format(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    outcome = colorize(photo_file, "-o", tmp_path / "result.png", "--format", "jpeg")
    check_fault(outcome, 44, 'does not end like "jpeg"')


def test_ctrl_c_leaves_nothing_behind(
    colorize: Any, photo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, "fsync", interrupt)
    check_fault(colorize(photo_file), 130, "Cancelled.")
    assert sorted(tmp_path.iterdir()) == before
