"""Each page of a TIFF file is a photograph of the film strip, with an edit and a result of its own."""

from pathlib import Path

import numpy as np
import pytest
import tifffile
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.ui.document.export_options import ExportOptions
from desktop.ui.document.open_photos import FRAME_ROLE, ReadState
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click_item, press
from tests.support.window_steps import Start, click_preset, wait_for_result

LEFT = QPoint(60, 200)
NAMES = ["album.tif", "album-2.tif", "album-3.tif"]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "scans"
    folder.mkdir()
    path = folder / "album.tif"
    with tifffile.TiffWriter(path) as tiff:
        for value in (40, 120, 200):
            ramp = np.clip(np.arange(80, dtype=np.int16) + value - 40, 0, 255).astype(np.uint8)
            tiff.write(np.tile(ramp, (60, 1)), photometric="minisblack")
    return path


def names(window: MainWindow) -> list[str]:
    return [frame.name for frame in window.parts.filmstrip.photos.frames]


def go_to(qtbot: QtBot, window: MainWindow, name: str) -> None:
    strip, photos = window.parts.filmstrip.strip, window.parts.filmstrip.photos
    click_item(strip, photos.index(names(window).index(name)))
    qtbot.waitUntil(lambda: window.parts.document.photo_name == name)
    wait_for_result(qtbot, window)


def shade(window: MainWindow) -> int:
    photo = window.parts.document.photo
    assert photo is not None
    return int(photo.gray[0, 0])


def test_a_dropped_file_brings_all_its_pages(qtbot: QtBot, window: MainWindow, pages: Path) -> None:
    drop(window.parts.stage, LEFT, pages)
    qtbot.waitUntil(lambda: names(window) == NAMES)
    wait_for_result(qtbot, window)
    assert "The file holds 3 pages, of which this is the first." in window.parts.stage.messages.text
    photos = window.parts.filmstrip.photos
    qtbot.waitUntil(lambda: all(frame.reading is ReadState.READ for frame in photos.frames))
    assert "page 2 of the file" in photos.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert [frame.source.page for frame in photos.frames] == [None, 2, 3]
    go_to(qtbot, window, "album-3.tif")
    assert shade(window) == 160
    go_to(qtbot, window, "album.tif")
    assert shade(window) == 0


def test_a_folder_brings_the_pages_behind_their_file(
    qtbot: QtBot, window: MainWindow, pages: Path, album: Path
) -> None:
    (album / "b.png").rename(pages.parent / "z.png")
    drop(window.parts.stage, LEFT, pages.parent)
    qtbot.waitUntil(lambda: names(window) == [*NAMES, "z.png"])


def test_each_page_keeps_its_own_edit(qtbot: QtBot, start: Start, window: MainWindow, pages: Path) -> None:
    drop(window.parts.stage, LEFT, pages)
    qtbot.waitUntil(lambda: names(window) == NAMES)
    wait_for_result(qtbot, window)
    go_to(qtbot, window, "album-2.tif")
    click_preset(window, "Red Room")
    wait_for_result(qtbot, window)
    window.close()
    again = start()
    drop(again.parts.stage, LEFT, pages)
    qtbot.waitUntil(lambda: names(again) == NAMES)
    frames = [again.parts.filmstrip.photos.index(row).data(FRAME_ROLE) for row in range(3)]
    assert [frame.edited for frame in frames[1:]] == [True, False]
    assert frames[1].edit.blend.name == "Red Room"


def test_pages_are_exported_under_their_own_names(qtbot: QtBot, window: MainWindow, pages: Path) -> None:
    drop(window.parts.stage, LEFT, pages)
    qtbot.waitUntil(lambda: names(window) == NAMES)
    wait_for_result(qtbot, window)
    click_preset(window, "Red Room")
    press(window, "Ctrl+Alt+A")
    export = window.parts.export
    export.export(window.parts.filmstrip.photos.frames, ExportOptions(suffix=".png"))
    qtbot.waitUntil(lambda: bool(export.queue.jobs) and not export.queue.busy)
    results = sorted(path.name for path in pages.parent.glob("*.png"))
    assert results == ["album-2_red-room.png", "album-3_red-room.png", "album_red-room.png"]
