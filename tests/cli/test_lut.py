"""tintype lut writes the look of a photograph as a table, and says what the table cannot hold."""

import os
from pathlib import Path

import pytest

from tests.support.command_line import run


def test_both_kinds_of_file_and_the_share(
    capsys: pytest.CaptureFixture[str],
    tiny_model_dir: Path,
    photo_file: Path,
    painting_file: Path,
    tmp_path: Path,
) -> None:
    for name, options in (("a.cube", ()), ("b.cube", ("--points", 65)), ("c.png", ())):
        path = tmp_path / name
        code, said, _ = run(capsys, "lut", photo_file, "--style", painting_file, "-o", path, *options)
        assert code == 0
        assert said.startswith(f"{path}: holds ")
        assert 50 < int(said.split("holds ")[1].split("%")[0]) <= 100
    assert b"LUT_3D_SIZE 33" in (tmp_path / "a.cube").read_bytes()
    assert b"LUT_3D_SIZE 65" in (tmp_path / "b.cube").read_bytes()
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["-o", "look.txt"], 44, ".cube"),
        (["-o", "look.png", "--points", "33"], 2, "HaldCLUT"),
        (["-o", "look.cube", "--points", "17"], 2, "--points"),
        (["-o", "none/look.cube"], 41, "does not exist"),
        (["-o", "folder.cube"], 42, "is a folder"),
        (["-o", "pipe.cube"], 42, "is a device or a pipe"),
    ],
)
def test_what_cannot_be(
    capsys: pytest.CaptureFixture[str],
    tiny_model_dir: Path,
    photo_file: Path,
    painting_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    code: int,
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.cube").mkdir()
    Path("pipe.cube").symlink_to(os.devnull)
    found, _, error = run(capsys, "lut", photo_file, "--style", painting_file, *options)
    assert (found, told in error) == (code, True)
