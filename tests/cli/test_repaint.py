"""Painting over on the command line: --repaint, --brush and --paint, alone, in batches, and repeated by --like."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.edits.repaint import Repaint
from desktop.engine.store.look_xmp import read_look
from tests.support.command_line import run

Capture = pytest.CaptureFixture[str]
BLURRISTS = "repaint-blurrists"

pytestmark = pytest.mark.usefixtures("tiny_painter_dir")


def pixels(path: Path) -> NDArray[Any]:
    with Image.open(path) as image:
        return np.asarray(image).astype(int)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".webp"])
def test_a_photograph_is_painted_over(
    capsys: Capture, photo_file: Path, painting_file: Path, tmp_path: Path, suffix: str
) -> None:
    plain, painted = tmp_path / f"plain{suffix}", tmp_path / f"painted{suffix}"
    command = ("colorize", photo_file, "--style", painting_file)
    assert run(capsys, *command, "-o", plain)[0] == 0
    code, out, err = run(capsys, *command, "--repaint", BLURRISTS, "-o", painted)
    assert (code, err) == (0, "")
    assert "120 x 90 px" in out
    difference = pixels(painted) - pixels(plain)
    assert np.abs(difference).mean() > 5
    assert pixels(painted)[..., 2].mean() < pixels(plain)[..., 2].mean()  # as the tiny painter does
    assert read_look(painted).edit.repaint == Repaint(BLURRISTS)


def test_paint_and_brush_are_obeyed_and_repeated(
    capsys: Capture, photo_file: Path, painting_file: Path, tmp_path: Path
) -> None:
    def colorize(name: str, *options: object) -> NDArray[Any]:
        code, _, err = run(capsys, "colorize", photo_file, *options, "-o", tmp_path / name)
        assert (code, err) == (0, "")
        return pixels(tmp_path / name)

    own = ("--style", painting_file, "--repaint", BLURRISTS)
    fine, broad = colorize("fine.png", *own, "--brush", "0.1"), colorize("broad.png", *own, "--brush", "1")
    assert np.abs(fine - broad).mean() > 1
    some = colorize("some.png", *own, "--brush", "0.5", "--paint", "0.3")
    assert read_look(tmp_path / "some.png").edit.repaint == Repaint(BLURRISTS, 0.5, 0.3)
    assert np.array_equal(colorize("again.png", "--like", tmp_path / "some.png"), some)
    more = colorize("more.png", "--like", tmp_path / "some.png", "--paint", "1")
    assert read_look(tmp_path / "more.png").edit.repaint == Repaint(BLURRISTS, 0.5, 1.0)
    assert not np.array_equal(more, some)


def test_a_batch_knows_its_paint(
    capsys: Capture, photo_file: Path, painting_file: Path, tmp_path: Path
) -> None:
    album = tmp_path / "album"
    album.mkdir()
    photo_file.rename(album / "a.png")
    command = (
        "colorize",
        album,
        "-r",
        "-o",
        tmp_path / "out",
        "--style",
        painting_file,
        "--repaint",
        BLURRISTS,
    )
    for paint, made in (("1", 1), ("1", 0), ("0.5", 1)):
        code, out, _ = run(capsys, *command, "--paint", paint, "--name", "{stem}")
        assert code == 0
        assert out.count("120 x 90 px") == made


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--brush", "0.5"], 2, "need a painter"),
        (["--repaint", BLURRISTS, "--brush", "0.01"], 2, "from 0.1 to 1"),
        (["--repaint", BLURRISTS, "--paint", "2"], 2, "from 0 to 1"),
        (["--repaint", "palette"], 24, "does not paint"),
        (["--repaint", "monet"], 20, 'no model "monet"'),
    ],
)
def test_faults(
    capsys: Capture, photo_file: Path, painting_file: Path, options: list[str], code: int, words: str
) -> None:
    found, out, err = run(capsys, "colorize", photo_file, "--style", painting_file, *options)
    assert (found, out, err.count("\n")) == (code, "", 1)
    assert words in err


def test_a_look_without_paint_has_no_brush(
    capsys: Capture, photo_file: Path, painting_file: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.png"
    assert run(capsys, "colorize", photo_file, "--style", painting_file, "-o", plain)[0] == 0
    code, _, err = run(capsys, "colorize", photo_file, "--like", plain, "--brush", "0.5")
    assert (code, err.count("\n")) == (2, 1)
    assert "need a painter" in err
    assert (
        run(capsys, "colorize", photo_file, "--like", plain, "--repaint", BLURRISTS, "--brush", "0.5")[0] == 0
    )
