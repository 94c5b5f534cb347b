"""What holds for every test: no display is needed, nobody's own settings and presets are touched, English is spoken."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first import of Qt
os.environ["ORT_DISABLE_TELEMETRY"] = (
    "1"  # before the first import of ONNX Runtime, should it not be the program's
)
os.environ["LC_ALL"] = "C.UTF-8"  # a window in the system's language is one in English

# The same examples everywhere, however slow it is there: what new ones would find is looked for by tests.fuzz.
settings.register_profile(
    "tests", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("tests")


@pytest.fixture(autouse=True)
def own_user_directory(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty user directory of its own."""
    folder = tmp_path_factory.mktemp("tintype-home")
    monkeypatch.setenv("TINTYPE_HOME", str(folder))
    return folder
