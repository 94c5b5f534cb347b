"""Looks for photos that were not opened yet survive any end of the program, and take no time of the user."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.decode import reader
from desktop.engine.files import plain_file
from desktop.engine.imaging.photo import Photo
from desktop.ui.main_window.application import make_window
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.services import pending_edits
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import press
from tests.support.window_steps import Start, click_preset, wait_for_result

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hindered(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Lets no photo be read in the background, until told otherwise."""
    held = {"on": True}

    def read(path: Path, *, cancel: CancelToken) -> Photo:
        while held["on"]:
            if cancel.wait(0.01):
                cancel.raise_if_cancelled()
        return reader.read_photo(path, cancel=cancel)

    monkeypatch.setattr(pending_edits, "read_photo", read)

    def hinder(on: bool) -> None:
        held["on"] = on

    return hinder


def kept(home: Path) -> set[str]:
    return {path.name[0] for path in (home / "edits").rglob("*.tintype-edit")}


def given(home: Path) -> Path:
    return home / "edits" / pending_edits.FILE_NAME


def waiting(home: Path) -> list[str]:
    photos = json.loads(given(home).read_text("utf-8"))["photos"]
    return [Path(photo["path"]).name for photo in photos]


def give_red_to_all(window: MainWindow) -> None:
    click_preset(window, "Red Room")
    press(window, "Ctrl+Alt+A")


def presets_of(window: MainWindow) -> list[str]:
    edits = [window.parts.filmstrip.edit_of(frame) for frame in window.parts.filmstrip.photos.frames]
    return ["" if edit.preset is None else edit.preset.name for edit in edits]


def test_quitting_loses_no_look_and_the_next_start_takes_it_up(
    qtbot: QtBot,
    filled: MainWindow,
    album: Path,
    own_user_directory: Path,
    start: Start,
    hindered: Callable[[bool], None],
) -> None:
    give_red_to_all(filled)
    filled.close()
    assert kept(own_user_directory) == {"a"}, "none of the others was read"
    assert given(own_user_directory).exists()
    hindered(False)
    window = start()
    qtbot.waitUntil(lambda: kept(own_user_directory) == set("abde"))
    qtbot.waitUntil(lambda: waiting(own_user_directory) == ["c.png"])  # it breaks off, and may be mended
    assert not window.parts.autosave.busy
    (album / "b.png").rename(album / "x.png")  # known by what it shows from now on
    drop(window.parts.stage, QPoint(60, 200), album / "x.png")
    wait_for_result(qtbot, window)
    assert presets_of(window) == ["Red Room"]


@pytest.mark.usefixtures("hindered")
def test_a_look_is_on_disk_before_its_photo_was_read(
    qtbot: QtBot, filled: MainWindow, album: Path, own_user_directory: Path
) -> None:
    give_red_to_all(filled)
    qtbot.waitUntil(lambda: given(own_user_directory).exists())
    window = make_window([])  # as if the power had failed: the first one has not ended
    qtbot.addWidget(window)
    click_preset(window, "Blue Hour")
    drop(window.parts.stage, QPoint(60, 200), album)
    wait_for_result(qtbot, window)
    assert presets_of(window)[1:] == ["Red Room"] * 4
    assert [frame.edited for frame in window.parts.filmstrip.photos.frames[1:]] == [True] * 4
    window.parts.filmstrip.go_to(window.parts.filmstrip.photos.frames[4])
    qtbot.waitUntil(lambda: window.parts.document.photo_name == "e.png")
    qtbot.waitUntil(lambda: "e" in kept(own_user_directory))
    assert window.parts.document.preset == window.parts.library.find("Red Room")
    press(filled, "Ctrl+Z")


def test_what_is_out_of_reach_is_kept_for_later(
    qtbot: QtBot,
    filled: MainWindow,
    album: Path,
    own_user_directory: Path,
    start: Start,
    hindered: Callable[[bool], None],
) -> None:
    give_red_to_all(filled)
    filled.close()
    elsewhere = album.with_name("unplugged")
    album.rename(elsewhere)
    hindered(False)
    window = start()
    qtbot.waitUntil(lambda: not window.parts.autosave.busy)
    window.close()
    assert kept(own_user_directory) == {"a"}
    elsewhere.rename(album)
    start()
    qtbot.waitUntil(lambda: kept(own_user_directory) == set("abde"))


def test_nothing_is_read_while_somebody_waits(
    qtbot: QtBot, filled: MainWindow, own_user_directory: Path, hindered: Callable[[bool], None]
) -> None:
    give_red_to_all(filled)
    qtbot.waitUntil(lambda: given(own_user_directory).exists() and filled.parts.scheduler.idle)
    hindered(False)
    changed = filled.parts.filmstrip.looks_changed
    filled.parts.scheduler.watch(SimpleNamespace(busy=True, busy_changed=changed))  # whoever it is
    changed.emit()
    assert not filled.parts.scheduler.idle
    qtbot.waitUntil(lambda: not filled.parts.renderer.busy and not filled.parts.preset_thumbnailer.busy)
    assert kept(own_user_directory) <= {"a"}


def test_a_damaged_file_is_set_aside_and_told_of(
    qtbot: QtBot, shipped_presets: Path, own_user_directory: Path, start: Start
) -> None:
    given(own_user_directory).parent.mkdir()
    given(own_user_directory).write_text("{")
    window = start()
    qtbot.waitUntil(lambda: "set aside" in window.parts.stage.messages.text)
    assert not given(own_user_directory).exists()
    assert len(list((own_user_directory / "edits").iterdir())) == 1


def test_a_newer_programs_file_stays_until_another_takes_its_place(
    qtbot: QtBot, filled: MainWindow, own_user_directory: Path, start: Start, hindered: Callable[[bool], None]
) -> None:
    give_red_to_all(filled)
    filled.close()
    text = json.dumps(json.loads(given(own_user_directory).read_text("utf-8")) | {"hologram": 1})
    given(own_user_directory).write_text(text, "utf-8")
    window = start()
    qtbot.waitUntil(lambda: "does not know" in window.parts.stage.messages.text)
    assert given(own_user_directory).read_text("utf-8") == text
    drop(window.parts.stage, QPoint(60, 200), filled.parts.filmstrip.photos.frames[0].path.parent)
    wait_for_result(qtbot, window)
    click_preset(window, "Green Field")
    press(window, "Ctrl+Alt+A")
    aside = given(own_user_directory).with_name(f"{pending_edits.FILE_NAME}.damaged")
    qtbot.waitUntil(aside.exists)
    assert aside.read_text("utf-8") == text


def test_a_passing_fault_of_the_disk_loses_nothing(
    qtbot: QtBot,
    filled: MainWindow,
    own_user_directory: Path,
    start: Start,
    hindered: Callable[[bool], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    give_red_to_all(filled)
    filled.close()
    real = plain_file.open_plain

    def fail(file: Path) -> Any:
        if file.name == pending_edits.FILE_NAME:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(file)

    with monkeypatch.context() as patch:
        patch.setattr(plain_file, "open_plain", fail)
        window = start()
        qtbot.waitUntil(lambda: "the disk reports an error" in window.parts.stage.messages.text)
        window.close()
    hindered(False)
    start()
    qtbot.waitUntil(lambda: kept(own_user_directory) == set("abde"))


def test_a_look_stays_with_a_photo_that_cannot_be_read_until_it_is_mended(
    qtbot: QtBot,
    filled: MainWindow,
    album: Path,
    own_user_directory: Path,
    start: Start,
    hindered: Callable[[bool], None],
) -> None:
    give_red_to_all(filled)
    filled.close()
    whole = (album / "b.png").read_bytes()
    (album / "b.png").write_bytes(b"")
    hindered(False)
    window = start()
    qtbot.waitUntil(lambda: kept(own_user_directory) == set("ade"))
    window.close()
    assert waiting(own_user_directory) == ["b.png", "c.png"]
    (album / "b.png").write_bytes(whole)
    start()
    qtbot.waitUntil(lambda: kept(own_user_directory) == set("abde"))
