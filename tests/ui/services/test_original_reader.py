"""Before shows a photograph as its file has it: in colours where there are any, and says so where it does not."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QRect
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.ui.base.qimage import to_array
from desktop.ui.canvas.painting import Scene, original_name
from desktop.ui.document.view_mode import ViewMode
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.services import original_reader
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import press
from tests.support.window_steps import wait_for_result

LEAF = (60, 160, 40)


@pytest.fixture
def green(tmp_path: Path) -> Path:
    """A green photograph of 600 x 400, lighter to the right, lying on its side in the file."""
    values = np.empty((400, 600, 3), np.uint8)
    values[:] = (np.linspace(0.5, 1.0, 600)[:, None] * LEAF).astype(np.uint8)
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees to the right
    path = tmp_path / "green.jpg"
    Image.fromarray(np.rot90(values)).save(path, exif=exif, quality=95)
    return path


def open_photo(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    drop(window.parts.stage, QPoint(50, 300), path)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == path.name)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: not window.parts.original_reader.busy)


def colour_at(window: MainWindow, share: float) -> np.ndarray:
    """The colour on the canvas in the middle of its height, at a share of what is seen of the photo's width."""
    canvas = window.parts.stage.canvas
    viewport = canvas.viewport
    assert viewport is not None
    seen = viewport.target().intersected(canvas.rect().toRectF())
    place = QRect(round(seen.x() + share * seen.width()), round(seen.center().y()) + 40, 4, 4)
    colour: np.ndarray = to_array(canvas.grab(place).toImage())[..., :3].reshape(-1, 3).mean(axis=0)
    return colour


def name_of_before(window: MainWindow) -> str:
    canvas = window.parts.stage.canvas
    assert canvas.viewport is not None
    return original_name(Scene(canvas.picture, canvas.viewport, [canvas.rect()], 0.0, False, None))


def test_the_original_of_a_colour_photo_is_shown_in_its_colours(
    qtbot: QtBot, window: MainWindow, green: Path
) -> None:
    open_photo(qtbot, window, green)
    press(window, "\\")
    assert window.parts.stage.canvas.mode is ViewMode.SPLIT
    light = 0.5 + 0.5 * 0.25
    assert colour_at(window, 0.25) == pytest.approx(np.multiply(LEAF, light), abs=6)
    red, _green, blue = colour_at(window, 0.75)
    assert blue > red + 10  # Blue Hour
    assert name_of_before(window) == "Original"


def test_closely_where_only_grey_is_at_hand_it_is_called_so(
    qtbot: QtBot, window: MainWindow, green: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(original_reader, "SIDE_PX", 300)
    open_photo(qtbot, window, green)
    press(window, "\\")
    window.parts.stage.canvas.zoom_to(2.0)
    wait_for_result(qtbot, window)
    assert np.ptp(colour_at(window, 0.25)) < 3
    assert name_of_before(window) == "Original in grey"
    press(window, "Ctrl+0")
    wait_for_result(qtbot, window)
    assert np.ptp(colour_at(window, 0.25)) > 30


def test_a_grey_photo_is_its_own_original(
    qtbot: QtBot, window: MainWindow, green: Path, tmp_path: Path
) -> None:
    open_photo(qtbot, window, green)
    gray = tmp_path / "gray.jpg"
    Image.open(green).convert("L").convert("RGB").save(gray)
    open_photo(qtbot, window, gray)
    assert window.parts.stage.canvas.picture.original is None
    assert name_of_before(window) == "Original"


def test_of_a_pasted_picture_too(qtbot: QtBot, window: MainWindow) -> None:
    image = QImage(200, 120, QImage.Format.Format_RGB888)
    image.fill(0x3CA028)
    mime = QMimeData()
    mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)
    press(window, "Ctrl+V")
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: window.parts.stage.canvas.picture.original is not None)


def test_of_a_cropped_photo_the_original_is_the_same_part(
    qtbot: QtBot, window: MainWindow, green: Path
) -> None:
    open_photo(qtbot, window, green)
    press(window, "Ctrl+R")
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: not window.parts.original_reader.busy)
    original = window.parts.stage.canvas.picture.original
    assert original is not None
    assert original.height() > original.width()
    assert name_of_before(window) == "Original"
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: not window.parts.original_reader.busy)
    original = window.parts.stage.canvas.picture.original
    assert original is not None
    assert original.width() > original.height()
