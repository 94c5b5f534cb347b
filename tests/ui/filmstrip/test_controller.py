"""Several photographs at once: the film strip shows them, goes to them, and lets go of them."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.document.open_photos import FRAME_ROLE, ReadState
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.message_bar import Kind
from tests.engine.pictures import jpeg_bytes
from tests.support.drag_and_drop import drop, files_mime
from tests.support.menus import choose_at
from tests.support.mouse_and_keys import press
from tests.support.window_steps import wait_for_result

LEFT = QPoint(60, 200)
_NO_KEY, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def names(window: MainWindow) -> list[str]:
    return [frame.name for frame in window.parts.filmstrip.photos.frames]


def on_canvas(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Wait until a photograph is on the canvas, coloured, and marked on the strip."""

    def there() -> bool:
        current = window.parts.filmstrip.photos.current
        return window.parts.document.photo_name == name and current is not None and current.name == name

    qtbot.waitUntil(there)
    wait_for_result(qtbot, window)


def click(window: MainWindow, name: str, keys: Qt.KeyboardModifier = _NO_KEY) -> None:
    strip = window.parts.filmstrip.strip
    index = window.parts.filmstrip.photos.index(names(window).index(name))
    strip.scrollTo(index)
    place = strip.visualRect(index).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, keys, place)


def selected(window: MainWindow) -> list[str]:
    return [frame.name for frame in window.parts.filmstrip.strip.selected]


def test_dropped_folder_fills_the_strip_and_its_first_photo_is_coloured(
    qtbot: QtBot, filled: MainWindow
) -> None:
    assert filled.parts.filmstrip.strip.isVisible()
    assert names(filled) == ["a.png", "b.png", "c.png", "d.png", "e.png"]
    on_canvas(qtbot, filled, "a.png")
    frames = filled.parts.filmstrip.photos.frames
    assert [frame.reading for frame in frames] == [
        ReadState.READ, ReadState.READ, ReadState.DAMAGED, ReadState.READ, ReadState.READ,
    ]  # fmt: skip
    assert frames[0].thumbnail is not None
    assert frames[0].thumbnail.width() == 80


def test_a_single_photo_has_no_strip_and_a_second_one_has(
    qtbot: QtBot, coloured: MainWindow, album: Path
) -> None:
    assert not coloured.parts.filmstrip.strip.isVisible()
    drop(coloured.parts.stage, LEFT, album / "b.png")
    on_canvas(qtbot, coloured, "b.png")
    assert coloured.parts.filmstrip.strip.isVisible()
    assert names(coloured) == ["photo.png", "b.png"]


def test_a_file_that_cannot_be_opened_does_not_join(
    qtbot: QtBot, coloured: MainWindow, not_a_picture: Path
) -> None:
    drop(coloured.parts.stage, LEFT, not_a_picture)
    qtbot.waitUntil(lambda: "letter.jpg" in coloured.parts.stage.messages.text)
    assert names(coloured) == ["photo.png"]


def test_several_files_are_dropped_and_none_twice(qtbot: QtBot, filled: MainWindow, album: Path) -> None:
    drop(filled.parts.stage, LEFT, files_mime(album / "e.png", album / "b.png", album / "letter.txt"))
    on_canvas(qtbot, filled, "e.png")
    assert names(filled) == ["a.png", "b.png", "c.png", "d.png", "e.png"]


def test_a_folder_without_photos_is_told_of(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    drop(window.parts.stage, LEFT, tmp_path / "empty")
    qtbot.waitUntil(lambda: "no photograph" in window.parts.stage.messages.text)
    assert window.parts.stage.messages.kind is Kind.ERROR


def test_click_and_keys_go_to_a_photo(qtbot: QtBot, filled: MainWindow) -> None:
    click(filled, "d.png")
    on_canvas(qtbot, filled, "d.png")
    QTest.keyClick(filled.parts.filmstrip.strip, Qt.Key.Key_Right)
    on_canvas(qtbot, filled, "e.png")
    QTest.keyClick(filled.parts.filmstrip.strip, Qt.Key.Key_Home)
    on_canvas(qtbot, filled, "a.png")
    filled.parts.gallery.search_field.setFocus()
    press(filled, "Alt+Right")
    on_canvas(qtbot, filled, "b.png")
    press(filled, "Alt+Left")
    on_canvas(qtbot, filled, "a.png")
    press(filled, "Alt+Left")
    on_canvas(qtbot, filled, "a.png")


def test_on_the_way_past_a_damaged_photo(qtbot: QtBot, filled: MainWindow) -> None:
    click(filled, "b.png")
    on_canvas(qtbot, filled, "b.png")
    press(filled, "Alt+Right")
    qtbot.waitUntil(lambda: "c.png" in filled.parts.stage.messages.text)
    assert filled.parts.document.photo_name == "b.png"
    press(filled, "Alt+Right")
    on_canvas(qtbot, filled, "d.png")


def test_a_mended_photo_is_read_again(qtbot: QtBot, filled: MainWindow, album: Path) -> None:
    (album / "c.png").write_bytes((album / "d.png").read_bytes())
    click(filled, "c.png")
    on_canvas(qtbot, filled, "c.png")
    qtbot.waitUntil(lambda: filled.parts.filmstrip.photos.frames[2].reading is ReadState.READ)
    assert filled.parts.filmstrip.photos.frames[2].fault == ""


def test_ctrl_and_shift_select_without_going_there(qtbot: QtBot, filled: MainWindow) -> None:
    click(filled, "b.png")
    on_canvas(qtbot, filled, "b.png")
    click(filled, "d.png", _CTRL)
    assert selected(filled) == ["b.png", "d.png"]
    click(filled, "e.png", _SHIFT)
    assert selected(filled)[-1] == "e.png"
    QTest.keyClick(filled.parts.filmstrip.strip, Qt.Key.Key_A, _CTRL)
    assert len(selected(filled)) == 5
    on_canvas(qtbot, filled, "b.png")


def test_removed_photos_come_back_with_undo_and_their_files_stay(
    qtbot: QtBot, filled: MainWindow, album: Path
) -> None:
    click(filled, "b.png")
    on_canvas(qtbot, filled, "b.png")
    click(filled, "d.png", _CTRL)
    QTest.keyClick(filled.parts.filmstrip.strip, Qt.Key.Key_Delete)
    assert names(filled) == ["a.png", "c.png", "e.png"]
    qtbot.waitUntil(lambda: "c.png" in filled.parts.stage.messages.text)  # the neighbour, which is damaged
    press(filled, "Ctrl+Z")
    assert names(filled) == ["a.png", "b.png", "c.png", "d.png", "e.png"]
    on_canvas(qtbot, filled, "b.png")
    assert (album / "b.png").exists()
    press(filled, "Ctrl+Shift+Z")
    assert names(filled) == ["a.png", "c.png", "e.png"]


def test_without_photos_the_window_is_as_at_first(qtbot: QtBot, filled: MainWindow) -> None:
    filled.parts.filmstrip.strip.setFocus()
    QTest.keyClick(filled.parts.filmstrip.strip, Qt.Key.Key_A, _CTRL)
    QTest.keyClick(filled.parts.filmstrip.strip, Qt.Key.Key_Delete)
    assert filled.parts.document.photo is None
    assert filled.parts.stage.welcome.isVisible()
    assert not filled.parts.filmstrip.strip.isVisible()
    press(filled, "Ctrl+Z")
    on_canvas(qtbot, filled, "a.png")


def test_states_are_told_in_words(filled: MainWindow) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    photos = filled.parts.filmstrip.photos
    assert photos.index(0).data(role) == "a.png, on the canvas"
    assert photos.index(1).data(role) == "b.png, no look yet"
    assert "damaged" in photos.index(2).data(role)
    assert photos.index(3).data(FRAME_ROLE).name == "d.png"


def test_context_menu_acts_on_what_is_selected(qtbot: QtBot, filled: MainWindow) -> None:
    click(filled, "e.png", _CTRL)
    strip = filled.parts.filmstrip.strip
    choose_at(strip, filled.parts.filmstrip.photos.index(4), "Remove from strip")
    assert "e.png" not in names(filled)


def test_what_is_far_out_of_sight_is_not_kept(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.filmstrip.photo_thumbnailer.MOST_KEPT", 20)
    for number in range(60):
        Image.fromarray(np.full((8, 8), number, np.uint8)).save(tmp_path / f"{number:02}.png")
    drop(window.parts.stage, LEFT, tmp_path)
    wait_for_result(qtbot, window)

    def held() -> list[int]:
        return [
            row
            for row, frame in enumerate(window.parts.filmstrip.photos.frames)
            if frame.thumbnail is not None
        ]

    qtbot.waitUntil(lambda: not window.parts.filmstrip.thumbnails.busy)
    assert held() == list(range(20))
    QTest.keyClick(window.parts.filmstrip.strip, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: 59 in held() and not window.parts.filmstrip.thumbnails.busy)
    assert len(held()) == 20
    assert held()[-5:] == list(range(55, 60))


def test_a_photo_that_was_read_in_part_stays_marked(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    whole = jpeg_bytes(np.random.default_rng(1).integers(0, 256, (64, 64), dtype=np.uint8))
    (tmp_path / "a.jpg").write_bytes(whole)
    (tmp_path / "b.jpg").write_bytes(whole[: len(whole) * 2 // 3])
    drop(window.parts.stage, LEFT, tmp_path)
    on_canvas(qtbot, window, "a.jpg")
    click(window, "b.jpg")
    on_canvas(qtbot, window, "b.jpg")
    assert window.parts.stage.messages.kind is Kind.ERROR
    click(window, "a.jpg")
    on_canvas(qtbot, window, "a.jpg")
    photos, role = window.parts.filmstrip.photos, Qt.ItemDataRole.ToolTipRole
    assert "damaged" in photos.index(1).data(role)
    assert "damaged" not in photos.index(0).data(role)
