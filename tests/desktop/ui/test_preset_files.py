"""Presets are duplicated, renamed, exported, imported and dragged out; the menus do it for what they are about."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.engine.painting import make_copy
from desktop.engine.preset import read_preset_and_copy
from desktop.engine.presets import Preset, PresetLibrary
from desktop.ui.drops import OWN_RESULT
from desktop.ui.window import Window
from tests.desktop.ui.hands import preset_index, preset_names


@pytest.fixture
def own(window: Window) -> Preset:
    """A preset that the person made, with a copy of its painting."""
    picture = make_copy(np.full((40, 50, 3), (200, 90, 20), np.uint8))
    made = window.shelf.add(replace(window.shelf.presets[0], name="My Own"), picture)
    assert made is not None
    window.editing.choose(made)
    window.editing.undo_stack.clear()
    return made


def context_menu(window: Window, name: str) -> dict[str, QMenu]:
    """The entries of the menu of one preset, by their texts."""
    view = window.gallery.list
    view.customContextMenuRequested.emit(view.visualRect(preset_index(window, name)).center())
    menu = window.gallery.findChild(QMenu, "presetMenu")
    assert menu is not None
    return {action.text(): action for action in menu.actions() if action.text()}


def test_duplicate_is_ones_own_and_can_be_undone(window: Window) -> None:
    QTest.keyClick(
        window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert preset_names(window)[0] == "Blue Hour copy"
    assert PresetLibrary().get("blue-hour-copy").embedding == window.shelf.presets[0].embedding
    assert window.actions_.rename.isEnabled()
    window.actions_.undo.trigger()
    assert "Blue Hour copy" not in preset_names(window)
    assert not window.actions_.rename.isEnabled()


def test_menu_of_a_preset_is_about_that_preset(window: Window, own: Preset) -> None:
    entries = context_menu(window, "Red Room")
    assert not any("Rename" in text or "Delete" in text for text in entries)
    entries["Copy name"].trigger()
    assert QGuiApplication.clipboard().text() == "Red Room"
    entries["Mark as favourite"].trigger()
    assert window.favourites.has(preset_index(window, "Red Room").data(Qt.ItemDataRole.UserRole))
    assert window.document.preset == own


def test_star_follows_a_new_name_and_back(window: Window, own: Preset) -> None:
    window.collection.star(own)
    window.collection.rename(own, "Renamed")
    assert window.favourites.has(PresetLibrary().get("Renamed"))
    window.actions_.undo.trigger()
    assert window.favourites.has(own)


def test_deleted_comes_back_with_its_picture(window: Window, own: Preset) -> None:
    picture = window.shelf.picture_of(own)
    QTest.keyClick(window, Qt.Key.Key_Delete)
    assert "My Own" not in preset_names(window)
    window.actions_.undo.trigger()
    assert window.shelf.picture_of(own) == picture


@pytest.mark.parametrize("with_picture", [False, True])
def test_export_asks_whether_the_painting_goes_with_it(
    qtbot: QtBot, window: Window, own: Preset, tmp_path: Path, with_picture: bool
) -> None:
    window.actions_.export_preset.trigger()
    question = window.findChild(QMessageBox)
    assert question is not None
    wanted = "With the painting" if with_picture else "Colours only"
    button = next(button for button in question.buttons() if button.text() == wanted)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "gift"))
    dialog.close()
    preset, picture = read_preset_and_copy(tmp_path / "gift.tintype")
    assert preset == own
    assert bool(picture) == with_picture
    assert "gift.tintype" in window.stage.messages.text


def test_without_a_picture_export_asks_only_where(window: Window, tmp_path: Path) -> None:
    window.actions_.export_preset.trigger()
    assert window.findChild(QMessageBox) is None
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.close()


def test_import_by_dialog(qtbot: QtBot, window: Window, own: Preset, tmp_path: Path) -> None:
    file = window.shelf.export_file(own, tmp_path, with_picture=True)
    assert file is not None
    window.collection.delete(own)
    window.actions_.import_presets.trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    qtbot.waitUntil(lambda: "My Own" in preset_names(window))
    assert window.shelf.picture_of(own)


def test_preset_is_dragged_out_as_a_file(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[tuple[Preset, bool]] = []

    def take(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        mime = drag.mimeData()
        path = Path(mime.urls()[0].toLocalFile())
        dragged.append((read_preset_and_copy(path)[0], mime.hasFormat(OWN_RESULT)))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", take)
    view = window.gallery.list
    start = view.visualRect(preset_index(window, "Red Room")).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        place = QPointF(start + QPoint(-8 * step, 3 * step))
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            view.viewport().mapToGlobal(place),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view.viewport(), move)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    assert [(preset.name, marked) for preset, marked in dragged] == [("Red Room", True)]
