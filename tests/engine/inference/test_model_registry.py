"""Models and their graphs: found, and refused when they are not what the manifest says."""

import os
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
import pytest

from desktop.engine.core import paths
from desktop.engine.core.errors import (
    DamagedModelError,
    ModelKindError,
    ModelNotFoundError,
    PresetModelMismatchError,
    TooLittleMemoryError,
)
from desktop.engine.edits.preset import Preset
from desktop.engine.inference import model_registry
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_kinds import COLORIZER, STYLE_ENCODER, Kind
from desktop.engine.inference.model_registry import Model, find_models, load_model, models_of, read_manifest
from tests.support.manifests import change_manifest
from tests.support.tiny_models import write_model


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


def test_nor_does_a_folder_make_a_model_one_of_its_name(
    tmp_path: Path, tiny_graphs: dict[str, bytes]
) -> None:
    write_model(tmp_path / "mine" / "palette", tiny_graphs, name="PALETTE")
    write_model(tmp_path / "shipped" / "palette", tiny_graphs)
    assert load_model("palette", [tmp_path / "mine", tmp_path / "shipped"]).folder.parent.name == "shipped"


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


def test_a_model_that_does_not_fit_into_memory(tiny_model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path, _max_bytes: int) -> bytes:
        raise MemoryError

    monkeypatch.setattr("desktop.engine.inference.model_registry.read_plain", fail)
    with pytest.raises(TooLittleMemoryError, match="close other programs"):
        tiny_model.graph_bytes(COLORIZER)


def test_models_are_found_by_kind(tiny_auto_dir: Path, tiny_painter_dir: Path) -> None:
    folders = [tiny_auto_dir.parent]
    found = {kind: [model.name for model in models_of(kind, folders)] for kind in Kind}
    assert found == {"palette": ["palette"], "auto": ["auto"], "repaint": [tiny_painter_dir.name]}


def test_a_kind_of_a_newer_program_is_shown_but_refused(tiny_model_dir: Path) -> None:
    change_manifest(tiny_model_dir, kind="relief")
    model = load_model("palette")
    with pytest.raises(ModelKindError, match="update the program"):
        model.wanted_graphs  # noqa: B018 - asking is what is tested


def test_a_pipe_in_the_place_of_a_manifest_or_a_graph_is_not_waited_for(tiny_model_dir: Path) -> None:
    (tiny_model_dir / "colorizer.onnx").unlink()
    os.mkfifo(tiny_model_dir / "colorizer.onnx")
    with pytest.raises(ModelNotFoundError, match=r"lacks its file colorizer\.onnx"):
        load_model("palette").graph_bytes(COLORIZER)
    (tiny_model_dir / "model.json").unlink()
    os.mkfifo(tiny_model_dir / "model.json")
    with pytest.raises(DamagedModelError, match="cannot be read"):
        load_model("palette")


def test_a_graph_is_read_no_further_than_the_manifest_says(
    tiny_model_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def read(path: Path, max_bytes: int) -> bytes:
        asked.append(max_bytes)
        return path.read_bytes()

    monkeypatch.setattr("desktop.engine.inference.model_registry.read_plain", read)
    model = load_model("palette")
    model.graph_bytes(COLORIZER)
    assert asked == [model.graphs[COLORIZER].size_bytes]


def test_the_advice_for_a_preset_that_an_own_model_does_not_fit(
    tmp_path: Path, tiny_model: Model, tiny_graphs: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    preset = Preset("Night", "palette", "ab" * 32, (0.0,) * 32, ("#102030",))
    monkeypatch.setattr(paths, "shipped_dir", lambda: tmp_path)
    with pytest.raises(PresetModelMismatchError, match="another version of the model"):
        preset.check_model(tiny_model)
    write_model(tmp_path / "models" / "palette", tiny_graphs)
    with pytest.raises(PresetModelMismatchError, match="your own model"):
        preset.check_model(tiny_model)


@pytest.mark.parametrize("graph", [COLORIZER, STYLE_ENCODER])
def test_a_graph_that_is_exchanged_after_it_was_checked_is_not_the_one_that_runs(
    tiny_model_dir: Path, monkeypatch: pytest.MonkeyPatch, graph: str
) -> None:
    model = load_model("palette")
    path, checked = model.graph_path(graph), model.graph_path(graph).read_bytes()
    real = model_registry.check_graph

    def check(content: bytes) -> None:
        real(content)
        if content == checked:
            path.write_bytes(b"another graph")

    monkeypatch.setattr(model_registry, "check_graph", check)
    loaded: list[bytes] = []
    real_session = ort.InferenceSession

    def session(content: bytes, *arguments: Any, **options: Any) -> Any:
        loaded.append(content)
        return real_session(content, *arguments, **options)

    monkeypatch.setattr(ort, "InferenceSession", session)
    colorizer = Colorizer(model, "cpu")
    if graph == STYLE_ENCODER:
        colorizer.embed(np.full((64, 64, 3), 90, np.uint8))
    assert checked in loaded
    assert b"another graph" not in loaded
    assert path.read_bytes() == b"another graph"
    with pytest.raises(DamagedModelError, match="is not the file its manifest describes"):
        model.graph_bytes(graph)


@pytest.mark.parametrize("damage", ["manifest", "graph", "lacking", "folder"])
def test_a_damaged_model_in_the_place_of_a_shipped_one_says_how_to_have_that_back(
    tiny_model_dir: Path, damage: str
) -> None:
    """Installing "palette" again is no way: what came with the program cannot be installed."""
    manifest = tiny_model_dir / "model.json"
    if damage == "manifest":
        manifest.write_text("{", "utf-8")
    elif damage == "graph":
        (tiny_model_dir / "colorizer.onnx").write_bytes(b"x")
    elif damage == "lacking":
        (tiny_model_dir / "colorizer.onnx").unlink()
    else:
        manifest.unlink()
        manifest.mkdir()
    with pytest.raises((DamagedModelError, ModelNotFoundError)) as fault:
        load_model("palette").graph_bytes("colorizer")
    assert str(fault.value).endswith(
        f"Or remove {tiny_model_dir}: the program came with a model of that name."
    )
    tiny_model_dir.rename(tiny_model_dir.with_name("own"))
    (tiny_model_dir.with_name("own") / "model.json").touch()
    assert load_model("palette").graph_bytes("colorizer")


def test_a_damaged_model_of_another_name_is_to_be_installed_again(tiny_model_dir: Path) -> None:
    other = tiny_model_dir.rename(tiny_model_dir.with_name("other"))
    (other / "model.json").write_text("{", "utf-8")
    with pytest.raises(DamagedModelError) as fault:
        read_manifest(other)
    assert str(fault.value).endswith("install the model again.")
