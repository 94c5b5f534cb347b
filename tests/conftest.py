"""What holds for every test, and the pictures and models that many of them use.

No display or network is needed, the user's own settings and presets are not touched, and the language is English.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model, read_manifest
from tests.support import network
from tests.support.command_line import run
from tests.support.tiny_models import (
    colorizer_graph,
    style_encoder_graph,
    write_auto,
    write_model,
    write_painter,
)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first import of Qt
os.environ["ORT_DISABLE_TELEMETRY"] = (
    "1"  # before the first import of ONNX Runtime, should it not be the program's
)
if "PYTEST_XDIST_WORKER" in os.environ:
    # Before the first import of torch, whose threads would wait for those of the other processes.
    os.environ["OMP_NUM_THREADS"] = "1"
os.environ["LC_ALL"] = "C.UTF-8"  # a window in the system's language is one in English

# The same examples everywhere, however slow it is there: what new ones would find is looked for by tests.fuzz.
settings.register_profile(
    "tests", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("tests")


def pytest_sessionstart() -> None:
    network.leave_out_what_is_open()


@pytest.fixture(autouse=True)
def own_user_directory(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty user directory of its own."""
    folder = tmp_path_factory.mktemp("tintype-home")
    monkeypatch.setenv("TINTYPE_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """No test's program may reach for the network, not even if it hides that it failed."""
    with network.forbidden() as attempts:
        yield
        assert attempts == []


@pytest.fixture(scope="session")
def tiny_graphs() -> dict[str, bytes]:
    """Both graphs of a model that is colourful and heeds painting and grey, in a few hundred bytes."""
    return {"style_encoder": style_encoder_graph(), "colorizer": colorizer_graph()}


@pytest.fixture
def tiny_model_dir(own_user_directory: Path, tiny_graphs: dict[str, bytes]) -> Path:
    """The tiny model as "palette", where the program finds it; returns its folder."""
    return write_model(own_user_directory / "models" / "palette", tiny_graphs)


@pytest.fixture
def tiny_auto_dir(tiny_model_dir: Path) -> Path:
    """The tiny model of natural colours as "auto", beside the tiny palette model; returns its folder."""
    return write_auto(tiny_model_dir.parent / "auto")


@pytest.fixture
def tiny_painter_dir(tiny_model_dir: Path) -> Path:
    """The tiny painter as "repaint-blurrists", beside the tiny palette model; returns its folder."""
    return write_painter(tiny_model_dir.parent / "repaint-blurrists")


@pytest.fixture
def tiny_model(tiny_model_dir: Path) -> Model:
    """The tiny model's manifest."""
    return read_manifest(tiny_model_dir)


@pytest.fixture
def colorizer(tiny_model: Model) -> Colorizer:
    """The tiny model on the CPU."""
    return Colorizer(tiny_model, "cpu")


@pytest.fixture
def gray_values() -> NDArray[np.uint8]:
    """A photograph's values (90, 120) with every grey level, edges and texture."""
    rows, columns = np.mgrid[0:90, 0:120]
    gray = (columns * 255 / 119 + 20 * np.sin(rows / 3)) % 256
    gray[20:50, 30:70] = 240
    return gray.astype(np.uint8)


@pytest.fixture
def photo_file(tmp_path: Path, gray_values: NDArray[np.uint8]) -> Path:
    """A grey PNG photograph of 120 x 90."""
    path = tmp_path / "photo.png"
    Image.fromarray(gray_values).save(path)
    return path


@pytest.fixture
def make_painting(tmp_path: Path) -> Callable[..., Path]:
    """Makes a painting's file, three quarters of one colour and one quarter of another."""

    def make(
        name: str = "painting.png",
        main: tuple[int, int, int] = (200, 60, 30),
        accent: tuple[int, int, int] = (20, 30, 90),
    ) -> Path:
        values = np.empty((80, 100, 3), dtype=np.uint8)
        values[:] = main
        values[:, 75:] = accent
        path = tmp_path / name
        Image.fromarray(values).save(path)
        return path

    return make


@pytest.fixture
def painting_file(make_painting: Callable[..., Path]) -> Path:
    """A reddish painting."""
    return make_painting()


@pytest.fixture
def colorize(painting_file: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs `tintype colorize` with the painting's colours; gives exit code, output and messages."""

    return lambda *arguments: run(capsys, "colorize", *arguments, "--style", painting_file)
