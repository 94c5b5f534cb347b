"""Presets are duplicated, renamed, exported, imported and dragged out; the menus do it for what they are about."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.engine.edits.preset import read_preset_and_copy
from desktop.engine.imaging.painting import make_copy
from desktop.engine.store.preset_library import Preset, PresetLibrary
from desktop.ui.base.dropped_data import OWN_RESULT
from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import (
    answer_file_dialog,
    choose_at,
    choose_menu,
    click_entries,
    menu_texts,
    open_context_menu,
)
from tests.support.mouse_and_keys import press, type_text
from tests.support.window_steps import child, click_preset, preset_index, preset_names


@pytest.fixture
def own(window: MainWindow) -> Preset:
    """A preset that the user made, with a copy of its painting."""
    picture = make_copy(np.full((40, 50, 3), (200, 90, 20), np.uint8))
    made = window.parts.library.add(replace(window.parts.library.presets[0], name="My Own"), picture)
    assert made is not None
    click_preset(window, "My Own")
    window.parts.editing.undo_stack.clear()
    return made


def test_duplicate_is_ones_own_and_can_be_undone(window: MainWindow) -> None:
    press(window, "Ctrl+Shift+D")
    assert preset_names(window)[0] == "Blue Hour copy"
    assert PresetLibrary().get("blue-hour-copy").embedding == window.parts.library.presets[0].embedding
    assert window.parts.actions.rename.isEnabled()
    press(window, "Ctrl+Z")
    assert "Blue Hour copy" not in preset_names(window)
    assert not window.parts.actions.rename.isEnabled()


def test_the_copy_of_a_copy_has_the_next_number(window: MainWindow) -> None:
    for name in ("Blue Hour copy", "Blue Hour copy (2)", "Blue Hour copy (3)"):
        press(window, "Ctrl+Shift+D")
        assert name in preset_names(window)
    assert not any("copy copy" in name for name in preset_names(window))


def test_menu_of_a_preset_is_about_that_preset(window: MainWindow, own: Preset) -> None:
    menu = open_context_menu(window.parts.gallery.list, preset_index(window, "Red Room"))
    assert not any("Rename" in text or "Delete" in text for text in menu_texts(menu))
    click_entries(menu, "Copy name")
    assert QGuiApplication.clipboard().text() == "Red Room"
    choose_at(window.parts.gallery.list, preset_index(window, "Red Room"), "Mark as favourite")
    assert window.parts.favourites.has(preset_index(window, "Red Room").data(Qt.ItemDataRole.UserRole))
    assert window.parts.document.preset == own


def test_star_follows_a_new_name_and_back(window: MainWindow, own: Preset) -> None:
    press(window, "Ctrl+D")
    press(window, "F2")
    type_text(child(child(window, QInputDialog), QLineEdit), "Renamed", end="Return")
    assert window.parts.favourites.has(PresetLibrary().get("Renamed"))
    press(window, "Ctrl+Z")
    assert window.parts.favourites.has(own)


def test_deleted_comes_back_with_its_picture(window: MainWindow, own: Preset) -> None:
    picture = window.parts.library.picture_of(own)
    press(window, "Del")
    assert "My Own" not in preset_names(window)
    press(window, "Ctrl+Z")
    assert window.parts.library.picture_of(own) == picture


@pytest.mark.parametrize("with_picture", [False, True])
def test_export_asks_whether_the_painting_goes_with_it(
    qtbot: QtBot, window: MainWindow, own: Preset, tmp_path: Path, with_picture: bool
) -> None:
    choose_menu(window, "Preset", "Export preset…")
    question = window.findChild(QMessageBox)
    assert question is not None
    wanted = "With the painting" if with_picture else "Colours only"
    button = next(button for button in question.buttons() if button.text() == wanted)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    answer_file_dialog(qtbot, window, tmp_path / "gift")
    preset, picture = read_preset_and_copy(tmp_path / "gift.tintype")
    assert preset == own
    assert bool(picture) == with_picture
    assert "gift.tintype" in window.parts.stage.messages.text


def test_without_a_picture_export_asks_only_where(window: MainWindow, tmp_path: Path) -> None:
    choose_menu(window, "Preset", "Export preset…")
    assert window.findChild(QMessageBox) is None
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.close()


def test_import_by_dialog(qtbot: QtBot, window: MainWindow, own: Preset, tmp_path: Path) -> None:
    file = window.parts.library.export_file(own, tmp_path, with_picture=True)
    assert file is not None
    press(window, "Del")
    choose_menu(window, "Preset", "Import presets…")
    answer_file_dialog(qtbot, window, file)
    qtbot.waitUntil(lambda: "My Own" in preset_names(window))
    assert window.parts.library.picture_of(own)


def test_preset_is_dragged_out_as_a_file(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[tuple[Preset, bool]] = []

    def take(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        mime = drag.mimeData()
        path = Path(mime.urls()[0].toLocalFile())
        dragged.append((read_preset_and_copy(path)[0], mime.hasFormat(OWN_RESULT)))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", take)
    view = window.parts.gallery.list
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
