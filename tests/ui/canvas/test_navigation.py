"""Zooming and panning: by wheel, fingers, keys and the zoom chip."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.canvas.canvas import Canvas
from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import choose_from
from tests.support.mouse_and_keys import press, wheel


def test_wheel_zooms_at_the_cursor_and_hand_pans(qtbot: QtBot, canvas: Canvas) -> None:
    assert canvas.viewport is not None
    assert canvas.viewport.fit_zoom < 8 / 1.25
    position = QPointF(300, 250)
    pixel = canvas.viewport.to_photo(position)
    wheel(canvas, position, 1)
    assert canvas.viewport.scale == pytest.approx(canvas.viewport.fit_zoom * 1.25)
    assert canvas.viewport.to_photo(position).x() == pytest.approx(pixel.x(), abs=0.5)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 250))
    qtbot.mouseMove(canvas, QPoint(290, 240))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(290, 240))
    assert canvas.viewport.to_photo(QPointF(290, 240)).x() == pytest.approx(pixel.x(), abs=0.5)
    wheel(canvas, position, -20)
    assert canvas.viewport.fits


def test_shortcuts_zoom(coloured: MainWindow, canvas: Canvas) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    assert canvas.viewport is not None
    fit = canvas.viewport.fit_zoom
    QTest.keyClick(coloured, Qt.Key.Key_Plus, control)
    assert canvas.viewport.scale == pytest.approx(fit * 1.25)
    QTest.keyClick(coloured, Qt.Key.Key_0, control)
    assert canvas.viewport.fits


def test_plain_keys_on_the_canvas_zoom_and_pan(coloured: MainWindow, canvas: Canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.viewport is not None
    assert canvas.viewport.scale == pytest.approx(canvas.viewport.fit_zoom * 1.25)
    QTest.keyClick(canvas, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    for _ in range(10):
        press(coloured, "Ctrl++")
    x = canvas.viewport.to_photo(QPointF(0, 0)).x()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.viewport.to_photo(QPointF(0, 0)).x() == pytest.approx(x + 60 / canvas.viewport.scale)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.viewport.to_photo(QPointF(0, 0)).x() == pytest.approx(x)
    for _ in range(12):
        QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.viewport.scale == canvas.viewport.least_zoom == 1.0


def test_wheel_sideways_or_with_shift_pans(canvas: Canvas) -> None:
    wheel(canvas, QPointF(300, 250), 40)
    assert canvas.viewport is not None
    scale, x = canvas.viewport.scale, canvas.viewport.to_photo(QPointF(0, 0)).x()
    assert scale == 8.0
    wheel(canvas, QPointF(100, 100), 1, sideways=True)
    assert canvas.viewport.to_photo(QPointF(0, 0)).x() < x
    wheel(canvas, QPointF(100, 100), -1, keys=Qt.KeyboardModifier.ShiftModifier)
    assert canvas.viewport.to_photo(QPointF(0, 0)).x() == pytest.approx(x)
    assert canvas.viewport.scale == scale


def test_two_fingers_zoom_where_they_are(canvas: Canvas) -> None:
    position = QPointF(300, 250)
    assert canvas.viewport is not None
    before = canvas.viewport.to_photo(position)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        position,
        position,
        canvas.mapToGlobal(position),
        0.3,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.viewport.scale == pytest.approx(canvas.viewport.fit_zoom * 1.3)
    assert canvas.viewport.to_photo(position).x() == pytest.approx(before.x(), abs=0.5)


def test_middle_button_pans_and_space_shows_the_original_meanwhile(
    qtbot: QtBot, coloured: MainWindow, canvas: Canvas
) -> None:
    wheel(canvas, QPointF(300, 250), 2)
    assert canvas.viewport is not None
    pixel = canvas.viewport.to_photo(QPointF(300, 250))
    canvas.setFocus()
    for button in (Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton):
        QTest.keyPress(canvas, Qt.Key.Key_Space)
        qtbot.mousePress(canvas, button, pos=QPoint(300, 250))
        qtbot.mouseMove(canvas, QPoint(310, 260))
        assert canvas.showing_original
        assert canvas.viewport.to_photo(QPointF(310, 260)).x() == pytest.approx(pixel.x(), abs=0.5)
        qtbot.mouseMove(canvas, QPoint(300, 250))
        qtbot.mouseRelease(canvas, button, pos=QPoint(300, 250))
        QTest.keyRelease(canvas, Qt.Key.Key_Space)
        assert not canvas.showing_original


def test_zoom_chip_tells_and_offers_zooms(qtbot: QtBot, coloured: MainWindow, canvas: Canvas) -> None:
    chip = coloured.parts.status_bar.zoom
    assert canvas.viewport is not None
    assert chip.text() == f"{round(canvas.viewport.fit_zoom * 100)} %"
    choose_from(chip, "800 %")
    assert canvas.viewport.scale == 8.0
    assert chip.text() == "800 %"
    choose_from(chip, "Fit in window")
    assert canvas.viewport.fits
    assert canvas.accessibleName()


def test_zoom_chip_is_not_seen_without_a_photo(window: MainWindow) -> None:
    assert not window.parts.status_bar.zoom.isVisible()
