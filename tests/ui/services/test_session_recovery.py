"""What a window that ended unexpectedly has left is told of, whatever its state, and no picture of it is deleted."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.engine.edits.edit import Edit
from desktop.engine.files import atomic, plain_file
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PhotoMark, Project
from desktop.engine.store.recovery import STATE_NAME, State, write_state
from desktop.ui.main_window.application import make_window
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.message_bar import Kind
from tests.engine import pictures
from tests.support.mouse_and_keys import press
from tests.support.window_steps import Start, click_preset

NAME = "0123456789ab"


@pytest.fixture
def session(own_user_directory: Path, shipped_presets: Path) -> Path:
    """What a window has left that had a pasted picture at hand."""
    folder = own_user_directory / "sessions" / NAME
    folder.mkdir(parents=True)
    photo = Photo(None, pictures.ramp(64, 48))
    write_state(State(PhotoMark.of(photo), "Pasted 1", 8, Project(Edit())), photo, folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_cut_state_is_set_aside_with_its_picture_and_told_of(
    qtbot: QtBot, session: Path, start: Start
) -> None:
    (session / STATE_NAME).write_bytes((session / STATE_NAME).read_bytes()[:-9])
    before = contents(session)
    window = start()
    qtbot.waitUntil(lambda: f"set aside as {NAME}.damaged" in window.parts.stage.messages.text)
    assert window.parts.stage.messages.kind is Kind.ERROR
    assert str(session) in window.parts.stage.messages.full_text
    window.close()
    assert contents(session.with_name(f"{NAME}.damaged")) == before
    later = start()
    qtbot.waitUntil(lambda: not later.parts.recovery._search.busy)
    assert later.parts.stage.messages.text == "", "told of once"


def test_a_newer_programs_state_waits_for_it(qtbot: QtBot, session: Path, start: Start) -> None:
    path = session / STATE_NAME
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"hologram": 1}), "utf-8")
    before = contents(session)
    window = start()
    qtbot.waitUntil(lambda: "newer version" in window.parts.stage.messages.text)
    window.close()
    assert contents(session) == before


def test_a_passing_fault_of_the_disk_deletes_nothing(
    qtbot: QtBot, session: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = contents(session), plain_file.open_plain

    def fail(file: Path) -> Any:
        if file.name == STATE_NAME:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(file)

    with monkeypatch.context() as patch:
        patch.setattr(plain_file, "open_plain", fail)
        window = start()
        qtbot.waitUntil(lambda: "cannot be read now" in window.parts.stage.messages.text)
        window.close()
    assert contents(session) == before
    later = start()
    qtbot.waitUntil(lambda: "Restore “Pasted 1”?" in later.parts.stage.messages.text)


def test_what_is_told_stands_before_what_is_asked(qtbot: QtBot, session: Path, start: Start) -> None:
    other = session.with_name("ba9876543210")
    other.mkdir()
    (other / "picture.png").write_bytes(b"a picture without a record")
    window = start()
    qtbot.waitUntil(lambda: "Restore “Pasted 1”?" in window.parts.stage.messages.text)
    assert window.parts.stage.messages.text.startswith("Tintype ended unexpectedly before it could record")
    assert "set aside as ba9876543210.damaged" in window.parts.stage.messages.text
    assert window.parts.stage.messages.kind is Kind.QUESTION


@pytest.mark.parametrize("restored", [True, False], ids=["restored", "dismissed"])
def test_a_picture_that_lies_nowhere_else_is_kept_with_the_pasted_ones(
    qtbot: QtBot, session: Path, own_user_directory: Path, start: Start, restored: bool
) -> None:
    content = next(session.glob("*.png")).read_bytes()
    window = start()
    qtbot.waitUntil(lambda: "Restore “Pasted 1”?" in window.parts.stage.messages.text)
    messages = window.parts.stage.messages
    qtbot.mouseClick(messages.button if restored else messages.other_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.exists())
    assert (window.parts.document.photo is not None) is restored
    window.close()
    assert [path.read_bytes() for path in (own_user_directory / "pasted").iterdir()] == [content]
    later = start()
    qtbot.waitUntil(lambda: later.parts.stage.messages.text == "1 pasted picture from earlier is still here.")


def test_a_window_that_could_not_keep_an_edit_leaves_it_to_be_restored(
    qtbot: QtBot, coloured: MainWindow, own_user_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not coloured.parts.recovery.busy)
    real: Callable[..., Path] = atomic._temporary_beside

    def full(path: Path) -> Path:
        if "edits" in path.parts:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_temporary_beside", full)
        click_preset(coloured, "Red Room")
        qtbot.waitUntil(lambda: not coloured.parts.recovery.busy)
        coloured.close()
    window = make_window([])
    qtbot.addWidget(window)
    window.resize(1180, 760)
    qtbot.waitUntil(lambda: "Restore “photo.png”?" in window.parts.stage.messages.text)
    qtbot.mouseClick(window.parts.stage.messages.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.parts.document.photo is not None)
    assert window.parts.document.preset == window.parts.library.find("Red Room")
    window.close()
    assert list((own_user_directory / "sessions").iterdir()) == []


def test_restoring_leaves_the_keys_with_the_photo(qtbot: QtBot, session: Path, start: Start) -> None:
    window = start()
    messages = window.parts.stage.messages
    qtbot.waitUntil(lambda: "Restore “Pasted 1”?" in messages.text)
    messages.button.setFocus()
    press(window, "Space")
    qtbot.waitUntil(lambda: window.parts.document.photo is not None)
    assert window.parts.stage.canvas.hasFocus()
