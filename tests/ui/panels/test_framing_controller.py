"""Cropping, straightening and turning on the canvas: by mouse and by keys, undone, kept, exported."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.engine.edits.framing import Framing
from desktop.engine.store.look_xmp import read_look
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.document.view_mode import ViewMode
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, double_click, pick, press, type_text, wheel
from tests.support.window_steps import (
    Start,
    click_preset,
    press_save,
    unfold,
    wait_for_gallery,
    wait_for_result,
)


@pytest.fixture
def scene(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A photo of 900 x 600 px, dark above to the left, bright below to the right; its section unfolded."""
    rows, columns = np.mgrid[0:600, 0:900]
    path = tmp_path / "scene.png"
    Image.fromarray((40 + rows / 600 * 100 + columns / 900 * 100).astype(np.uint8)).save(path)
    drop(window.parts.stage, QPoint(50, 300), path)
    wait_for_result(qtbot, window)
    unfold(window, "framing")
    return window


def begin(qtbot: QtBot, window: MainWindow) -> None:
    click(window.parts.framing.panel.crop_button)
    assert window.parts.document.cropping
    wait_for_result(qtbot, window)


def spot(canvas: Canvas, x: float, y: float) -> QPoint:
    """A place of what is shown, by shares of its width and height, as one in the canvas."""
    assert canvas.viewport is not None
    target = canvas.viewport.target()
    return QPointF(target.x() + x * target.width(), target.y() + y * target.height()).toPoint()


def drag(
    qtbot: QtBot,
    window: MainWindow,
    start: tuple[float, float],
    end: tuple[float, float],
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    canvas = window.parts.stage.canvas
    first, last = spot(canvas, *start), spot(canvas, *end)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, keys, first)
    for step in range(1, 5):
        qtbot.mouseMove(canvas, first + (last - first) * step / 4)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, keys, last)


def shown_px(window: MainWindow) -> tuple[int, int]:
    viewport = window.parts.stage.canvas.viewport
    assert viewport is not None
    return viewport.width_px, viewport.height_px


def light(window: MainWindow, x: float, y: float) -> float:
    """Of the original on the canvas, 0 to 255."""
    before = window.parts.stage.canvas.picture.before
    assert before is not None
    return QColor(before.pixelColor(int(x * before.width()), int(y * before.height()))).green()


def framing(window: MainWindow) -> Framing:
    return window.parts.document.edit.framing


def test_a_corner_is_dragged_and_the_part_exported_at_full_size(
    qtbot: QtBot, scene: MainWindow, tmp_path: Path
) -> None:
    begin(qtbot, scene)
    drag(qtbot, scene, (1.0, 1.0), (0.5, 0.5))
    assert framing(scene).is_whole, "nothing is changed before it is accepted"
    assert shown_px(scene) == (900, 600)
    click(scene.parts.framing.panel.done)
    assert framing(scene).right == pytest.approx(0.5, abs=0.01)
    assert framing(scene).bottom == pytest.approx(0.5, abs=0.01)
    wait_for_result(qtbot, scene)
    width, height = shown_px(scene)
    assert (width, height) == (pytest.approx(450, abs=5), pytest.approx(300, abs=5))
    assert f"{width} × {height}" in scene.parts.status_bar.photo_label.text()
    with qtbot.waitSignal(scene.parts.saver.saved) as saved:
        press_save(scene)
    with Image.open(saved.args[0]) as made:
        assert made.size == (width, height)
    assert read_look(saved.args[0]).edit.framing == framing(scene)


def test_every_step_is_undone_and_done_again(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    drag(qtbot, scene, (0.0, 0.5), (0.3, 0.5))
    press(scene.parts.stage.canvas, "Return")
    cropped = framing(scene)
    press(scene, "Ctrl+R")
    turned = framing(scene)
    assert turned == cropped.turned(1)
    wait_for_result(qtbot, scene)
    width, height = shown_px(scene)
    assert height > width
    press(scene, "Ctrl+Z")
    assert framing(scene) == cropped
    press(scene, "Ctrl+Z")
    assert framing(scene).is_whole
    wait_for_result(qtbot, scene)
    assert shown_px(scene) == (900, 600)
    press(scene, "Ctrl+Shift+Z", times=2)
    assert framing(scene) == turned


def test_quarter_turns_go_both_ways(qtbot: QtBot, scene: MainWindow) -> None:
    click(scene.parts.framing.panel.right_button)
    wait_for_result(qtbot, scene)
    assert shown_px(scene) == (600, 900)
    assert light(scene, 0.95, 0.05) < 60, "what was above to the left is above to the right"
    click(scene.parts.framing.panel.left_button)
    assert framing(scene).is_whole
    press(scene, "Ctrl+Shift+R")
    wait_for_result(qtbot, scene)
    assert light(scene, 0.05, 0.95) < 60
    click(scene.parts.framing.panel.reset_button)
    assert framing(scene).is_whole
    assert not scene.parts.framing.panel.reset_button.isEnabled()


def test_escape_gives_up(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    drag(qtbot, scene, (1.0, 0.5), (0.4, 0.5))
    press(scene, "Escape")
    assert framing(scene).is_whole
    assert not scene.parts.document.cropping
    assert scene.parts.stage.canvas.tool is None
    assert not scene.parts.framing.crop.isChecked()


def test_without_a_mouse(qtbot: QtBot, scene: MainWindow) -> None:
    press(scene, "Ctrl+K")
    canvas, draft = scene.parts.stage.canvas, scene.parts.framing.tool.draft
    qtbot.waitUntil(canvas.hasFocus)
    press(canvas, "Shift+Left", times=10)
    press(canvas, "Shift+Up", times=5)
    assert draft.part.right() == pytest.approx(0.8)
    assert draft.part.bottom() == pytest.approx(0.9)
    press(canvas, "Right", times=20)
    press(canvas, "Down")
    assert (draft.part.left(), draft.part.top()) == (pytest.approx(0.2), pytest.approx(0.02))
    press(canvas, "Return")
    assert framing(scene).left == pytest.approx(0.2)
    assert framing(scene).right == pytest.approx(1.0)
    press(scene, "Ctrl+K")
    press(canvas, "Home")
    press(canvas, "Return")
    assert framing(scene).is_whole


@pytest.mark.parametrize(("title", "ratio"), [("1 : 1", 1.0), ("4 : 3", 4 / 3), ("As the photo", 1.5)])
def test_a_ratio_is_kept(qtbot: QtBot, scene: MainWindow, title: str, ratio: float) -> None:
    begin(qtbot, scene)
    panel, tool = scene.parts.framing.panel, scene.parts.framing.tool
    pick(panel.ratio, title)
    part = tool.draft.part
    assert part.width() * 900 / (part.height() * 600) == pytest.approx(ratio)
    drag(qtbot, scene, (part.right(), part.bottom()), (0.6, 0.6))
    part = tool.draft.part
    assert part.width() < 0.65
    assert part.width() * 900 / (part.height() * 600) == pytest.approx(ratio)
    click(panel.swap)
    part = tool.draft.part
    assert part.width() * 900 / (part.height() * 600) == pytest.approx(1 / ratio)
    click(panel.done)
    wait_for_result(qtbot, scene)
    width, height = shown_px(scene)
    assert width / height == pytest.approx(1 / ratio, abs=0.01)


def test_straightened_by_slider_or_by_a_line(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    panel, tool = scene.parts.framing.panel, scene.parts.framing.tool
    type_text(panel.angle.number, "5", end="Return")
    assert tool.draft.framing.angle == 5
    assert tool.draft.part.width() < 1
    type_text(panel.angle.number, "0", end="Return")
    assert tool.draft.framing.is_whole, "what straightening took comes back"
    click(panel.line)
    drag(qtbot, scene, (0.2, 0.4), (0.8, 0.5))  # a line that falls to the right
    slant = np.degrees(np.arctan2(0.1 * 600, 0.6 * 900))
    assert tool.draft.framing.angle == pytest.approx(-slant, abs=0.3)
    assert not panel.line.isChecked()
    drag(qtbot, scene, (0.5, 0.1), (0.5, 0.9), Qt.KeyboardModifier.ControlModifier)  # upright already
    assert tool.draft.framing.angle == pytest.approx(-slant, abs=0.3)
    double_click(scene.parts.stage.canvas, spot(scene.parts.stage.canvas, 0.5, 0.5))
    assert framing(scene).angle == pytest.approx(-slant, abs=0.3)
    wait_for_result(qtbot, scene)
    whole = framing(scene)
    assert shown_px(scene) == whole.size_px((900, 600))
    x, y = whole.to_photo((shown_px(scene)[0] * 0.25, shown_px(scene)[1] * 0.5), (900, 600))
    assert light(scene, 0.25, 0.5) == pytest.approx(40 + y / 6 + x / 9, abs=2)


def test_straightened_by_tenths_of_a_degree(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    slider, draft = scene.parts.framing.panel.angle.slider, scene.parts.framing.tool.draft
    click(slider)
    assert draft.framing.angle == pytest.approx(0, abs=0.1)
    press(slider, "Backspace")
    press(slider, "Right", 3)
    assert draft.framing.angle == pytest.approx(0.3)
    click(slider, slider.rect().center() + QPoint(4, 0))
    assert 0.1 <= draft.framing.angle <= 0.6


def test_a_frame_stays_within_the_straightened_photo(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    type_text(scene.parts.framing.panel.angle.number, "10", end="Return")
    draft = scene.parts.framing.tool.draft
    part = draft.part
    drag(qtbot, scene, (part.left(), part.top()), (0.0, 0.0))
    assert draft.framing.fitted((900, 600)) == draft.framing
    assert draft.part.right() == pytest.approx(part.right())


def test_cropping_in_a_divided_view_and_while_presets_are_tried(qtbot: QtBot, scene: MainWindow) -> None:
    scene.parts.stage.canvas.set_mode(ViewMode.SIDE_BY_SIDE)
    wait_for_result(qtbot, scene)
    begin(qtbot, scene)
    drag(qtbot, scene, (1.0, 1.0), (0.6, 0.6))
    assert scene.parts.framing.tool.draft.part.right() < 0.7
    click_preset(scene, "Red Room")
    assert scene.parts.document.cropping
    assert shown_px(scene) == (900, 600)
    click(scene.parts.framing.panel.done)
    edit = scene.parts.document.edit
    assert edit.preset is not None
    assert edit.preset.name == "Red Room"
    assert edit.framing.right < 0.7


def test_strokes_stay_on_their_things(qtbot: QtBot, scene: MainWindow) -> None:
    """A region is painted on a cropped and turned photo, and is in the same place of the whole one."""
    click(scene.parts.framing.panel.right_button)
    begin(qtbot, scene)
    drag(qtbot, scene, (0.0, 0.0), (0.4, 0.5))
    click(scene.parts.framing.panel.done)
    wait_for_result(qtbot, scene)
    unfold(scene, "local")
    click(scene.parts.regions_panel.add_button)
    qtbot.waitUntil(lambda: scene.parts.regions.brush.ready and not scene.parts.regions.busy)
    canvas, shown = scene.parts.stage.canvas, framing(scene)
    click(canvas, spot(canvas, 0.5, 0.5))
    qtbot.waitUntil(lambda: not scene.parts.regions.busy)
    stroke = scene.parts.document.edit.regions[0].strokes[0]
    width, height = shown.size_px((900, 600))
    x, y = shown.to_photo((width / 2, height / 2), (900, 600))
    assert stroke.points[0] == (pytest.approx(x / 900, abs=0.005), pytest.approx(y / 600, abs=0.005))
    brush = scene.parts.regions.brush
    assert stroke.radius == pytest.approx(brush.radius * max(width, height) / 900, rel=0.01)
    begin(qtbot, scene)
    assert scene.parts.document.aim is None, "the brush is put away while the photo is cropped"


def test_taking_up_the_brush_accepts_the_crop(qtbot: QtBot, scene: MainWindow) -> None:
    unfold(scene, "local")
    begin(qtbot, scene)
    drag(qtbot, scene, (1.0, 1.0), (0.5, 0.5))
    click(scene.parts.regions_panel.add_button)
    assert not scene.parts.document.cropping
    assert framing(scene).right == pytest.approx(0.5, abs=0.01)
    assert scene.parts.stage.canvas.tool is scene.parts.regions.brush


def test_the_gallery_shows_the_part(qtbot: QtBot, scene: MainWindow) -> None:
    wait_for_gallery(qtbot, scene)
    begin(qtbot, scene)
    drag(qtbot, scene, (1.0, 0.5), (0.4, 0.5))
    click(scene.parts.framing.panel.done)
    wait_for_gallery(qtbot, scene)
    size = scene.parts.gallery.thumbnail_size_px()
    width, height = framing(scene).size_px((900, 600))
    assert size.width() / size.height() == pytest.approx(width / height, rel=0.05)


def test_going_back_in_the_history_shows_what_was_shown(qtbot: QtBot, scene: MainWindow) -> None:
    press(scene, "Ctrl+R")
    turned = scene.parts.document.edit
    press(scene, "Ctrl+R")
    wait_for_result(qtbot, scene)
    scene.parts.history.tried.emit(turned)
    assert shown_px(scene) == (600, 900)
    scene.parts.history.tried.emit(None)
    assert shown_px(scene) == (900, 600)
    scene.parts.history.tried.emit(turned)
    press(scene, "Ctrl+Z")
    assert shown_px(scene) == (600, 900)
    wait_for_gallery(qtbot, scene)
    size = scene.parts.gallery.thumbnail_size_px()
    assert size.height() > size.width(), "the gallery follows what was only tried and then chosen"


def test_kept_beside_the_photo_and_dropped_for_others(
    qtbot: QtBot, scene: MainWindow, start: Start, photo_file: Path, tmp_path: Path
) -> None:
    begin(qtbot, scene)
    drag(qtbot, scene, (1.0, 1.0), (0.5, 0.5))
    click(scene.parts.framing.panel.done)
    wait_for_result(qtbot, scene)
    cropped = framing(scene)
    drop(scene.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, scene)
    assert framing(scene).is_whole
    again = start(tmp_path / "scene.png")
    wait_for_result(qtbot, again)
    assert framing(again) == cropped
    assert shown_px(again) == cropped.size_px((900, 600))


def test_what_is_known_stands_on_the_canvas_until_the_new_picture_is_made(
    qtbot: QtBot, scene: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = scene.parts.stage.canvas
    shown: list[QImage] = []
    real = canvas.show_after

    def show(image: QImage | None) -> None:
        assert image is not None
        shown.append(image)
        real(image)

    monkeypatch.setattr(canvas, "show_after", show)
    scene.parts.framing.turn_right.trigger()  # not by a key: until it is let go, other events pass
    assert canvas.picture.after is shown[0]  # before the event loop runs again
    assert canvas.picture.before is not None
    wait_for_result(qtbot, scene)
    stand_in, made = shown[0], shown[-1].scaled(shown[0].size())
    assert made is not stand_in
    for x, y in ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9)):
        place = QPoint(round(x * made.width()), round(y * made.height()))
        assert abs(made.pixelColor(place).lightness() - stand_in.pixelColor(place).lightness()) < 6


def test_the_wheel_over_the_ratio_scrolls_and_chooses_none(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    ratio = scene.parts.framing.panel.ratio
    scene.parts.stage.canvas.setFocus()
    wheel(ratio, QPointF(20, 10), -3)
    assert ratio.currentText() == "Free"
    ratio.setFocus()
    wheel(ratio, QPointF(20, 10), -1)
    assert ratio.currentText() == "As the photo"


def test_done_hands_the_keys_back_to_the_crop_button(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    click(scene.parts.framing.panel.done)
    assert not scene.parts.document.cropping
    assert scene.parts.framing.panel.crop_button.hasFocus()
