"""The gallery is searched; Escape empties the search, and then leaves it."""

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.icons import icon
from tests.support.menus import choose_menu
from tests.support.mouse_and_keys import click, press, type_text
from tests.support.window_steps import preset_names


def test_escape_empties_the_search_and_then_leaves_it(qtbot: QtBot, coloured: MainWindow) -> None:
    field, canvas = coloured.parts.gallery.search_field, coloured.parts.stage.canvas
    press(coloured, "Ctrl+F")
    type_text(field, "red")
    assert preset_names(coloured) == ["Red Room"]
    press(coloured, "Escape")
    assert field.text() == ""
    assert len(preset_names(coloured)) == 3
    assert field.hasFocus()
    press(coloured, "Escape")
    assert canvas.hasFocus()
    before = canvas.viewport
    press(coloured, "+")  # the canvas's own key
    assert canvas.viewport != before


def test_escape_in_the_search_before_there_is_a_photo(window: MainWindow) -> None:
    press(window, "Ctrl+F")
    press(window, "Escape")
    assert window.parts.stage.welcome.photo_well.hasFocus()


def test_where_nothing_is_found_all_can_be_shown(qtbot: QtBot, window: MainWindow) -> None:
    gallery = window.parts.gallery
    click(gallery.star_button)
    type_text(gallery.search_field, "no such painter")
    assert not gallery.list.isVisible()
    click(gallery.empty.show_all)
    assert len(preset_names(window)) == 3
    assert gallery.list.isVisible()
    assert not gallery.star_button.isChecked()
    assert gallery.search_field.hasFocus()


def test_the_button_that_empties_the_search_follows_the_theme(window: MainWindow) -> None:
    action = window.parts.gallery.search_field.findChild(QAction, "_q_qlineeditclearaction")
    assert action is not None
    shown = []
    for name in ("Dark", "Light"):
        choose_menu(window, "View", "Appearance", name)
        shown.append(action.icon().pixmap(16).toImage())
        assert shown[-1] == icon("close").pixmap(16).toImage()
    assert shown[0] != shown[1]
