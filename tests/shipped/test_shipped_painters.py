"""The shipped painters: their graphs, their weights, what they do to photographs, and what their manifests claim."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from skimage import data, transform

from desktop.engine.core import paths
from desktop.engine.core.arrays import Floats
from desktop.engine.inference.model_kinds import PAINTER, Kind
from desktop.engine.inference.model_registry import Model, load_model, models_of
from desktop.engine.inference.painter import Painter
from train.losses.visibility import visible_detail
from train.networks.factory import repainting
from train.networks.weights import load_any_weights

NAMES = ("repaint-baroque", "repaint-impressionists")


@pytest.fixture(scope="module", params=NAMES)
def model(request: pytest.FixtureRequest) -> Model:
    return load_model(request.param)


def _photo(picture: NDArray[np.uint8]) -> Floats:
    small = transform.resize(picture, (144, 176), anti_aliasing=True)
    return np.ascontiguousarray(small.transpose(2, 0, 1).astype(np.float32))


def _tensor(picture: Floats) -> torch.Tensor:
    return torch.from_numpy(picture)[None] * 2 - 1


def test_there_are_two_of_them_and_each_is_one_small_graph() -> None:
    found = {model.name: model for model in models_of(Kind.REPAINT)}
    assert set(found) == set(NAMES)
    for model in found.values():
        assert set(model.graphs) == {PAINTER}
        # Half precision on disk: two bytes for each of 0.36 million numbers.
        assert model.graphs[PAINTER].size_bytes < 800_000


def test_the_weights_are_those_of_the_graph(model: Model) -> None:
    folder: Path = paths.model_dirs()[-1] / model.name
    network = repainting(load_any_weights(folder)[0])
    photo = _photo(data.astronaut())
    with torch.no_grad():
        expected = network(torch.from_numpy(photo)[None])[0].numpy()
    assert np.abs(Painter(model, "cpu").paint(photo) - expected).max() < 1e-3


@pytest.mark.parametrize("picture", [data.astronaut, data.chelsea, data.coffee, data.rocket])
def test_they_paint_without_specks(model: Model, picture: Callable[[], NDArray[np.uint8]]) -> None:
    photo = _photo(picture())
    painted = Painter(model, "cpu").paint(photo)
    assert 0.02 < np.abs(painted - photo).mean() < 0.2
    # All detail taken away would be 2 at most, and specks over even ground are far above.
    assert float(visible_detail(_tensor(painted), _tensor(photo))) < 1.0


def test_an_even_ground_stays_even(model: Model) -> None:
    for shade in (0.1, 0.5, 0.9):
        ground = np.full((3, 144, 144), shade, np.float32)
        assert Painter(model, "cpu").paint(ground).std(axis=(1, 2)).max() < 0.004


def test_each_has_tones_of_its_own() -> None:
    photo = _photo(data.rocket())
    baroque, impressionists = (Painter(load_model(name), "cpu").paint(photo) for name in NAMES)
    assert baroque.mean() < impressionists.mean() - 0.02


def test_the_manifest_tells_scores_that_hold_what_was_asked_for(model: Model) -> None:
    scores = model.scores["repaint"]
    assert scores["frechet_fall"] >= 0.3
    assert scores["cycle_photos_db"] >= 20.0
    assert scores["cycle_paintings_db"] >= 20.0
