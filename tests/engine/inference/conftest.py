"""A model as it was fetched from somewhere, and a program that comes without models."""

from pathlib import Path

import pytest

from desktop.engine.core import paths
from desktop.engine.inference.model_registry import CARD_NAME
from tests.support.tiny_models import write_model


@pytest.fixture
def no_shipped_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "shipped_dir", lambda: tmp_path / "shipped")


@pytest.fixture
def offered(tmp_path: Path, tiny_graphs: dict[str, bytes]) -> Path:
    """A model's folder as it was fetched from somewhere, with more in it than the program needs."""
    folder = write_model(tmp_path / "fetched" / "sepia", tiny_graphs, version="2.0")
    (folder / CARD_NAME).write_text("# Sepia")
    (folder / "weights.safetensors").write_bytes(bytes(100))
    return folder
