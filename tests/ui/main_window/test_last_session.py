"""The first view offers what was open last: recent photographs, and the film strip of the last window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.document.settings import Settings
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, press
from tests.support.window_steps import Start, chosen, click_preset, wait_for_result


def recent(window: MainWindow) -> list[str]:
    return [button.toolTip() for button in window.parts.stage.welcome.recent_buttons if button.isVisible()]


@pytest.fixture
def again(qtbot: QtBot, filled: MainWindow, start: Start) -> MainWindow:
    """The window of the next start, after one with an album was closed."""
    click_preset(filled, "Red Room")
    window = start()
    window.resize(1180, 760)
    qtbot.waitUntil(window.parts.stage.welcome.strip_button.isVisible)
    return window


def test_at_first_nothing_is_offered(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.parts.last_session.busy)
    welcome = window.parts.stage.welcome
    assert not welcome.strip_button.isVisible()
    assert not welcome.recent_label.isVisible()
    assert recent(window) == []


def test_the_last_strip_is_opened_again_with_its_edits(qtbot: QtBot, again: MainWindow) -> None:
    button = again.parts.stage.welcome.strip_button
    assert button.text() == "Open the last 5 photos again"
    click(button)
    wait_for_result(qtbot, again)
    assert [frame.name for frame in again.parts.filmstrip.photos.frames] == [
        f"{name}.png" for name in "abcde"
    ]
    assert chosen(again) == "Red Room"


def test_a_recent_photo_is_opened_by_a_click(qtbot: QtBot, again: MainWindow, album: Path) -> None:
    assert recent(again) == [str(album / "a.png")]
    click(again.parts.stage.welcome.recent_buttons[0])
    wait_for_result(qtbot, again)
    assert again.parts.document.photo_name == "a.png"


def test_what_is_gone_is_not_offered(qtbot: QtBot, again: MainWindow, album: Path, start: Start) -> None:
    again.close()
    for name in "acde":
        (album / f"{name}.png").unlink()
    window = start()
    qtbot.waitUntil(lambda: window.parts.warmup.busy is False)
    qtbot.wait(50)
    assert recent(window) == []
    assert not window.parts.stage.welcome.strip_button.isVisible()


def test_a_window_closed_empty_keeps_the_strip_of_the_one_before_and_the_list_can_be_cleared(
    qtbot: QtBot, again: MainWindow, start: Start
) -> None:
    window = start()
    qtbot.waitUntil(window.parts.stage.welcome.strip_button.isVisible)
    window.parts.recent_menu.clear()
    assert Settings().strip == []
    cleared = start()
    cleared.resize(1180, 760)
    qtbot.waitUntil(lambda: not cleared.parts.last_session.busy)
    assert not cleared.parts.stage.welcome.strip_button.isVisible()


def test_names_too_long_for_a_small_window_lose_their_middle(
    qtbot: QtBot, window: MainWindow, photo_file: Path, tmp_path: Path, start: Start
) -> None:
    for number in range(4):
        long = tmp_path / f"{number} & a name much longer than a small window has room for.png"
        long.write_bytes(photo_file.read_bytes())
        with qtbot.waitSignal(window.parts.document.photo_changed):
            drop(window.parts.stage, QPoint(50, 300), long)
        wait_for_result(qtbot, window)
        assert window.parts.document.photo_name == long.name
    small = start()
    small.resize(small.minimumSize())
    welcome = small.parts.stage.welcome
    qtbot.waitUntil(lambda: len(recent(small)) == 3)
    assert small.size() == small.minimumSize()
    for button in welcome.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
            assert welcome.rect().contains(button.geometry())


def test_names_of_recent_photos_are_as_long_as_there_is_room(qtbot: QtBot, again: MainWindow) -> None:
    welcome, name = again.parts.stage.welcome, "the whole family in front of the old house.png"
    welcome.show_last([Path(name)] * 3, 0)
    again.resize(1600, 1000)
    qtbot.waitUntil(lambda: len(welcome.recent_buttons[0].text()) > 25)
    wide = len(welcome.recent_buttons[0].text())
    again.resize(again.minimumSize())
    qtbot.waitUntil(lambda: len(welcome.recent_buttons[0].text()) < wide)
    assert again.size() == again.minimumSize()  # a long name does not keep the window wide
    welcome.show_last([Path("short one.png")], 0)
    assert welcome.recent_buttons[0].text() == "short one.png"


def test_the_first_view_is_gone_through_by_keys_from_top_to_bottom(again: MainWindow) -> None:
    welcome = again.parts.stage.welcome
    welcome.photo_well.setFocus()
    reached = []
    for _ in range(4):
        press(again, "Tab")
        reached.append(again.focusWidget())
    assert reached == [
        welcome.painting_well,
        welcome.sample_button,
        welcome.recent_buttons[0],
        welcome.strip_button,
    ]


@pytest.mark.parametrize("key", ["Space", "Return"])
def test_enter_opens_as_the_space_bar_does(qtbot: QtBot, again: MainWindow, key: str) -> None:
    again.parts.stage.welcome.recent_buttons[0].setFocus()
    press(again, key)
    qtbot.waitUntil(lambda: again.parts.document.photo is not None)
