"""tintype sheet through the program's own main."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from desktop.engine.core import paths
from tests.support.command_line import run


@pytest.fixture(autouse=True)
def presets(
    capsys: pytest.CaptureFixture[str],
    make_painting: Callable[..., Path],
    tmp_path: Path,
    tiny_model_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two presets of the user's, and none that came with the program (for another model)."""
    monkeypatch.setattr(paths, "shipped_presets_dir", lambda: tmp_path / "none")
    for name, colour in (("Étretat", (200, 60, 30)), ("Sea", (20, 60, 160))):
        assert run(capsys, "preset", "add", make_painting(main=colour), "--name", name)[0] == 0


def test_all_presets_on_one_picture(
    capsys: pytest.CaptureFixture[str], photo_file: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.png"
    code, out, err = run(capsys, "sheet", photo_file, "-o", sheet)
    assert (code, err) == (0, "")
    assert "2 presets" in out
    with Image.open(sheet) as image:
        assert image.width > 2 * 120
        assert f"{image.width} x {image.height} px" in out
    _, out, _ = run(
        capsys, "sheet", photo_file, "-o", tmp_path / "one.jpg", "--preset", "etretat", "--size", 64
    )
    assert "1 preset " in out
    with Image.open(tmp_path / "one.jpg") as image:
        assert image.format == "JPEG"
        assert image.width < 240


def test_presets_of_another_model_are_left_out_with_a_note(
    capsys: pytest.CaptureFixture[str], photo_file: Path, tmp_path: Path, own_user_directory: Path
) -> None:
    path = own_user_directory / "presets" / "sea.tintype"
    text = path.read_text(encoding="utf-8")
    start = text.index('"encoder_sha256": "') + len('"encoder_sha256": "')
    path.write_text(text[:start] + "0" * 64 + text[start + 64 :], encoding="utf-8")
    code, out, err = run(capsys, "sheet", photo_file, "-o", tmp_path / "sheet.png")
    assert code == 0
    assert "1 preset " in out
    assert 'note: Preset "Sea"' in err
    assert run(capsys, "sheet", photo_file, "-o", tmp_path / "s.png", "--preset", "Sea")[0] == 23


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["{photo}", "-o", "{photo}"], 40, "original photograph"),
        (["{photo}", "-o", "{folder}/sheet.gif"], 44, "no ending"),
        (["{photo}", "-o", "{folder}/none/sheet.png"], 41, "does not exist"),
        (["{folder}/gone.png", "-o", "{folder}/sheet.png"], 11, "no file"),
        (["{photo}", "-o", "{folder}/sheet.png", "--preset", "Dusk"], 30, "no preset"),
        (["{photo}"], 2, "required"),
        (["{photo}", "-o", "{folder}/sheet.png", "--columns", "0"], 2, "from 1 to 100"),
    ],
)
def test_faults(
    capsys: pytest.CaptureFixture[str],
    photo_file: Path,
    tmp_path: Path,
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    before = photo_file.read_bytes()
    given = [argument.format(photo=photo_file, folder=tmp_path) for argument in arguments]
    got, out, err = run(capsys, "sheet", *given)
    assert (got, out) == (code, "")
    assert words in err
    assert photo_file.read_bytes() == before


def test_adjustments_hold_for_all_presets_of_a_sheet(
    capsys: pytest.CaptureFixture[str], photo_file: Path, tmp_path: Path
) -> None:
    plain, grey = tmp_path / "plain.png", tmp_path / "grey.png"
    assert run(capsys, "sheet", photo_file, "-o", plain)[0] == 0
    assert run(capsys, "sheet", photo_file, "-o", grey, "--shadows", "-1", "--tint", "1")[0] == 0
    with Image.open(plain) as first, Image.open(grey) as second:
        assert first.size == second.size
        assert first.tobytes() != second.tobytes()
