"""Local presets: a region is painted on the photo and has a preset of its own."""

import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.store.look_xmp import read_look
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, drag_slider, hover, press, type_text, wheel
from tests.support.timing import allowed_s, stopwatch
from tests.support.window_steps import click_preset, hover_preset, press_save, unfold, wait_for_result

NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def two_tone(tmp_path: Path) -> Path:
    """Dark to the left, bright to the right."""
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


def begin(qtbot: QtBot, window: MainWindow) -> None:
    """Add a region, and wait until the brush can be used."""
    qtbot.mouseClick(window.parts.regions_panel.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.parts.regions.brush.ready and not window.parts.regions.busy)


def spot(canvas: Canvas, x: float, y: float) -> QPoint:
    """A place in the photo, by shares of its width and height, as one in the canvas."""
    assert canvas.viewport is not None
    target = canvas.viewport.target()
    return QPointF(target.x() + x * target.width(), target.y() + y * target.height()).toPoint()


def stroke(
    qtbot: QtBot, window: MainWindow, places: list[tuple[float, float]], keys: Qt.KeyboardModifier = NO_KEY
) -> None:
    canvas = window.parts.stage.canvas
    points = [spot(canvas, x, y) for x, y in places]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, keys, points[0])
    for start, end in pairwise(points):
        for step in range(1, 9):
            qtbot.mouseMove(canvas, start + (end - start) * step / 8)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, keys, points[-1])
    qtbot.waitUntil(lambda: not window.parts.regions.busy)
    wait_for_result(qtbot, window)


def colour(window: MainWindow, x: float, y: float) -> QColor:
    """Of the result on the canvas."""
    after = window.parts.stage.canvas.picture.after
    assert after is not None
    return after.pixelColor(int(x * after.width()), int(y * after.height()))


def is_red(color: QColor) -> bool:
    return color.red() > color.blue() + 10


ACROSS_THE_LEFT = [(0.1, 0.5), (0.3, 0.5)]


def test_painted_region_takes_the_next_preset_and_stays_within_its_edges(
    qtbot: QtBot, halves: MainWindow
) -> None:
    begin(qtbot, halves)
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
    begin(qtbot, halves)
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
        begin(qtbot, halves)
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


def test_feather_is_drawn_and_belongs_to_the_strokes_from_then_on(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    drag_slider(halves.parts.regions_panel.feather.slider, 0.5, 1.0)
    stroke(qtbot, halves, [(0.1, 0.8), (0.3, 0.8)])
    hard, soft = halves.parts.document.edit.regions[0].strokes
    assert (hard.feather, soft.feather) == (0.5, 1.0)


def test_every_stroke_is_one_step(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
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


def test_eraser_by_button_and_by_alt(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    stroke(qtbot, halves, ACROSS_THE_LEFT, Qt.KeyboardModifier.AltModifier)
    qtbot.mouseClick(halves.parts.regions_panel.erase, Qt.MouseButton.LeftButton)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    assert [stroke.erase for stroke in halves.parts.document.edit.regions[0].strokes] == [False, True, True]


def test_amount_inversion_visibility_and_deletion(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
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


def test_the_mask_is_hatched_over_the_result(qtbot: QtBot, halves: MainWindow) -> None:
    canvas = halves.parts.stage.canvas
    begin(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    QTest.mouseMove(canvas, spot(canvas, 0.9, 0.9))

    def tones() -> int:
        image, place = canvas.grab().toImage(), spot(canvas, 0.2, 0.5)
        row = [image.pixelColor(place.x() + x, place.y()).red() for x in range(40)]
        return max(row) - min(row)

    hatched = tones()
    qtbot.mouseClick(halves.parts.regions_panel.mask_toggle, Qt.MouseButton.LeftButton)
    assert hatched > tones() + 20


def test_escape_puts_the_brush_away_and_the_hand_is_back(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
    assert halves.parts.stage.canvas.tool is halves.parts.regions.brush
    press(halves, "Esc")
    assert halves.parts.stage.canvas.tool is None
    assert len(halves.parts.document.edit.regions) == 1
    strokes = halves.parts.document.edit.regions[0].strokes
    canvas = halves.parts.stage.canvas
    wheel(canvas, QPointF(200, 200), 3)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(canvas, QPoint(230, 220))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(230, 220))
    assert halves.parts.document.edit.regions[0].strokes == strokes
    qtbot.mouseClick(halves.parts.regions_panel.rows[0].name, Qt.MouseButton.LeftButton)
    assert canvas.tool is halves.parts.regions.brush
    wait_for_result(qtbot, halves)


def test_keys_change_the_size_and_space_pans_with_the_brush_in_hand(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
    canvas, brush, radius = (
        halves.parts.stage.canvas,
        halves.parts.regions.brush,
        halves.parts.regions.brush.radius,
    )
    press(halves, "]")
    assert brush.radius == pytest.approx(radius * 1.2)
    assert halves.parts.regions_panel.size_row.value == pytest.approx(brush.radius, abs=0.0006)
    press(halves, "[")
    assert brush.radius == pytest.approx(radius)
    wheel(canvas, QPointF(200, 200), 3)
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.viewport is not None
    before = canvas.viewport.to_photo(QPointF(0, 0))
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(canvas, QPoint(180, 190))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(180, 190))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.viewport.to_photo(QPointF(0, 0)) != before
    assert halves.parts.document.edit.regions[0].strokes == ()
    wait_for_result(qtbot, halves)


def test_another_photo_has_no_regions(qtbot: QtBot, halves: MainWindow, photo_file: Path) -> None:
    begin(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    drop(halves.parts.stage, QPoint(50, 300), photo_file)
    qtbot.waitUntil(lambda: halves.parts.document.photo_name == "photo.png")
    wait_for_result(qtbot, halves)
    assert halves.parts.document.edit.regions == ()
    assert halves.parts.stage.canvas.tool is None


def test_saved_result_has_the_regions(qtbot: QtBot, halves: MainWindow, two_tone: Path) -> None:
    begin(qtbot, halves)
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


@stopwatch
def test_painting_follows_the_pointer(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
    type_text(halves.parts.regions_panel.size_row.number, "10", end="Return")
    canvas, places = halves.parts.stage.canvas, np.linspace(0.1, 0.9, 60)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, 0.1, 0.3))
    took_s = []
    for x in places:
        start_s = time.thread_time()
        qtbot.mouseMove(canvas, spot(canvas, float(x), 0.3))
        canvas.repaint()
        took_s.append(time.thread_time() - start_s)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, 0.9, 0.3))
    assert float(np.median(took_s)) < allowed_s(0.016)
    wait_for_result(qtbot, halves)


def test_circle_goes_with_the_pointer(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
    canvas = halves.parts.stage.canvas
    bare = canvas.grab().toImage()
    qtbot.mouseMove(canvas, spot(canvas, 0.5, 0.5))
    assert canvas.grab().toImage() != bare
    canvas.leaveEvent(QEvent(QEvent.Type.Leave))
    assert canvas.grab().toImage() == bare


def test_keyboard_alone_paints(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
    canvas = halves.parts.stage.canvas
    canvas.setFocus()
    for _ in range(6):
        QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    first, second = halves.parts.document.edit.regions[0].strokes
    assert canvas.viewport is not None
    assert first.points[0][0] == pytest.approx(0.5 - 3 * halves.parts.regions.brush.radius, abs=0.01)
    assert first.points[0][1] == pytest.approx(0.5, abs=0.01)
    assert second.points[0][1] > first.points[0][1]
    assert (first.erase, second.erase) == (False, True)
    wait_for_result(qtbot, halves)


def test_a_very_long_stroke_becomes_two(
    qtbot: QtBot, halves: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.canvas.brush_tool.MOST_POINTS", 12)
    begin(qtbot, halves)
    stroke(qtbot, halves, [(0.1, 0.2), (0.4, 0.2), (0.4, 0.8), (0.1, 0.8)])
    strokes = halves.parts.document.edit.regions[0].strokes
    assert len(strokes) > 1
    for before, after in pairwise(strokes):
        assert before.points[-1] == after.points[0]
    assert max(len(stroke.points) for stroke in strokes) == 12


def test_the_mask_gives_way_to_the_preset_that_the_region_gets(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
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
    qtbot.waitUntil(lambda: halves.parts.regions.brush.ready and not halves.parts.regions.busy)
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
