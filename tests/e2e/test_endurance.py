"""Long use: the window's memory stays where it is. Run with `-m endurance`, since it takes some minutes."""

import gc
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.hands import Start, click_preset, drop, preset_names, wait_for_result

pytestmark = [
    pytest.mark.endurance,
    pytest.mark.skipif(sys.platform != "linux", reason="the system's count of this process's memory"),
]
PHOTOS, CHANGES = 40, 200
GROWTH_BYTES = 50 << 20
WARM_UP = 8  # photographs or changes after which every cache is full


def resident_bytes() -> int:
    gc.collect()
    found = re.search(r"VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found is not None
    return int(found[1]) << 10


@pytest.fixture
def album(tmp_path: Path) -> list[Path]:
    """Photographs of 24 megapixels, each another."""
    tile = np.random.default_rng(1).integers(0, 256, (500, 500), dtype=np.uint8)
    paths = []
    for number in range(PHOTOS):
        image = Image.fromarray(np.tile(np.roll(tile, 7 * number, axis=1) // 2 + number, (8, 12)))
        paths.append(tmp_path / f"{number:02}.jpg")
        image.save(paths[-1], quality=85)
    return paths


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_memory_is_flat_over_many_photographs_and_presets(
    qtbot: QtBot, album: list[Path], start: Start
) -> None:
    window = start(album[0])
    wait_for_result(qtbot, window)
    grown = opened(qtbot, window, album[1:])
    assert grown < GROWTH_BYTES
    assert changed(qtbot, window) < GROWTH_BYTES


def opened(qtbot: QtBot, window: MainWindow, photos: list[Path]) -> int:
    """Open one after the other; by how much memory has grown since the caches were full."""
    before = 0
    for number, photo in enumerate(photos):
        drop(window.parts.stage, QPoint(60, 60), photo)
        qtbot.waitUntil(lambda photo=photo: window.parts.document.photo.path == photo, timeout=60_000)
        wait_for_result(qtbot, window)
        if number == WARM_UP:
            before = resident_bytes()
    return resident_bytes() - before


def changed(qtbot: QtBot, window: MainWindow) -> int:
    """Choose one preset after the other; the same."""
    names, before = preset_names(window), 0
    for number in range(CHANGES):
        click_preset(window, names[number % len(names)])
        wait_for_result(qtbot, window)
        if number == WARM_UP:
            before = resident_bytes()
    return resident_bytes() - before
