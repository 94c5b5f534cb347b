"""The crop tool on the canvas: by mouse and by keys, with a ratio, straightened, accepted and given up."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from desktop.ui.document.view_mode import ViewMode
from desktop.ui.main_window.main_window import MainWindow
from tests.support.canvas_steps import begin_crop, drag, framing, light, shown_px, spot
from tests.support.mouse_and_keys import click, double_click, pick, press, type_text, wheel
from tests.support.window_steps import click_preset, unfold, wait_for_result


def test_escape_gives_up(qtbot: QtBot, scene: MainWindow) -> None:
    begin_crop(qtbot, scene)
    drag(qtbot, scene, [(1.0, 0.5), (0.4, 0.5)])
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
    begin_crop(qtbot, scene)
    panel, tool = scene.parts.framing.panel, scene.parts.framing.tool
    pick(panel.ratio, title)
    part = tool.draft.part
    assert part.width() * 900 / (part.height() * 600) == pytest.approx(ratio)
    drag(qtbot, scene, [(part.right(), part.bottom()), (0.6, 0.6)])
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
    begin_crop(qtbot, scene)
    panel, tool = scene.parts.framing.panel, scene.parts.framing.tool
    type_text(panel.angle.number, "5", end="Return")
    assert tool.draft.framing.angle == 5
    assert tool.draft.part.width() < 1
    type_text(panel.angle.number, "0", end="Return")
    assert tool.draft.framing.is_whole, "what straightening took comes back"
    click(panel.line)
    drag(qtbot, scene, [(0.2, 0.4), (0.8, 0.5)])  # a line that falls to the right
    slant = np.degrees(np.arctan2(0.1 * 600, 0.6 * 900))
    assert tool.draft.framing.angle == pytest.approx(-slant, abs=0.3)
    assert not panel.line.isChecked()
    drag(qtbot, scene, [(0.5, 0.1), (0.5, 0.9)], Qt.KeyboardModifier.ControlModifier)  # upright already
    assert tool.draft.framing.angle == pytest.approx(-slant, abs=0.3)
    double_click(scene.parts.stage.canvas, spot(scene.parts.stage.canvas, 0.5, 0.5))
    assert framing(scene).angle == pytest.approx(-slant, abs=0.3)
    wait_for_result(qtbot, scene)
    whole = framing(scene)
    assert shown_px(scene) == whole.size_px((900, 600))
    x, y = whole.to_photo((shown_px(scene)[0] * 0.25, shown_px(scene)[1] * 0.5), (900, 600))
    assert light(scene, 0.25, 0.5) == pytest.approx(40 + y / 6 + x / 9, abs=2)


def test_straightened_by_tenths_of_a_degree(qtbot: QtBot, scene: MainWindow) -> None:
    begin_crop(qtbot, scene)
    slider, draft = scene.parts.framing.panel.angle.slider, scene.parts.framing.tool.draft
    click(slider)
    assert draft.framing.angle == pytest.approx(0, abs=0.1)
    press(slider, "Backspace")
    press(slider, "Right", 3)
    assert draft.framing.angle == pytest.approx(0.3)
    click(slider, slider.rect().center() + QPoint(4, 0))
    assert 0.1 <= draft.framing.angle <= 0.6


def test_a_frame_stays_within_the_straightened_photo(qtbot: QtBot, scene: MainWindow) -> None:
    begin_crop(qtbot, scene)
    type_text(scene.parts.framing.panel.angle.number, "10", end="Return")
    draft = scene.parts.framing.tool.draft
    part = draft.part
    drag(qtbot, scene, [(part.left(), part.top()), (0.0, 0.0)])
    assert draft.framing.fitted((900, 600)) == draft.framing
    assert draft.part.right() == pytest.approx(part.right())


def test_cropping_in_a_divided_view_and_while_presets_are_tried(qtbot: QtBot, scene: MainWindow) -> None:
    scene.parts.stage.canvas.set_mode(ViewMode.SIDE_BY_SIDE)
    wait_for_result(qtbot, scene)
    begin_crop(qtbot, scene)
    drag(qtbot, scene, [(1.0, 1.0), (0.6, 0.6)])
    assert scene.parts.framing.tool.draft.part.right() < 0.7
    click_preset(scene, "Red Room")
    assert scene.parts.document.cropping
    assert shown_px(scene) == (900, 600)
    click(scene.parts.framing.panel.done)
    edit = scene.parts.document.edit
    assert edit.preset is not None
    assert edit.preset.name == "Red Room"
    assert edit.framing.right < 0.7


def test_taking_up_the_brush_accepts_the_crop(qtbot: QtBot, scene: MainWindow) -> None:
    unfold(scene, "local")
    begin_crop(qtbot, scene)
    drag(qtbot, scene, [(1.0, 1.0), (0.5, 0.5)])
    click(scene.parts.regions_panel.add_button)
    assert not scene.parts.document.cropping
    assert framing(scene).right == pytest.approx(0.5, abs=0.01)
    assert scene.parts.stage.canvas.tool is scene.parts.regions.brush


def test_the_wheel_over_the_ratio_scrolls_and_chooses_none(qtbot: QtBot, scene: MainWindow) -> None:
    begin_crop(qtbot, scene)
    ratio = scene.parts.framing.panel.ratio
    scene.parts.stage.canvas.setFocus()
    wheel(ratio, QPointF(20, 10), -3)
    assert ratio.currentText() == "Free"
    ratio.setFocus()
    wheel(ratio, QPointF(20, 10), -1)
    assert ratio.currentText() == "As the photo"


def test_done_hands_the_keys_back_to_the_crop_button(qtbot: QtBot, scene: MainWindow) -> None:
    begin_crop(qtbot, scene)
    click(scene.parts.framing.panel.done)
    assert not scene.parts.document.cropping
    assert scene.parts.framing.panel.crop_button.hasFocus()
