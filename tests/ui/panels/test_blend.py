"""Up to four presets are mixed on a pad, by mouse and by keys, and each drag can be undone at once."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.engine.edits.blend import Blend
from desktop.engine.edits.preset import write_preset
from desktop.ui.base.dropped_data import OWN_RESULT
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.blend_pad_geometry import even, point_of, weights_at
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from tests.support.drag_and_drop import drop, files_mime
from tests.support.mouse_and_keys import press
from tests.support.window_steps import click_preset, wait_for_result

points = st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))


@given(points, st.integers(1, 4))
def test_weights_are_shares_and_have_one_place(point: tuple[float, float], count: int) -> None:
    weights = weights_at(point, count)
    assert len(weights) == count
    assert min(weights) >= 0
    assert sum(weights) == pytest.approx(1)
    assert weights_at(point_of(weights), count) == pytest.approx(weights, abs=1e-9)


def test_corners_are_one_preset_and_the_middle_is_all() -> None:
    for corner, point in enumerate([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]):
        assert weights_at(point, 4)[corner] == 1
        assert corner == 3 or weights_at(point, 3)[corner] == 1
    assert weights_at((0.5, 0.5), 4) == even(4)
    assert weights_at((0.25, 0.9), 2) == (0.75, 0.25)


def blend(window: MainWindow) -> Blend:
    assert window.parts.document.edit.blend is not None
    return window.parts.document.edit.blend


def weights(window: MainWindow) -> list[float]:
    return [corner.weight for corner in blend(window).corners]


def unfold(window: MainWindow) -> None:
    section = next(
        part for part in window.parts.side_panel.findChildren(CollapsibleSection) if part.key == "blend"
    )
    QTest.keyClick(section.header, Qt.Key.Key_Space)
    QApplication.processEvents()  # lays out what has just come into sight


def take(window: MainWindow, corner: int, name: str) -> None:
    """Choose a preset for a corner by typing its name, or none with the Home key."""
    box = window.parts.blend.boxes[corner]
    box.setFocus()
    if name == "None":
        QTest.keyClick(box, Qt.Key.Key_Home)
    else:
        QTest.keyClicks(box, name)


@pytest.fixture
def mixed(qtbot: QtBot, coloured: MainWindow) -> MainWindow:
    """All three presets at the corners, in equal parts."""
    unfold(coloured)
    take(coloured, 1, "Green")
    take(coloured, 2, "Red")
    wait_for_result(qtbot, coloured)
    return coloured


def test_presets_are_put_at_the_corners_one_after_the_other(qtbot: QtBot, coloured: MainWindow) -> None:
    unfold(coloured)
    first = coloured.parts.stage.canvas.picture.after
    assert [box.isEnabled() for box in coloured.parts.blend.boxes] == [True, True, False, False]
    assert not coloured.parts.blend.pad.isEnabled()
    take(coloured, 1, "Green")
    assert weights(coloured) == [0.5, 0.5]
    assert coloured.parts.blend.boxes[1].currentText() == "Green Field"
    assert [share.text() for share in coloured.parts.blend.shares] == ["50 %", "50 %", "", ""]
    wait_for_result(qtbot, coloured)
    assert coloured.parts.stage.canvas.picture.after != first
    take(coloured, 2, "Red")
    assert weights(coloured) == pytest.approx([1 / 3] * 3)
    assert [box.isEnabled() for box in coloured.parts.blend.boxes] == [True] * 4
    take(coloured, 1, "None")
    assert [preset.name for preset in blend(coloured).presets] == ["Blue Hour", "Red Room"]
    assert weights(coloured) == [0.5, 0.5]
    for _ in range(3):
        press(coloured, "Ctrl+Z")
    assert blend(coloured).is_plain
    wait_for_result(qtbot, coloured)
    assert coloured.parts.stage.canvas.picture.after == first


def test_a_run_of_arrow_keys_through_a_list_is_one_step(qtbot: QtBot, coloured: MainWindow) -> None:
    unfold(coloured)
    box, stack = coloured.parts.blend.boxes[1], coloured.parts.editing.undo_stack
    steps = stack.count()
    box.setFocus()
    press(box, "Down", times=3)
    assert box.currentText() == "Red Room"
    assert stack.count() == steps + 1
    assert "Red Room" in stack.undoText()
    press(box, "Home")
    assert stack.count() == steps, "back to none: nothing was done"
    press(box, "Down")
    press(box, "Tab")
    press(box, "Shift+Tab")
    press(box, "Down")
    assert stack.count() == steps + 2, "who comes back to a list begins another step"
    press(coloured, "Ctrl+Z")
    wait_for_result(qtbot, coloured)
    assert [preset.name for preset in blend(coloured).presets] == ["Blue Hour", "Blue Hour"]


def test_the_last_preset_cannot_be_taken_out(coloured: MainWindow) -> None:
    unfold(coloured)
    take(coloured, 0, "None")
    assert coloured.parts.blend.boxes[0].currentText() == blend(coloured).name == "Blue Hour"
    assert not coloured.parts.editing.undo_stack.canUndo()


def test_dragging_the_point_is_one_step_and_the_picture_follows(qtbot: QtBot, mixed: MainWindow) -> None:
    pad, steps = mixed.parts.blend.pad, mixed.parts.editing.undo_stack.count()
    before = mixed.parts.stage.canvas.picture.after
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=pad.place().toPoint())
    for x in range(int(pad.place().x()), pad.width(), 10):
        qtbot.mouseMove(pad, QPoint(x, 2))
    assert weights(mixed)[1] > 0.9
    qtbot.waitUntil(lambda: mixed.parts.stage.canvas.picture.after != before)  # before the button is let go
    qtbot.mouseMove(pad, QPoint(pad.width() + 50, -20))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(pad.width() + 50, -20))
    assert weights(mixed) == [0, 1, 0]
    assert len(blend(mixed).presets) == 3
    assert "Green Field" in mixed.parts.editing.undo_stack.undoText()
    assert mixed.parts.editing.undo_stack.count() == steps + 1
    press(mixed, "Ctrl+Z")
    assert weights(mixed) == pytest.approx([1 / 3] * 3)
    wait_for_result(qtbot, mixed)
    assert mixed.parts.stage.canvas.picture.after == before


def test_the_mixture_is_between_its_presets(qtbot: QtBot, mixed: MainWindow) -> None:
    wanted = np.mean([preset.embedding for preset in mixed.parts.library.presets], axis=0)
    assert blend(mixed).embedding == pytest.approx(wanted, abs=1e-6)


def test_arrow_keys_move_the_point_in_one_step(mixed: MainWindow) -> None:
    pad, steps = mixed.parts.blend.pad, mixed.parts.editing.undo_stack.count()
    pad.setFocus()
    for _ in range(3):
        QTest.keyClick(pad, Qt.Key.Key_Left)
    QTest.keyClick(pad, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert weights(mixed)[1] == pytest.approx(1 / 3 - 0.06)
    assert weights(mixed)[2] == pytest.approx(1 / 3 - 0.1)
    assert mixed.parts.editing.undo_stack.count() == steps + 1
    assert "Blue Hour" in pad.accessibleDescription()


def test_a_preset_is_dropped_on_the_pad_or_on_a_corner(coloured: MainWindow, tmp_path: Path) -> None:
    unfold(coloured)
    pad = coloured.parts.blend.pad.geometry().center()
    dragged = files_mime(tmp_path / "red-room.tintype")
    dragged.setData(OWN_RESULT, b"")  # as the gallery marks what is dragged out of it
    drop(coloured.parts.blend, pad, dragged)
    assert [preset.name for preset in blend(coloured).presets] == ["Blue Hour", "Red Room"]
    drop(
        coloured.parts.blend,
        coloured.parts.blend.boxes[0].geometry().center(),
        tmp_path / "green-field.tintype",
    )
    assert [preset.name for preset in blend(coloured).presets] == ["Green Field", "Red Room"]
    for _ in range(2):
        drop(coloured.parts.blend, pad, tmp_path / "blue-hour.tintype")
    assert len(blend(coloured).presets) == 4
    lower_right = coloured.parts.blend.pad.geometry().bottomRight() - QPoint(5, 5)
    drop(coloured.parts.blend, lower_right, tmp_path / "red-room.tintype")
    assert [preset.name for preset in blend(coloured).presets][2:] == ["Blue Hour", "Red Room"]
    assert coloured.parts.editing.undo_stack.count() == 5


def test_a_preset_that_is_not_in_the_gallery_is_left_to_the_window(
    qtbot: QtBot, coloured: MainWindow, tmp_path: Path
) -> None:
    unfold(coloured)
    file = write_preset(
        replace(coloured.parts.library.presets[0], name="Strange"), tmp_path / "strange.tintype"
    )
    with qtbot.assertNotEmitted(coloured.parts.blend.chosen):
        drop(coloured.parts.blend, QPoint(9, 9), file)
    qtbot.waitUntil(lambda: coloured.parts.library.find("Strange") is not None)


def test_the_gallery_chooses_one_preset_again(mixed: MainWindow) -> None:
    click_preset(mixed, "Red Room")
    assert blend(mixed).is_plain
    assert mixed.parts.blend.boxes[0].currentText() == "Red Room"
    assert not mixed.parts.blend.pad.isEnabled()
    press(mixed, "Ctrl+Z")
    assert [box.currentText() for box in mixed.parts.blend.boxes] == [
        "Blue Hour",
        "Green Field",
        "Red Room",
        "None",
    ]


def test_everything_has_a_name(window: MainWindow) -> None:
    names = {box.accessibleName() for box in window.parts.blend.boxes} | {
        window.parts.blend.pad.accessibleName()
    }
    assert len(names) == 5
    assert all(names)
