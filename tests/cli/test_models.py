"""Models and devices on the command line: shown as they are, and refused when they are missing or damaged."""

import json
from pathlib import Path

import pytest

from desktop.engine.core import paths
from tests.support.command_line import run
from tests.support.tiny_models import write_auto, write_model


@pytest.fixture(autouse=True)
def only_the_tests_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Hide the models that came with the program."""
    monkeypatch.setattr(paths, "shipped_dir", lambda: tmp_path / "shipped")


def test_models_are_shown_with_their_scores(capsys: pytest.CaptureFixture[str], tiny_model_dir: Path) -> None:
    code, out, err = run(capsys, "models")
    assert (code, err) == (0, "")
    assert "palette 0.0.1: Palette" in out
    assert "self_reference.ab_rmse  1.5" in out
    assert str(tiny_model_dir) in out


@pytest.mark.usefixtures("tiny_auto_dir", "tiny_painter_dir")
def test_the_list_tells_what_each_kind_does(capsys: pytest.CaptureFixture[str], tiny_model_dir: Path) -> None:
    write_auto(tiny_model_dir.parent / "relief", kind="relief")
    code, out, _ = run(capsys, "models")
    assert code == 0
    kinds = [line.split(maxsplit=1)[1] for line in out.splitlines() if line.startswith("  kind ")]
    assert kinds == [
        "auto (natural colours, without a painting)",
        "palette (colours as a painting does)",
        "relief (for a newer version of the program)",
        "repaint (paints over what is coloured)",
    ]


def test_without_a_model_it_is_told_where_to_put_one(
    capsys: pytest.CaptureFixture[str], own_user_directory: Path
) -> None:
    code, out, _ = run(capsys, "models")
    assert code == 0
    assert f"put a model's folder into {own_user_directory / 'models'}" in out


def test_a_damaged_manifest_is_a_note_beside_the_sound_models(
    capsys: pytest.CaptureFixture[str], tiny_model_dir: Path, tiny_graphs: dict[str, bytes]
) -> None:
    bad = write_model(tiny_model_dir.parent / "bad", tiny_graphs, format=0)
    code, out, err = run(capsys, "models")
    assert code == 0
    assert "palette" in out
    assert err.startswith(f"note: {bad / 'model.json'} is not a model manifest")


def test_devices_are_tried_and_the_verdict_has_a_reason(
    capsys: pytest.CaptureFixture[str], tiny_model_dir: Path
) -> None:
    code, out, _ = run(capsys, "devices")
    assert code == 0
    lines = {line.split()[0]: line for line in out.splitlines()}
    assert set(lines) == {"cuda", "coreml", "cpu"}
    assert 'ran model "palette" at 64 px' in lines["cpu"]
    assert not lines["cpu"].split()[1].startswith("not")


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [("palette", 20, "no model is installed"), ("nothing", 20, 'There is no model "nothing"')],
)
def test_a_missing_model(
    capsys: pytest.CaptureFixture[str],
    photo_file: Path,
    painting_file: Path,
    name: str,
    code: int,
    words: str,
) -> None:
    got, _, err = run(capsys, "colorize", photo_file, "--style", painting_file, "--model", name)
    assert got == code
    assert words in err
    assert err.count("\n") == 1


def test_a_damaged_model_is_refused(
    capsys: pytest.CaptureFixture[str], photo_file: Path, painting_file: Path, tiny_model_dir: Path
) -> None:
    graph = tiny_model_dir / "style_encoder.onnx"
    graph.write_bytes(graph.read_bytes()[:-10])
    before = sorted(photo_file.parent.iterdir())
    code, out, err = run(capsys, "colorize", photo_file, "--style", painting_file)
    assert (code, out) == (21, "")
    assert "style_encoder.onnx is not the file its manifest describes" in err
    assert err.count("\n") == 1
    assert sorted(photo_file.parent.iterdir()) == before


def test_a_device_that_is_not_there_is_a_note_and_the_work_is_done(
    capsys: pytest.CaptureFixture[str], photo_file: Path, painting_file: Path, tiny_model_dir: Path
) -> None:
    code, out, err = run(capsys, "colorize", photo_file, "--style", painting_file, "--provider", "coreml")
    assert code == 0
    assert "photo_painting.png" in out
    if err:  # silent where Core ML works
        assert err.startswith("note: Apple graphics and neural engine (Core ML) cannot be used: ")


def test_a_preset_of_another_version_of_the_model_is_refused(
    capsys: pytest.CaptureFixture[str], photo_file: Path, painting_file: Path, tiny_model_dir: Path
) -> None:
    assert run(capsys, "preset", "add", painting_file, "--name", "Rust")[0] == 0
    manifest = json.loads((tiny_model_dir / "model.json").read_text())
    graphs = {name: (tiny_model_dir / g["file"]).read_bytes() for name, g in manifest["graphs"].items()}
    for path in tiny_model_dir.iterdir():
        path.unlink()
    tiny_model_dir.rmdir()
    write_model(tiny_model_dir, {**graphs, "style_encoder": graphs["style_encoder"] + b"\0"})
    code, _, err = run(capsys, "colorize", photo_file, "--preset", "rust")
    assert code == 23
    assert "another version" in err
