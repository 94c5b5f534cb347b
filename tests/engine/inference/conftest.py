"""A model as it was fetched from somewhere, and a program that comes without models."""

from pathlib import Path

import pytest

from desktop.engine.core import paths
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.inference import model_installer
from desktop.engine.inference.model_registry import CARD_NAME, Model
from desktop.engine.inference.model_runs import run_once
from tests.support.tiny_models import write_model


@pytest.fixture
def no_shipped_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "shipped_dir", lambda: tmp_path / "shipped")


@pytest.fixture
def tried_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Models are run as ever before they are installed, but in no process of their own, which takes half a second."""

    def try_here(model: Model, token: CancelToken) -> None:
        token.raise_if_cancelled()
        run_once(model)

    monkeypatch.setattr(model_installer, "try_out", try_here)


@pytest.fixture
def offered(tmp_path: Path, tiny_graphs: dict[str, bytes]) -> Path:
    """A model's folder as it was fetched from somewhere, with more in it than the program needs."""
    folder = write_model(tmp_path / "fetched" / "sepia", tiny_graphs, version="2.0")
    (folder / CARD_NAME).write_text("# Sepia")
    (folder / "weights.safetensors").write_bytes(bytes(100))
    return folder
