"""Every change can be undone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.engine.store.preset_library import Preset, PresetLibrary
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.message_bar import Kind
from tests.support.mouse_and_keys import click, drag_slider, press, type_text
from tests.support.window_steps import (
    child,
    chosen,
    click_preset,
    preset_names,
    wait_for_gallery,
    wait_for_result,
)


@pytest.fixture
def own(window: MainWindow) -> Preset:
    """One preset that the user made."""
    from dataclasses import replace

    made = window.parts.library.add(replace(window.parts.library.presets[0], name="My Own"))
    assert made is not None
    click_preset(window, "My Own")
    window.parts.editing.undo_stack.clear()
    return made


def test_clicking_presets_recolours_and_undo_goes_back(qtbot: QtBot, coloured: MainWindow) -> None:
    first = coloured.parts.stage.canvas.picture.after
    click_preset(coloured, "Red Room")
    wait_for_result(qtbot, coloured)
    second = coloured.parts.stage.canvas.picture.after
    assert chosen(coloured) == "Red Room"
    assert second != first
    press(coloured, "Ctrl+Z")
    wait_for_result(qtbot, coloured)
    assert chosen(coloured) == "Blue Hour"
    assert coloured.parts.stage.canvas.picture.after == first
    press(coloured, "Ctrl+Shift+Z")
    wait_for_result(qtbot, coloured)
    assert coloured.parts.stage.canvas.picture.after == second


def test_amount_is_one_step_a_gesture_and_label_resets(qtbot: QtBot, coloured: MainWindow) -> None:
    slider, full = coloured.parts.adjustments.rows["amount"].slider, coloured.parts.stage.canvas.picture.after
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, 5))
    for x in range(slider.width() // 2, 0, -10):
        qtbot.mouseMove(slider, QPoint(x, 5))
    qtbot.mouseMove(slider, QPoint(-20, 5))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(-20, 5))
    wait_for_result(qtbot, coloured)
    assert coloured.parts.document.amount == 0
    assert coloured.parts.stage.canvas.picture.after == coloured.parts.stage.canvas.picture.before
    qtbot.mouseDClick(coloured.parts.adjustments.rows["amount"].label, Qt.MouseButton.LeftButton)
    wait_for_result(qtbot, coloured)
    assert coloured.parts.document.amount == 1.0
    assert coloured.parts.stage.canvas.picture.after == full
    press(coloured, "Ctrl+Z")
    assert coloured.parts.document.amount == 0
    press(coloured, "Ctrl+Z")
    assert coloured.parts.document.amount == 1.0
    assert not coloured.parts.editing.undo_stack.canUndo()


def test_amount_can_be_typed(qtbot: QtBot, coloured: MainWindow) -> None:
    coloured.parts.adjustments.rows["amount"].number.selectAll()
    QTest.keyClicks(coloured.parts.adjustments.rows["amount"].number, "135")
    QTest.keyClick(coloured.parts.adjustments.rows["amount"].number, Qt.Key.Key_Return)
    assert coloured.parts.document.amount == pytest.approx(1.35)
    assert coloured.parts.adjustments.rows["amount"].slider.value() == 135


def test_amount_does_not_run_the_network(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_for_gallery(qtbot, coloured)
    colorizer = coloured.parts.models.colorizer()
    colorizer.latency_ms = -1.0  # a run would overwrite it
    drag_slider(coloured.parts.adjustments.rows["amount"].slider, 0.6, 0.3)
    wait_for_result(qtbot, coloured)
    assert colorizer.latency_ms == -1.0


@pytest.mark.parametrize(
    ("text", "found"),
    [("green", ["Green Field"]), ("rosa ROT", ["Red Room"]), ("1901", ["Blue Hour"]), ("zzz", [])],
)
def test_search_finds_by_name_painter_and_year(window: MainWindow, text: str, found: list[str]) -> None:
    QTest.keyClicks(window.parts.gallery.search_field, text)
    assert preset_names(window) == found
    assert window.parts.gallery.list.isVisible() == bool(found)


def test_return_in_the_search_field_chooses_the_first(window: MainWindow) -> None:
    QTest.keyClicks(window.parts.gallery.search_field, "green")
    QTest.keyClick(window.parts.gallery.search_field, Qt.Key.Key_Return)
    assert chosen(window) == "Green Field"


def test_own_presets_come_first_and_can_be_renamed(qtbot: QtBot, window: MainWindow, own: Preset) -> None:
    assert preset_names(window)[0] == "My Own"
    press(window, "F2")
    type_text(child(child(window, QInputDialog), QLineEdit), "Mine, renamed", end="Return")
    assert chosen(window) == "Mine, renamed"
    assert PresetLibrary().get("mine-renamed").embedding == own.embedding
    press(window, "Ctrl+Z")
    assert preset_names(window)[0] == chosen(window) == "My Own"


@pytest.mark.parametrize(("name", "reason"), [("Red Room", "already"), ("---", "letter")])
def test_names_that_cannot_be_are_refused(window: MainWindow, own: Preset, name: str, reason: str) -> None:
    press(window, "F2")
    type_text(child(child(window, QInputDialog), QLineEdit), name, end="Return")
    assert reason in window.parts.stage.messages.text
    assert window.parts.stage.messages.kind is Kind.ERROR
    assert "My Own" in preset_names(window)
    assert not window.parts.editing.undo_stack.canUndo()


def test_deleted_preset_comes_back_by_the_button_in_the_message(
    qtbot: QtBot, window: MainWindow, own: Preset
) -> None:
    press(window, "Del")
    assert "My Own" not in preset_names(window)
    qtbot.mouseClick(window.parts.stage.messages.button, Qt.MouseButton.LeftButton)
    assert "My Own" in preset_names(window)
    assert PresetLibrary().get("My Own") == own


def test_shipped_presets_cannot_be_renamed_or_deleted(window: MainWindow) -> None:
    assert chosen(window) == "Blue Hour"
    assert not window.parts.actions.rename.isEnabled()
    assert not window.parts.actions.delete.isEnabled()


def test_undo_in_a_field_is_the_fields_own_only_when_something_was_typed(
    qtbot: QtBot, coloured: MainWindow
) -> None:
    click_preset(coloured, "Red Room")
    click(coloured.parts.gallery.search_field)
    press(coloured, "Ctrl+Z")
    assert chosen(coloured) == "Blue Hour"
    press(coloured, "Ctrl+Shift+Z")
    assert chosen(coloured) == "Red Room"
    type_text(coloured.parts.gallery.search_field, "g")
    press(coloured, "Ctrl+Z")
    assert (coloured.parts.gallery.search_field.text(), chosen(coloured)) == ("", "Red Room")
    amount = coloured.parts.adjustments.rows["amount"].number
    type_text(amount, "40", end="Return")
    assert coloured.parts.document.amount == pytest.approx(0.4)
    press(coloured, "Ctrl+Z")
    assert (coloured.parts.document.amount, amount.value()) == (1.0, 100)
