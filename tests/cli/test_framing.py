"""Framing on the command line: --rotate, --straighten and --crop, alone, in batches, and repeated by --like."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.edits.framing import Framing
from desktop.engine.store.look_xmp import read_look
from tests.support.command_line import run

Capture = pytest.CaptureFixture[str]


def pixels(path: Path) -> NDArray[Any]:
    with Image.open(path) as image:
        return np.asarray(image).astype(int)


def test_a_part_is_coloured_turned_and_repeated(
    capsys: Capture, photo_file: Path, painting_file: Path, tmp_path: Path
) -> None:
    """Of 120 x 90 px; lightness is that of the part, moved and unchanged."""
    part, again, whole = tmp_path / "part.png", tmp_path / "again.png", tmp_path / "whole.png"
    command = ("colorize", photo_file, "--style", painting_file, "--amount", "0")
    options = ("--rotate", "90", "--crop", "10,20,50,60")
    code, out, err = run(capsys, *command, *options, "-o", part)
    assert (code, err) == (0, "")
    assert "45 x 72 px" in out
    with Image.open(photo_file) as image:
        gray = np.asarray(image.convert("L")).astype(int)
    expected = np.rot90(gray, -1)[24:96, 9:54]
    assert np.abs(pixels(part).mean(axis=2) - expected).max() <= 1
    assert read_look(part).edit.framing == Framing(1, 0.0, 0.1, 0.2, 0.6, 0.8)
    assert run(capsys, "colorize", photo_file, "--like", part, "-o", again)[0] == 0
    assert np.array_equal(pixels(again), pixels(part))
    reset = ("--like", part, "--crop", "none", "--rotate", "0")
    assert run(capsys, "colorize", photo_file, *reset, "-o", whole)[0] == 0
    assert pixels(whole).shape == (90, 120, 3)


def test_straightened_photographs_of_a_folder_have_no_empty_corners(
    capsys: Capture, painting_file: Path, tmp_path: Path
) -> None:
    album = tmp_path / "album"
    album.mkdir()
    for number in range(2):
        Image.fromarray(np.full((90, 120), 200, np.uint8)).save(album / f"{number}.png")
    command = ("colorize", album, "--style", painting_file, "--amount", "0", "--straighten", "-5")
    code, _, err = run(capsys, *command, "-o", tmp_path / "out")
    assert (code, err) == (0, "")
    results = sorted((tmp_path / "out").glob("*.png"))
    assert len(results) == 2
    for result in results:
        shown = pixels(result)
        assert np.abs(shown - 200).max() <= 1
        assert 90 < shown.shape[1] < 120
    code, out, _ = run(capsys, *command, "-o", tmp_path / "out")
    assert "up to date" in out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--crop", "1,2,3"), "LEFT,TOP,WIDTH,HEIGHT"),
        (("--crop", "60,0,50,100"), "lies inside of it"),
        (("--rotate", "45"), "invalid choice"),
        (("--straighten", "50"), "-45"),
    ],
)
def test_what_makes_no_sense_is_told(
    capsys: Capture, photo_file: Path, painting_file: Path, options: tuple[str, ...], words: str
) -> None:
    code, _, err = run(capsys, "colorize", photo_file, "--style", painting_file, *options)
    assert code == 2
    assert words in err
