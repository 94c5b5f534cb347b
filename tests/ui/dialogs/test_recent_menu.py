"""Recent photos are listed, opened again and forgotten."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.ui.document.settings import Settings
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.menus import choose_menu
from tests.support.mouse_and_keys import click

LEFT_HALF = QPoint(50, 300)


def test_recent_photos_are_listed_greyed_when_gone_and_forgotten(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path, make_painting: Callable[..., Path]
) -> None:
    other = make_painting("other.png")
    drop(coloured.parts.stage, LEFT_HALF, other)
    qtbot.waitUntil(lambda: coloured.parts.document.photo_name == "other.png")
    menu = coloured.parts.actions.recent_menu
    assert [Path(path).name for path in Settings().recent] == ["other.png", "photo.png"]
    photo_file.unlink()
    choose_menu(coloured, "File", "Open recent")
    qtbot.waitUntil(lambda: not menu.actions()[1].isEnabled())
    assert menu.actions()[0].isEnabled()
    assert "not there any more" in menu.actions()[1].text()
    click(menu, menu.actionGeometry(menu.actions()[-1]).center())
    assert Settings().recent == []
    assert not menu.isEnabled()


def test_a_recent_photo_opens_again_and_comes_first(
    qtbot: QtBot, coloured: MainWindow, make_painting: Callable[..., Path]
) -> None:
    drop(coloured.parts.stage, LEFT_HALF, make_painting("other.png"))
    qtbot.waitUntil(lambda: coloured.parts.document.photo_name == "other.png")
    earlier = coloured.parts.actions.recent_menu.actions()[1].text().replace("&", "")
    choose_menu(coloured, "File", "Open recent", earlier)
    qtbot.waitUntil(lambda: coloured.parts.document.photo_name == "photo.png")
    assert [path.name for path in Settings().recent] == ["photo.png", "other.png"]
