"""Natural colours in the window: first in the gallery, tried and chosen like a preset, mixed, kept, saved."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.mixture import Natural
from desktop.engine.store.look_xmp import read_look
from desktop.ui.base.qimage import to_array
from desktop.ui.gallery.model import CHOSEN_ROLE, THUMBNAIL_ROLE
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import press
from tests.support.natural_colours import NATURAL, cell, choose
from tests.support.window_steps import (
    Start,
    child,
    chosen,
    click_preset,
    preset_index,
    preset_names,
    press_save,
    unfold,
    wait_for_gallery,
    wait_for_result,
)


def shown(window: MainWindow) -> NDArray[np.uint8]:
    """The result on the canvas."""
    image = window.parts.stage.canvas.picture.after
    assert image is not None
    return to_array(image)


def test_they_come_first_and_need_no_painting(qtbot: QtBot, natural: MainWindow) -> None:
    assert preset_names(natural)[0] == NATURAL.name
    index = preset_index(natural, NATURAL.name)
    assert index.row() == 0
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Natural colours, No painting needed"
    wait_for_gallery(qtbot, natural)
    small = to_array(index.data(THUMBNAIL_ROLE).toImage()).astype(int)
    assert np.abs(small[..., 0] - small[..., 2]).max() > 20  # in colours
    before = shown(natural)
    choose(qtbot, natural)
    assert natural.parts.document.edit.blend == Blend.of(NATURAL)
    assert preset_index(natural, NATURAL.name).data(CHOSEN_ROLE)
    assert np.abs(shown(natural).astype(int) - before).mean() > 3
    assert natural.parts.editing.undo_stack.undoText() == "Choose “Natural colours”"


def test_a_new_photo_begins_in_them_and_one_that_was_edited_keeps_its_own(
    qtbot: QtBot, natural: MainWindow, photo_file: Path, tmp_path: Path, start: Start
) -> None:
    other = tmp_path / "other.png"
    Image.fromarray(np.random.default_rng(3).integers(0, 256, (70, 90), dtype=np.uint8)).save(other)
    drop(natural.parts.stage, QPoint(50, 300), other)
    qtbot.waitUntil(lambda: natural.parts.document.photo_name == other.name)
    wait_for_result(qtbot, natural)
    assert chosen(natural) == NATURAL.name
    assert np.ptp(shown(natural).astype(int).mean(axis=(0, 1))) > 1
    again = start()
    again.resize(1180, 760)
    assert chosen(again) == NATURAL.name  # although Blue Hour was chosen last by hand
    drop(again.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, again)
    assert chosen(again) == "Blue Hour"
    drop(again.parts.stage, QPoint(50, 300), other)
    qtbot.waitUntil(lambda: again.parts.document.photo_name == other.name)
    assert chosen(again) == NATURAL.name


def test_adjustments_are_not_carried_to_a_new_photo(
    qtbot: QtBot, natural: MainWindow, tmp_path: Path
) -> None:
    natural.parts.adjustments.rows["amount"].slider.setFocus()
    press(natural, "Home")
    assert natural.parts.document.amount == 0
    other = tmp_path / "other.png"
    Image.fromarray(np.random.default_rng(3).integers(0, 256, (70, 90), dtype=np.uint8)).save(other)
    drop(natural.parts.stage, QPoint(50, 300), other)
    qtbot.waitUntil(lambda: natural.parts.document.photo_name == other.name)
    assert natural.parts.document.edit == Edit().with_preset(NATURAL)


def test_what_is_chosen_before_there_is_a_photo_colours_the_first(
    qtbot: QtBot, tiny_auto_dir: Path, shipped_presets: Path, photo_file: Path, start: Start
) -> None:
    window = start()
    window.resize(1180, 760)
    click_preset(window, "Red Room")
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    assert chosen(window) == "Red Room"


def test_hovering_tries_them_and_undo_takes_them_back(qtbot: QtBot, natural: MainWindow) -> None:
    before, chosen = shown(natural), natural.parts.document.edit
    qtbot.mouseMove(natural.parts.gallery.list.viewport(), cell(natural).center())
    qtbot.waitUntil(lambda: natural.parts.document.tried is not None)
    wait_for_result(qtbot, natural)
    tried = shown(natural)
    assert natural.parts.document.edit == chosen
    choose(qtbot, natural)
    assert np.array_equal(shown(natural), tried)
    qtbot.mouseMove(natural.parts.stage.canvas, QPoint(40, 40))
    press(natural, "Ctrl+Z")
    assert natural.parts.document.edit == chosen
    wait_for_result(qtbot, natural)
    qtbot.waitUntil(lambda: np.array_equal(shown(natural), before))


def test_they_are_mixed_with_a_preset_saved_and_kept(
    qtbot: QtBot, natural: MainWindow, photo_file: Path, start: Start
) -> None:
    preset = natural.parts.document.preset
    assert preset is not None
    plain = shown(natural)
    section = next(
        part for part in natural.parts.side_panel.findChildren(CollapsibleSection) if part.key == "blend"
    )
    qtbot.keyClick(section.header, Qt.Key.Key_Space)
    box = natural.parts.blend.boxes[1]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Natural colours"
    assert natural.parts.document.edit.blend == Blend((Corner(preset, 0.5), Corner(NATURAL, 0.5)))
    wait_for_result(qtbot, natural)
    assert np.abs(shown(natural).astype(int) - plain).mean() > 1
    with qtbot.waitSignal(natural.parts.saver.saved) as saved:
        press_save(natural)
    look = read_look(saved.args[0])
    assert look.edit.chosen_blend.natural == Natural("auto", 0.5)
    assert [name for name, _ in look.models[1:]] == ["auto"]
    again = start()
    drop(again.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, again)
    assert again.parts.document.edit.blend == Blend((Corner(preset, 0.5), Corner(NATURAL, 0.5)))


def test_on_the_pad_they_stand_once(qtbot: QtBot, natural: MainWindow) -> None:
    preset, boxes = natural.parts.document.preset, natural.parts.blend.boxes
    assert preset is not None
    qtbot.keyClick(boxes[1], Qt.Key.Key_Down)
    natural_second = Blend((Corner(preset, 0.5), Corner(NATURAL, 0.5)))
    assert natural.parts.document.edit.blend == natural_second
    qtbot.keyClicks(boxes[2], NATURAL.name[:4])
    assert natural.parts.document.edit.blend == natural_second
    assert boxes[2].currentIndex() == 0
    qtbot.keyClick(boxes[0], Qt.Key.Key_Up)
    assert natural.parts.document.edit.blend == Blend((Corner(NATURAL, 0.5), Corner(preset, 0.5)))
    qtbot.keyClick(boxes[1], Qt.Key.Key_Home)  # none
    assert natural.parts.document.edit.blend == Blend.of(NATURAL)
    qtbot.keyClicks(boxes[1], preset.name[:4])
    assert natural.parts.document.edit.blend == Blend((Corner(NATURAL, 0.5), Corner(preset, 0.5)))


def test_a_region_of_natural_colours(qtbot: QtBot, natural: MainWindow) -> None:
    natural.parts.regions.add()
    choose(qtbot, natural)
    assert natural.parts.document.edit.regions[0].blend == Blend.of(NATURAL)
    assert natural.parts.document.edit.blend != Blend.of(NATURAL)
    assert "Natural colours" in natural.parts.regions_panel.rows[0].name.text()


def test_nothing_is_offered_that_they_do_not_have(qtbot: QtBot, natural: MainWindow) -> None:
    choose(qtbot, natural)
    actions = natural.parts.actions
    for action in (actions.rename, actions.delete, actions.duplicate, actions.export_preset):
        assert not action.isEnabled()
    natural.parts.gallery.list.customContextMenuRequested.emit(cell(natural).center())
    menu = child(natural.parts.gallery, QMenu, "presetMenu")
    assert [action.text() for action in menu.actions()] == ["Mark as favourite", "Copy name"]
    menu.actions()[0].trigger()
    menu.close()
    assert natural.parts.favourites.has(NATURAL)
    actions.numbers.trigger()
    assert natural.parts.embedding.view is not None
    assert "no numbers" in natural.parts.embedding.view.hint.text()
    natural.parts.embedding.view.close()


def test_they_are_searched_by_name(qtbot: QtBot, natural: MainWindow) -> None:
    natural.parts.gallery.search_field.setFocus()
    qtbot.keyClicks(natural.parts.gallery.search_field, "natural")
    assert preset_names(natural) == [NATURAL.name]
    qtbot.keyClick(natural.parts.gallery.search_field, Qt.Key.Key_Return)
    assert natural.parts.document.edit.blend == Blend.of(NATURAL)
    natural.parts.gallery.search_field.clear()
    qtbot.keyClicks(natural.parts.gallery.search_field, "azure")
    assert preset_names(natural) == ["Blue Hour"]


def test_arrow_keys_go_past_them_where_they_are_in_the_blend_already(
    qtbot: QtBot, natural: MainWindow
) -> None:
    choose(qtbot, natural)
    unfold(natural, "blend")
    boxes = natural.parts.blend.boxes
    boxes[1].setFocus()
    press(natural, "Down")
    assert boxes[1].currentText() == "Blue Hour"
    press(natural, "Down")
    assert boxes[1].currentText() == "Green Field"
    blend = natural.parts.document.edit.blend
    assert blend is not None
    assert [corner.preset.name for corner in blend.corners] == [NATURAL.name, "Green Field"]
    boxes[2].setFocus()
    press(natural, "Down")
    assert boxes[2].currentText() == "Blue Hour"
