"""The window opens, tells, and closes though pipes and devices lie where it expects files of its own."""

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.log_viewer import LogViewer
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.application import main
from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import choose_menu
from tests.support.running_program import acting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes among files")

PLACES = (
    "settings.ini",
    "tintype.log",
    "window.lock",
    "presets/a.tintype",
    "models/x/model.json",
    "models/x/README.md",
    "edits/given.tintype-edits",
    "sessions/abc/state.json",
    "sessions/abc.lock",
    "sessions/def.lock",
    "pasted/Pasted 1.png",
)


def _put(kind: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_the_window_waits_for_none_of_them(
    qtbot: QtBot,
    shipped_presets: Path,
    tiny_model_dir: Path,
    own_user_directory: Path,
    photo_file: Path,
    kind: str,
) -> None:
    for place in PLACES:
        _put(kind, own_user_directory / place)
    (own_user_directory / "sessions" / "def").mkdir()
    before = {place: os.lstat(own_user_directory / place) for place in PLACES}

    def look(window: MainWindow) -> bool:
        if window.parts.stage.canvas.picture.after is None:
            return False
        choose_menu(window, "Help", "Show log")
        dialog = window.findChild(LogViewer)
        assert dialog is not None
        dialog.close()
        return True

    with acting(look):
        assert main([str(photo_file)]) == 0
    kept = {os.lstat(path).st_ino for path in own_user_directory.rglob("*")}
    assert {state.st_ino for state in before.values()} <= kept
    assert Path("/dev/zero").stat().st_mode & 0o666 == 0o666


def test_settings_in_the_place_of_a_pipe_are_kept_and_the_pipe_is_told_of(
    qtbot: QtBot, own_user_directory: Path
) -> None:
    _put("pipe", own_user_directory / "settings.ini")
    settings = Settings()
    assert "settings.ini.damaged" in settings.problem
    settings.max_megapixels = 77
    settings.write_now()
    assert Settings().max_megapixels == 77
    assert (own_user_directory / "settings.ini.damaged").is_fifo()
