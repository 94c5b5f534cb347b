"""A photograph whose file is gone says so, and can be looked for again or taken off the strip."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.document.open_photos import Frame, ReadState
from desktop.ui.filmstrip.delegate import FrameDelegate
from desktop.ui.main_window.main_window import MainWindow
from tests.support.filmstrip import go_to
from tests.support.mouse_and_keys import click
from tests.support.window_steps import Start, wait_for_result

WORDS = "d.png is not there any more: the file was moved, renamed or deleted."


def frame_of(window: MainWindow, name: str) -> Frame:
    return next(frame for frame in window.parts.filmstrip.photos.frames if frame.name == name)


def click_frame(window: MainWindow, name: str) -> None:
    strip, photos = window.parts.filmstrip.strip, window.parts.filmstrip.photos
    place = strip.visualRect(photos.index(photos.row_of(frame_of(window, name)))).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)


def tip(window: MainWindow, name: str) -> str:
    photos = window.parts.filmstrip.photos
    return str(photos.index(photos.row_of(frame_of(window, name))).data(Qt.ItemDataRole.AccessibleTextRole))


def ask_for(qtbot: QtBot, window: MainWindow, name: str) -> None:
    click_frame(window, name)
    qtbot.waitUntil(lambda: window.parts.stage.messages.text == WORDS)


def test_one_that_was_moved_is_looked_for_again(qtbot: QtBot, filled: MainWindow, album: Path) -> None:
    (album / "d.png").rename(album / "elsewhere.png")
    ask_for(qtbot, filled, "d.png")
    assert frame_of(filled, "d.png").reading is ReadState.MISSING
    assert "the file is not there any more" in tip(filled, "d.png")
    (album / "elsewhere.png").rename(album / "d.png")
    click(filled.parts.stage.messages.button)
    qtbot.waitUntil(lambda: filled.parts.document.photo_name == "d.png")
    wait_for_result(qtbot, filled)
    qtbot.waitUntil(lambda: frame_of(filled, "d.png").reading is ReadState.READ)
    assert "not there" not in tip(filled, "d.png")


def test_one_that_is_gone_is_taken_off_the_strip(qtbot: QtBot, filled: MainWindow, album: Path) -> None:
    (album / "d.png").unlink()
    ask_for(qtbot, filled, "d.png")
    click(filled.parts.stage.messages.other_button)
    assert [frame.name for frame in filled.parts.filmstrip.photos.frames] == [
        "a.png", "b.png", "c.png", "e.png",
    ]  # fmt: skip


def test_the_strip_looks_when_the_window_is_active_again(
    qtbot: QtBot, filled: MainWindow, album: Path
) -> None:
    strip, photos = filled.parts.filmstrip.strip, filled.parts.filmstrip.photos
    assert isinstance(strip.itemDelegate(), FrameDelegate)
    place = strip.visualRect(photos.index(4))
    before = strip.viewport().grab(place).toImage()
    content = (album / "e.png").read_bytes()
    (album / "e.png").unlink()
    filled.parts.missing_photos._follow(Qt.ApplicationState.ApplicationInactive)
    filled.parts.missing_photos._follow(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: frame_of(filled, "e.png").reading is ReadState.MISSING)
    assert frame_of(filled, "c.png").reading is ReadState.DAMAGED
    assert strip.viewport().grab(place).toImage() != before
    (album / "e.png").write_bytes(content)
    filled.parts.missing_photos._follow(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: frame_of(filled, "e.png").reading is ReadState.READ)
    go_to(qtbot, filled, "e.png")


def test_one_that_was_gone_before_its_thumbnail_was_read(
    qtbot: QtBot, filled: MainWindow, album: Path
) -> None:
    (album / "e.png").unlink()
    frame = frame_of(filled, "e.png")
    filled.parts.filmstrip.thumbnails.read_again(frame)
    qtbot.waitUntil(lambda: frame.reading is ReadState.MISSING)
    assert frame.fault == ""


def test_where_the_first_is_gone_the_next_is_shown(
    qtbot: QtBot, shipped_presets: Path, album: Path, start: Start
) -> None:
    (album / "a.png").unlink()
    window = start(album / "a.png", album / "b.png", album / "d.png")
    qtbot.waitUntil(lambda: window.parts.document.photo_name == "b.png")
    wait_for_result(qtbot, window)
    assert frame_of(window, "a.png").reading is ReadState.MISSING
