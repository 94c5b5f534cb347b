"""A colour for a place: clicked on the photo, chosen from the painting or in a dialog, kept in the result."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.engine.colour.spaces import hex_to_ab
from desktop.engine.store.look_xmp import read_look
from desktop.ui.main_window.main_window import MainWindow
from tests.support.canvas_steps import colour, dab, wait_for_brush
from tests.support.mouse_and_keys import click, press, type_text
from tests.support.window_steps import child, click_preset, press_save, wait_for_result


def begin(qtbot: QtBot, window: MainWindow) -> None:
    click(window.parts.regions_panel.add_colour_button)
    wait_for_brush(qtbot, window)
    type_text(window.parts.regions_panel.size_row.number, "20", end="Return")


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


def test_a_click_colours_a_thing_in_the_colour_that_was_chosen(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
    panel, document = halves.parts.regions_panel, halves.parts.document
    preset = document.preset
    assert preset is not None
    assert document.edit.regions[0].colour == hex_to_ab(preset.palette[0])
    dab(qtbot, halves, 0.4, 0.5)
    choose_other(halves, "#3f7a3a")
    wait_for_result(qtbot, halves)
    assert is_green(colour(halves, 0.4, 0.5))
    assert is_green(colour(halves, 0.48, 0.5))
    assert not is_green(colour(halves, 0.53, 0.5))  # the dab reached far over the edge
    assert not is_green(colour(halves, 0.4, 0.02))
    assert panel.rows[0].name.text().endswith("One colour")
    assert panel.colour.swatches.buttons[-1].isChecked()
    before = document.edit
    press(halves, "Ctrl+Z")
    assert document.edit.regions[0].colour == hex_to_ab(preset.palette[0])
    press(halves, "Ctrl+Shift+Z")
    assert document.edit == before


def test_swatches_are_the_paintings_and_a_preset_takes_the_colours_place(
    qtbot: QtBot, halves: MainWindow
) -> None:
    begin(qtbot, halves)
    dab(qtbot, halves, 0.3, 0.5)
    choice, document = halves.parts.regions_panel.colour, halves.parts.document
    assert document.preset is not None
    offered = dict.fromkeys(document.preset.palette)
    assert [button.colour for button in choice.swatches.buttons] == list(offered)
    choose_other(halves, "#3f7a3a")
    assert [button.colour for button in choice.swatches.buttons[: len(offered)]] == list(offered)
    assert choice.swatches.buttons[-1].isChecked()
    click(choice.swatches.buttons[0])
    assert document.edit.regions[0].colour == hex_to_ab(document.preset.palette[0])
    assert choice.swatches.buttons[0].isChecked()
    click_preset(halves, "Red Room")
    region = document.edit.regions[0]
    assert region.colour is None
    assert region.blend is not None
    assert region.blend.name == "Red Room"
    click(choice.swatches.buttons[0])
    click(choice.clear)
    region = document.edit.regions[0]
    assert (region.colour, region.blend) == (None, None)


def test_without_a_mouse(qtbot: QtBot, halves: MainWindow) -> None:
    panel, canvas = halves.parts.regions_panel, halves.parts.stage.canvas
    panel.add_colour_button.setFocus()
    press(panel.add_colour_button, "Space")
    wait_for_brush(qtbot, halves)
    canvas.setFocus()
    press(canvas, "Left", times=3)
    press(canvas, "Return")
    assert len(halves.parts.document.edit.regions[0].strokes) == 1
    choose_other(halves, "#3f7a3a")
    panel.colour.swatches.buttons[0].setFocus()
    press(panel.colour.swatches.buttons[0], "Space")
    preset = halves.parts.document.preset
    assert preset is not None
    assert halves.parts.document.edit.regions[0].colour == hex_to_ab(preset.palette[0])


def test_the_result_keeps_the_colour(qtbot: QtBot, halves: MainWindow) -> None:
    begin(qtbot, halves)
    dab(qtbot, halves, 0.3, 0.5)
    choose_other(halves, "#3f7a3a")
    wait_for_result(qtbot, halves)
    with qtbot.waitSignal(halves.parts.saver.saved) as saved:
        press_save(halves)
    assert read_look(saved.args[0]).edit.regions == halves.parts.document.edit.regions


def test_tab_goes_from_the_photo_to_the_brush_in_use_before_the_gallery(
    qtbot: QtBot, halves: MainWindow
) -> None:
    """By keys alone a colour is added, set down and chosen, with no way through the presets in between."""
    parts = halves.parts
    panel, canvas = parts.regions_panel, parts.stage.canvas
    halves.activateWindow()
    canvas.setFocus()
    press(halves, "Tab")
    usually = QApplication.focusWidget()
    panel.add_colour_button.setFocus()
    press(halves, "Space")
    wait_for_brush(qtbot, halves)
    assert canvas.hasFocus()
    press(halves, "Return")
    other, clear, *rest = panel.brush_controls
    for control in (other, clear, *panel.colour.swatches.buttons, *rest):
        press(halves, "Tab")
        assert QApplication.focusWidget() is control
    press(halves, "Tab")
    assert QApplication.focusWidget() is usually
    assert parts.document.edit.regions[0].strokes
    panel.colour.swatches.buttons[0].setFocus()
    press(halves, "Esc")
    assert canvas.hasFocus(), "not on what happens to follow the swatch that is hidden now"
    press(halves, "Tab")
    assert QApplication.focusWidget() is usually
