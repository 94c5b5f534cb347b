"""A painting to an embedding, a photograph to chroma, each once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, ModelKindError, ModelRunError, PresetModelMismatchError
from desktop.engine.decode.reader import read_painting
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference import colorizer as colorizer_module
from desktop.engine.inference.colorizer import Colorizer, style_size
from desktop.engine.inference.model_registry import Model, read_manifest
from desktop.engine.inference.onnx_session import GraphSession
from tests.support.tiny_models import write_auto, write_model, write_painter


class Counted:
    """Counts what goes through a session."""

    def __init__(self, real: Any) -> None:
        self.real = real
        self.shapes: list[dict[str, tuple[int, ...]]] = []
        self.provider, self.notices = real.provider, real.notices

    def run(self, inputs: dict[str, Floats], cancel: CancelToken | None = None) -> Any:
        self.shapes.append({name: value.shape for name, value in inputs.items()})
        return self.real.run(inputs, cancel)


@pytest.fixture
def counted(colorizer: Colorizer, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, tuple[int, ...]]]:
    """Shapes of the inputs of every run of the colorizer's network."""
    counter = Counted(colorizer._colorizer)
    monkeypatch.setattr(colorizer, "_colorizer", counter)
    return counter.shapes


def gray_photo(width: int, height: int, seed: int = 11) -> Photo:
    return Photo(None, np.random.default_rng(seed).integers(0, 256, (height, width), dtype=np.uint8))


def test_paintings_of_other_colours_have_other_embeddings(
    colorizer: Colorizer, make_painting: Callable[..., Path]
) -> None:
    red = colorizer.embed(read_painting(make_painting("red.png", (220, 30, 30))).pixels)
    blue = colorizer.embed(read_painting(make_painting("blue.png", (30, 30, 220))).pixels)
    assert red.shape == (32,)
    assert red.dtype == np.float32
    assert np.abs(red - blue).max() > 0.3


def test_what_reads_paintings_is_started_once_and_only_where_there_is_one(
    tiny_model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []

    class Noted(GraphSession):
        def __init__(self, model: Model, graph: str, *rest: Any) -> None:
            started.append(graph)
            super().__init__(model, graph, *rest)

    monkeypatch.setattr(colorizer_module, "GraphSession", Noted)
    colorizer = Colorizer(tiny_model, "cpu")
    colorizer.predict(gray_photo(64, 64), np.ones(32, np.float32))
    assert started == ["colorizer"]
    colorizer.start_style_encoder()
    colorizer.embed(np.zeros((64, 64, 3), np.uint8))
    colorizer.beside(0).embed(np.ones((64, 64, 3), np.uint8))
    assert started == ["colorizer", "style_encoder"]


def test_chroma_has_the_working_size_and_depends_on_the_embedding(colorizer: Colorizer) -> None:
    photo = gray_photo(300, 200)
    ones, halves = (colorizer.predict(photo, np.full(32, x, dtype=np.float32)) for x in (1, 0.5))
    assert ones.ab.shape == (2, 52, 78)  # about 64 x 64 pixels, 3 to 2
    assert ones.coefficients.shape == (4, 52, 78)
    assert np.abs(ones.ab - halves.ab).mean() > 1


def test_what_the_network_sees_is_padded_to_whole_multiples(
    colorizer: Colorizer, counted: list[dict[str, tuple[int, ...]]]
) -> None:
    colorizer.predict(gray_photo(300, 200), np.zeros(32, dtype=np.float32))
    assert counted == [{"gray": (1, 1, 64, 96), "embedding": (1, 32)}]


def test_the_network_runs_once_for_the_same_photograph_and_preset(
    colorizer: Colorizer, counted: list[dict[str, tuple[int, ...]]]
) -> None:
    embedding = np.full(32, 0.3, dtype=np.float32)
    first = colorizer.predict(gray_photo(50, 40), embedding)
    assert colorizer.predict(gray_photo(50, 40), embedding.copy()) is first
    assert len(counted) == 1
    colorizer.predict(gray_photo(50, 40, seed=12), embedding)
    colorizer.predict(gray_photo(50, 40), embedding * 2)
    assert len(counted) == 3
    assert colorizer.latency_ms > 0


def test_a_called_off_prediction_is_not_kept(
    colorizer: Colorizer, counted: list[dict[str, tuple[int, ...]]]
) -> None:
    token = CancelToken()
    token.cancel()
    embedding = np.zeros(32, dtype=np.float32)
    with pytest.raises(Cancelled):
        colorizer.predict(gray_photo(50, 40), embedding, token)
    assert colorizer.predict(gray_photo(50, 40), embedding).ab.shape[0] == 2
    assert len(counted) == 2


@pytest.mark.parametrize("size", [(1, 1), (20_000, 100), (3, 4000)])
def test_odd_shapes_pass_through(colorizer: Colorizer, size: tuple[int, int]) -> None:
    photo = Photo(None, np.full((size[1], size[0]), 99, dtype=np.uint8))
    chroma = colorizer.predict(photo, np.full(32, 0.1, dtype=np.float32))
    assert np.all(np.isfinite(chroma.coefficients))


def test_an_embedding_of_another_size_is_refused(colorizer: Colorizer) -> None:
    with pytest.raises(PresetModelMismatchError, match="16 numbers"):
        colorizer.predict(gray_photo(20, 20), np.zeros(16, dtype=np.float32))


def test_numbers_that_are_no_colours_are_refused(colorizer: Colorizer) -> None:
    with pytest.raises(ModelRunError, match="not colours"):
        colorizer.predict(gray_photo(20, 20), np.full(32, np.inf, dtype=np.float32))


@pytest.mark.parametrize(
    ("size", "expected"),
    [((640, 480), (96, 64)), ((50, 40), (64, 32)), ((9, 7), (32, 32)), ((4000, 100), (256, 64))],
)
def test_paintings_enter_at_multiples_of_the_models_step(
    tiny_model: Model, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert style_size(*size, tiny_model) == expected


def test_models_of_other_sizes_are_obeyed(tmp_path: Path, tiny_graphs: dict[str, bytes]) -> None:
    folder = write_model(tmp_path / "large", tiny_graphs, working_size_px=128, size_multiple=16)
    chroma = Colorizer(read_manifest(folder), "cpu").predict(
        gray_photo(200, 200), np.zeros(32, dtype=np.float32)
    )
    assert chroma.ab.shape == (2, 128, 128)


def test_natural_colours_come_without_an_embedding(tmp_path: Path) -> None:
    colorizer = Colorizer(read_manifest(write_auto(tmp_path / "auto")), "cpu")
    photo = gray_photo(300, 200)
    chroma = colorizer.predict(photo, np.zeros(0, np.float32))
    expected = np.stack([60 * chroma.guide - 20, 50 - 80 * chroma.guide])
    np.testing.assert_allclose(chroma.ab, expected, atol=1e-4)
    assert colorizer.predict(photo, np.zeros(0, np.float32)) is chroma
    with pytest.raises(PresetModelMismatchError, match="32 numbers"):
        colorizer.predict(photo, np.zeros(32, np.float32))


def test_a_model_of_natural_colours_heeds_no_painting(tmp_path: Path) -> None:
    colorizer = Colorizer(read_manifest(write_auto(tmp_path / "auto")), "cpu")
    with pytest.raises(ModelKindError, match="takes no painting"):
        colorizer.embed(np.zeros((40, 40, 3), np.uint8))


def test_a_painter_does_not_colour(tmp_path: Path) -> None:
    with pytest.raises(ModelKindError, match="does not colour"):
        Colorizer(read_manifest(write_painter(tmp_path / "monet")), "cpu")
