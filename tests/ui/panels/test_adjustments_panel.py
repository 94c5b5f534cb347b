"""The adjustments are turned by mouse, keys and numbers, one step a gesture, and all of it can be undone."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.engine.edits.adjustments import NEUTRAL, RANGES, Adjustments
from desktop.engine.store.look_xmp import read_look
from desktop.ui.main_window.main_window import MainWindow
from tests.support.adjustments import adjustments, unfold
from tests.support.mouse_and_keys import press
from tests.support.window_steps import Start, press_save, wait_for_result


def drag(qtbot: QtBot, slider: QWidget, start: float, stop: float) -> None:
    """Press at a share of the width, move in ten steps, let go."""
    places = [
        QPoint(round(slider.width() * share), slider.height() // 2) for share in np.linspace(start, stop, 10)
    ]
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(slider, place)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=places[-1])


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
