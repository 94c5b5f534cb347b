"""A colour for a place: clicked on the photo, chosen from the painting or in a dialog, kept in the result."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.engine.colour.spaces import hex_to_ab
from desktop.engine.store.look_xmp import read_look
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, press, type_text
from tests.support.window_steps import child, click_preset, press_save, unfold, wait_for_result


@pytest.fixture
def coat(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """A dark coat to the left, a bright wall to the right, coloured blue; the section of local presets unfolded."""
    grain = np.random.default_rng(2).normal(0, 2.0, (600, 900))
    values = np.where(np.arange(900) < 450, 90, 170) + grain
    path = tmp_path / "coat.png"
    Image.fromarray(np.clip(np.rint(values), 0, 255).astype(np.uint8)).save(path)
    drop(window.parts.stage, QPoint(50, 300), path)
    wait_for_result(qtbot, window)
    click_preset(window, "Blue Hour")
    wait_for_result(qtbot, window)
    unfold(window, "local")
    return window


def begin(qtbot: QtBot, window: MainWindow) -> None:
    click(window.parts.regions_panel.add_colour_button)
    qtbot.waitUntil(lambda: window.parts.regions.brush.ready and not window.parts.regions.busy)
    type_text(window.parts.regions_panel.size_row.number, "20", end="Return")


def dab(qtbot: QtBot, window: MainWindow, x: float, y: float) -> None:
    """Click on a place, which is given by shares of the photo's width and height."""
    canvas = window.parts.stage.canvas
    assert canvas.viewport is not None
    target = canvas.viewport.target()
    click(canvas, QPointF(target.x() + x * target.width(), target.y() + y * target.height()).toPoint())
    qtbot.waitUntil(lambda: not window.parts.regions.busy)
    wait_for_result(qtbot, window)


def colour(window: MainWindow, x: float, y: float) -> QColor:
    after = window.parts.stage.canvas.picture.after
    assert after is not None
    return after.pixelColor(int(x * after.width()), int(y * after.height()))


def is_green(color: QColor) -> bool:
    return color.green() > color.red() + 8 and color.green() > color.blue() + 8


def choose_other(window: MainWindow, text: str) -> None:
    """Type a colour into the dialog, and take it."""
    choice = window.parts.regions_panel.colour
    click(choice.other)
    assert choice.dialog is not None
    choice.dialog.setCurrentColor(QColor(text))
    buttons = child(choice.dialog, QDialogButtonBox)
    click(buttons.button(QDialogButtonBox.StandardButton.Ok))


def test_a_click_colours_a_thing_in_the_colour_that_was_chosen(qtbot: QtBot, coat: MainWindow) -> None:
    begin(qtbot, coat)
    panel, document = coat.parts.regions_panel, coat.parts.document
    preset = document.preset
    assert preset is not None
    assert document.edit.regions[0].colour == hex_to_ab(preset.palette[0])
    dab(qtbot, coat, 0.4, 0.5)
    choose_other(coat, "#3f7a3a")
    wait_for_result(qtbot, coat)
    assert is_green(colour(coat, 0.4, 0.5))
    assert is_green(colour(coat, 0.48, 0.5))
    assert not is_green(colour(coat, 0.53, 0.5))  # the dab reached far over the edge
    assert not is_green(colour(coat, 0.4, 0.02))
    assert panel.rows[0].name.text().endswith("One colour")
    assert panel.colour.swatches.buttons[-1].isChecked()
    before = document.edit
    press(coat, "Ctrl+Z")
    assert document.edit.regions[0].colour == hex_to_ab(preset.palette[0])
    press(coat, "Ctrl+Shift+Z")
    assert document.edit == before


def test_swatches_are_the_paintings_and_a_preset_takes_the_colours_place(
    qtbot: QtBot, coat: MainWindow
) -> None:
    begin(qtbot, coat)
    dab(qtbot, coat, 0.3, 0.5)
    choice, document = coat.parts.regions_panel.colour, coat.parts.document
    assert document.preset is not None
    offered = dict.fromkeys(document.preset.palette)
    assert [button.colour for button in choice.swatches.buttons] == list(offered)
    choose_other(coat, "#3f7a3a")
    assert [button.colour for button in choice.swatches.buttons[: len(offered)]] == list(offered)
    assert choice.swatches.buttons[-1].isChecked()
    click(choice.swatches.buttons[0])
    assert document.edit.regions[0].colour == hex_to_ab(document.preset.palette[0])
    assert choice.swatches.buttons[0].isChecked()
    click_preset(coat, "Red Room")
    region = document.edit.regions[0]
    assert region.colour is None
    assert region.blend is not None
    assert region.blend.name == "Red Room"
    click(choice.swatches.buttons[0])
    click(choice.clear)
    region = document.edit.regions[0]
    assert (region.colour, region.blend) == (None, None)


def test_without_a_mouse(qtbot: QtBot, coat: MainWindow) -> None:
    panel, canvas = coat.parts.regions_panel, coat.parts.stage.canvas
    panel.add_colour_button.setFocus()
    press(panel.add_colour_button, "Space")
    qtbot.waitUntil(lambda: coat.parts.regions.brush.ready and not coat.parts.regions.busy)
    canvas.setFocus()
    press(canvas, "Left", times=3)
    press(canvas, "Return")
    assert len(coat.parts.document.edit.regions[0].strokes) == 1
    choose_other(coat, "#3f7a3a")
    panel.colour.swatches.buttons[0].setFocus()
    press(panel.colour.swatches.buttons[0], "Space")
    preset = coat.parts.document.preset
    assert preset is not None
    assert coat.parts.document.edit.regions[0].colour == hex_to_ab(preset.palette[0])


def test_the_result_keeps_the_colour(qtbot: QtBot, coat: MainWindow) -> None:
    begin(qtbot, coat)
    dab(qtbot, coat, 0.3, 0.5)
    choose_other(coat, "#3f7a3a")
    wait_for_result(qtbot, coat)
    with qtbot.waitSignal(coat.parts.saver.saved) as saved:
        press_save(coat)
    assert read_look(saved.args[0]).edit.regions == coat.parts.document.edit.regions
