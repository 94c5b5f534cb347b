"""The border of a print in the window: found, corrected by mouse and by keys, undone, kept, not given to others."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.engine.edits.framing import Framing
from desktop.engine.store.look_xmp import read_look
from desktop.ui.gallery.model import THUMBNAIL_ROLE
from desktop.ui.main_window.main_window import MainWindow
from tests.support.borders import above, begin, colourfulness, open_print, picture, shown, state, write_print
from tests.support.canvas_steps import drag
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, press, type_text
from tests.support.prints import part
from tests.support.window_steps import (
    Start,
    preset_index,
    press_save,
    unfold,
    wait_for_gallery,
    wait_for_result,
)


@pytest.fixture
def scene(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    return open_print(qtbot, window, tmp_path / "print.png")


def test_a_border_is_found_and_stays_grey_on_canvas_thumbnails_and_file(
    qtbot: QtBot, scene: MainWindow
) -> None:
    assert state(scene) == "Found"
    assert picture(scene) is None
    assert above(scene) < 0.5
    assert part(shown(scene), 0.2, 0.2, 0.8, 0.8) > 10
    wait_for_gallery(qtbot, scene)
    thumbnail = colourfulness(preset_index(scene, "Red Room").data(THUMBNAIL_ROLE).toImage())
    assert part(thumbnail, 0, 0, 1, 0.05) < 1
    assert part(thumbnail, 0.2, 0.2, 0.8, 0.8) > 10
    with qtbot.waitSignal(scene.parts.saver.saved) as saved:
        press_save(scene)
    assert part(colourfulness(QImage(str(saved.args[0]))), 0, 0, 1, 0.07) < 0.5
    assert read_look(saved.args[0]).edit.picture is None, "what is found is found again"


def test_the_frame_is_dragged_undone_and_done_again(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    drag(qtbot, scene, [(0.5, 1 / 12), (0.5, 0.5)])
    assert state(scene) == "Set by hand"
    assert picture(scene) is None, "nothing is changed before it is accepted"
    click(scene.parts.border.panel.done)
    chosen = picture(scene)
    assert chosen is not None
    assert chosen.top == pytest.approx(0.5, abs=0.01)
    assert chosen.left == pytest.approx(1 / 12, abs=0.01)
    wait_for_result(qtbot, scene)
    assert part(shown(scene), 0, 0, 1, 0.48) < 0.5
    assert part(shown(scene), 0.2, 0.55, 0.8, 0.85) > 5
    press(scene, "Ctrl+Z")
    assert picture(scene) is None
    assert state(scene) == "Found"
    press(scene, "Ctrl+Shift+Z")
    assert picture(scene) == chosen


@pytest.mark.parametrize(("tool", "thirds"), [("border", False), ("framing", True)])
def test_thirds_are_shown_of_a_crop_and_not_of_a_border(
    qtbot: QtBot, scene: MainWindow, tool: str, thirds: bool
) -> None:
    canvas = scene.parts.stage.canvas
    begin(qtbot, scene)
    if tool == "framing":
        click(scene.parts.framing.panel.crop_button)
        wait_for_result(qtbot, scene)
    viewport = canvas.viewport
    assert viewport is not None
    away_from_handles = QMargins(80, 80, 80, 80)
    inside = viewport.target().toRect().marginsRemoved(away_from_handles)
    with_tool = canvas.grab(inside).toImage()
    canvas.set_tool(None)
    assert (canvas.grab(inside).toImage() != with_tool) == thirds


def test_a_print_that_lies_askew_is_straightened(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    angle = scene.parts.border.panel.angle
    type_text(angle.number, angle.number.locale().toString(7.5), end="Return")
    assert state(scene) == "Set by hand"
    click(scene.parts.border.panel.done)
    chosen = picture(scene)
    assert chosen is not None
    assert chosen.angle == pytest.approx(7.5)
    assert chosen.left == pytest.approx(1 / 12, abs=0.05)
    begin(qtbot, scene)
    assert angle.value == pytest.approx(7.5)
    click(scene.parts.border.panel.again)
    assert angle.value == 0


def test_no_border_colours_all_and_find_again_takes_that_back(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    click(scene.parts.border.panel.none)
    assert state(scene) == "None, as you chose"
    click(scene.parts.border.panel.done)
    assert picture(scene) == Framing()
    wait_for_result(qtbot, scene)
    assert above(scene) > 3
    begin(qtbot, scene)
    click(scene.parts.border.panel.again)
    press(scene.parts.stage.canvas, "Return")
    assert picture(scene) is None
    wait_for_result(qtbot, scene)
    assert above(scene) < 0.5


def test_its_buttons_come_into_sight_in_a_low_window(qtbot: QtBot, scene: MainWindow) -> None:
    scene.resize(1000, 640)
    begin(qtbot, scene)
    buttons = scene.parts.border.panel.again, scene.parts.border.panel.done
    qtbot.waitUntil(lambda: all(b.visibleRegion().boundingRect() == b.rect() for b in buttons))


def test_by_keys_alone(qtbot: QtBot, scene: MainWindow) -> None:
    press(scene, "Ctrl+Shift+K")
    canvas = scene.parts.stage.canvas
    qtbot.waitUntil(canvas.hasFocus)
    press(canvas, "Right", times=5)
    press(canvas, "Shift+Up", times=20)
    press(canvas, "Return")
    chosen = picture(scene)
    assert chosen is not None
    assert chosen.left == pytest.approx(1 / 12 + 0.01, abs=0.006), "steps are small enough to meet an edge"
    assert chosen.bottom == pytest.approx(11 / 12 - 0.04, abs=0.006)
    press(scene, "Ctrl+Shift+K")
    press(canvas, "Right", times=5)
    press(scene, "Escape")
    assert picture(scene) == chosen
    assert not scene.parts.border.panel.tools.isVisible()


def test_crop_and_border_make_way_for_each_other(qtbot: QtBot, scene: MainWindow) -> None:
    begin(qtbot, scene)
    drag(qtbot, scene, [(0.5, 1 / 12), (0.5, 0.4)])
    press(scene, "Ctrl+K")
    assert picture(scene) is not None
    assert not scene.parts.border.panel.tools.isVisible()
    assert scene.parts.framing.panel.tools.isVisible()
    wait_for_result(qtbot, scene)
    drag(qtbot, scene, [(1.0, 1.0), (0.5, 0.7)])
    press(scene, "Ctrl+Shift+K")
    assert scene.parts.document.edit.framing.right == pytest.approx(0.5, abs=0.01)
    assert not scene.parts.framing.panel.tools.isVisible()
    wait_for_result(qtbot, scene)
    press(scene, "Escape")
    wait_for_result(qtbot, scene)
    assert part(shown(scene), 0, 0, 1, 0.5) < 0.5, "the border is that of the whole photo, cropped or not"


def test_a_photo_that_is_turned_meanwhile(qtbot: QtBot, scene: MainWindow) -> None:
    press(scene, "Ctrl+R")
    begin(qtbot, scene)
    drag(qtbot, scene, [(0.5, 1 / 12), (0.5, 0.4)])
    press(scene, "Ctrl+R")
    wait_for_result(qtbot, scene)
    click(scene.parts.border.panel.done)
    chosen = picture(scene)
    assert chosen is not None
    assert chosen.turns == 0
    assert chosen.left == pytest.approx(0.4, abs=0.01), (
        "what was above after a turn to the right was on the left"
    )
    assert chosen.top == pytest.approx(1 / 12, abs=0.01)


def test_a_border_is_kept_with_the_photo_and_not_pasted_onto_others(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    first, second = write_print(tmp_path / "one.png"), write_print(tmp_path / "two.png", "coffee")
    window = start(first)
    wait_for_result(qtbot, window)
    unfold(window, "framing")
    qtbot.waitUntil(window.parts.border.adjust.isEnabled)
    begin(qtbot, window)
    drag(qtbot, window, [(0.5, 1 / 12), (0.5, 0.4)])
    click(window.parts.border.panel.done)
    chosen = picture(window)
    press(window, "Ctrl+Alt+C")
    drop(window.parts.stage, QPoint(50, 300), second)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == "two.png")
    press(window, "Ctrl+Alt+V")
    assert picture(window) is None
    window.close()
    window = start(first)
    wait_for_result(qtbot, window)
    assert picture(window) == chosen
