"""The adjustments are turned by mouse, keys and numbers, one step a gesture, and all of it can be undone."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.engine.colour.spaces import hex_to_ab
from desktop.engine.edits.adjustments import NEUTRAL, RANGES, Adjustments
from desktop.engine.imaging.painting import make_copy
from desktop.engine.store.look_xmp import read_look
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.image_colour_picker import MAX_HEIGHT_PX
from tests.support.mouse_and_keys import click, press
from tests.support.window_steps import Start, click_preset, press_save, wait_for_result


def adjustments(window: MainWindow) -> Adjustments:
    return window.parts.document.edit.adjustments


def drag(qtbot: QtBot, slider: QWidget, start: float, stop: float) -> None:
    """Press at a share of the width, move in ten steps, let go."""
    places = [
        QPoint(round(slider.width() * share), slider.height() // 2) for share in np.linspace(start, stop, 10)
    ]
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(slider, place)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=places[-1])


def unfold(window: MainWindow) -> None:
    QTest.keyClick(window.parts.adjustments.more.header, Qt.Key.Key_Space)
    QApplication.processEvents()  # lays out what has just come into sight


def test_three_sliders_are_in_sight_and_the_others_behind_a_fold(window: MainWindow) -> None:
    seen = {name for name, row in window.parts.adjustments.rows.items() if row.slider.isVisible()}
    assert seen == {"amount", "colourfulness", "warmth"}
    unfold(window)
    assert all(row.slider.isVisible() for row in window.parts.adjustments.rows.values())
    assert set(window.parts.adjustments.rows) == set(RANGES) - {"pull_a", "pull_b"}


@pytest.mark.parametrize("name", ["colourfulness", "warmth", "tint", "shadows", "highlights", "hue"])
def test_every_slider_changes_the_picture_and_comes_back(
    qtbot: QtBot, coloured: MainWindow, name: str
) -> None:
    unfold(coloured)
    row, before = coloured.parts.adjustments.rows[name], coloured.parts.stage.canvas.picture.after
    drag(qtbot, row.slider, 0.5, 0.98)
    wait_for_result(qtbot, coloured)
    assert getattr(adjustments(coloured), name) > 0.8 * RANGES[name][1]
    assert coloured.parts.stage.canvas.picture.after != before
    assert coloured.parts.editing.undo_stack.count() == 1
    assert row.number.text() in coloured.parts.editing.undo_stack.undoText()
    press(coloured, "Ctrl+Z")
    wait_for_result(qtbot, coloured)
    assert adjustments(coloured) == Adjustments()
    assert row.slider.value() == row.number.value() == 0
    assert coloured.parts.stage.canvas.picture.after == before


def test_double_click_on_the_name_resets_in_a_step_of_its_own(qtbot: QtBot, coloured: MainWindow) -> None:
    row = coloured.parts.adjustments.rows["warmth"]
    drag(qtbot, row.slider, 0.5, 0.2)
    turned = adjustments(coloured).warmth
    assert turned < -0.4
    qtbot.mouseDClick(row.label, Qt.MouseButton.LeftButton)
    assert adjustments(coloured).warmth == NEUTRAL["warmth"]
    press(coloured, "Ctrl+Z")
    assert adjustments(coloured).warmth == turned
    row.slider.setFocus()
    QTest.keyClick(row.slider, Qt.Key.Key_Backspace)  # the same without a mouse
    assert adjustments(coloured).warmth == NEUTRAL["warmth"]
    press(coloured, "Ctrl+Z")
    assert adjustments(coloured).warmth == turned
    assert coloured.parts.editing.undo_stack.canUndo()


def test_numbers_are_typed_and_held_within_the_range(coloured: MainWindow) -> None:
    unfold(coloured)
    for name, typed, value in (("warmth", "-35", -0.35), ("hue", "120", 120.0), ("tint", "7", 0.07)):
        number = coloured.parts.adjustments.rows[name].number
        number.selectAll()
        QTest.keyClicks(number, typed)
        QTest.keyClick(number, Qt.Key.Key_Return)
        assert getattr(adjustments(coloured), name) == pytest.approx(value)
    assert coloured.parts.editing.undo_stack.count() == 3
    number.selectAll()
    QTest.keyClicks(number, "999")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert adjustments(coloured).tint <= 1


def test_there_is_room_for_every_number(window: MainWindow) -> None:
    unfold(window)
    for row in window.parts.adjustments.rows.values():
        field, scale = row.number.lineEdit(), row.scale
        for value in (scale.least, scale.most):
            row.show_value(value)
            needed = field.fontMetrics().horizontalAdvance(row.text)
            assert needed + 2 * field.textMargins().left() <= field.width(), row.text


def test_a_run_of_keys_is_one_step_and_does_not_join_a_drag(qtbot: QtBot, coloured: MainWindow) -> None:
    slider = coloured.parts.adjustments.rows["colourfulness"].slider
    drag(qtbot, slider, 0.5, 0.6)
    dragged = adjustments(coloured).colourfulness
    slider.setFocus()
    for _ in range(5):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert adjustments(coloured).colourfulness == pytest.approx(dragged + 0.15)
    assert coloured.parts.editing.undo_stack.count() == 2
    press(coloured, "Ctrl+Z")
    assert adjustments(coloured).colourfulness == dragged


def test_scrolling_past_a_slider_turns_nothing(window: MainWindow) -> None:
    slider = window.parts.adjustments.rows["warmth"].slider
    window.parts.gallery.search_field.setFocus()
    middle = slider.rect().center().toPointF()
    arguments = (QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    wheel = QWheelEvent(middle, slider.mapToGlobal(middle), *arguments, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(slider, wheel)
    assert adjustments(window) == Adjustments()


def test_reset_all_is_one_step(qtbot: QtBot, coloured: MainWindow) -> None:
    assert not coloured.parts.adjustments.reset_button.isEnabled()
    drag(qtbot, coloured.parts.adjustments.rows["amount"].slider, 0.5, 0.2)
    drag(qtbot, coloured.parts.adjustments.rows["warmth"].slider, 0.5, 0.9)
    turned = adjustments(coloured)
    qtbot.mouseClick(coloured.parts.adjustments.reset_button, Qt.MouseButton.LeftButton)
    assert adjustments(coloured) == Adjustments()
    press(coloured, "Ctrl+Z")
    assert adjustments(coloured) == turned


def test_the_result_is_pulled_towards_a_colour_of_the_palette(qtbot: QtBot, coloured: MainWindow) -> None:
    unfold(coloured)
    before, box = coloured.parts.stage.canvas.picture.after, coloured.parts.adjustments.pull_box
    assert not box.strength.slider.isEnabled()
    swatch = box.choice.swatches.buttons[0]
    assert swatch.colour in swatch.accessibleName()
    qtbot.mouseClick(swatch, Qt.MouseButton.LeftButton)
    turned = adjustments(coloured)
    assert (turned.pull_a, turned.pull_b) == hex_to_ab(swatch.colour)
    assert turned.pull == 0.5
    assert swatch.isChecked()
    wait_for_result(qtbot, coloured)
    pulled = coloured.parts.stage.canvas.picture.after
    box.strength.slider.setFocus()
    QTest.keyClick(box.strength.slider, Qt.Key.Key_End)
    assert adjustments(coloured).pull == 1.0
    wait_for_result(qtbot, coloured)
    assert coloured.parts.stage.canvas.picture.after not in (pulled, before)
    qtbot.mouseClick(box.choice.clear, Qt.MouseButton.LeftButton)
    assert adjustments(coloured) == Adjustments()
    assert not box.choice.clear.isEnabled()
    wait_for_result(qtbot, coloured)
    assert coloured.parts.stage.canvas.picture.after == before
    assert coloured.parts.editing.undo_stack.count() == 3


def test_any_other_colour_can_be_picked_and_is_shown(qtbot: QtBot, coloured: MainWindow) -> None:
    unfold(coloured)
    box = coloured.parts.adjustments.pull_box
    shown = len(box.choice.swatches.buttons)
    click(box.choice.other)
    assert box.choice.dialog is not None
    qtbot.waitUntil(box.choice.dialog.isActiveWindow)
    box.choice.dialog.setCurrentColor(QColor("#c05020"))
    press(box.choice.dialog, "Return")
    assert box.choice.dialog is None
    turned = adjustments(coloured)
    assert (turned.pull_a, turned.pull_b) == pytest.approx(hex_to_ab("#c05020"))
    assert len(box.choice.swatches.buttons) == shown + 1
    assert box.choice.swatches.buttons[-1].isChecked()
    first = box.choice.swatches.buttons[0]
    with qtbot.waitActive(coloured):  # the dialog had the keyboard
        coloured.activateWindow()
    first.setFocus()
    press(first, "Space")
    assert len(box.choice.swatches.buttons) == shown
    assert first.hasFocus()
    assert first.isChecked()


@pytest.fixture
def painted(qtbot: QtBot, coloured: MainWindow) -> MainWindow:
    """A preset of the person's own is chosen, whose painting is red to the left and blue to the right."""
    painting = np.zeros((60, 120, 3), np.uint8)
    painting[:, :60, 0] = painting[:, 60:, 2] = 200
    preset = replace(coloured.parts.library.presets[0], name="My own")
    coloured.parts.library._library.add(preset, make_copy(painting))
    coloured.parts.library._reload()
    unfold(coloured)
    click_preset(coloured, "My own")
    qtbot.waitUntil(coloured.parts.adjustments.pull_box.choice.picker.isVisible)
    QApplication.processEvents()
    coloured.parts.editing.undo_stack.clear()
    return coloured


def test_a_colour_is_picked_out_of_the_painting_in_one_step(qtbot: QtBot, painted: MainWindow) -> None:
    picker = painted.parts.adjustments.pull_box.choice.picker
    left, right = QPoint(20, 40), QPoint(round(MAX_HEIGHT_PX * 1.5), 40)
    qtbot.mousePress(picker, Qt.MouseButton.LeftButton, pos=left)
    assert (adjustments(painted).pull_a, adjustments(painted).pull_b) == pytest.approx(
        hex_to_ab("#c80000"), abs=3
    )
    qtbot.mouseMove(picker, right)
    qtbot.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=right)
    turned = adjustments(painted)
    assert (turned.pull_a, turned.pull_b) == pytest.approx(hex_to_ab("#0000c8"), abs=3)
    assert painted.parts.editing.undo_stack.count() == 1
    picker.setFocus()
    for _ in range(20):
        QTest.keyClick(picker, Qt.Key.Key_Left)
    assert (adjustments(painted).pull_a, adjustments(painted).pull_b) == pytest.approx(
        hex_to_ab("#c80000"), abs=3
    )
    assert painted.parts.editing.undo_stack.count() == 2


def test_there_is_no_pipette_where_no_painting_is_kept(painted: MainWindow) -> None:
    picker = painted.parts.adjustments.pull_box.choice.picker
    click_preset(painted, "Red Room")
    assert not picker.isVisible()


def test_the_fold_is_remembered(qtbot: QtBot, window: MainWindow, start: Start) -> None:
    unfold(window)
    again = start()
    assert again.parts.adjustments.more.header.isChecked()


def test_what_was_turned_is_in_the_saved_look(qtbot: QtBot, coloured: MainWindow, photo_file: Path) -> None:
    drag(qtbot, coloured.parts.adjustments.rows["warmth"].slider, 0.5, 0.7)
    with qtbot.waitSignal(coloured.parts.saver.saved) as saved:
        press_save(coloured)
    assert read_look(saved.args[0]).edit.adjustments == adjustments(coloured)


def test_everything_has_a_name_and_is_reached_by_keys(window: MainWindow) -> None:
    unfold(window)
    for row in window.parts.adjustments.rows.values():
        assert row.slider.accessibleName()
        assert row.number.accessibleName()
        assert row.slider.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert row.number.focusPolicy() & Qt.FocusPolicy.TabFocus
    box = window.parts.adjustments.pull_box
    for button in (
        *box.choice.swatches.buttons,
        box.choice.other,
        window.parts.adjustments.more.header,
        window.parts.adjustments.reset_button,
    ):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
