"""First colour within a second of the drop, natural, with the models that come with the program."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import skimage.data
from PIL import Image
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.ui.base.qimage import to_array
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.timing import allowed_s, stopwatch
from tests.support.window_steps import Start

SIZES_PX = {"12 MP": (4000, 3000), "24 MP": (6000, 4000)}
SEVERAL = 6
MakeScan = Callable[[str], Path]


@pytest.fixture(scope="module")
def make_scan(tmp_path_factory: pytest.TempPathFactory) -> MakeScan:
    """Makes a grey photograph with grain, of a size and mode ("L", "RGB"): "24 MP, RGB"."""
    folder = tmp_path_factory.mktemp("scans")

    def make(kind: str) -> Path:
        path = folder / f"{kind}.jpg"
        if not path.exists():
            size, mode = kind.split(", ")
            picture = np.asarray(Image.fromarray(skimage.data.coffee()).convert(mode).resize(SIZES_PX[size]))
            grain = np.random.default_rng(1).normal(0, 3, picture.shape[:2])
            grainy = picture + (grain if picture.ndim == 2 else grain[..., None])
            Image.fromarray(np.clip(grainy, 0, 255).astype(np.uint8)).save(path, quality=92)
        return path

    return make


@pytest.fixture
def ready(qtbot: QtBot, start: Start) -> MainWindow:
    """The window with its networks loaded, as they are by the time that a person has found a photograph."""
    window = start()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not window.parts.warmup.busy)
    return window


def seconds_to_colours(qtbot: QtBot, window: MainWindow, dropped: Path) -> float:
    """By the clock on the wall, from the drop of a photograph or of a folder of them to a result on the canvas."""
    canvas, before = window.parts.stage.canvas, window.parts.document.photo
    start_s = time.perf_counter()
    drop(window.parts.stage, QPoint(50, 300), dropped)
    qtbot.waitUntil(lambda: window.parts.document.photo is not before and canvas.picture.after is not None)
    return time.perf_counter() - start_s


@stopwatch
@pytest.mark.parametrize("kind", ["12 MP, L", "24 MP, L", "12 MP, RGB", "24 MP, RGB"])
def test_a_dropped_scan_has_natural_colours_within_a_second(
    qtbot: QtBot, ready: MainWindow, make_scan: MakeScan, kind: str
) -> None:
    scan = make_scan(kind)
    assert seconds_to_colours(qtbot, ready, scan) <= allowed_s(1.0)
    preset, image = ready.parts.document.preset, ready.parts.stage.canvas.picture.after
    assert preset is not None
    assert preset.is_natural
    assert image is not None
    assert np.ptp(to_array(image)[..., :3].astype(int), axis=2).max() > 20


@stopwatch
def test_so_has_one_that_is_dropped_while_the_gallery_still_colours_the_last(
    qtbot: QtBot, ready: MainWindow, make_scan: MakeScan
) -> None:
    seconds_to_colours(qtbot, ready, make_scan("12 MP, RGB"))
    qtbot.waitUntil(lambda: not ready.parts.renderer.busy and ready.parts.preset_thumbnailer.busy)
    assert seconds_to_colours(qtbot, ready, make_scan("24 MP, L")) <= allowed_s(1.0)


@stopwatch
def test_so_has_the_first_of_a_folder(
    qtbot: QtBot, ready: MainWindow, make_scan: MakeScan, tmp_path: Path
) -> None:
    for number in range(SEVERAL):
        shutil.copy(make_scan("24 MP, L"), tmp_path / f"{number}.jpg")
    assert seconds_to_colours(qtbot, ready, tmp_path) <= allowed_s(1.0)
    assert len(ready.parts.filmstrip.photos.frames) == SEVERAL
