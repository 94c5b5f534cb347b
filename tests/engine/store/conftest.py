"""A library of presets: one that came with the program, and an empty folder of the user."""

from pathlib import Path

import pytest

from desktop.engine.edits.preset import write_preset
from desktop.engine.store.preset_library import PresetLibrary
from tests.support.presets import WAVE, make_dir


@pytest.fixture
def library(tmp_path: Path) -> PresetLibrary:
    """A library with one preset that came with the program and none of the user's."""
    write_preset(WAVE, make_dir(tmp_path / "shipped") / "the-great-wave.tintype")
    return PresetLibrary(tmp_path / "shipped", tmp_path / "mine")
