"""The border of a print on the command line: found, named, left out, and not taken from another photograph's look."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.edits.framing import Framing
from desktop.engine.store.look_xmp import read_look
from tests.support.command_line import run
from tests.support.prints import on_paper, photograph, within_oval

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def print_file(tmp_path: Path) -> Path:
    """A photograph of 300 px within paper of 30 px on each side."""
    path = tmp_path / "print.png"
    Image.fromarray(on_paper(photograph("camera", 300), 230, (0.1,) * 4).scan).save(path)
    return path


def is_coloured(path: Path) -> NDArray[np.bool_]:
    with Image.open(path) as image:
        rgb = np.asarray(image.convert("RGB")).astype(int)
    return np.asarray(rgb.max(axis=2) - rgb.min(axis=2) > 3)


def test_a_border_is_found_named_and_left_out(
    capsys: Capture, print_file: Path, painting_file: Path, tmp_path: Path
) -> None:
    command = ("colorize", print_file, "--style", painting_file, "--existing", "overwrite", "-o")
    found, named, all_of_it = tmp_path / "found.png", tmp_path / "named.png", tmp_path / "all.png"
    assert run(capsys, *command, found)[0] == 0
    assert not is_coloured(found)[:28].any()
    assert is_coloured(found)[40:-40, 40:-40].mean() > 0.5
    assert run(capsys, *command, named, "--border", "10,25,10,50")[0] == 0
    assert not is_coloured(named)[:88].any()
    assert not is_coloured(named)[182:].any()
    assert is_coloured(named)[95:170, 45:-45].mean() > 0.5
    assert read_look(named).edit.picture == Framing(0, 0.0, 0.1, 0.25, 0.9, 0.5)
    assert run(capsys, *command, all_of_it, "--border", "none")[0] == 0
    assert is_coloured(all_of_it)[:28].mean() > 0.5
    again = tmp_path / "again.png"
    assert run(capsys, "colorize", print_file, "--like", named, "-o", again)[0] == 0
    assert np.array_equal(is_coloured(again), is_coloured(found)), "a border belongs to one photograph"


def test_an_oval_is_named(capsys: Capture, print_file: Path, painting_file: Path, tmp_path: Path) -> None:
    named = tmp_path / "named.png"
    command = ("colorize", print_file, "--style", painting_file, "--border", "10,10,10,10,oval", "-o", named)
    assert run(capsys, *command)[0] == 0
    assert read_look(named).edit.picture == Framing(0, 0.0, 0.1, 0.1, 0.9, 0.9, oval=True)
    height, width = is_coloured(named).shape
    box = width * 0.1, height * 0.1, width * 0.9, height * 0.9
    assert not is_coloured(named)[~within_oval((height, width), box, 1.02)].any()
    assert is_coloured(named)[within_oval((height, width), box, 0.9)].mean() > 0.5


@pytest.mark.parametrize(
    ("border", "message"),
    [
        ("1,2,3,oval", "LEFT,TOP,RIGHT,BOTTOM"),
        ("1,2,3,4,round", "LEFT,TOP,RIGHT,BOTTOM"),
        ("1,2,3", "LEFT,TOP,RIGHT,BOTTOM"),
        ("60,0,50,0", "lies inside of it"),
        ("-1,0,0,0", "lies inside of it"),
    ],
)
def test_borders_that_make_no_sense_are_named(
    capsys: Capture, print_file: Path, painting_file: Path, border: str, message: str
) -> None:
    code, _, err = run(capsys, "colorize", print_file, "--style", painting_file, f"--border={border}")
    assert code == 2
    assert message in err
