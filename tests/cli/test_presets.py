"""tintype preset through the program's own main."""

import json
import os
from pathlib import Path

import pytest

from desktop.engine.core import paths
from desktop.engine.core.errors import PresetNotFoundError
from tests.support.command_line import run


@pytest.fixture(autouse=True)
def only_the_tests_presets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tiny_model_dir: Path) -> None:
    """Hide what came with the program; the tiny model is there."""
    monkeypatch.setattr(paths, "shipped_dir", lambda: tmp_path / "shipped")


def test_a_presets_life(
    capsys: pytest.CaptureFixture[str], painting_file: Path, photo_file: Path, tmp_path: Path
) -> None:
    assert "no presets yet" in run(capsys, "preset", "list")[1]
    code, out, err = run(
        capsys, "preset", "add", painting_file, "--name", "Old rust", "--painter", "N. N.", "--year", "1900"
    )
    assert (code, err) == (0, "")
    assert out == f'Added "Old rust": {out.partition(": ")[2]}'
    assert "#c83c1e" in out
    listed = run(capsys, "preset", "list")[1]
    assert "Old rust" in listed
    assert "N. N., 1900" in listed
    assert "yours" in listed
    shown = run(capsys, "preset", "show", "OLD RUST")[1]
    assert "palette" in shown
    assert "#c83c1e" in shown
    assert "embedding" not in shown
    assert "embedding" in run(capsys, "preset", "show", "old rust", "--numbers")[1]
    assert run(capsys, "colorize", photo_file, "--preset", "old-rust", "-o", tmp_path / "r.png")[0] == 0
    assert 'to "New rust"' in run(capsys, "preset", "rename", "old rust", "New rust")[1]
    exported = run(capsys, "preset", "export", "new rust", tmp_path)[1].strip()
    assert exported == str(tmp_path / "new-rust.tintype")
    assert run(capsys, "preset", "remove", "new rust")[0] == 0
    assert run(capsys, "preset", "import", exported)[0] == 0
    assert run(capsys, "preset", "show", "new rust")[0] == 0


def test_style_and_preset_of_one_painting_give_one_result(
    capsys: pytest.CaptureFixture[str], painting_file: Path, photo_file: Path, tmp_path: Path
) -> None:
    run(capsys, "preset", "add", painting_file)
    run(capsys, "colorize", photo_file, "--preset", "painting", "-o", tmp_path / "preset.png")
    run(capsys, "colorize", photo_file, "--style", painting_file, "-o", tmp_path / "style.png")
    assert (tmp_path / "preset.png").read_bytes() == (tmp_path / "style.png").read_bytes()


FAULTS: dict[str, tuple[list[str], int, str]] = {
    "unknown preset": (["show", "nobody"], 30, 'There is no preset "nobody"'),
    "unknown to remove": (["remove", "nobody"], 30, "There is no preset"),
    "taken name": (["add", "{painting}", "--name", "taken"], 32, 'There already is a preset "Taken"'),
    "taken by renaming": (["rename", "other", "TAKEN"], 32, "There already is"),
    "no letters": (["add", "{painting}", "--name", "!!"], 34, "at least one letter"),
    "missing painting": (["add", "{folder}/gone.png"], 11, "There is no file"),
    "damaged file": (["import", "{folder}/bad.tintype"], 31, "is not a preset or is damaged"),
    "missing file": (["import", "{folder}/gone.tintype"], 30, "There is no preset file"),
    "folder as file": (["import", "{folder}"], 31, "cannot be read"),
    "export nowhere": (["export", "taken", "{folder}/gone/x.tintype"], 41, "does not exist"),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_faults_have_their_own_message_and_code(
    capsys: pytest.CaptureFixture[str], painting_file: Path, tmp_path: Path, kind: str
) -> None:
    for name in ("Taken", "Other"):
        run(capsys, "preset", "add", painting_file, "--name", name)
    (tmp_path / "bad.tintype").write_text("{}")
    arguments, code, words = FAULTS[kind]
    filled = [argument.format(painting=painting_file, folder=tmp_path) for argument in arguments]
    got, out, err = run(capsys, "preset", *filled)
    assert (got, out) == (code, "")
    assert words in err
    assert err.count("\n") == 1


def test_a_damaged_preset_is_a_note_in_the_list_and_a_fault_when_used(
    capsys: pytest.CaptureFixture[str], photo_file: Path, own_user_directory: Path
) -> None:
    folder = own_user_directory / "presets"
    folder.mkdir()
    (folder / "broken.tintype").write_text('{"format": 1, "name": "Broken"}')
    code, _, err = run(capsys, "preset", "list")
    assert code == 0
    assert "broken.tintype is not a preset or is damaged" in err
    code, _, err = run(capsys, "colorize", photo_file, "--preset", "broken")
    assert code == 31
    assert "broken.tintype is not a preset or is damaged" in err


def test_presets_that_came_with_the_program_are_read_only(
    capsys: pytest.CaptureFixture[str], painting_file: Path, tmp_path: Path
) -> None:
    run(capsys, "preset", "add", painting_file, "--name", "Rust")
    (tmp_path / "shipped" / "resources" / "presets").mkdir(parents=True)
    run(capsys, "preset", "export", "rust", tmp_path / "shipped" / "resources" / "presets")
    for arguments in (["remove", "rust"], ["rename", "rust", "iron"]):
        code, _, err = run(capsys, "preset", *arguments)
        assert code == 33
        assert "came with the program" in err


def test_a_terminal_obeys_no_name(
    own_user_directory: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    preset = {
        "format": 1, "name": "A\x07\x1b[31mred\r\nline2 \u202eback", "model": "palette",
        "encoder_sha256": "ab" * 32, "embedding": [0.5], "palette": ["#102030"],
    }  # fmt: skip
    path = tmp_path / "a\x1b[2J.tintype"
    path.write_text(json.dumps(preset))
    for arguments in (
        ["import", path],
        ["list"],
        ["show", preset["name"]],
        ["import", path.with_suffix(".x")],
    ):
        _, output, messages = run(capsys, "preset", *arguments)
        printed = (output + messages).replace("\n", "")
        assert printed
        assert not any(letter < " " or letter == "\u202e" for letter in printed)


@pytest.mark.parametrize("given", ["Été", "été", os.fsencode("Été").decode("ascii", "surrogateescape")])
def test_an_accent_is_found_in_a_locale_without_any(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, painting_file: Path, given: str
) -> None:
    """In the locale C, Python hands over each byte that is not ASCII as half of a surrogate pair."""
    run(capsys, "preset", "add", painting_file, "--name", "Été")
    monkeypatch.setattr(os, "fsencode", lambda name: name.encode("ascii", "surrogateescape"))
    assert "Été" in run(capsys, "preset", "show", given)[1]
    code, _, err = run(capsys, "preset", "show", "\udcff\udcfe")
    assert code == PresetNotFoundError.exit_code
    assert "There is no preset" in err
