"""Networks on a frozen encoder as graphs: both kinds, under the same promises as the others."""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from desktop.engine.inference.model_registry import read_manifest
from export.kinds import colorizers
from export.kinds.auto import AutoGraph
from export.kinds.palette import ColorizerGraph, StyleEncoderGraph
from export.manifest import ModelIdentity
from export.model_card import CardTexts
from export.pipeline import export_model
from tests.train.networks.efficientnet_weights import random_state
from train.core.config import recipe_from_dict
from train.networks.auto_pretrained import PretrainedAutoNetwork
from train.networks.base import TransferNetwork
from train.networks.factory import build_network
from train.networks.palette_pretrained import PretrainedPaletteNetwork
from train.networks.weights import load_weights, save_weights

TEXTS = CardTexts(history="In no time.", failures="* It knows nothing.")
SMALL = {"widths": [8, 8, 16, 16], "temperature": 0.6, "rarity": 0.3}
NETWORKS: dict[str, dict[str, Any]] = {
    "auto": {"kind": "auto_pretrained", **SMALL},
    "palette": {
        "kind": "palette_pretrained",
        "residual_widths": [8, 8],
        "style_widths": [8, 8],
        "slots": 3,
        "learned": 5,
        **SMALL,
    },
}
EMBEDDING = 2 * 8 + 2 * 3 + 64 + 5


def _identity(kind: str) -> ModelIdentity:
    return ModelIdentity(
        name=kind,
        version="0.1",
        title="Seeing",
        kind=kind,
        description="A network for tests.",
        training_data="None.",
        working_size_px=64,
        style_size_px=64 if kind == "palette" else 0,
    )


def _awake(settings: dict[str, Any]) -> TransferNetwork:
    """A network of random weights whose eyes see something and whose heads are not zero."""
    torch.manual_seed(0)
    network = build_network(recipe_from_dict({"network": settings}).network)
    natural = network.natural if isinstance(network, PretrainedPaletteNetwork) else network
    assert isinstance(natural, PretrainedAutoNetwork)
    natural.encoder.load_imagenet(random_state(gain=0.7))
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if "encoder." not in name or name.startswith("style_encoder"):
                parameter.add_(torch.randn_like(parameter) * 0.05)
    return network


@pytest.fixture(scope="module", params=NETWORKS)
def model_dir(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kind = request.param
    folder = tmp_path_factory.mktemp("models") / kind
    source = tmp_path_factory.mktemp("weights") / "weights.safetensors"
    recipe = recipe_from_dict({"name": kind, "network": NETWORKS[kind]})
    save_weights(source, _awake(NETWORKS[kind]), recipe, 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(colorizers, "SIZES_PX", ((64, 64), (128, 96)))
        # Parity is measured on the way; the export refuses where it does not hold.
        found = export_model(source, folder, _identity(kind), TEXTS, {}, [])
    assert found.ab <= 1e-3
    return folder


def test_the_program_reads_kind_and_sizes(model_dir: Path) -> None:
    model = read_manifest(model_dir)
    assert (model.kind, model.size_multiple) == (model_dir.name, 32)
    graphs = {"auto": {"colorizer"}, "palette": {"style_encoder", "colorizer"}}
    assert set(model.graphs) == graphs[model_dir.name]
    if model.kind == "palette":
        assert model.embedding_size == EMBEDDING
        assert len(model.embedding_parts) == 4
        assert sum(model.embedding_parts) == EMBEDDING


def test_a_runtime_loads_the_steps_of_a_transport_once(model_dir: Path) -> None:
    nodes = onnx.load(model_dir / "colorizer.onnx").graph.node
    loops = [node for node in nodes if node.op_type == "Scan"]
    # From natural colours, and after the U-Net.
    assert len(loops) == (2 if model_dir.name == "palette" else 0)
    assert not any(node.op_type == "GatherElements" for node in nodes)  # the steps' own, inside of the loops


@pytest.mark.parametrize("size", [(64, 64), (96, 160)])
@torch.no_grad()
def test_graphs_of_any_size_answer_as_the_network_does(model_dir: Path, size: tuple[int, int]) -> None:
    network, _, _ = load_weights(model_dir)
    random = np.random.default_rng(0)
    feeds = {"gray": random.random((1, 1, *size), dtype=np.float32)}
    if isinstance(network, PretrainedAutoNetwork):
        expected = AutoGraph(network)(torch.from_numpy(feeds["gray"]))
    else:
        style = random.random((1, 3, *size), dtype=np.float32)
        embedding = StyleEncoderGraph(network)(torch.from_numpy(style))
        encoder = onnxruntime.InferenceSession(
            str(model_dir / "style_encoder.onnx"), providers=["CPUExecutionProvider"]
        )
        (feeds["embedding"],) = encoder.run(None, {"style": style})
        assert feeds["embedding"].shape == (1, EMBEDDING)
        assert np.abs(feeds["embedding"] - embedding.numpy()).max() < 1e-3
        expected = ColorizerGraph(network)(torch.from_numpy(feeds["gray"]), embedding)
    colorizer = onnxruntime.InferenceSession(
        str(model_dir / "colorizer.onnx"), providers=["CPUExecutionProvider"]
    )
    (ab,) = colorizer.run(None, feeds)
    assert ab.shape == (1, 2, *size)
    assert float(expected.std()) > 0.5
    assert np.abs(ab - expected.numpy()).max() < 1e-3
