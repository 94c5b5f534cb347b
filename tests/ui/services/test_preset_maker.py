"""Paintings become presets: one is asked about and can be cropped, several are made at once; all can be undone."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.imaging.painting import pixels_of_copy
from desktop.engine.store.preset_library import PresetLibrary
from desktop.ui.gallery.new_preset_dialog import NewPresetDialog
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.crop_view import CropView
from desktop.ui.widgets.message_bar import Kind
from tests.support.drag_and_drop import drop, files_mime
from tests.support.mouse_and_keys import press
from tests.support.window_steps import preset_names

SHIPPED = ["Blue Hour", "Green Field", "Red Room"]
RIGHT = QPoint(700, 300)


@pytest.fixture
def halves(tmp_path: Path) -> Path:
    """A painting whose left half is red and whose right half is blue."""
    pixels = np.zeros((100, 200, 3), np.uint8)
    pixels[:, :100] = (220, 30, 30)
    pixels[:, 100:] = (30, 30, 220)
    path = tmp_path / "Two_Halves.png"
    Image.fromarray(pixels).save(path)
    return path


def open_dialog(qtbot: QtBot, window: MainWindow) -> NewPresetDialog:
    """The dialog, once it has the preset of the whole painting."""
    qtbot.waitUntil(lambda: window.findChild(NewPresetDialog) is not None)
    dialog = window.findChild(NewPresetDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.add_button.isEnabled)
    return dialog


def drag(qtbot: QtBot, view: CropView, start: QPointF, end: QPointF) -> None:
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start.toPoint())
    qtbot.mouseMove(view, ((start + end) / 2).toPoint())
    qtbot.mouseMove(view, end.toPoint())
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end.toPoint())


def test_part_of_a_painting_becomes_a_preset_with_all_that_is_known_of_it(
    qtbot: QtBot, coloured: MainWindow, halves: Path
) -> None:
    before = coloured.parts.stage.canvas.picture.after
    drop(coloured.parts.stage, RIGHT, halves)
    dialog = open_dialog(qtbot, coloured)
    assert dialog.name.text() == "Two Halves"
    whole = dialog.palette_strip.colours
    view = dialog.view
    drag(qtbot, view, view.part_rect().bottomRight(), view.part_rect().center() + QPointF(0, 500))
    assert view.part.width() == pytest.approx(0.5, abs=0.02)
    assert view.part.height() == 1
    qtbot.waitUntil(dialog.add_button.isEnabled)
    assert dialog.palette_strip.colours != whole
    qtbot.waitUntil(
        lambda: coloured.parts.stage.canvas.picture.after != before
    )  # tried on the photo meanwhile
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "Only Red")
    QTest.keyClicks(dialog.painter_, "Half Painter")
    QTest.keyClicks(dialog.title, "Halves")
    QTest.keyClicks(dialog.year, "1920")
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    kept = PresetLibrary().get("Only Red")
    assert (kept.painter, kept.title, kept.year) == ("Half Painter", "Halves", "1920")
    picture = pixels_of_copy(PresetLibrary().copy_of("Only Red"))
    assert picture[..., 0].mean() > 180
    assert picture[..., 2].mean() < 60
    assert coloured.parts.document.preset == kept
    assert preset_names(coloured)[0] == "Only Red"
    press(coloured, "Ctrl+Z")
    assert preset_names(coloured) == SHIPPED
    assert coloured.parts.document.preset is not None
    assert coloured.parts.document.preset.name == "Blue Hour"
    press(coloured, "Ctrl+Shift+Z")
    assert PresetLibrary().get("Only Red") == coloured.parts.document.preset
    assert PresetLibrary().copy_of("Only Red")


def test_cancelled_nothing_is_left(qtbot: QtBot, coloured: MainWindow, halves: Path) -> None:
    before = coloured.parts.stage.canvas.picture.after
    drop(coloured.parts.stage, RIGHT, halves)
    dialog = open_dialog(qtbot, coloured)
    qtbot.waitUntil(lambda: coloured.parts.stage.canvas.picture.after != before)
    press(dialog, "Esc")
    qtbot.waitUntil(lambda: coloured.parts.stage.canvas.picture.after == before)
    assert preset_names(coloured) == SHIPPED
    assert not coloured.parts.editing.undo_stack.canUndo()


def test_several_paintings_are_made_without_asking_and_undone_together(
    qtbot: QtBot,
    window: MainWindow,
    make_painting: Callable[..., Path],
    not_a_picture: Path,
    photo_file: Path,
) -> None:
    paintings = [make_painting(f"{name}.png") for name in ("one", "two")]
    drop(window.parts.stage, RIGHT, files_mime(*paintings, not_a_picture))
    qtbot.waitUntil(lambda: preset_names(window)[:2] == ["one", "two"])
    qtbot.waitUntil(lambda: window.parts.stage.messages.kind is Kind.ERROR)  # the third is told of
    assert window.findChild(NewPresetDialog) is None
    press(window, "Ctrl+Z")
    assert preset_names(window) == SHIPPED
    press(window, "Ctrl+Shift+Z")
    assert preset_names(window)[:2] == ["one", "two"]


def test_name_that_is_taken_or_empty_is_told_in_the_dialog(
    qtbot: QtBot, window: MainWindow, make_painting: Callable[..., Path]
) -> None:
    drop(window.parts.gallery, QPoint(50, 200), make_painting("Red Room.png"))
    dialog = open_dialog(qtbot, window)
    assert "Red Room (2)" in dialog.note.text()
    dialog.name.clear()
    assert not dialog.add_button.isEnabled()
    assert "letter" in dialog.note.text()
    QTest.keyClicks(dialog.name, "Red Room")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert preset_names(window)[0] == "Red Room (2)"
    assert "now drop the photo" in window.parts.stage.messages.text


def test_what_was_noticed_on_reading_a_painting_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    frames = [Image.fromarray(np.full((20, 30, 3), (60 * i + 20, 90, 20), np.uint8)) for i in range(3)]
    for name in ("moving", "other"):
        frames[0].save(tmp_path / f"{name}.gif", save_all=True, append_images=frames[1:])
    drop(window.parts.stage, RIGHT, tmp_path / "moving.gif")
    dialog = open_dialog(qtbot, window)
    assert "3 frames" in dialog.note.text()
    press(dialog, "Esc")
    drop(window.parts.stage, RIGHT, files_mime(tmp_path / "moving.gif", tmp_path / "other.gif"))
    qtbot.waitUntil(lambda: "3 frames" in window.parts.stage.messages.text)


def test_preset_files_are_taken_in_and_known_ones_only_chosen(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    file = window.parts.library.export_file(window.parts.gallery.presets[1], tmp_path, with_picture=False)
    assert file is not None
    drop(window.parts.gallery, QPoint(50, 200), file)
    qtbot.waitUntil(lambda: window.parts.document.preset == window.parts.gallery.presets[1])
    assert preset_names(window) == SHIPPED
    file.write_text(file.read_text("utf-8").replace('"Green Field"', '"Of a friend"', 1), "utf-8")
    drop(window.parts.stage, RIGHT, file)
    qtbot.waitUntil(lambda: preset_names(window)[0] == "Of a friend")
    press(window, "Ctrl+Z")
    assert preset_names(window) == SHIPPED


@pytest.fixture
def view(qtbot: QtBot) -> CropView:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    view = CropView(image)
    qtbot.addWidget(view)
    view.resize(416, 236)  # the painting is shown at 400 x 200, from (8, 18)
    view.show()
    return view


def test_part_is_drawn_anew_moved_and_made_whole_by_mouse(qtbot: QtBot, view: CropView) -> None:
    view.set_part(QRectF(0.5, 0.5, 0.2, 0.2))
    drag(qtbot, view, QPointF(28, 38), QPointF(128, 88))  # outside of it: a new one
    assert view.part == QRectF(0.05, 0.1, 0.25, 0.25)
    drag(
        qtbot, view, view.part_rect().center(), QPointF(2000, 2000)
    )  # inside: it is moved, no farther than it can
    assert (view.part.right(), view.part.bottom()) == (pytest.approx(1), pytest.approx(1))
    assert view.part.width() == pytest.approx(0.25)
    drag(qtbot, view, view.part_rect().topLeft(), view.part_rect().bottomRight() + QPointF(90, 90))
    assert view.part.width() > 0  # turned over, and still a part of the painting
    assert QRectF(0, 0, 1.0001, 1.0001).contains(view.part)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=view.part_rect().center().toPoint())
    assert view.part == QRectF(0, 0, 1, 1)


def test_part_is_sized_and_moved_by_keys(view: CropView) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(10):
        QTest.keyClick(view, Qt.Key.Key_Left, shift)
        QTest.keyClick(view, Qt.Key.Key_Up, shift)
    assert view.part.width() == pytest.approx(0.8)
    assert view.part.height() == pytest.approx(0.8)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.part.left() == pytest.approx(0.02)
    assert view.part.top() == pytest.approx(0.02)
    for _ in range(80):
        QTest.keyClick(view, Qt.Key.Key_Left, shift)
    assert view.part.width() == pytest.approx(0.04)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.part == QRectF(0, 0, 1, 1)
