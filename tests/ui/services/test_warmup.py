"""The networks are loaded at start: what is wrong with them is told before there is a photograph or a painting."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.engine.inference.model_kinds import COLORIZER, STYLE_ENCODER
from desktop.engine.inference.model_registry import read_manifest
from desktop.ui.services.model_pool import ModelPool, Warmup


@pytest.mark.parametrize("graph", [COLORIZER, STYLE_ENCODER])
def test_a_damaged_graph_is_told_of_at_start(qtbot: QtBot, tiny_model_dir: Path, graph: str) -> None:
    read_manifest(tiny_model_dir).graph_path(graph).write_bytes(b"no graph")
    warmup = Warmup(ModelPool(provider="cpu"))
    with qtbot.waitSignal(warmup.failed) as told:
        warmup.start()
    assert "is not the file its manifest describes" in str(told.args[0])
    warmup.close()


@pytest.mark.usefixtures("tiny_model_dir")
def test_sound_networks_are_ready_without_a_word(qtbot: QtBot) -> None:
    warmup = Warmup(ModelPool(provider="cpu"))
    with qtbot.assertNotEmitted(warmup.failed), qtbot.waitSignal(warmup.ready) as ready:
        warmup.start()
    assert ready.args[0] == "cpu"
    warmup.close()
