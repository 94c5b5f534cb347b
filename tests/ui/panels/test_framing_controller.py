"""Cropping, straightening and turning: exported, undone, kept, and what the rest of the window shows of it."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.engine.store.look_xmp import read_look
from desktop.ui.main_window.main_window import MainWindow
from tests.support.canvas_steps import begin_crop, drag, framing, light, shown_px, spot
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, press, type_text
from tests.support.window_steps import Start, press_save, unfold, wait_for_gallery, wait_for_result


def test_a_corner_is_dragged_and_the_part_exported_at_full_size(
    qtbot: QtBot, scene: MainWindow, tmp_path: Path
) -> None:
    begin_crop(qtbot, scene)
    drag(qtbot, scene, [(1.0, 1.0), (0.5, 0.5)])
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
    begin_crop(qtbot, scene)
    drag(qtbot, scene, [(0.0, 0.5), (0.3, 0.5)])
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


def test_strokes_stay_on_their_things(qtbot: QtBot, scene: MainWindow) -> None:
    """A region is painted on a cropped and turned photo, and is in the same place of the whole one."""
    click(scene.parts.framing.panel.right_button)
    begin_crop(qtbot, scene)
    drag(qtbot, scene, [(0.0, 0.0), (0.4, 0.5)])
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
    begin_crop(qtbot, scene)
    assert scene.parts.document.aim is None, "the brush is put away while the photo is cropped"


def test_the_gallery_shows_the_part(qtbot: QtBot, scene: MainWindow) -> None:
    wait_for_gallery(qtbot, scene)
    begin_crop(qtbot, scene)
    drag(qtbot, scene, [(1.0, 0.5), (0.4, 0.5)])
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
    begin_crop(qtbot, scene)
    drag(qtbot, scene, [(1.0, 1.0), (0.5, 0.5)])
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


@pytest.mark.parametrize("shortcut", ["Ctrl+K", "Ctrl+Shift+K"])
def test_tab_goes_from_the_photo_to_the_tool_in_use_and_then_on(
    qtbot: QtBot, scene: MainWindow, shortcut: str
) -> None:
    """By keys alone one comes from the frame to what belongs to it, in the order of reading, and back."""
    parts = scene.parts
    scene.activateWindow()
    qtbot.waitUntil(parts.border.adjust.isEnabled)
    parts.stage.canvas.setFocus()
    press(scene, "Tab")
    usually = QApplication.focusWidget()
    press(scene, shortcut)
    assert parts.stage.canvas.hasFocus()
    cropping = shortcut == "Ctrl+K"
    panel, border = parts.framing.panel, parts.border.panel
    wanted = panel.crop_controls if cropping else border.controls
    for control in wanted:
        press(scene, "Tab")
        assert QApplication.focusWidget() is control
    press(scene, "Tab")
    assert QApplication.focusWidget() is usually
    press(scene, "Shift+Tab", times=len(wanted) + 1)
    assert parts.stage.canvas.hasFocus()
    slider = wanted.index(panel.angle.slider if cropping else border.angle.slider)
    press(scene, "Tab", times=slider + 1)
    press(scene, "Right")
    press(scene, "Shift+Tab", times=slider)
    assert QApplication.focusWidget() is wanted[0], "turning the slider changes nothing of that"


@pytest.mark.parametrize("shortcut", ["Ctrl+K", "Ctrl+Shift+K"])
def test_the_button_of_the_tool_has_the_keyboard_when_its_fields_go_away(
    qtbot: QtBot, scene: MainWindow, shortcut: str
) -> None:
    parts = scene.parts
    qtbot.waitUntil(parts.border.adjust.isEnabled)
    press(scene, shortcut)
    crop, border = parts.framing.panel, parts.border.panel
    cancel, button = (
        (crop.cancel, crop.crop_button) if shortcut == "Ctrl+K" else (border.cancel, border.button)
    )
    click(cancel)
    assert not cancel.isVisible()
    assert QApplication.focusWidget() is button


@pytest.mark.parametrize(("field", "accepts"), [("angle", True), ("ratio", True), ("cancel", False)])
def test_enter_accepts_the_crop_from_its_fields_too_and_presses_a_button(
    qtbot: QtBot, scene: MainWindow, field: str, accepts: bool
) -> None:
    panel = scene.parts.framing.panel
    begin_crop(qtbot, scene)
    panel.ratio.setFocus()
    press(scene, "Down", times=2)
    assert panel.tools.isVisible()
    (panel.angle.slider if field == "angle" else getattr(panel, field)).setFocus()
    press(scene, "Return")
    assert not panel.tools.isVisible()
    assert framing(scene).is_whole != accepts


def test_enter_in_the_number_of_degrees_takes_the_number_alone(qtbot: QtBot, scene: MainWindow) -> None:
    panel = scene.parts.framing.panel
    begin_crop(qtbot, scene)
    type_text(panel.angle.number, "3", end="Return")
    assert panel.tools.isVisible()
    assert panel.angle.slider.value() == 30
