"""Natural colours on the command line: alone by --model, mixed by --natural, repeated by --like."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_to_lab
from desktop.engine.core import paths
from desktop.engine.core.arrays import Floats
from desktop.engine.edits.mixture import Mixture
from desktop.engine.inference.model_registry import load_model
from desktop.engine.store.look_xmp import read_look
from tests.support.command_line import run

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def only_the_tests_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tiny_model_dir: Path) -> None:
    """Hide the models that came with the program."""
    monkeypatch.setattr(paths, "shipped_dir", lambda: tmp_path / "shipped")


@pytest.fixture
def rust(capsys: Capture, painting_file: Path) -> str:
    """A preset of one's own."""
    assert run(capsys, "preset", "add", painting_file, "--name", "Rust")[0] == 0
    return "Rust"


def lab(path: Path) -> Floats:
    with Image.open(path) as image:
        return srgb_to_lab(np.asarray(image) / np.float32(255))


@pytest.mark.usefixtures("tiny_auto_dir")
def test_a_model_of_natural_colours_needs_no_painting(
    capsys: Capture, photo_file: Path, gray_values: NDArray[np.uint8]
) -> None:
    code, out, err = run(capsys, "colorize", photo_file, "--model", "auto")
    assert (code, err) == (0, "")
    result = photo_file.with_name("photo_natural-colours.png")
    assert str(result) in out
    values, light = lab(result), lightness(srgb_decode(gray_values / np.float32(255)))
    assert np.abs(values[..., 0] - light).max() < 0.6
    dark, bright = (light > 20) & (light < 40), (light > 60) & (light < 80)
    assert values[dark, 2].mean() > values[bright, 2].mean() + 10  # as the tiny model does
    look = read_look(result)
    assert look.edit.chosen_blend.mixture == Mixture("auto", ())
    assert look.models == (("auto", load_model("auto").sha256),)


@pytest.mark.usefixtures("tiny_auto_dir")
def test_natural_colours_are_mixed_with_a_preset_and_repeated(
    capsys: Capture, photo_file: Path, rust: str, tmp_path: Path
) -> None:
    def colorize(name: str, *options: object) -> Path:
        code, _, err = run(capsys, "colorize", photo_file, *options, "-o", tmp_path / name)
        assert (code, err) == (0, "")
        return tmp_path / name

    plain = colorize("plain.png", "--preset", rust, "--amount", "0.5")
    natural = colorize("natural.png", "--model", "auto", "--amount", "0.5")
    half = colorize("half.png", "--preset", rust, "--natural", "0.5", "--amount", "0.5")
    middle = (lab(plain)[..., 1:] + lab(natural)[..., 1:]) / 2
    assert np.abs(lab(half)[..., 1:] - middle).mean() < 1
    assert np.abs(lab(plain)[..., 1:] - lab(natural)[..., 1:]).mean() > 5
    assert read_look(half).edit.chosen_blend.name == "Rust + Natural colours"
    again = colorize("again.png", "--like", half)
    assert np.array_equal(lab(again), lab(half))
    alone = colorize("alone.png", "--preset", rust, "--natural", "1", "--amount", "0.5")
    assert np.array_equal(lab(alone), lab(natural))
    none = colorize("none.png", "--preset", rust, "--natural", "0", "--amount", "0.5")
    assert np.array_equal(lab(none), lab(plain))


@pytest.mark.usefixtures("tiny_auto_dir")
def test_a_painting_over_natural_colours_is_repeated(
    capsys: Capture, photo_file: Path, painting_file: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.png", tmp_path / "second.png"
    arguments = ("colorize", photo_file, "--style", painting_file, "--natural", "0.75", "-o", first)
    assert run(capsys, *arguments)[0] == 0
    assert read_look(first).edit.chosen_blend.name == "Natural colours + painting"
    assert run(capsys, "colorize", photo_file, "--like", first, "-o", second)[0] == 0
    assert np.array_equal(lab(second), lab(first))


def test_a_look_whose_natural_colours_are_not_at_hand_is_not_repeated(
    capsys: Capture, photo_file: Path, rust: str, tmp_path: Path, tiny_auto_dir: Path
) -> None:
    made = tmp_path / "made.png"
    assert run(capsys, "colorize", photo_file, "--preset", rust, "--natural", "0.5", "-o", made)[0] == 0
    for path in tiny_auto_dir.iterdir():
        path.unlink()
    code, _, err = run(capsys, "colorize", photo_file, "--like", made)
    assert (code, err.count("\n")) == (20, 1)
    assert 'There is no model "auto"' in err


@pytest.mark.usefixtures("tiny_auto_dir")
def test_a_batch_under_natural_colours_is_not_made_twice(
    capsys: Capture, photo_file: Path, rust: str, tmp_path: Path
) -> None:
    album = tmp_path / "album"
    album.mkdir()
    photo_file.rename(album / "a.png")
    command: tuple[Any, ...] = ("colorize", album, "-r", "-o", tmp_path / "out", "--preset", rust)
    for share, made in (("0.5", 1), ("0.5", 0), ("0.25", 1)):
        code, out, _ = run(capsys, *command, "--natural", share, "--name", "{stem}")
        assert code == 0
        assert out.count("120 x 90 px") == made


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        ([], 2, "Say whose colours"),
        (["--model", "palette"], 2, "Say whose colours"),
        (["--natural", "0.5"], 2, "Say whose colours"),
        (["--model", "auto", "--natural", "0.5"], 2, "give --preset or --style"),
        (["--model", "auto", "--style", "{painting}"], 24, "takes no painting"),
        (["--model", "auto", "--preset", "Rust"], 23, 'belongs to the model "palette"'),
        (["--model", "repaint-blurrists", "--style", "{painting}"], 24, "does not colour"),
        (["--preset", "Rust", "--natural", "1.5"], 2, "from 0 to 1"),
    ],
)
@pytest.mark.usefixtures("tiny_auto_dir", "tiny_painter_dir", "rust")
def test_faults(
    capsys: Capture, photo_file: Path, painting_file: Path, options: list[str], code: int, words: str
) -> None:
    filled = [option.format(painting=painting_file) for option in options]
    found, out, err = run(capsys, "colorize", photo_file, *filled)
    assert (found, out, err.count("\n")) == (code, "", 1)
    assert words in err


def test_without_a_model_of_them_natural_colours_are_refused(
    capsys: Capture, photo_file: Path, rust: str
) -> None:
    code, _, err = run(capsys, "colorize", photo_file, "--preset", rust, "--natural", "0.5")
    assert code == 20
    assert "no model of natural colours" in err


@pytest.mark.usefixtures("tiny_auto_dir")
def test_the_sheet_begins_with_natural_colours(
    capsys: Capture, photo_file: Path, rust: str, tmp_path: Path
) -> None:
    sheets = {}
    for name, options in {
        "all": [],
        "natural": ["--model", "auto"],
        "rust": ["--preset", rust],
        "palette": ["--model", "palette"],
    }.items():
        path = tmp_path / f"{name}.png"
        code, out, _ = run(
            capsys, "sheet", photo_file, "-o", path, "--columns", "9", "--size", "64", *options
        )
        assert code == 0
        assert ("0 presets" if name == "natural" else "1 preset ") in out
        with Image.open(path) as image:
            sheets[name] = np.asarray(image).astype(int)
    widths = {name: sheet.shape[1] for name, sheet in sheets.items()}
    assert widths["all"] > widths["natural"] == widths["rust"] == widths["palette"]
    step = widths["all"] - widths["rust"]
    tile = np.s_[60:100, step + 20 : step + 60]
    assert np.array_equal(sheets["all"][tile], sheets["natural"][tile])
    assert not np.array_equal(sheets["all"][tile], sheets["rust"][tile])
