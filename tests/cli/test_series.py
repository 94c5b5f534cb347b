"""`--like` with painted regions: they go with their things through a series, and are left out where these are not."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch.saving import save_result
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.framing import Framing
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.store.look_xmp import read_look
from tests.support.command_line import run
from tests.support.edits import edit_of, request_of
from tests.support.series import MOVED_PX, ON_THE_CUP, save_series

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Three photographs: of a cup, of the same cup elsewhere, and of a cat."""
    return save_series(tmp_path / "album")


@pytest.fixture
def like(album: Path, colorizer: Colorizer, tmp_path: Path) -> Path:
    """The first photograph's result, on which a region was painted."""
    edit = replace(edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29))), regions=(ON_THE_CUP,))
    return save_result(request_of(edit, colorizer), read_photo(album / "a.png"), tmp_path / "like.png")


def test_regions_go_with_their_things_and_are_told_of_where_left_out(
    capsys: Capture, album: Path, like: Path, tmp_path: Path
) -> None:
    command = ("colorize", album, "--like", like, "-o", tmp_path / "out", "--name", "{stem}")
    code, out, err = run(capsys, *command)
    assert code == 0
    assert "c.png" in out + err
    assert "not to be found" in out + err
    first, moved, without = (read_look(tmp_path / "out" / f"{name}.png").edit.regions for name in "abc")
    assert first == (ON_THE_CUP,)
    assert without == ()
    x, y = (start - px / side for start, px, side in zip((0.53, 0.44), MOVED_PX, (600, 450), strict=True))
    assert moved[0].strokes[0].points[0] == pytest.approx((x, y), abs=0.015)
    with Image.open(tmp_path / "out" / "b.png") as image:
        rgb = np.asarray(image.convert("RGB")).astype(int)
    inside = rgb[round(y * 450) - 8 : round(y * 450) + 8, round(x * 600) - 8 : round(x * 600) + 8]
    assert (inside[..., 0] - inside[..., 1]).mean() > 15, "red is where the cup is"
    again = run(capsys, *command)
    assert "3" in again[1] + again[2]
    stamps = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.png")}
    run(capsys, *command)
    assert stamps == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.png")}


@pytest.mark.parametrize("framing", [Framing(turns=1), Framing(left=0.25, top=0.15, right=0.95)])
def test_regions_of_a_turned_or_cropped_result_go_with_their_things(
    capsys: Capture, album: Path, colorizer: Colorizer, tmp_path: Path, framing: Framing
) -> None:
    edit = replace(edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29))), regions=(ON_THE_CUP,), framing=framing)
    like = save_result(request_of(edit, colorizer), read_photo(album / "a.png"), tmp_path / "framed.png")
    out = tmp_path / "out.png"
    assert run(capsys, "colorize", album / "b.png", "--like", like, "-o", out)[0] == 0
    (moved,) = read_look(out).edit.regions
    place = tuple(
        start - px / side for start, px, side in zip((0.53, 0.44), MOVED_PX, (600, 450), strict=True)
    )
    assert moved.strokes[0].points[0] == pytest.approx(place, abs=0.02)
    code, shown, err = run(capsys, "colorize", album / "c.png", "--like", like, "-o", tmp_path / "cat.png")
    assert code == 0
    assert "not to be found" in shown + err


def test_of_a_result_before_and_after_regions_keep_their_places(
    capsys: Capture, album: Path, like: Path, tmp_path: Path
) -> None:
    beside = tmp_path / "beside.png"
    options = ("--before-after", "side-by-side", "-o", beside)
    assert run(capsys, "colorize", album / "a.png", "--like", like, *options)[0] == 0
    out = tmp_path / "c.png"
    assert run(capsys, "colorize", album / "c.png", "--like", beside, "-o", out)[0] == 0
    assert read_look(out).edit.regions == (ON_THE_CUP,)
