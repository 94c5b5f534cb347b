"""What is shipped belongs together: the model, its weights, its presets."""

import itertools

import numpy as np
import pytest
import torch
from skimage import data

from desktop.engine.core import paths
from desktop.engine.decode.reader import photo_from_array
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_kinds import COLORIZER, STYLE_ENCODER
from desktop.engine.inference.model_registry import load_model
from desktop.engine.render.composition import compose
from desktop.engine.store.preset_library import PresetLibrary
from train.core.colour import srgb_to_lab
from train.networks.weights import load_weights


@pytest.fixture(scope="module")
def colorizer() -> Colorizer:
    return Colorizer(load_model(), "cpu")


def test_the_graphs_are_those_of_the_manifest() -> None:
    model = load_model()
    for graph in (STYLE_ENCODER, COLORIZER):
        assert len(model.graph_bytes(graph)) == model.graphs[graph].size_bytes


def test_every_preset_fits_the_model() -> None:
    model, library = load_model(), PresetLibrary()
    presets = library.all()
    assert library.problems == ()
    assert len(presets) >= 50
    for preset in presets:
        preset.check_model(model)
        assert preset.vector.shape == (model.embedding_size,), preset.name
        assert len(preset.palette) == 5, preset.name
        assert preset.title, preset.name
        assert preset.painter, preset.name
        assert preset.year, preset.name


def test_the_weights_are_those_of_the_graphs(colorizer: Colorizer) -> None:
    network, _, _ = load_weights(paths.model_dirs()[-1] / "palette")
    painting = data.coffee()[100:228, 200:360]  # of a size that the program does not change
    style = torch.from_numpy(painting.copy()).permute(2, 0, 1)[None].float() / 255
    with torch.no_grad():
        expected = network.embed(srgb_to_lab(style))[0].numpy()
    # The shipped weights are rounded to half precision, the graphs are not.
    assert np.abs(colorizer.embed(painting) - expected).max() < 0.02


def test_presets_colour_a_photograph_each_in_its_own_way(colorizer: Colorizer) -> None:
    photo = photo_from_array(data.camera())
    names = ["the-starry-night", "the-great-wave-off-kanagawa", "cotopaxi", "sunflowers"]
    library = PresetLibrary()
    chromas = [colorizer.predict(photo, library.get(name).vector) for name in names]
    for first, second in itertools.combinations(chromas, 2):
        assert np.hypot(*(first.ab - second.ab)).mean() > 5
    for chroma in chromas:
        result = compose(photo, chroma, Adjustments())
        assert result.shape == (*photo.gray.shape, 3)
        assert result.std(axis=2).mean() > 2


def test_the_manifest_tells_scores_that_hold_what_the_readme_claims() -> None:
    scores = load_model().scores
    rebuilt, painted = scores["self_reference"], scores["painting_reference"]
    assert rebuilt["ab_mse"] < 0.9 * rebuilt["ab_mse_of_rank_table"]
    assert painted["palette_ratio"] < 0.25
    assert painted["swap"] > 8
    assert scores["latent"]["ratio"] > 0.02
    readme = (paths.model_dirs()[-1].parent / "README.md").read_text(encoding="utf-8")
    row = next(line for line in readme.splitlines() if line.startswith("| **Tintype"))
    for value in (f"{rebuilt['ab_mse']:.1f}", f"{painted['palette_ratio']:.3f}"):
        assert value in row
