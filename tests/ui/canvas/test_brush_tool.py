"""The brush on the canvas: strokes by mouse and keys, size, feather, eraser, and the mask that is shown."""

import time
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.canvas_steps import ACROSS_THE_LEFT, add_region, spot, stroke
from tests.support.mouse_and_keys import drag_slider, press, type_text, wheel
from tests.support.timing import allowed_s, stopwatch
from tests.support.window_steps import wait_for_result


def test_feather_is_drawn_and_belongs_to_the_strokes_from_then_on(qtbot: QtBot, halves: MainWindow) -> None:
    add_region(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    drag_slider(halves.parts.regions_panel.feather.slider, 0.5, 1.0)
    stroke(qtbot, halves, [(0.1, 0.8), (0.3, 0.8)])
    hard, soft = halves.parts.document.edit.regions[0].strokes
    assert (hard.feather, soft.feather) == (0.5, 1.0)


def test_eraser_by_button_and_by_alt(qtbot: QtBot, halves: MainWindow) -> None:
    add_region(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    stroke(qtbot, halves, ACROSS_THE_LEFT, Qt.KeyboardModifier.AltModifier)
    qtbot.mouseClick(halves.parts.regions_panel.erase, Qt.MouseButton.LeftButton)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    assert [stroke.erase for stroke in halves.parts.document.edit.regions[0].strokes] == [False, True, True]


def test_the_mask_is_hatched_over_the_result(qtbot: QtBot, halves: MainWindow) -> None:
    canvas = halves.parts.stage.canvas
    add_region(qtbot, halves)
    stroke(qtbot, halves, ACROSS_THE_LEFT)
    QTest.mouseMove(canvas, spot(canvas, 0.9, 0.9))

    def tones() -> int:
        image, place = canvas.grab().toImage(), spot(canvas, 0.2, 0.5)
        row = [image.pixelColor(place.x() + x, place.y()).red() for x in range(40)]
        return max(row) - min(row)

    hatched = tones()
    qtbot.mouseClick(halves.parts.regions_panel.mask_toggle, Qt.MouseButton.LeftButton)
    assert hatched > tones() + 20


def test_the_brush_is_seen_on_both_sides_of_a_split(qtbot: QtBot, halves: MainWindow) -> None:
    """It paints on both; without a mouse it sets out from the middle, where the divider is."""
    canvas = halves.parts.stage.canvas
    press(halves, "\\")
    add_region(qtbot, halves)
    for x in (0.25, 0.75):
        QTest.mouseMove(canvas, spot(canvas, 0.5, 0.95))
        place, without = spot(canvas, x, 0.5), canvas.grab().toImage()
        QTest.mouseMove(canvas, place)
        ring = canvas.grab().toImage()
        around = [QPoint(place.x() + step, place.y()) for step in range(-120, 121)]
        assert any(ring.pixelColor(point) != without.pixelColor(point) for point in around)


def test_escape_puts_the_brush_away_and_the_hand_is_back(qtbot: QtBot, halves: MainWindow) -> None:
    add_region(qtbot, halves)
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
    add_region(qtbot, halves)
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


@stopwatch
def test_painting_follows_the_pointer(qtbot: QtBot, halves: MainWindow) -> None:
    add_region(qtbot, halves)
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
    add_region(qtbot, halves)
    canvas = halves.parts.stage.canvas
    bare = canvas.grab().toImage()
    qtbot.mouseMove(canvas, spot(canvas, 0.5, 0.5))
    assert canvas.grab().toImage() != bare
    canvas.leaveEvent(QEvent(QEvent.Type.Leave))
    assert canvas.grab().toImage() == bare


def test_keyboard_alone_paints(qtbot: QtBot, halves: MainWindow) -> None:
    add_region(qtbot, halves)
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
    add_region(qtbot, halves)
    stroke(qtbot, halves, [(0.1, 0.2), (0.4, 0.2), (0.4, 0.8), (0.1, 0.8)])
    strokes = halves.parts.document.edit.regions[0].strokes
    assert len(strokes) > 1
    for before, after in pairwise(strokes):
        assert before.points[-1] == after.points[0]
    assert max(len(stroke.points) for stroke in strokes) == 12
