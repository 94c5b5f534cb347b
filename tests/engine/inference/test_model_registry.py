"""Manifests and graphs: found, checked, and refused when they are not what they claim."""

import json
from pathlib import Path

import pytest

from desktop.engine.core.errors import (
    DamagedModelError,
    ModelKindError,
    ModelNotFoundError,
    TooLittleMemoryError,
)
from desktop.engine.inference.model_registry import (
    COLORIZER,
    PAINTER,
    Kind,
    Model,
    find_models,
    load_model,
    model_problems,
    models_of,
    read_manifest,
)
from tests.support.tiny_models import write_auto, write_model, write_painter


def change_manifest(folder: Path, **changes: object) -> None:
    path = folder / "model.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def test_a_manifest_tells_all_about_its_model(tiny_model_dir: Path) -> None:
    model = read_manifest(tiny_model_dir)
    assert (model.name, model.version, model.kind, model.embedding_size) == (
        "palette",
        "0.0.1",
        "palette",
        32,
    )
    assert model.scores["self_reference"]["ab_rmse"] == 1.5
    assert model.graph_bytes(COLORIZER) == (tiny_model_dir / "colorizer.onnx").read_bytes()


def test_models_are_found_by_name_and_the_first_folder_wins(
    tmp_path: Path, tiny_graphs: dict[str, bytes]
) -> None:
    write_model(tmp_path / "mine" / "palette", tiny_graphs, version="2.0")
    write_model(tmp_path / "shipped" / "palette", tiny_graphs, version="1.0")
    write_model(tmp_path / "shipped" / "auto", tiny_graphs)
    folders = [tmp_path / "mine", tmp_path / "shipped", tmp_path / "nowhere"]
    assert [(model.name, model.version) for model in find_models(folders)] == [
        ("auto", "0.0.1"),
        ("palette", "2.0"),
    ]
    assert load_model("palette", folders).version == "2.0"


def test_a_models_name_need_not_be_its_folders(tmp_path: Path, tiny_graphs: dict[str, bytes]) -> None:
    write_model(tmp_path / "download (1)", tiny_graphs, name="palette")
    assert load_model("palette", [tmp_path]).folder == tmp_path / "download (1)"


def test_a_missing_model_is_told_of_with_those_there_are(
    tmp_path: Path, tiny_graphs: dict[str, bytes]
) -> None:
    with pytest.raises(ModelNotFoundError, match="no model is installed"):
        load_model("palette", [tmp_path])
    write_model(tmp_path / "auto", tiny_graphs)
    with pytest.raises(ModelNotFoundError, match="there are: auto"):
        load_model("palette", [tmp_path])
    with pytest.raises(ModelNotFoundError, match=r"has no model\.json"):
        read_manifest(tmp_path)


def test_a_graph_that_is_not_the_manifests_is_refused(tiny_model_dir: Path) -> None:
    path = tiny_model_dir / "colorizer.onnx"
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(DamagedModelError, match="not the file its manifest describes"):
        load_model("palette").graph_bytes(COLORIZER)


def test_a_graph_that_is_not_there(tiny_model_dir: Path) -> None:
    (tiny_model_dir / "colorizer.onnx").unlink()
    with pytest.raises(ModelNotFoundError, match=r"lacks its file colorizer\.onnx"):
        load_model("palette").graph_bytes(COLORIZER)


def test_a_graph_that_the_manifest_does_not_name(tiny_model_dir: Path) -> None:
    change_manifest(tiny_model_dir, graphs={})
    with pytest.raises(DamagedModelError, match='has no graph "colorizer"'):
        load_model("palette").graph_bytes(COLORIZER)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": 2}, "too old for it"),
        ({"working_size_px": 0}, "not a positive whole number"),
        ({"size_multiple": "32"}, "not a positive whole number"),
        ({"graphs": [1]}, "not a model manifest"),
        ({"graphs": {"g": {"file": "../evil.onnx", "sha256": "", "size_bytes": 1}}}, "not a plain file name"),
        ({"graphs": {"g": {"file": "a.onnx"}}}, "'sha256' is missing"),
    ],
)
def test_a_manifest_that_makes_no_sense(tiny_model_dir: Path, changes: dict[str, object], words: str) -> None:
    change_manifest(tiny_model_dir, **changes)
    with pytest.raises(DamagedModelError, match=words):
        load_model("palette")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null"])
def test_a_manifest_that_is_none_is_told_of_and_hides_nothing_else(
    tmp_path: Path, tiny_graphs: dict[str, bytes], content: bytes
) -> None:
    write_model(tmp_path / "auto", tiny_graphs)
    write_model(tmp_path / "palette", tiny_graphs)
    (tmp_path / "palette" / "model.json").write_bytes(content)
    assert [model.name for model in find_models([tmp_path])] == ["auto"]
    problems = model_problems([tmp_path])
    assert len(problems) == 1
    assert "install the model again" in problems[0]


def test_a_model_that_does_not_fit_into_memory(tiny_model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path) -> bytes:
        raise MemoryError

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(TooLittleMemoryError, match="close other programs"):
        tiny_model.graph_bytes(COLORIZER)


def test_a_model_without_a_style_encoder_tells_no_sizes_of_one(tmp_path: Path) -> None:
    auto = read_manifest(write_auto(tmp_path / "auto"))
    assert (auto.kind, auto.embedding_size, auto.style_size_px) == (Kind.AUTO, 0, 0)
    assert auto.wanted_graphs == (COLORIZER,)
    painter = read_manifest(write_painter(tmp_path / "monet"))
    assert (painter.kind, painter.wanted_graphs) == (Kind.REPAINT, (PAINTER,))


def test_a_palette_model_must_tell_its_sizes(tiny_model_dir: Path) -> None:
    manifest = json.loads((tiny_model_dir / "model.json").read_text())
    del manifest["embedding_size"]
    (tiny_model_dir / "model.json").write_text(json.dumps(manifest))
    with pytest.raises(DamagedModelError, match="'embedding_size' is missing"):
        load_model("palette")


def test_models_are_found_by_kind(tiny_auto_dir: Path, tiny_painter_dir: Path) -> None:
    folders = [tiny_auto_dir.parent]
    found = {kind: [model.name for model in models_of(kind, folders)] for kind in Kind}
    assert found == {"palette": ["palette"], "auto": ["auto"], "repaint": [tiny_painter_dir.name]}


def test_a_kind_of_a_newer_program_is_shown_but_refused(tiny_model_dir: Path) -> None:
    change_manifest(tiny_model_dir, kind="relief")
    model = load_model("palette")
    with pytest.raises(ModelKindError, match="update the program"):
        model.wanted_graphs  # noqa: B018 - asking is what is tested
