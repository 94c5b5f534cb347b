"""What a window that ended unexpectedly has left is told of, whatever its state, and no picture of it is deleted."""

import errno
import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.engine.core import paths
from desktop.engine.edits.edit import Edit
from desktop.engine.files import atomic, plain_file
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PhotoMark, Project
from desktop.engine.store.recovery import STATE_NAME, State, write_state
from desktop.ui.main_window.application import make_window
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.message_bar import Kind
from tests.engine import pictures
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import press
from tests.support.window_steps import Start, chosen, click_preset, wait_for_result

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


def wait_until_kept(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.parts.autosave.busy and not window.parts.recovery.busy)


ROOT = Path(__file__).parents[3]


def lost_window(photo: Path, shipped: Path, *, pasted: bool) -> None:
    """The program, as another process that opened a photo, was given a preset, and is killed."""
    script = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from PySide6.QtCore import QTimer
        from PySide6.QtGui import QGuiApplication, QImage
        from PySide6.QtWidgets import QApplication
        from desktop.engine.core import paths
        paths.shipped_presets_dir = lambda: Path({str(shipped)!r})
        from desktop.ui.main_window.application import main, make_application
        from desktop.ui.main_window.main_window import MainWindow
        from tests.support.mouse_and_keys import press
        from tests.support.window_steps import chosen, click_preset
        make_application([])
        photo = {str(photo)!r}

        def go_on():
            window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
            if {pasted} and window.parts.document.photo is None and not window.parts.loader.busy:
                QGuiApplication.clipboard().setImage(QImage(photo))
                press(window, "Ctrl+V")
            elif window.parts.stage.canvas.picture.after is None:
                return
            elif chosen(window) != "Green Field":
                click_preset(window, "Green Field")
            elif not window.parts.recovery.busy and not window.parts.autosave.busy:
                print("ready", flush=True)
                timer.stop()

        timer = QTimer(interval=20)
        timer.timeout.connect(go_on)
        timer.start()
        main([] if {pasted} else [photo])
    """)
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        child.kill()


@pytest.mark.parametrize("pasted", [False, True], ids=["a file", "pasted"])
def test_what_a_killed_program_had_is_offered_and_restored(
    qtbot: QtBot,
    tmp_path: Path,
    photo_file: Path,
    shipped_presets: Path,
    start: Start,
    pasted: bool,
) -> None:
    lost_window(photo_file, shipped_presets, pasted=pasted)
    window = start()
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.parts.stage.messages.text)
    assert ("Pasted 1" if pasted else "photo.png") in window.parts.stage.messages.text
    assert window.parts.stage.messages.other_button.isVisible()
    qtbot.mouseClick(window.parts.stage.messages.button, Qt.MouseButton.LeftButton)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo is not None
    assert window.parts.document.photo.width_px == 120
    assert chosen(window) == "Green Field"
    wait_until_kept(qtbot, window)
    window.close()
    assert list((paths.user_dir() / "sessions").iterdir()) == []


def test_what_was_lost_can_be_dismissed_for_good(
    qtbot: QtBot, tmp_path: Path, photo_file: Path, shipped_presets: Path, start: Start
) -> None:
    lost_window(photo_file, shipped_presets, pasted=False)
    window = start()
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.parts.stage.messages.text)
    qtbot.mouseClick(window.parts.stage.messages.other_button, Qt.MouseButton.LeftButton)
    assert window.parts.stage.messages.text == ""
    window.close()
    assert list((paths.user_dir() / "sessions").iterdir()) == []


def test_a_question_that_was_not_answered_is_asked_again_under_the_next_photo(
    qtbot: QtBot, tmp_path: Path, photo_file: Path, shipped_presets: Path, start: Start
) -> None:
    lost_window(photo_file, shipped_presets, pasted=True)
    window = start()
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.parts.stage.messages.text)
    window.close()
    later = start()
    qtbot.waitUntil(lambda: "ended unexpectedly" in later.parts.stage.messages.text)


def test_a_window_that_is_still_open_is_not_lost(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_until_kept(qtbot, coloured)
    assert len(list((paths.user_dir() / "sessions").glob("*/state.json"))) == 1
    other = make_window([])  # as where the folder of the lock cannot be written
    qtbot.addWidget(other)
    qtbot.waitUntil(lambda: not other.parts.recovery._search.busy)
    assert other.parts.stage.messages.text == ""


def test_a_window_that_is_closed_leaves_nothing_to_recover(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_until_kept(qtbot, coloured)
    coloured.close()
    assert list((paths.user_dir() / "sessions").iterdir()) == []


def test_restoring_leaves_the_keys_with_the_photo(qtbot: QtBot, session: Path, start: Start) -> None:
    window = start()
    messages = window.parts.stage.messages
    qtbot.waitUntil(lambda: "Restore “Pasted 1”?" in messages.text)
    messages.button.setFocus()
    press(window, "Space")
    qtbot.waitUntil(lambda: window.parts.document.photo is not None)
    assert window.parts.stage.canvas.hasFocus()
