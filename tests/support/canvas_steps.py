"""Steps of a user on the canvas, at places given by shares of the width and height of what is shown."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.engine.edits.framing import Framing
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.main_window.main_window import MainWindow
from tests.support.mouse_and_keys import click
from tests.support.window_steps import wait_for_result

NO_KEY = Qt.KeyboardModifier.NoModifier
ACROSS_THE_LEFT = [(0.1, 0.5), (0.3, 0.5)]


def spot(canvas: Canvas, x: float, y: float) -> QPoint:
    """A place of what is shown as one in the canvas."""
    assert canvas.viewport is not None
    target = canvas.viewport.target()
    return QPointF(target.x() + x * target.width(), target.y() + y * target.height()).toPoint()


def colour(window: MainWindow, x: float, y: float) -> QColor:
    """Of the result on the canvas."""
    after = window.parts.stage.canvas.picture.after
    assert after is not None
    return after.pixelColor(int(x * after.width()), int(y * after.height()))


def is_red(color: QColor) -> bool:
    return color.red() > color.blue() + 10


def drag(
    qtbot: QtBot,
    window: MainWindow,
    places: list[tuple[float, float]],
    keys: Qt.KeyboardModifier = NO_KEY,
    steps: int = 4,
) -> None:
    """Drag from place to place, with so many moves of the mouse between two of them."""
    canvas = window.parts.stage.canvas
    points = [spot(canvas, x, y) for x, y in places]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, keys, points[0])
    for start, end in pairwise(points):
        for step in range(1, steps + 1):
            qtbot.mouseMove(canvas, start + (end - start) * step / steps)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, keys, points[-1])


def add_region(qtbot: QtBot, window: MainWindow) -> None:
    """Add a region, and wait until the brush can be used."""
    click(window.parts.regions_panel.add_button)
    wait_for_brush(qtbot, window)


def wait_for_brush(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.parts.regions.brush.ready and not window.parts.regions.busy)


def stroke(
    qtbot: QtBot, window: MainWindow, places: list[tuple[float, float]], keys: Qt.KeyboardModifier = NO_KEY
) -> None:
    """Paint from place to place, and wait for the result."""
    drag(qtbot, window, places, keys, steps=8)
    wait_for_stroke(qtbot, window)


def dab(qtbot: QtBot, window: MainWindow, x: float, y: float) -> None:
    """Click on a place with the brush, and wait for the result."""
    canvas = window.parts.stage.canvas
    click(canvas, spot(canvas, x, y))
    wait_for_stroke(qtbot, window)


def wait_for_stroke(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.parts.regions.busy)
    wait_for_result(qtbot, window)


def begin_crop(qtbot: QtBot, window: MainWindow) -> None:
    click(window.parts.framing.panel.crop_button)
    assert window.parts.document.cropping
    wait_for_result(qtbot, window)


def framing(window: MainWindow) -> Framing:
    return window.parts.document.edit.framing


def shown_px(window: MainWindow) -> tuple[int, int]:
    """Width and height of what the canvas shows, in pixels of the photo."""
    viewport = window.parts.stage.canvas.viewport
    assert viewport is not None
    return viewport.width_px, viewport.height_px


def light(window: MainWindow, x: float, y: float) -> float:
    """Of the original on the canvas, 0 to 255."""
    before = window.parts.stage.canvas.picture.before
    assert before is not None
    return QColor(before.pixelColor(int(x * before.width()), int(y * before.height()))).green()
