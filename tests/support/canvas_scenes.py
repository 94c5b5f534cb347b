"""Fixtures: the window with a photograph in it whose brightness tells where one is."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.ui.canvas.canvas import Canvas
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.window_steps import click_preset, unfold, wait_for_result


@pytest.fixture
def two_tone(tmp_path: Path) -> Path:
    """A photo of 900 x 600 px, dark to the left, bright to the right."""
    grain = np.random.default_rng(2).normal(0, 2.0, (600, 900))
    values = np.where(np.arange(900) < 450, 90, 170) + grain
    path = tmp_path / "halves.png"
    Image.fromarray(np.clip(np.rint(values), 0, 255).astype(np.uint8)).save(path)
    return path


@pytest.fixture
def halves(qtbot: QtBot, window: MainWindow, two_tone: Path) -> MainWindow:
    """The window with that photo, coloured blue, the section of local presets unfolded."""
    drop(window.parts.stage, QPoint(50, 300), two_tone)
    wait_for_result(qtbot, window)
    click_preset(window, "Blue Hour")
    wait_for_result(qtbot, window)
    unfold(window, "local")
    return window


@pytest.fixture
def scene(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A photo of 900 x 600 px, dark above to the left, bright below to the right; the section of framing unfolded."""
    rows, columns = np.mgrid[0:600, 0:900]
    path = tmp_path / "scene.png"
    Image.fromarray((40 + rows / 600 * 100 + columns / 900 * 100).astype(np.uint8)).save(path)
    drop(window.parts.stage, QPoint(50, 300), path)
    wait_for_result(qtbot, window)
    unfold(window, "framing")
    return window


@pytest.fixture
def canvas(coloured: MainWindow) -> Canvas:
    coloured.resize(1000, 620)  # so that the small photo is seen at less than the greatest zoom
    return coloured.parts.stage.canvas
