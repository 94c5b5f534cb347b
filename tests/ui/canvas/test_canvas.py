"""Before and after on the canvas, and full size where it is zoomed in."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.render.composition import compose
from desktop.ui.base.qimage import to_array
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.document.view_mode import ViewMode
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.menus import choose_menu
from tests.support.mouse_and_keys import press, wheel
from tests.support.window_steps import click_preset, wait_for_result


def is_gray(image: QImage, x: float, y: float) -> bool:
    color = image.pixelColor(round(x), round(y))
    return max(color.red(), color.green(), color.blue()) - min(color.red(), color.green(), color.blue()) <= 3


@pytest.fixture
def spots(canvas: Canvas) -> tuple[QPointF, QPointF]:
    """A place in the left and one in the right half of the photo, both coloured in the result."""
    assert canvas.viewport is not None
    target = canvas.viewport.target()
    y = target.y() + target.height() * 0.8
    return QPointF(target.x() + target.width() * 0.2, y), QPointF(target.x() + target.width() * 0.7, y)


@pytest.fixture
def plain_photo(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Canvas:
    """The canvas with a photo of one grey, larger than the window."""
    Image.fromarray(np.full((1600, 2400), 90, np.uint8)).save(tmp_path / "plain.png")
    drop(window.parts.stage, QPoint(60, 300), tmp_path / "plain.png")
    wait_for_result(qtbot, window)
    return window.parts.stage.canvas


def grays(canvas: Canvas, spots: tuple[QPointF, QPointF]) -> tuple[bool, bool]:
    image = canvas.grab().toImage()
    ratio = canvas.devicePixelRatioF()
    return tuple(is_gray(image, spot.x() * ratio, spot.y() * ratio) for spot in spots)  # type: ignore[return-value]


def test_space_holds_the_original_in_front(
    coloured: MainWindow, canvas: Canvas, spots: tuple[QPointF, QPointF]
) -> None:
    assert grays(canvas, spots) == (False, False)
    for focus in (canvas, coloured.parts.gallery.list):
        focus.setFocus()
        QTest.keyPress(focus, Qt.Key.Key_Space)
        assert grays(canvas, spots) == (True, True)
        QTest.keyRelease(focus, Qt.Key.Key_Space)
        assert grays(canvas, spots) == (False, False)


def test_space_in_the_search_field_is_a_space(coloured: MainWindow, canvas: Canvas) -> None:
    QTest.keyClicks(coloured.parts.gallery.search_field, "a b")
    assert coloured.parts.gallery.search_field.text() == "a b"
    assert not canvas.showing_original


def test_backslash_splits_and_the_divider_is_dragged(
    qtbot: QtBot, coloured: MainWindow, canvas: Canvas, spots: tuple[QPointF, QPointF]
) -> None:
    press(coloured, "\\")
    assert canvas.mode is ViewMode.SPLIT
    assert grays(canvas, spots) == (True, False)
    start = QPoint(round(canvas.divider_x()), 100)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, QPoint(round(spots[1].x()) + 40, 100))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(spots[1].x()) + 40, 100))
    assert grays(canvas, spots) == (True, True)
    press(coloured, "\\")
    assert grays(canvas, spots) == (False, False)


def test_side_by_side_shows_original_to_the_left(qtbot: QtBot, coloured: MainWindow, canvas: Canvas) -> None:
    choose_menu(coloured, "View", "Side by side")
    wait_for_result(qtbot, coloured)
    assert canvas.viewport is not None
    target = canvas.viewport.target()
    spot = QPointF(target.x() + target.width() * 0.7, target.y() + target.height() * 0.8)
    other = QPointF(spot.x() + canvas.width() / 2, spot.y())
    assert target.right() < canvas.width() / 2
    assert grays(canvas, (spot, other)) == (True, False)


def test_at_actual_size_the_full_size_result_is_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (1600, 2400), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    drop(window.parts.stage, QPoint(60, 300), tmp_path / "noise.png")
    wait_for_result(qtbot, window)
    canvas = window.parts.stage.canvas
    assert canvas.picture.detail is None
    regions: list[QRect] = []
    window.parts.renderer.detail_ready.connect(lambda detail: regions.append(detail.region))
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    assert canvas.viewport is not None
    assert canvas.viewport.scale == 1.0
    qtbot.waitUntil(lambda: len(regions) == 2)
    first, second = regions
    assert first == canvas.viewport.visible_px()  # what is seen comes first
    assert second == canvas.viewport.region_px()
    assert canvas.picture.detail is not None
    region, after = canvas.picture.detail.region, canvas.picture.detail.after
    photo, preset = window.parts.document.photo, window.parts.document.preset
    assert photo is not None
    assert preset is not None
    assert after is not None
    chroma = window.parts.models.colorizer().predict(photo, preset.vector)
    full = compose(photo, chroma, window.parts.document.edit.adjustments, bit_depth=8)
    rows, columns = slice(region.top(), region.bottom() + 1), slice(region.left(), region.right() + 1)
    assert np.array_equal(to_array(after), full[rows, columns])
    blurred: list[bool] = []
    window.parts.renderer.after_ready.connect(lambda _image: QTimer.singleShot(0, look))

    def look() -> None:
        blurred.append(canvas.picture.detail is None)

    click_preset(window, "Green Field")
    wait_for_result(qtbot, window)
    assert set(blurred) == {False}
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    assert canvas.viewport.fits


def test_between_fit_and_actual_size_the_whole_photo_is_made_for_the_zoom(
    qtbot: QtBot, plain_photo: Canvas
) -> None:
    canvas = plain_photo
    wheel(canvas, QPointF(300, 250), 2)
    qtbot.waitUntil(lambda: canvas.picture.detail is not None)
    assert canvas.viewport is not None
    assert canvas.picture.detail is not None
    assert canvas.picture.detail.region == QRect(0, 0, 2400, 1600)
    assert canvas.picture.detail.before.width() == round(2400 * canvas.viewport.scale)


def test_preview_is_made_for_the_pixels_of_the_screen(
    qtbot: QtBot, window: MainWindow, plain_photo: Canvas
) -> None:
    canvas = plain_photo
    for width in (1180, 1500):
        window.resize(width, 760)
        qtbot.waitUntil(lambda: canvas.picture.after is not None and not window.parts.renderer.busy)
        assert canvas.viewport is not None
        assert canvas.picture.after is not None
        assert canvas.picture.after.width() == canvas.viewport.preview_size_px()[0]


def test_arrows_move_the_divider(coloured: MainWindow, canvas: Canvas) -> None:
    press(coloured, "\\")
    assert canvas.mode is ViewMode.SPLIT
    assert canvas.divider == pytest.approx(0.5)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.divider == pytest.approx(0.52)
    press(coloured, "Ctrl++", 3)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.divider == pytest.approx(0.5)
    for _ in range(60):
        QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.divider == 0.0
