"""Colours are pulled towards one: of the palette, any other, or out of the painting."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.engine.colour.spaces import hex_to_ab
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.imaging.painting import make_copy
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.image_colour_picker import MAX_HEIGHT_PX
from tests.support.adjustments import adjustments, unfold
from tests.support.mouse_and_keys import click, press
from tests.support.window_steps import click_preset, wait_for_result


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
    """A preset of the user's own is chosen, whose painting is red to the left and blue to the right."""
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
