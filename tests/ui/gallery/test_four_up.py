"""Four presets large on one's own photo: click one, or its key, to take it."""

import numpy as np
from pytestqt.qtbot import QtBot

from desktop.ui.base.qimage import to_array
from desktop.ui.gallery.four_up_view import FourUpView
from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import choose_menu
from tests.support.mouse_and_keys import click, press
from tests.support.window_steps import chosen, click_preset, wait_for_result


def opened(qtbot: QtBot, window: MainWindow) -> FourUpView:
    press(window, "Ctrl+4")
    view = window.parts.four_up.view
    assert view.isVisible()
    shown = [tile for tile in view.tiles if tile.preset is not None]
    qtbot.waitUntil(lambda: all(tile.image is not None for tile in shown))
    return view


def names(view: FourUpView) -> list[str]:
    return [tile.text() for tile in view.tiles if tile.preset is not None]


def test_a_click_takes_the_preset_and_is_one_step(qtbot: QtBot, coloured: MainWindow) -> None:
    before = chosen(coloured)
    view = opened(qtbot, coloured)
    assert names(view) == ["Blue Hour", "Green Field", "Red Room"]
    means = [to_array(tile.image).mean(axis=(0, 1)) for tile in view.tiles[:3] if tile.image is not None]
    assert [int(np.argmax(mean)) for mean in means] == [2, 1, 0]  # blue, green, red
    click(view.tiles[2])
    assert not view.isVisible()
    assert chosen(coloured) == "Red Room"
    press(coloured, "Ctrl+Z")
    assert chosen(coloured) == before


def test_keys_go_through_them_and_escape_leaves_all_as_it_was(qtbot: QtBot, coloured: MainWindow) -> None:
    view = opened(qtbot, coloured)
    press(coloured, "Right")
    assert view.tiles[1].hasFocus()
    press(coloured, "Esc")
    assert not view.isVisible()
    assert chosen(coloured) == "Blue Hour"
    view = opened(qtbot, coloured)
    press(coloured, "2")
    assert chosen(coloured) == "Green Field"
    opened(qtbot, coloured)
    press(coloured, "Down")
    press(coloured, "Return")
    assert chosen(coloured) == "Red Room"


def test_more_presets_follow_in_fours(qtbot: QtBot, coloured: MainWindow) -> None:
    for _ in range(3):
        press(coloured, "Ctrl+Shift+D")
    listed = [preset.name for preset in coloured.parts.gallery.presets]
    assert len(listed) == 6
    click_preset(coloured, listed[0])
    wait_for_result(qtbot, coloured)
    view = opened(qtbot, coloured)
    assert names(view) == listed[:4]
    assert not view.previous.isEnabled()
    press(coloured, "PgDown")
    assert names(view) == listed[2:]
    assert not view.next.isEnabled()
    click(view.previous)
    assert names(view) == listed[:4]
    click(view.close_button)
    assert not view.isVisible()


def test_a_preset_that_suits_the_photo_comes_once(qtbot: QtBot, coloured: MainWindow) -> None:
    gallery = coloured.parts.gallery
    blue, _green, red = gallery.presets
    gallery.show_suiting((red, blue))
    assert gallery.presets.count(red) == 2
    view = opened(qtbot, coloured)
    assert sorted(names(view)) == ["Blue Hour", "Green Field", "Red Room"]


def test_a_narrow_window_is_told_in_fewer_words(qtbot: QtBot, coloured: MainWindow) -> None:
    view = opened(qtbot, coloured)
    assert view.place.text() == "Presets 1 to 3 of 3: click one to take it"
    coloured.resize(760, 520)
    qtbot.waitUntil(lambda: view.place.text() == "1 to 3 of 3")
    assert view.place.shown_text == view.place.text(), "not cut"
    assert view.close_button.geometry().right() < view.width()


def test_it_fills_the_stage_and_follows_its_size(qtbot: QtBot, coloured: MainWindow) -> None:
    view = opened(qtbot, coloured)
    first = view.tiles[0].image
    coloured.resize(900, 600)
    tile = view.tiles[0]
    qtbot.waitUntil(lambda: tile.image is not None and tile.image is not first)
    assert view.size() == coloured.parts.stage.size()


def test_without_a_photo_there_is_nothing_to_compare(window: MainWindow) -> None:
    assert not window.parts.actions.four_up.isEnabled()
    press(window, "Ctrl+4")
    assert not window.parts.four_up.view.isVisible()


def test_the_menu_has_it(coloured: MainWindow) -> None:
    choose_menu(coloured, "View", "Four presets side by side")
    assert coloured.parts.four_up.view.isVisible()
