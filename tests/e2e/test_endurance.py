"""Long use: the window's memory stays where it is once its caches are full.

With the models that are shipped. Some minutes, and of use only in a process that did nothing before, so by itself:
`-m endurance` (CONTRIBUTING).
"""

import gc
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.window_steps import Start, click_preset, preset_names, wait_for_result

pytestmark = [
    pytest.mark.endurance,
    pytest.mark.skipif(sys.platform != "linux", reason="what the system tells of this process's memory"),
]
PHOTOS, CHANGES = 40, 200
SMALL_PHOTOS = 45  # more than have their natural colours kept
LARGE_KEPT = 12  # more than the photographs of 24 megapixels that are kept themselves
GROWTH_MB = 50


def resident_mb() -> float:
    gc.collect()
    found = re.search(r"VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found is not None
    return int(found[1]) / 1024


class Growth:
    """How far memory rises above where it was after so many steps."""

    def __init__(self, warm_up: int) -> None:
        self._warm_up = warm_up
        self.seen_mb: list[float] = []

    def look(self) -> None:
        self.seen_mb.append(resident_mb())

    @property
    def most_mb(self) -> float:
        before_mb = self.seen_mb[self._warm_up]
        return max(self.seen_mb[self._warm_up :]) - before_mb

    def told(self) -> str:
        """For the report: what was seen, and the bound."""
        seen = " ".join(f"{size_mb:.0f}" for size_mb in self.seen_mb)
        return f"{self.most_mb:.0f} MB after the first {self._warm_up} steps; MB at each step: {seen}"


@pytest.fixture
def photograph(tmp_path: Path) -> Iterator[Callable[[int, tuple[int, int]], Path]]:
    """Writes a grey photograph that is like no other one: (number, (width, height))."""
    made: list[Path] = []

    def write(number: int, size_px: tuple[int, int]) -> Path:
        random = np.random.default_rng(number)
        shapes = Image.fromarray(random.integers(0, 256, (40, 60), dtype=np.uint8))
        path = tmp_path / f"{size_px[0]}-{number:02}.jpg"
        shapes.resize(size_px, Image.Resampling.BICUBIC).save(path, quality=90)
        made.append(path)
        return path

    yield write
    for path in made:
        path.unlink()


def show(qtbot: QtBot, window: MainWindow, photo: Path) -> None:
    """Drop a photograph on the window and wait for its colours."""
    drop(window.parts.stage, QPoint(60, 60), photo)

    def open_now() -> bool:
        shown = window.parts.document.photo
        return shown is not None and shown.path == photo

    qtbot.waitUntil(open_now)
    wait_for_result(qtbot, window)


def test_memory_is_flat_over_many_photographs(
    qtbot: QtBot, start: Start, photograph: Callable[[int, tuple[int, int]], Path]
) -> None:
    window = start(photograph(0, (600, 400)))
    wait_for_result(qtbot, window)
    for number in range(1, SMALL_PHOTOS):
        show(qtbot, window, photograph(number, (600, 400)))
    growth = Growth(LARGE_KEPT)
    for number in range(PHOTOS):
        show(qtbot, window, photograph(SMALL_PHOTOS + number, (6000, 4000)))
        growth.look()
    print(growth.told())
    assert growth.most_mb < GROWTH_MB, growth.told()


def test_memory_is_flat_over_many_presets(
    qtbot: QtBot, start: Start, photograph: Callable[[int, tuple[int, int]], Path]
) -> None:
    window = start(photograph(0, (6000, 4000)))
    wait_for_result(qtbot, window)
    names = preset_names(window)
    growth = Growth(len(names) + 5)  # by then the colours of each are kept
    for number in range(CHANGES):
        click_preset(window, names[number % len(names)])
        wait_for_result(qtbot, window)
        growth.look()
    print(growth.told())
    assert growth.most_mb < GROWTH_MB, growth.told()
