"""Kind `repaint`: one graph, photograph to painting, under the same promises as the others."""

import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from PIL import Image
from skimage import data

from desktop.engine.inference.model_registry import read_manifest
from desktop.engine.inference.painter import Painter
from export.__main__ import main
from export.kinds import repaint
from export.kinds.repaint import PainterGraph
from export.manifest import KindError, ModelIdentity
from export.parity import ParityError
from export.pipeline import export_model
from tests.export.tiny_export import REPAINT_IDENTITY, TEXTS, stirred
from train.core.config import Recipe, recipe_from_dict
from train.data.cache import PictureCache, square
from train.evaluation.repaint import evaluate_repaint
from train.networks.factory import build_any_network, repainting
from train.networks.repaint import RepaintNetwork
from train.networks.weights import save_weights

RECIPE = recipe_from_dict(
    {
        "name": "repaint_quick",
        "objective": "cyclegan",
        "network": {"kind": "repaint", "generator": "painter", "widths": [8, 8, 8], "blocks": 2},
        "jitter": {"share": 0.0},
    }
)
PICTURES = [Image.fromarray(picture) for picture in (data.astronaut(), data.coffee())]


def _painter(generator: str) -> RepaintNetwork:
    torch.manual_seed(0)
    return stirred(RepaintNetwork(generator, (8, 8, 8), 2))


@pytest.fixture(scope="module")
def network() -> RepaintNetwork:
    return _painter("painter")


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    return RECIPE


@pytest.fixture(scope="module")
def model_dir(network: RepaintNetwork, source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "brush"
    squares = np.stack([square(picture, 64) for picture in PICTURES])
    cache = PictureCache(squares, ["skimage"] * 2)
    scores = evaluate_repaint({"brush": network}, cache, cache, {})
    scores["repaint"]["brush"] |= {"frechet": 70.0, "frechet_fall": 0.3}
    scores["repaint"]["untouched photograph"]["frechet"] = 100.0
    found = export_model(source, folder, REPAINT_IDENTITY, TEXTS, scores, PICTURES)
    assert 0 < found.painted <= repaint.MAX_ERROR_RGB
    return folder


def test_the_program_reads_kind_graph_and_sizes(model_dir: Path) -> None:
    model = read_manifest(model_dir)
    assert (model.kind, model.size_multiple, set(model.graphs)) == ("repaint", 4, {"painter"})
    assert (model.working_size_px, model.style_size_px, model.embedding_size) == (64, 0, 0)
    assert {path.name for path in model_dir.glob("*.onnx")} == {"painter.onnx"}
    assert model.scores["repaint"]["frechet_of_photographs"] == 100.0
    manifest = json.loads((model_dir / "model.json").read_text(encoding="utf-8"))
    assert not {"style_size_px", "embedding_size"} & set(manifest)


@pytest.mark.parametrize("size", [(8, 8), (40, 72), (128, 96)])
def test_the_graph_paints_any_size(model_dir: Path, network: RepaintNetwork, size: tuple[int, int]) -> None:
    path = model_dir / "painter.onnx"
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert {port.name: port.shape for port in session.get_inputs()} == {"photo": [1, 3, "4*h", "4*w"]}
    assert {port.name: port.shape for port in session.get_outputs()} == {"painted": [1, 3, "4*h", "4*w"]}
    assert {prop.key: prop.value for prop in onnx.load(str(path)).metadata_props}["kind"] == "repaint"
    photo = np.random.default_rng(0).random((1, 3, *size), dtype=np.float32)
    (painted,) = session.run(None, {"photo": photo})
    with torch.no_grad():
        expected = PainterGraph(network)(torch.from_numpy(photo)).numpy()
    assert np.abs(expected - photo).max() > 0.05
    assert np.abs(painted - expected).max() < repaint.MAX_ERROR_RGB


def test_the_program_paints_with_it(model_dir: Path, network: RepaintNetwork) -> None:
    tile = np.random.default_rng(1).random((3, 64, 64), dtype=np.float32)
    painted = Painter(read_manifest(model_dir), "cpu").paint(tile)
    with torch.no_grad():
        expected = network(torch.from_numpy(tile)[None])[0].numpy()
    assert np.abs(painted - expected).max() < repaint.MAX_ERROR_RGB


def test_the_card_tells_what_was_measured(model_dir: Path) -> None:
    card = (model_dir / "README.md").read_text(encoding="utf-8")
    assert "`painter.onnx` takes `photo`" in card
    assert "| working size | tiles of 64 x 64 px |" in card
    assert "of sRGB's 0..1 over 6 pictures" in card
    assert "| brush | 70 | 0.300 |" in card
    assert "colorizer" not in card
    assert "* `loss`" not in card


@pytest.mark.parametrize("generator", ["resnet", "unet"])
def test_published_generators_are_exported_too(generator: str, tmp_path: Path) -> None:
    recipe = recipe_from_dict(
        {
            "name": "repaint",
            "objective": "cyclegan",
            "network": {"kind": "repaint", "generator": generator, "widths": [8, 8, 8], "blocks": 2},
        }
    )
    network = repainting(build_any_network(recipe.network))
    network.load_state_dict(_painter(generator).state_dict())
    save_weights(tmp_path / "weights.safetensors", network, recipe, 1)
    found = export_model(
        tmp_path / "weights.safetensors", tmp_path / "model", REPAINT_IDENTITY, TEXTS, {}, PICTURES
    )
    assert found.painted <= repaint.MAX_ERROR_RGB
    assert "Not measured." in (tmp_path / "model" / "README.md").read_text(encoding="utf-8")


def test_a_graph_that_disagrees_is_not_shipped(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repaint, "MAX_ERROR_RGB", 0.0)
    with pytest.raises(ParityError, match="sRGB"):
        export_model(source, tmp_path / "model", REPAINT_IDENTITY, TEXTS, {}, PICTURES)
    assert not (tmp_path / "model").exists()


def test_a_card_of_another_kind_is_refused(source: Path, tmp_path: Path) -> None:
    auto = ModelIdentity(**{**REPAINT_IDENTITY.__dict__, "kind": "auto"})
    with pytest.raises(KindError, match="the card says auto"):
        export_model(source, tmp_path / "model", auto, TEXTS, {}, [])


def test_the_command_needs_no_size_of_paintings(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    card = tmp_path / "card.toml"
    lines = [
        f'{key} = "{value}"' for key, value in REPAINT_IDENTITY.__dict__.items() if isinstance(value, str)
    ]
    lines += ["working_size_px = 64", 'history = "Short."', 'failures = "None."']
    card.write_text("\n".join(lines), encoding="utf-8")
    assert main(["model", str(source), "--card", str(card), "--out", str(tmp_path / "model")]) == 0
    assert "the graph agrees with PyTorch" in capsys.readouterr().out
    assert (tmp_path / "model" / "painter.onnx").exists()
