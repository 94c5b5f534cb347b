"""From a checkpoint to a model folder: parity, hashes, labels, weights, and refusal."""

import hashlib
import shutil
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
from export import pipeline
from export.__main__ import main
from export.kinds.palette import ColorizerGraph, PaletteKind
from export.manifest import ScoresError, write_manifest
from export.model_card import write_model_card
from export.parity import Parity, ParityError
from tests.export.tiny_export import IDENTITY, TEXTS
from train.core.config import Recipe
from train.data.cache import PictureCache, square
from train.evaluation.palette import evaluate
from train.networks.base import TransferNetwork
from train.networks.weights import load_weights


def test_the_program_reads_what_was_exported(model_dir: Path) -> None:
    model = read_manifest(model_dir)
    assert (model.name, model.embedding_size, model.size_multiple) == ("tiny", 32, 8)
    for graph in model.graphs.values():
        content = (model_dir / graph.file).read_bytes()
        assert hashlib.sha256(content).hexdigest() == graph.sha256
        assert len(content) == graph.size_bytes


def test_the_graphs_have_the_promised_ports_and_labels(model_dir: Path) -> None:
    ports = {
        "style_encoder.onnx": ({"style": [1, 3, "2*h", "2*w"]}, {"embedding": [1, 32]}),
        "colorizer.onnx": (
            {"gray": [1, 1, "8*h", "8*w"], "embedding": [1, 32]},
            {"ab": [1, 2, "8*h", "8*w"]},
        ),
    }
    for file, (inputs, outputs) in ports.items():
        session = onnxruntime.InferenceSession(str(model_dir / file), providers=["CPUExecutionProvider"])
        assert {port.name: port.shape for port in session.get_inputs()} == inputs
        assert {port.name: port.shape for port in session.get_outputs()} == outputs
        graph = onnx.load(str(model_dir / file))
        onnx.checker.check_model(graph, full_check=True)
        labels = {prop.key: prop.value for prop in graph.metadata_props}
        assert labels["name"] == "tiny"
        # Nothing of the machine that made it: a graph is the same wherever it is exported.
        content = (model_dir / file).read_bytes()
        for trace in (b"stack_trace", b".py", str(Path.cwd()).encode()):
            assert trace not in content, trace
        assert labels["version"] == "0.1"


@pytest.mark.parametrize("size", [(32, 32), (40, 72), (128, 96)])
def test_height_and_width_are_free(model_dir: Path, network: TransferNetwork, size: tuple[int, int]) -> None:
    session = onnxruntime.InferenceSession(
        str(model_dir / "colorizer.onnx"), providers=["CPUExecutionProvider"]
    )
    gray = np.random.default_rng(0).random((1, 1, *size), dtype=np.float32)
    embedding = np.linspace(-1, 1, 32, dtype=np.float32)[None]
    (ab,) = session.run(None, {"gray": gray, "embedding": embedding})
    with torch.no_grad():
        expected = ColorizerGraph(network)(torch.from_numpy(gray), torch.from_numpy(embedding))
    assert ab.shape == (1, 2, *size)
    assert np.abs(ab - expected.numpy()).max() < 1e-3


def test_the_shipped_weights_are_the_network(
    model_dir: Path, network: TransferNetwork, recipe: Recipe
) -> None:
    loaded, kept, step = load_weights(model_dir)
    assert (kept, step) == (recipe, 3)
    for name, value in network.state_dict().items():
        assert torch.equal(loaded.state_dict()[name], value), name


@pytest.fixture(scope="module")
def measured(network: TransferNetwork) -> dict[str, Any]:
    pictures = (data.astronaut(), data.coffee(), data.chelsea(), data.rocket())
    pixels = np.stack([square(Image.fromarray(picture), 64) for picture in pictures])
    cache = PictureCache(pixels, ["skimage"] * 4)
    return evaluate({"tiny": network, "rival": network}, cache, cache, working_px=64, style_px=48)


def test_the_manifest_keeps_the_models_own_scores(
    model_dir: Path, measured: dict[str, Any], tmp_path: Path
) -> None:
    for file in model_dir.glob("*.onnx"):
        shutil.copy(file, tmp_path)
    write_manifest(tmp_path, IDENTITY, embedding_size=32, size_multiple=8, training={}, scores=measured)
    scores = read_manifest(tmp_path).scores
    assert scores["pictures"] == {"photos": 4, "paintings": 4}
    assert scores["self_reference"]["ab_mse"] == measured["self_reference"]["tiny"]["ab_mse"]
    assert (
        scores["self_reference"]["ab_mse_of_rank_table"] == measured["self_reference"]["rank table"]["ab_mse"]
    )
    assert scores["painting_reference"] == measured["painting_reference"]["tiny"]
    assert scores["latent"]["ratio"] == measured["models"]["tiny"]["latent"]["ratio"]
    assert scores["latent"]["blends_monotone"] == measured["models"]["tiny"]["blends"]["monotone"]


def test_scores_of_something_else_are_refused(source: Path, measured: dict[str, Any], tmp_path: Path) -> None:
    def export(scores: dict[str, Any]) -> None:
        pipeline.export_model(source, tmp_path / "tiny", IDENTITY, TEXTS, scores, [])

    with pytest.raises(ScoresError, match="of rival, not of tiny"):
        export(measured | {"models": {"rival": measured["models"]["rival"]}})
    elder = measured["models"]["tiny"] | {"pictures": 64}
    with pytest.raises(ScoresError, match="pictures = 64"):
        export(measured | {"models": {"tiny": elder}})
    assert not (tmp_path / "tiny").exists()


def test_the_card_tells_what_was_measured(model_dir: Path) -> None:
    card = (model_dir / "README.md").read_text(encoding="utf-8")
    assert "A network for tests." in card
    assert "It knows nothing." in card
    assert "In no time." in card
    assert "Not measured." in card
    assert "* `network`: kind palette; widths (8, 8, 8);" in card
    assert "* `loss`: mse 1.0; palette 1.0" in card


def test_the_card_lays_the_scores_out(
    model_dir: Path, recipe: Recipe, measured: dict[str, Any], tmp_path: Path
) -> None:
    facts: dict[str, Any] = dict.fromkeys(
        ("embedding_size", "size_multiple", "encoder_parameters", "colorizer_parameters"), 1
    )
    facts |= {"recipe": "tiny", "pictures": 1, "settings": recipe.as_dict()}
    write_model_card(tmp_path, IDENTITY, Parity(0.0, 0.0, 4), facts, measured, TEXTS)
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "4 photographs, 4 paintings." in card
    assert card.count("\n| tiny |") == card.count("\n| rival |") == card.count("\n| Welsh |") == 3
    assert "| goal | wanted | tiny | rival |" in card
    assert "\n| skimage | 4 |" in card


def test_graphs_that_disagree_are_refused_and_the_old_model_stays(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "models" / "tiny"
    folder.mkdir(parents=True)
    (folder / "model.json").write_text("the old one", encoding="utf-8")
    export = PaletteKind.export_graphs

    def export_another(kind: PaletteKind, network: TransferNetwork, *arguments: Any) -> None:
        moved, _, _ = load_weights(source)
        with torch.no_grad():
            moved.get_parameter("unet.head.bias").add_(0.01)
        export(kind, moved, *arguments)

    monkeypatch.setattr(PaletteKind, "export_graphs", export_another)
    with pytest.raises(ParityError, match="differ"):
        pipeline.export_model(source, folder, IDENTITY, TEXTS, {}, [])
    assert (folder / "model.json").read_text(encoding="utf-8") == "the old one"
    assert [path.name for path in folder.parent.iterdir()] == ["tiny"]


def test_a_folder_of_other_things_is_not_replaced(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    (folder / "grandmother.jpg").write_bytes(b"dear")
    with pytest.raises(FileExistsError, match="other things than a model"):
        pipeline.export_model(source, folder, IDENTITY, TEXTS, {}, [])
    assert (folder / "grandmother.jpg").read_bytes() == b"dear"


def test_a_missing_checkpoint_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card = Path(__file__).parents[2] / "export" / "cards" / "palette.toml"
    assert (
        main(["model", str(tmp_path / "none.pt"), "--card", str(card), "--out", str(tmp_path / "out")]) == 2
    )
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
