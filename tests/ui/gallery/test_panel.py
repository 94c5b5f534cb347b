"""Presets are tried, chosen, starred and grouped in the gallery by mouse and by keys."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.engine.store.preset_library import Preset
from desktop.ui.document.preset_grouping import Arrangement, Entry, Grouping, PresetGroup, arrange
from desktop.ui.document.settings import Settings
from desktop.ui.gallery.cell_text import fitting_byline
from desktop.ui.gallery.model import CHOSEN_ROLE, FAVOURITE_ROLE, PRESET_ROLE, SECTION_ROLE
from desktop.ui.main_window.main_window import MainWindow
from tests.support.gallery import hover, rect_of, shown, thumbnail
from tests.support.menus import choose_from
from tests.support.mouse_and_keys import press, wheel
from tests.support.window_steps import Start, click_preset, preset_index, preset_names, wait_for_gallery


def headings(window: MainWindow) -> list[str]:
    model = window.parts.gallery.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data()) for index in rows if index.data(SECTION_ROLE) is not None]


def group_by(window: MainWindow, title: str) -> None:
    choose_from(window.parts.gallery.group_button, title)


def _tells(name: str) -> bool:
    return QToolTip.text().startswith(name)


def test_hovering_previews_and_leaving_goes_back(qtbot: QtBot, coloured: MainWindow) -> None:
    before = coloured.parts.stage.canvas.picture.after
    hover(qtbot, coloured, "Red Room")
    qtbot.waitUntil(lambda: coloured.parts.stage.canvas.picture.after != before)
    assert coloured.parts.document.preset == coloured.parts.gallery.presets[0]
    assert not coloured.parts.editing.undo_stack.canUndo()
    view = coloured.parts.gallery.list.viewport()
    qtbot.mouseMove(view, QPoint(view.width() - 2, view.height() - 2))
    qtbot.waitUntil(lambda: coloured.parts.stage.canvas.picture.after == before)


def test_arrow_keys_preview_and_enter_chooses_as_one_step(qtbot: QtBot, coloured: MainWindow) -> None:
    view, before = coloured.parts.gallery.list, coloured.parts.stage.canvas.picture.after
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert shown(coloured) == "Green Field"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert shown(coloured) == "Red Room"
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert shown(coloured) == "Blue Hour"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert shown(coloured) == "Red Room"
    assert not coloured.parts.editing.undo_stack.canUndo()
    qtbot.waitUntil(lambda: coloured.parts.stage.canvas.picture.after != before)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert coloured.parts.document.preset is not None
    assert coloured.parts.document.preset.name == "Red Room"
    assert preset_index(coloured, "Red Room").data(CHOSEN_ROLE)
    press(coloured, "Ctrl+Z")
    assert shown(coloured) == "Blue Hour"
    assert not coloured.parts.editing.undo_stack.canUndo()


def test_leaving_with_the_keyboard_or_escape_restores(qtbot: QtBot, coloured: MainWindow) -> None:
    view = coloured.parts.gallery.list
    for leave in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        view.setFocus()
        view.setCurrentIndex(preset_index(coloured, "Blue Hour"))
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert shown(coloured) == "Green Field"
        QTest.keyClick(coloured if leave == Qt.Key.Key_Escape else view, leave)
        assert shown(coloured) == "Blue Hour"


def test_star_by_mouse_and_by_key_filters_is_kept_and_undone(
    qtbot: QtBot, window: MainWindow, start: Start
) -> None:
    view = window.parts.gallery.list
    star = view.cell.star_rect(rect_of(window, "Red Room")).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert shown(window) == "Blue Hour"  # starred, not chosen
    press(window, "Ctrl+D")
    qtbot.mouseClick(window.parts.gallery.star_button, Qt.MouseButton.LeftButton)
    assert preset_names(window) == ["Blue Hour", "Red Room"]
    assert preset_index(window, "Red Room").data(FAVOURITE_ROLE)
    press(window, "Ctrl+Z")
    assert preset_names(window) == ["Red Room"]
    again = start()
    assert preset_index(again, "Red Room").data(FAVOURITE_ROLE)
    assert not preset_index(again, "Blue Hour").data(FAVOURITE_ROLE)


def test_without_favourites_it_is_said_how_to_get_one(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.parts.gallery.star_button, Qt.MouseButton.LeftButton)
    assert preset_names(window) == []
    assert not window.parts.gallery.list.isVisible()


def test_grouping_is_kept_and_headings_fold_by_mouse_and_key(
    qtbot: QtBot, window: MainWindow, start: Start
) -> None:
    assert headings(window) == []  # one section needs none
    group_by(window, "By year")
    assert headings(window) == ["1750 to 1799", "1850 to 1899", "1900 to 1949"]
    group_by(window, "By painter")
    assert headings(window) == ["Anna Azure", "Greta Gras", "Rosa Rot"]
    view = window.parts.gallery.list
    heading = view.model().index(0, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(heading).center())
    assert preset_names(window) == ["Green Field", "Red Room"]
    QTest.keyClicks(window.parts.gallery.search_field, "blue")
    assert preset_names(window) == ["Blue Hour"]  # what is searched for is not hidden
    window.parts.gallery.search_field.clear()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "Blue Hour" in preset_names(window)
    again = start()
    assert headings(again) == ["Anna Azure", "Greta Gras", "Rosa Rot"]


def test_small_thumbnails_are_more_in_a_row_and_are_kept(
    qtbot: QtBot, coloured: MainWindow, start: Start
) -> None:
    assert rect_of(coloured, "Red Room").top() > rect_of(coloured, "Blue Hour").top()  # two in a row
    choose_from(coloured.parts.gallery.group_button, "Smaller thumbnails")
    wait_for_gallery(qtbot, coloured)
    assert rect_of(coloured, "Red Room").top() == rect_of(coloured, "Blue Hour").top()
    room = coloured.parts.gallery.list.cell.picture_size()
    qtbot.waitUntil(lambda: thumbnail(coloured, "Red Room").width() == int(room.width()))
    again = start()
    assert rect_of(again, "Red Room").top() == rect_of(again, "Blue Hour").top()


def test_the_wheel_with_ctrl_makes_thumbnails_larger_and_smaller_within_bounds(
    qtbot: QtBot, coloured: MainWindow
) -> None:
    view = coloured.parts.gallery.list
    middle, ctrl = QPointF(view.viewport().rect().center()), Qt.KeyboardModifier.ControlModifier
    assert view.cell.columns == 2
    for notches, columns in ((1, 1), (1, 1), (-1, 2), (-1, 3), (-5, 4), (1, 3)):
        wheel(view.viewport(), middle, notches, keys=ctrl)
        assert view.cell.columns == columns
    wait_for_gallery(qtbot, coloured)
    room = view.cell.picture_size()
    qtbot.waitUntil(lambda: thumbnail(coloured, "Red Room").width() == int(room.width()))
    assert Settings().thumbnail_width_px > 0
    wheel(view.viewport(), middle, -1)  # without Ctrl it scrolls
    assert view.cell.columns == 3


def test_a_tooltip_covers_no_other_preset(qtbot: QtBot, coloured: MainWindow) -> None:
    view = coloured.parts.gallery.list
    for name in ("Blue Hour", "Green Field", "Red Room"):
        place = rect_of(coloured, name).center()
        QApplication.sendEvent(
            view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        )
        qtbot.waitUntil(partial(_tells, name))
        tips = [widget for widget in QApplication.topLevelWidgets() if widget.inherits("QTipLabel")]
        shown = next(tip for tip in tips if tip.isVisible())
        panel = QRect(view.mapToGlobal(QPoint()), view.size())
        assert not shown.geometry().intersects(panel)
    QToolTip.hideText()


def test_long_names_lose_their_middle(qtbot: QtBot, coloured: MainWindow) -> None:
    """What ends otherwise is told apart: Boulevard Montmartre in spring from the one in winter."""
    picture = coloured.parts.gallery.list.cell.picture_size()
    first, second = (f"Boulevard Montmartre, a morning in {time}" for time in ("spring", "winter"))
    for name in (first, second):
        found = coloured.parts.library.find("Blue Hour")
        assert found is not None
        coloured.parts.library.add(replace(found, name=name))
    images = []
    for name in (first, second):
        view = coloured.parts.gallery.list
        view.scrollTo(preset_index(coloured, name))
        cell = rect_of(coloured, name)
        text = QRect(
            cell.left() + 9, cell.top() + 9 + round(picture.height()) + 10, round(picture.width()), 16
        )
        images.append(view.viewport().grab(text).toImage())
    assert images[0] != images[1]


def entry(name: str, *, painter: str = "", year: str = "", own: bool = False) -> Entry:
    preset = Preset(name, "palette", "0", (1.0,), (), painter=painter, year=year)
    return Entry(preset, own=own, favourite=False)


@pytest.mark.parametrize(
    ("grouping", "keys"),
    [
        (Grouping.NAME, ["own", "shipped"]),
        (Grouping.PAINTER, ["own", "Jan van Eyck", "Claude Monet", ""]),
        (Grouping.YEAR, ["own", "1400", "1850", ""]),
    ],
)
def test_sections(grouping: Grouping, keys: list[str]) -> None:
    entries = [
        entry("Sunrise", painter="Claude Monet", year="c. 1872"),
        entry("Wedding", painter="Jan van Eyck", year="1434"),
        entry("Unknown"),
        entry("Mine", painter="Claude Monet", own=True),
    ]
    sections = arrange(entries, Arrangement(grouping=grouping))
    assert [section.key for section in sections] == keys
    assert all(isinstance(section, PresetGroup) and section.entries for section in sections)


def test_the_chosen_preset_stays_in_sight_when_suiting_ones_come(qtbot: QtBot, coloured: MainWindow) -> None:
    window, view = coloured, coloured.parts.gallery.list
    preset = window.parts.library.presets[0]
    for number in range(20):
        window.parts.library.add(replace(preset, name=f"Another {number}"))
    window.parts.gallery.show_suiting(())
    click_preset(window, "Red Room")
    red = window.parts.library.find("Red Room")
    assert red is not None
    window.parts.gallery.show_suiting((red, *window.parts.library.presets[4:8]))
    current = view.visualRect(view.currentIndex())
    assert view.currentIndex().data(PRESET_ROLE).name == "Red Room"
    assert view.viewport().rect().contains(current)


def test_a_painter_stands_alone_where_half_a_year_would_follow(window: MainWindow) -> None:
    preset = replace(window.parts.library.presets[0], painter="Edgar Degas", year="1871-74")
    font = window.parts.gallery.list.font()
    room = QFontMetricsF(font).horizontalAdvance
    assert fitting_byline(preset, font, room("Edgar Degas, 1871-74") + 1) == "Edgar Degas, 1871-74"
    assert fitting_byline(preset, font, room("Edgar Degas") + 1) == "Edgar Degas"
    long = replace(preset, painter="Edgar Hilaire Germain Degas")
    assert fitting_byline(long, font, room("Edgar Hilaire, 1871-74")).endswith(", 1871-74")
