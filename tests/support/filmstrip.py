"""The film strip in tests: going to a photograph by a click."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.window_steps import wait_for_result


def go_to(qtbot: QtBot, window: MainWindow, name: str) -> None:
    strip, photos = window.parts.filmstrip.strip, window.parts.filmstrip.photos
    row = [frame.name for frame in photos.frames].index(name)
    QTest.mouseClick(
        strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.visualRect(photos.index(row)).center()
    )
    qtbot.waitUntil(lambda: window.parts.document.photo_name == name)
    wait_for_result(qtbot, window)
