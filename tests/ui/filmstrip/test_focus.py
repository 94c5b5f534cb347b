"""The keyboard focus is seen on the film strip while keys are used, and not after a click."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.filmstrip import go_to
from tests.support.mouse_and_keys import press
from tests.support.window_steps import wait_for_result


def test_the_keyboard_is_seen_to_be_on_the_strip(qtbot: QtBot, filled: MainWindow) -> None:
    """The photo that is shown has a frame anyhow; another one within it tells that the arrows go on from here."""
    strip, canvas = filled.parts.filmstrip.strip, filled.parts.stage.canvas
    wait_for_result(qtbot, filled)
    canvas.setFocus()
    place = strip.visualRect(filled.parts.filmstrip.photos.index(0))
    elsewhere = strip.viewport().grab(place).toImage()
    press(filled, "Tab")
    assert strip.hasFocus()
    assert strip.viewport().grab(place).toImage() != elsewhere


def test_a_click_on_the_strip_draws_no_focus_and_a_key_does(qtbot: QtBot, filled: MainWindow) -> None:
    strip, photos = filled.parts.filmstrip.strip, filled.parts.filmstrip.photos

    def card(row: int) -> QImage:
        return strip.viewport().grab(strip.visualRect(photos.index(row))).toImage()

    wait_for_result(qtbot, filled)
    go_to(qtbot, filled, "d.png")
    assert strip.hasFocus()
    strip.setMouseTracking(False)
    QTest.mouseMove(filled.parts.stage)
    clicked = card(3)
    QTest.keyClick(strip, Qt.Key.Key_Control)
    assert card(3) == clicked
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: filled.parts.document.photo_name == "d.png")
    wait_for_result(qtbot, filled)
    assert card(3) != clicked
    go_to(qtbot, filled, "d.png")
    assert card(3) == clicked
