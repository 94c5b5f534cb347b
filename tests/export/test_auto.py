"""Kind `auto`: one graph, grey to ab, under the same promises as the others."""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from PIL import Image
from skimage import data

from desktop.engine.inference.model_registry import read_manifest
from export.__main__ import main
from export.kinds.auto import AutoGraph
from export.manifest import KindError, ModelIdentity
from export.pipeline import export_model
from tests.export.tiny_export import AUTO_IDENTITY, TEXTS, stirred
from train.core.config import Recipe, recipe_from_dict
from train.data.cache import PictureCache, square
from train.evaluation.auto import evaluate_auto
from train.networks.auto import AutoNetwork
from train.networks.factory import build_any_network, build_network
from train.networks.weights import save_weights

# Eight is the multiple of both, though the second network answers at half the size of the photo.
NETWORKS: dict[str, dict[str, Any]] = {
    "unet": {"kind": "auto", "widths": [8, 8, 8, 8], "dropout": 0.5},
    "guess": {"kind": "guess", "widths": [8, 8, 8], "cells": True, "rarity": 0.3},
}


@pytest.fixture(scope="module", params=NETWORKS)
def recipe(request: pytest.FixtureRequest) -> Recipe:
    return recipe_from_dict({"name": "auto", "objective": "pix2pix", "network": NETWORKS[request.param]})


@pytest.fixture(scope="module")
def network(recipe: Recipe) -> AutoNetwork:
    torch.manual_seed(0)
    built = build_network(recipe.network)
    assert isinstance(built, AutoNetwork)
    return stirred(built)


@pytest.fixture(scope="module")
def model_dir(network: AutoNetwork, source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "guess"
    pictures = [Image.fromarray(picture) for picture in (data.astronaut(), data.coffee())]
    squares = np.stack([square(picture, 64) for picture in pictures])
    cache = PictureCache(squares, ["skimage"] * 2)
    scores = evaluate_auto({"guess": network}, cache, working_px=64, style_px=64)
    parity = export_model(source, folder, AUTO_IDENTITY, TEXTS, scores, pictures)
    assert parity.embedding == 0.0
    assert parity.ab <= 1e-3
    return folder


def test_the_program_reads_kind_and_one_graph(model_dir: Path) -> None:
    model = read_manifest(model_dir)
    assert (model.kind, model.size_multiple, set(model.graphs)) == ("auto", 8, {"colorizer"})
    assert model.graph_bytes("colorizer")
    assert not (model_dir / "style_encoder.onnx").exists()
    scores = model.scores["no_reference"]
    assert scores["psnr_db_of_grey"] > scores["psnr_db"] > 0


@pytest.mark.parametrize("size", [(16, 16), (40, 72), (128, 96)])
def test_the_graph_asks_for_the_grey_alone(
    model_dir: Path, network: AutoNetwork, size: tuple[int, int]
) -> None:
    path = model_dir / "colorizer.onnx"
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert {port.name: port.shape for port in session.get_inputs()} == {"gray": [1, 1, "8*h", "8*w"]}
    assert {port.name: port.shape for port in session.get_outputs()} == {"ab": [1, 2, "8*h", "8*w"]}
    labels = {prop.key: prop.value for prop in onnx.load(str(path)).metadata_props}
    assert labels["kind"] == "auto"
    gray = np.random.default_rng(0).random((1, 1, *size), dtype=np.float32)
    (ab,) = session.run(None, {"gray": gray})
    assert ab.shape == (1, 2, *size)
    with torch.no_grad():
        expected = AutoGraph(network)(torch.from_numpy(gray)).numpy()
    assert np.abs(expected).max() > 5
    assert np.abs(ab - expected).max() < 1e-3


def test_the_card_speaks_of_no_painting(model_dir: Path) -> None:
    card = (model_dir / "README.md").read_text(encoding="utf-8")
    assert "style_encoder.onnx" not in card
    assert "* `adversarial`: form least_squares; gan 1.0; l1 100.0" in card
    assert "* `loss`" not in card


def test_a_card_of_another_kind_is_refused(source: Path, tmp_path: Path) -> None:
    palette = ModelIdentity(**{**AUTO_IDENTITY.__dict__, "kind": "palette"})
    with pytest.raises(KindError, match="the card says palette"):
        export_model(source, tmp_path / "guess", palette, TEXTS, {}, [])
    assert not (tmp_path / "guess").exists()


def test_what_repaints_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recipe = recipe_from_dict(
        {"objective": "cyclegan", "network": {"kind": "repaint", "widths": [4, 4], "blocks": 1}}
    )
    path = tmp_path / "weights.safetensors"
    save_weights(path, build_any_network(recipe.network), recipe, 1)
    card = Path(__file__).parents[2] / "export" / "cards" / "palette.toml"
    assert main(["model", str(path), "--card", str(card), "--out", str(tmp_path / "out")]) == 2
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert "repaint" in line
