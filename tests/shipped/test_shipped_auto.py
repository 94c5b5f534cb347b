"""The shipped model that needs no painting: its graph, its weights, and what its manifest claims."""

import numpy as np
import pytest
import torch
from skimage import data, transform

from desktop.engine.core import paths
from desktop.engine.decode.reader import photo_from_array
from desktop.engine.edits.natural import natural_model
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_kinds import COLORIZER, Kind
from desktop.engine.inference.model_registry import Model, load_model, models_of
from desktop.engine.inference.onnx_session import GraphSession
from export.kinds.auto import AutoGraph
from train.networks.auto import AutoNetwork
from train.networks.weights import load_weights


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model("auto")


def test_it_is_what_natural_colours_are_made_with(model: Model) -> None:
    assert model in models_of(Kind.AUTO)
    assert natural_model() == model
    assert set(model.graphs) == {COLORIZER}
    assert len(model.graph_bytes(COLORIZER)) == model.graphs[COLORIZER].size_bytes


def test_the_weights_are_those_of_the_graph(model: Model) -> None:
    network, _, _ = load_weights(paths.model_dirs()[-1] / "auto")
    assert isinstance(network, AutoNetwork)
    gray = transform.resize(data.camera(), (128, 160), anti_aliasing=True).astype(np.float32)[None, None]
    with torch.no_grad():
        expected = AutoGraph(network)(torch.from_numpy(gray)).numpy()
    ab = GraphSession(model, COLORIZER, {"gray": gray}, "cpu").run({"gray": gray})
    assert ab.shape == (1, 2, 128, 160)
    assert np.abs(ab - expected).max() < 1e-3


def test_photographs_get_colours_of_their_own(model: Model) -> None:
    colorizer = Colorizer(model, "cpu")
    nothing = np.zeros(model.embedding_size, np.float32)
    means = []
    for picture in (data.astronaut(), data.rocket(), data.chelsea()):
        grey = np.asarray(picture.mean(axis=2), np.uint8)
        chroma = colorizer.predict(photo_from_array(grey), nothing)
        assert np.hypot(*chroma.ab).mean() > 3
        means.append(chroma.ab.reshape(2, -1).mean(axis=1))
    for first, second in zip(means, means[1:] + means[:1], strict=True):
        assert np.hypot(*(first - second)) > 1


def test_the_manifest_tells_scores_that_hold_what_the_readme_claims(model: Model) -> None:
    scores = model.scores["no_reference"]
    assert scores["psnr_db"] >= scores["psnr_db_of_grey"] + 1.0
    assert scores["colourfulness_ratio"] >= 0.6
    readme = (paths.model_dirs()[-1].parent / "README.md").read_text(encoding="utf-8")
    row = next(line for line in readme.splitlines() if line.startswith("| **Tintype, natural colours"))
    for value in (
        f"{scores['psnr_db']:.2f}",
        f"{scores['colourfulness_ratio']:.2f}",
        f"{scores['lpips']:.4f}",
    ):
        assert value in row
