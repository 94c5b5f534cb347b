"""Local presets: a region is painted on the photo and has a preset of its own."""

from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.store.look_xmp import read_look
from desktop.ui.main_window.main_window import MainWindow
from tests.support.canvas_steps import ACROSS_THE_LEFT, add_region, colour, is_red, stroke, wait_for_brush
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, hover, press, type_text
from tests.support.window_steps import click_preset, hover_preset, press_save, wait_for_result


def test_painted_region_takes_the_next_preset_and_stays_within_its_edges(
    qtbot: QtBot, halves: MainWindow
) -> None:
    add_region(qtbot, halves)
    type_text(halves.parts.regions_panel.size_row.number, "20", end="Return")
    stroke(qtbot, halves, [(0.1, 0.5), (0.45, 0.5)])
    red = halves.parts.library.find("Red Room")
    assert red is not None
    click_preset(halves, "Red Room")
    wait_for_result(qtbot, halves)
    assert is_red(colour(halves, 0.3, 0.5))
    assert is_red(colour(halves, 0.48, 0.5))
    assert not is_red(colour(halves, 0.52, 0.5))  # the brush reached far over the edge
    assert not is_red(colour(halves, 0.3, 0.05))
    assert halves.parts.document.preset is not None
    assert halves.parts.document.preset.name == "Blue Hour"
    assert "Red Room" in halves.parts.regions_panel.rows[0].name.text()
    assert halves.parts.document.aimed_preset == red


def test_presets_are_tried_on_the_region_alone(qtbot: QtBot, halves: MainWindow) -> None:
    add_region(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    hover_preset(halves, "Red Room")
    wait_for_result(qtbot, halves)
    assert not halves.parts.regions.brush.shows_mask
    assert is_red(colour(halves, 0.2, 0.5))
    assert not is_red(colour(halves, 0.7, 0.5))
    hover(halves.parts.stage.canvas, QPoint(5, 5))
    wait_for_result(qtbot, halves)
    assert halves.parts.regions.brush.shows_mask
    assert not is_red(colour(halves, 0.2, 0.5))


def test_every_region_has_a_preset_of_its_own(qtbot: QtBot, halves: MainWindow) -> None:
    for row, name in ((0.3, "Red Room"), (0.8, "Green Field")):
        add_region(qtbot, halves)
        stroke(qtbot, halves, [(0.1, row), (0.3, row)])
        click_preset(halves, name)
        wait_for_result(qtbot, halves)
    assert is_red(colour(halves, 0.2, 0.3))
    below = colour(halves, 0.2, 0.8)
    assert below.green() > max(below.red(), below.blue()) + 10
    assert not is_red(colour(halves, 0.7, 0.3))
    click(halves.parts.regions_panel.rows[0].name)
    click_preset(halves, "Blue Hour")
    wait_for_result(qtbot, halves)
    assert not is_red(colour(halves, 0.2, 0.3))
    assert colour(halves, 0.2, 0.8) == below


def test_every_stroke_is_one_step(qtbot: QtBot, halves: MainWindow) -> None:
    add_region(qtbot, halves)
    count = halves.parts.editing.undo_stack.count()
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    stroke(qtbot, halves, [(0.1, 0.7), (0.3, 0.7)])
    assert halves.parts.editing.undo_stack.count() == count + 2
    assert "1" in halves.parts.editing.undo_stack.undoText()
    assert len(halves.parts.document.edit.regions[0].strokes) == 2
    press(halves, "Ctrl+Z")
    assert len(halves.parts.document.edit.regions[0].strokes) == 1
    press(halves, "Ctrl+Z")
    press(halves, "Ctrl+Z")
    assert halves.parts.document.edit.regions == ()
    assert halves.parts.document.aim is None
    assert halves.parts.stage.canvas.tool is None
    press(halves, "Ctrl+Shift+Z")
    assert len(halves.parts.regions_panel.rows) == 1


def test_amount_inversion_visibility_and_deletion(qtbot: QtBot, halves: MainWindow) -> None:
    add_region(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    panel = halves.parts.regions_panel
    plain = colour(halves, 0.7, 0.5)
    panel.amount.slider.setFocus()
    QTest.keyClick(panel.amount.slider, Qt.Key.Key_Home)
    wait_for_result(qtbot, halves)
    assert colour(halves, 0.2, 0.5).saturation() < 8
    QTest.keyClick(panel.invert, Qt.Key.Key_Space)
    wait_for_result(qtbot, halves)
    assert colour(halves, 0.2, 0.5).saturation() > 20
    assert colour(halves, 0.7, 0.5).saturation() < 8
    QTest.keyClick(panel.rows[0].eye, Qt.Key.Key_Space)
    wait_for_result(qtbot, halves)
    assert colour(halves, 0.7, 0.5) == plain
    assert not halves.parts.document.edit.regions[0].visible
    QTest.keyClick(panel.rows[0].delete, Qt.Key.Key_Space)
    assert halves.parts.document.edit.regions == ()
    press(halves, "Ctrl+Z")
    regions: list[Any] = list(halves.parts.document.edit.regions)
    assert [region.inverted for region in regions] == [True]


def test_another_photo_has_no_regions(qtbot: QtBot, halves: MainWindow, photo_file: Path) -> None:
    add_region(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    drop(halves.parts.stage, QPoint(50, 300), photo_file)
    qtbot.waitUntil(lambda: halves.parts.document.photo_name == "photo.png")
    wait_for_result(qtbot, halves)
    assert halves.parts.document.edit.regions == ()
    assert halves.parts.stage.canvas.tool is None


def test_saved_result_has_the_regions(qtbot: QtBot, halves: MainWindow, two_tone: Path) -> None:
    add_region(qtbot, halves)
    type_text(halves.parts.regions_panel.size_row.number, "20", end="Return")
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    click_preset(halves, "Red Room")
    with qtbot.waitSignal(halves.parts.saver.saved) as saved:
        press_save(halves)
    with Image.open(saved.args[0]) as picture:
        pixels = np.asarray(picture).astype(int)
    assert pixels[300, 180, 0] > pixels[300, 180, 2] + 10
    assert pixels[300, 700, 0] < pixels[300, 700, 2]
    assert read_look(saved.args[0]).edit.regions == halves.parts.document.edit.regions


def test_the_mask_gives_way_to_the_preset_that_the_region_gets(qtbot: QtBot, halves: MainWindow) -> None:
    add_region(qtbot, halves)
    assert halves.parts.regions_panel.mask_toggle.isChecked()
    click_preset(halves, "Red Room")
    assert halves.parts.actions.undo.text() == "Undo: Choose “Red Room” for region 1"
    assert not halves.parts.regions_panel.mask_toggle.isChecked()
    click(halves.parts.regions_panel.mask_toggle)
    press(halves, "Ctrl+Z")
    assert halves.parts.regions_panel.mask_toggle.isChecked()


def test_a_region_that_is_added_by_keys_is_painted_by_keys(qtbot: QtBot, halves: MainWindow) -> None:
    halves.parts.regions_panel.add_button.setFocus()
    press(halves, "Space")
    assert halves.parts.stage.canvas.hasFocus()
    wait_for_brush(qtbot, halves)
    press(halves, "Left", 2)
    press(halves, "Return")
    (region,) = halves.parts.document.edit.regions
    assert len(region.strokes) == 1


def test_the_keys_go_through_the_regions_before_the_buttons_below_them(halves: MainWindow) -> None:
    panel = halves.parts.regions_panel
    for _ in range(2):
        click(panel.add_button)
    press(halves, "Esc")
    first, second = panel.rows
    first.eye.setFocus()
    reached = []
    for _ in range(6):
        press(halves, "Tab")
        reached.append(halves.focusWidget())
    assert reached == [
        first.name,
        first.delete,
        second.eye,
        second.name,
        second.delete,
        panel.add_button,
    ]
