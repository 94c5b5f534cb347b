"""All that the window keeps can be read by its owner alone, while it is open and after it was killed."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.window_steps import Start, click_preset, preset_names, wait_for_result

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")


@pytest.fixture(params=[0o000, 0o022], ids=["no umask", "the usual one"])
def lax_umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def open_to_others(home: Path) -> list[str]:
    return [
        f"{place.relative_to(home)} {stat.S_IMODE(place.lstat().st_mode):o}"
        for place in home.rglob("*")
        if not place.is_symlink() and place.lstat().st_mode & 0o077
    ]


def wait_until_kept(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.parts.autosave.busy and not window.parts.recovery.busy)


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir", "lax_umask")
def test_nobody_else_may_read_what_the_window_keeps(
    qtbot: QtBot, own_user_directory: Path, photo_file: Path, start: Start
) -> None:
    for place in own_user_directory.rglob("*"):  # what the fixtures put there
        place.chmod(0o700 if place.is_dir() else 0o600)
    window = start(photo_file)
    wait_for_result(qtbot, window)
    click_preset(window, preset_names(window)[-1])
    wait_for_result(qtbot, window)
    wait_until_kept(qtbot, window)
    window.parts.settings.store.sync()  # as Qt does by itself after some seconds
    names = {place.name for place in own_user_directory.rglob("*")}
    assert {"settings.ini", "sessions", "state.json"} <= names
    assert any(name.endswith(".lock") for name in names)
    assert open_to_others(own_user_directory) == []
    window.close()
    assert open_to_others(own_user_directory) == []
