"""tintype colorize through the program's own main: results, messages and exit codes."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.batch.saving import save_result
from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_to_lab
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.preset import make_preset
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.store.look_xmp import read_look
from tests.support.command_line import run
from tests.support.edits import request_of

pytestmark = pytest.mark.usefixtures("tiny_model_dir")


def pixels(path: Path) -> NDArray[Any]:
    with Image.open(path) as image:
        return np.asarray(image)


def test_the_result_lies_beside_the_photograph_in_the_paintings_colours(
    colorize: Any, photo_file: Path, gray_values: NDArray[np.uint8]
) -> None:
    code, out, err = colorize(photo_file)
    result = photo_file.with_name("photo_painting.png")
    assert (code, err) == (0, "")
    assert str(result) in out
    assert "120 x 90 px" in out
    lab = srgb_to_lab(pixels(result) / np.float32(255))
    assert lab[..., 1].mean() > 10  # reddish, as the painting is
    assert np.abs(lab[..., 0] - lightness(srgb_decode(gray_values / np.float32(255)))).max() < 0.6


def test_a_second_result_gets_a_number(colorize: Any, photo_file: Path) -> None:
    colorize(photo_file)
    _, out, _ = colorize(photo_file)
    assert "photo_painting (2).png" in out


def test_the_amount_and_the_file_are_obeyed(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    assert colorize(photo_file, "--amount", "0", "-o", tmp_path / "none.png")[0] == 0
    assert colorize(photo_file, "--amount", "1.5", "-o", tmp_path / "much.png")[0] == 0
    assert np.ptp(pixels(tmp_path / "none.png"), axis=2).max() == 0
    assert np.ptp(pixels(tmp_path / "much.png"), axis=2).max() > 80


@pytest.mark.parametrize(
    ("options", "check"),
    [
        (["--warmth", "-1"], lambda lab, plain: lab[..., 2].mean() < plain[..., 2].mean() - 5),
        (["--tint", "-1"], lambda lab, plain: lab[..., 1].mean() < plain[..., 1].mean() - 5),
        (["--colorfulness", "1"], lambda lab, plain: lab[..., 1].mean() > plain[..., 1].mean() + 1),
        (
            ["--pull", "#2040c0", "--pull-strength", "1"],
            lambda lab, plain: lab[..., 2].mean() < min(-10, plain[..., 2].mean()),
        ),
    ],
)
def test_adjustments_are_obeyed(
    colorize: Any, photo_file: Path, tmp_path: Path, options: list[str], check: Any
) -> None:
    assert colorize(photo_file, "-o", tmp_path / "plain.png")[0] == 0
    assert colorize(photo_file, *options, "-o", tmp_path / "turned.png")[0] == 0
    plain, turned = (srgb_to_lab(pixels(tmp_path / f"{name}.png") / 255) for name in ("plain", "turned"))
    assert check(turned, plain)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--warmth", "2"], "not a number from -1 to 1"),
        (["--hue", "red"], "not a number from -180 to 180"),
        (["--pull", "blue"], "not a colour"),
        (["--pull-strength", "0.3"], "--pull-strength needs a colour"),
    ],
)
def test_adjustments_that_make_no_sense(
    colorize: Any, photo_file: Path, options: list[str], words: str
) -> None:
    code, _, err = colorize(photo_file, *options)
    assert code == 2
    assert words in err


@pytest.mark.parametrize(
    ("arguments", "name", "kind"),
    [
        (["--format", "jpeg"], "photo_painting.jpg", "JPEG"),
        (["--format", "tiff"], "photo_painting.tif", "TIFF"),
        (["-o", "{folder}/sub"], "sub/photo_painting.png", "PNG"),
        (["-o", "{folder}/sub/"], "sub/photo_painting.png", "PNG"),
        (["-o", "{folder}/x.webp"], "x.webp", "WEBP"),
        (["-o", "{folder}/x", "--format", "jpeg"], "x.jpg", "JPEG"),
        (["-o", "{folder}/x.jpeg", "--format", "jpeg"], "x.jpeg", "JPEG"),
    ],
)
def test_where_results_go(
    colorize: Any, photo_file: Path, tmp_path: Path, arguments: list[str], name: str, kind: str
) -> None:
    (tmp_path / "sub").mkdir()
    code, _, err = colorize(photo_file, *(argument.format(folder=tmp_path) for argument in arguments))
    assert (code, err) == (0, "")
    with Image.open(tmp_path / name) as image:
        assert image.format == kind


def test_quality_is_obeyed(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    for quality in (20, 95):
        colorize(photo_file, "--quality", quality, "-o", tmp_path / f"{quality}.jpg")
    assert (tmp_path / "20.jpg").stat().st_size < (tmp_path / "95.jpg").stat().st_size / 2


def test_one_failed_photograph_does_not_end_the_batch(
    colorize: Any, photo_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "text.jpg").write_text("no picture at all")
    again = photo_file.with_name("again.png")
    again.write_bytes(photo_file.read_bytes())
    out_dir = tmp_path / "out"
    out_dir.mkdir()
    code, out, err = colorize(
        tmp_path / "text.jpg", photo_file, tmp_path / "nowhere.png", again, "-o", out_dir
    )
    assert code == 1
    assert sorted(path.name for path in out_dir.iterdir()) == ["again_painting.png", "photo_painting.png"]
    assert "[2/4]" in out
    lines = err.splitlines()
    assert lines[0] == "tintype: 2 of 4 photographs failed:"
    assert "text.jpg is not a picture" in lines[1]
    assert "no file" in lines[2]
    assert len(lines) == 3


def test_a_batch_that_fails_for_one_reason_tells_it_by_its_code(colorize: Any, tmp_path: Path) -> None:
    assert colorize(tmp_path / "a.png", tmp_path / "b.png", "-o", tmp_path)[0] == 11


def test_same_names_from_several_folders_do_not_meet(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / photo_file.name
    twin.write_bytes(photo_file.read_bytes())
    (tmp_path / "out").mkdir()
    assert colorize(photo_file, twin, "-o", tmp_path / "out")[0] == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["photo_painting (2).png", "photo_painting.png"]


def test_like_repeats_a_blend_and_tells_of_its_presets(
    colorizer: Colorizer, photo_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = (
        make_preset(colorizer, np.full((64, 64, 3), colour, np.uint8), name)
        for name, colour in (("Rust", (200, 60, 30)), ("Sky", (60, 90, 200)))
    )
    blend = Blend((Corner(first, 0.25), Corner(second, 0.75)))
    look = Edit(blend, Adjustments(amount=0.8))
    made = save_result(request_of(look, colorizer), read_photo(photo_file), tmp_path / "made.png")
    code, _, err = run(capsys, "colorize", photo_file, "--like", made, "-o", tmp_path / "again.png")
    assert (code, err) == (0, "")
    assert read_look(tmp_path / "again.png").edit.blend == blend
    assert np.array_equal(pixels(tmp_path / "again.png"), pixels(made))


def test_before_and_after_with_a_mark(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    plain, both = tmp_path / "plain.png", tmp_path / "both.png"
    assert colorize(photo_file, "-o", plain)[0] == 0
    code, said, _ = colorize(photo_file, "--before-after", "side-by-side", "--mark", "-o", both)
    assert code == 0
    with Image.open(plain) as result, Image.open(both) as shown:
        assert shown.size[0] > 2 * result.size[0]
        assert f"({shown.size[0]} x {shown.size[1]} px" in said
        right = np.asarray(shown)[:, -120:]
        assert np.array_equal(right[:50], np.asarray(result)[:50])
        assert not np.array_equal(right, np.asarray(result))  # by the mark
