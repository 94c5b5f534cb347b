"""The gallery shows the photo under every preset, those in sight first."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.engine.edits.edit import Edit
from desktop.ui.gallery.model import THUMBNAIL_ROLE
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.gallery import hover, mean_colour, thumbnail
from tests.support.window_steps import hover_preset, preset_index, wait_for_gallery, wait_for_result


def _is_gray(window: MainWindow, name: str) -> bool:
    return bool(np.ptp(mean_colour(thumbnail(window, name))) < 0.5)


def test_before_a_photo_there_are_palettes(window: MainWindow) -> None:
    assert preset_index(window, "Red Room").data(THUMBNAIL_ROLE) is None


def test_every_preset_shows_the_persons_own_photo_in_its_colours(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_for_gallery(qtbot, coloured)
    red, green, blue = mean_colour(thumbnail(coloured, "Red Room"))
    assert red > max(green, blue) + 5
    red, green, blue = mean_colour(thumbnail(coloured, "Blue Hour"))
    assert blue > max(red, green) + 5
    room = coloured.parts.gallery.list.cell.picture_size()
    assert thumbnail(coloured, "Red Room").size() == room.toSize()  # 4:3, as the photo is


def test_another_photo_gets_other_thumbnails(qtbot: QtBot, coloured: MainWindow, tmp_path: Path) -> None:
    tall = tmp_path / "tall.png"
    Image.fromarray(np.tile(np.arange(60, dtype=np.uint8) * 4, (120, 1))).save(tall)
    wait_for_gallery(qtbot, coloured)
    before = thumbnail(coloured, "Red Room").toImage()
    drop(coloured.parts.stage, QPoint(50, 300), tall)
    wait_for_result(qtbot, coloured)
    wait_for_gallery(qtbot, coloured)
    after = thumbnail(coloured, "Red Room").toImage()
    assert after != before
    assert after.height() > after.width()


def test_thumbnail_of_a_hovered_preset_needs_no_run_for_the_canvas(
    qtbot: QtBot, coloured: MainWindow
) -> None:
    wait_for_gallery(qtbot, coloured)
    colorizer = coloured.parts.models.colorizer()
    colorizer.latency_ms = -1.0  # a run would overwrite it
    before = coloured.parts.stage.canvas.picture.after
    hover(qtbot, coloured, "Red Room")
    qtbot.waitUntil(lambda: coloured.parts.stage.canvas.picture.after != before)
    wait_for_result(qtbot, coloured)
    assert colorizer.latency_ms == -1.0


def test_thumbnails_give_way_to_the_canvas(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_for_gallery(qtbot, coloured)
    size_px, adjustments = (
        coloured.parts.gallery.thumbnail_size_px(),
        coloured.parts.document.edit.adjustments,
    )
    coloured.parts.preset_thumbnailer.start(
        coloured.parts.document.photo, size_px, Edit(adjustments=adjustments)
    )
    made: list[bool] = []
    coloured.parts.preset_thumbnailer.made.connect(
        lambda _preset, _image: made.append(coloured.parts.renderer.busy)
    )
    for preset in coloured.parts.library.presets * 3:
        hover_preset(coloured, preset.name)
        qtbot.wait(1)
    wait_for_result(qtbot, coloured)
    wait_for_gallery(qtbot, coloured)
    assert len(made) == 3
    assert not any(made)


def test_thumbnails_follow_the_adjustments_without_another_run(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_for_gallery(qtbot, coloured)
    colorizer = coloured.parts.models.colorizer()
    colorizer.latency_ms = -1.0  # a run would overwrite it
    slider = coloured.parts.adjustments.rows["amount"].slider
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, slider.height() // 2))
    qtbot.mouseMove(slider, QPoint(0, slider.height() // 2))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(0, slider.height() // 2))
    assert coloured.parts.document.amount == 0
    for name in ("Red Room", "Blue Hour", "Green Field"):
        qtbot.waitUntil(partial(_is_gray, coloured, name))
    coloured.parts.editing.undo_stack.undo()
    qtbot.waitUntil(lambda: np.ptp(mean_colour(thumbnail(coloured, "Red Room"))) > 5)
    wait_for_gallery(qtbot, coloured)
    assert colorizer.latency_ms == -1.0


def test_those_in_sight_come_first(qtbot: QtBot, window: MainWindow) -> None:
    for number in range(40):
        window.parts.library.add(replace(window.parts.library.presets[0], name=f"Mine {number}"))
    view = window.parts.gallery.list
    assert window.parts.gallery.in_order_of_sight()[0] == window.parts.gallery.presets[0]
    view.scrollToBottom()
    first = window.parts.gallery.in_order_of_sight()[0]
    assert view.visualRect(preset_index(window, first.name)).intersects(view.viewport().rect())
    assert first != window.parts.gallery.presets[0]
