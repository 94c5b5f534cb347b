"""What holds for every test: no display is needed, and nobody's own settings and presets are touched."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first import of Qt


@pytest.fixture(autouse=True)
def own_user_directory(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty user directory of its own."""
    folder = tmp_path_factory.mktemp("tintype-home")
    monkeypatch.setenv("TINTYPE_HOME", str(folder))
    return folder
