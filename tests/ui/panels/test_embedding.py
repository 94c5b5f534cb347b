"""The numbers of an embedding and the main axes of all presets are turned by hand, and the picture follows."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.engine.edits.blend import Blend
from desktop.engine.edits.principal_axes import Trait
from desktop.engine.store.preset_library import Preset
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.panels.embedding_view import EmbeddingView
from desktop.ui.widgets.histogram_slider import STEPS
from tests.support.mouse_and_keys import press
from tests.support.window_steps import child, click_preset, wait_for_result

CTRL = Qt.KeyboardModifier.ControlModifier
WARM = ("#205080", "#406080", "#707070", "#a08060", "#c08040")


def blend(window: MainWindow) -> Blend:
    assert window.parts.document.edit.blend is not None
    return window.parts.document.edit.blend


def shelved(window: MainWindow) -> None:
    """More presets, along a line from cold to warm."""
    first = window.parts.library.presets[0]
    for place, colour in enumerate(WARM):
        numbers = np.array(first.embedding) + (place - 2) * np.eye(len(first.embedding))[5]
        made = replace(first, name=f"Step {place}", embedding=tuple(numbers.tolist()), palette=(colour,) * 5)
        assert window.parts.library.add(made) is not None


@pytest.fixture
def view(qtbot: QtBot, coloured: MainWindow) -> Iterator[EmbeddingView]:
    """The view, open, with everything in it."""
    shelved(coloured)
    press(coloured, "Ctrl+L")
    assert coloured.parts.embedding.view is not None
    qtbot.waitUntil(lambda: bool(coloured.parts.embedding.view and coloured.parts.embedding.view.cells))
    QApplication.processEvents()
    yield coloured.parts.embedding.view
    coloured.parts.embedding.view.close()


def number(window: MainWindow, place: int) -> float:
    return blend(window).embedding[place]


def test_every_number_is_shown_over_its_spread(coloured: MainWindow, view: EmbeddingView) -> None:
    assert not view.isModal()
    assert len(view.cells) == len(blend(coloured).embedding) == 32
    assert blend(coloured).name == view.heading.text() == "Blue Hour"
    for cell, value in zip(view.cells, blend(coloured).embedding, strict=True):
        assert cell.accessibleName()
        assert cell.accessibleDescription() == f"{value:.2f}"
        assert cell.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not view.reset_button.isEnabled()


def test_dragging_a_number_is_one_step_and_recolours(
    qtbot: QtBot, coloured: MainWindow, view: EmbeddingView
) -> None:
    before, cell, own = coloured.parts.stage.canvas.picture.after, view.cells[0], number(coloured, 0)
    middle = cell.height() // 2
    qtbot.mousePress(cell, Qt.MouseButton.LeftButton, pos=QPoint(cell.width() // 2, middle))
    for x in range(cell.width() // 2, cell.width(), 4):
        qtbot.mouseMove(cell, QPoint(x, middle))
    qtbot.mouseRelease(cell, Qt.MouseButton.LeftButton, pos=QPoint(cell.width(), middle))
    assert cell.value() == STEPS
    assert number(coloured, 0) != pytest.approx(own)
    assert [i for i, shift in enumerate(blend(coloured).shift) if shift] == [0]
    assert coloured.parts.editing.undo_stack.count() == 1
    wait_for_result(qtbot, coloured)
    assert coloured.parts.stage.canvas.picture.after != before
    qtbot.mouseDClick(cell, Qt.MouseButton.LeftButton)
    assert blend(coloured).is_plain
    QTest.keyClick(view, Qt.Key.Key_Z, CTRL)  # undo works in the view, too
    assert number(coloured, 0) != pytest.approx(own)
    QTest.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert blend(coloured).is_plain
    wait_for_result(qtbot, coloured)
    assert coloured.parts.stage.canvas.picture.after == before


def test_keys_turn_a_number_in_one_step(coloured: MainWindow, view: EmbeddingView) -> None:
    cell = view.cells[3]
    cell.setFocus()
    before = number(coloured, 3)
    for _ in range(4):
        QTest.keyClick(cell, Qt.Key.Key_Right)
    assert number(coloured, 3) > before
    assert cell.accessibleDescription() == f"{number(coloured, 3):.2f}"
    assert coloured.parts.editing.undo_stack.count() == 1
    assert "Number 4" in coloured.parts.editing.undo_stack.undoText()
    QTest.keyClick(cell, Qt.Key.Key_Home)
    assert number(coloured, 3) < before
    QTest.keyClick(cell, Qt.Key.Key_Backspace)
    assert number(coloured, 3) == before


def test_axes_are_named_by_what_they_do_and_move_the_numbers(
    qtbot: QtBot, coloured: MainWindow, view: EmbeddingView
) -> None:
    survey = coloured.parts.embedding._survey
    assert survey is not None
    names = [row.label.text() for row in view.rows]
    place = next(i for i, axis in enumerate(survey.axes) if axis.trait is Trait.WARMTH)
    assert names[place] == "Cold – warm"
    assert all(
        name.startswith("Axis") for name, axis in zip(names, survey.axes, strict=True) if not axis.trait
    )
    row, axis, own = view.rows[place], survey.axes[place], blend(coloured).embedding
    row.slider.setFocus()
    for _ in range(3):
        QTest.keyClick(row.slider, Qt.Key.Key_PageUp)
    assert survey.place(axis, blend(coloured).embedding) == pytest.approx(row.value, abs=1e-5)
    assert survey.place(axis, blend(coloured).embedding) > survey.place(axis, own)
    others = [other for other in survey.axes if other is not axis]
    for other in others:
        assert survey.place(other, blend(coloured).embedding) == pytest.approx(
            survey.place(other, own), abs=1e-5
        )
    assert coloured.parts.editing.undo_stack.count() == 1
    qtbot.mouseDClick(row.label, Qt.MouseButton.LeftButton)
    assert blend(coloured).embedding == pytest.approx(own, abs=0.01)


def test_a_number_of_an_axis_is_typed_and_the_view_stays_open(
    coloured: MainWindow, view: EmbeddingView
) -> None:
    field = view.rows[0].number
    field.selectAll()
    QTest.keyClicks(child(field, QLineEdit), field.locale().toString(0.25, "f", 2))
    QTest.keyClick(field, Qt.Key.Key_Return)
    survey = coloured.parts.embedding._survey
    assert survey is not None
    assert survey.place(survey.axes[0], blend(coloured).embedding) == pytest.approx(0.25, abs=1e-5)
    assert view.isVisible()


def test_reset_all_takes_back_what_was_turned(
    qtbot: QtBot, coloured: MainWindow, view: EmbeddingView
) -> None:
    for cell in view.cells[:3]:
        cell.setFocus()
        QTest.keyClick(cell, Qt.Key.Key_PageUp)
    assert coloured.parts.editing.undo_stack.count() == 3
    qtbot.mouseClick(view.reset_button, Qt.MouseButton.LeftButton)
    assert blend(coloured).is_plain
    assert not view.reset_button.isEnabled()
    press(coloured, "Ctrl+Z")
    assert len([shift for shift in blend(coloured).shift if shift]) == 3


def test_it_follows_the_preset_and_the_shelf(qtbot: QtBot, coloured: MainWindow, view: EmbeddingView) -> None:
    click_preset(coloured, coloured.parts.library.presets[-1].name)
    assert view.heading.text() == blend(coloured).name
    assert view.cells[5].accessibleDescription() == f"{number(coloured, 5):.2f}"
    before = coloured.parts.embedding._survey
    preset: Preset = coloured.parts.library.presets[0]
    coloured.parts.library.add(replace(preset, name="One more"))
    qtbot.waitUntil(lambda: coloured.parts.embedding._survey not in (None, before))
    assert sum(coloured.parts.embedding._survey.spreads[0].counts) == len(coloured.parts.library.presets)  # type: ignore[union-attr]


def test_with_too_few_presets_it_says_so(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Ctrl+L")
    view = window.parts.embedding.view
    assert view is not None
    qtbot.waitUntil(lambda: not window.parts.embedding.busy)
    assert view.isVisible()
    assert not view.cells
    qtbot.waitUntil(lambda: "8 presets" in view.hint.text())
    assert not view.reset_button.isEnabled()
    view.close()
