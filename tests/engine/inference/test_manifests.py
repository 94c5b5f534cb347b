"""Manifests of models: what they tell, and why one that makes no sense is refused."""

import json
from pathlib import Path

import pytest

from desktop.engine.core.errors import DamagedModelError
from desktop.engine.inference.model_kinds import COLORIZER, PAINTER, Kind
from desktop.engine.inference.model_registry import find_models, load_model, model_problems, read_manifest
from tests.support.manifests import change_manifest, graph
from tests.support.tiny_models import write_auto, write_model, write_painter


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


def nested(depth: int) -> dict[str, object]:
    return {"a": nested(depth - 1)} if depth else {}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": 2}, "too old for it"),
        ({"working_size_px": 0}, "not a positive whole number"),
        ({"size_multiple": "32"}, "not a positive whole number"),
        ({"graphs": [1]}, "not a model manifest"),
        ({"graphs": {"g": {"file": "../evil.onnx", "sha256": "", "size_bytes": 1}}}, "not a plain file name"),
        ({"graphs": {"g": {"file": "a.onnx"}}}, "'sha256' is missing"),
        ({"size_multiple": True}, "not a positive whole number"),
        ({"size_multiple": 2**70}, "is more than 512"),
        ({"working_size_px": 100_000}, "is more than 2048"),
        ({"style_size_px": 100_000}, "is more than 2048"),
        ({"embedding_size": 10**9}, "is more than 4096"),
        ({"embedding_parts": [16, 15]}, "sum to 31, not 32"),
        ({"embedding_parts": [33, -1]}, "is more than 32"),
        ({"embedding_parts": 32}, "not a list of parts"),
        ({"graphs": {str(number): {} for number in range(100)}}, "list of graphs makes no sense"),
        ({"graphs": {"g": graph(size_bytes=0)}}, "not a positive whole number"),
        ({"graphs": {"g": graph(size_bytes=10**12)}}, "is more than 500000000"),
        ({"graphs": {"g": graph(sha256="ab")}}, "is not a SHA-256"),
        ({"graphs": {"g": graph(file="")}}, "not a plain file name"),
        ({"graphs": {"g": graph(file="model.json")}}, "cannot be the name of a graph's file"),
        ({"graphs": {"g": graph(file="readme.MD")}}, "cannot be the name of a graph's file"),
        ({"graphs": {"g": graph(file="a\0b")}}, "not a plain file name"),
        ({"name": "a\0b"}, "invalid characters"),
        ({"title": "\ud800"}, "invalid characters"),
        ({"version": "\x1b[31m"}, "invalid characters"),
        ({"description": "\ud800"}, "invalid characters"),
        ({"name": "x" * 101}, "more than 100 letters"),
        ({"name": ["x"]}, "list is not text"),
        ({"scores": []}, "scores make no sense"),
        ({"scores": {"a\0": 1}}, "invalid characters"),
        ({"scores": nested(9)}, "nested too deeply"),
        ({"licence": "x" * 999_999}, "far too large"),
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
