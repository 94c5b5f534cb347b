"""A painter's network: run on tiles, and refused when it is none."""

from pathlib import Path

import numpy as np
import pytest

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, ModelKindError, ModelRunError
from desktop.engine.inference.model_registry import read_manifest
from desktop.engine.inference.painter import Painter
from tests.support.tiny_models import auto_graph, write_auto, write_model, write_painter


@pytest.fixture
def painter(tmp_path: Path) -> Painter:
    return Painter(read_manifest(write_painter(tmp_path / "blurrists")), "cpu")


def test_a_tile_comes_back_painted_at_its_own_size(painter: Painter) -> None:
    tile = np.random.default_rng(3).random((3, 64, 48)).astype(np.float32)
    painted = painter.paint(tile)
    assert painted.shape == tile.shape
    assert painted[0].mean() > painted[2].mean() > 0
    assert painted.std() < tile.std()
    assert painter.latency_ms > 0
    assert np.array_equal(painter.paint(np.ones((3, 64, 64), np.float32))[0].max(), np.float32(1))


def test_painting_is_called_off(painter: Painter) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        painter.paint(np.zeros((3, 64, 64), np.float32), token)


def test_the_tiles_are_of_a_whole_multiple(tmp_path: Path) -> None:
    model = read_manifest(write_painter(tmp_path / "odd", working_size_px=126))
    assert Painter(model, "cpu").tile_px == 128


def test_what_does_not_paint_is_refused(tmp_path: Path, painter: Painter) -> None:
    with pytest.raises(ModelKindError, match="does not paint"):
        Painter(read_manifest(write_auto(tmp_path / "auto")), "cpu")
    with pytest.raises(ModelRunError, match="not a picture"):
        painter.paint(np.full((3, 64, 64), np.nan, np.float32))


def test_a_graph_that_is_no_painter_is_refused(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "false", {"painter": auto_graph()}, kind="repaint")
    with pytest.raises(ValueError, match="needs inputs"):
        Painter(read_manifest(folder), "cpu")
