"""The gallery shows the photo under every preset, and is searched, grouped, starred and tried in."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QHelpEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.engine.edits.framing import Framing
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.qimage import to_array
from desktop.ui.document.preset_grouping import Arrangement, Entry, Grouping, PresetGroup, arrange
from desktop.ui.document.settings import Settings
from desktop.ui.gallery.delegate import fitting_byline
from desktop.ui.gallery.model import (
    CHOSEN_ROLE,
    FAVOURITE_ROLE,
    PRESET_ROLE,
    SECTION_ROLE,
    THUMBNAIL_ROLE,
)
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.icons import icon
from tests.support.hands import (
    Start,
    choose_from,
    choose_menu,
    click,
    click_preset,
    drop,
    hover_preset,
    preset_index,
    preset_names,
    press,
    type_text,
    wait_for_gallery,
    wait_for_result,
    wheel,
)


def rect_of(window: MainWindow, name: str) -> QRect:
    return window.parts.gallery.list.visualRect(preset_index(window, name))


def hover(qtbot: QtBot, window: MainWindow, name: str) -> None:
    view = window.parts.gallery.list.viewport()
    qtbot.mouseMove(view, rect_of(window, name).center() - QPoint(3, 3))
    qtbot.mouseMove(view, rect_of(window, name).center())


def thumbnail(window: MainWindow, name: str) -> QPixmap:
    pixmap = preset_index(window, name).data(THUMBNAIL_ROLE)
    assert isinstance(pixmap, QPixmap)
    return pixmap


def mean_colour(pixmap: QPixmap) -> np.ndarray:
    colour: np.ndarray = to_array(pixmap.toImage())[..., :3].reshape(-1, 3).mean(axis=0)
    return colour


def headings(window: MainWindow) -> list[str]:
    model = window.parts.gallery.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data()) for index in rows if index.data(SECTION_ROLE) is not None]


def group_by(window: MainWindow, title: str) -> None:
    choose_from(window.parts.gallery.group_button, title)


def _tells(name: str) -> bool:
    return QToolTip.text().startswith(name)


def _is_gray(window: MainWindow, name: str) -> bool:
    return bool(np.ptp(mean_colour(thumbnail(window, name))) < 0.5)


def test_before_a_photo_there_are_palettes(window: MainWindow) -> None:
    assert preset_index(window, "Red Room").data(THUMBNAIL_ROLE) is None


def test_every_preset_shows_the_persons_own_photo_in_its_colours(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_for_gallery(qtbot, coloured)
    red, green, blue = mean_colour(thumbnail(coloured, "Red Room"))
    assert red > max(green, blue) + 5
    red, green, blue = mean_colour(thumbnail(coloured, "Blue Hour"))
    assert blue > max(red, green) + 5
    room = coloured.parts.gallery.list.cell.picture_size()
    assert thumbnail(coloured, "Red Room").size() == room.toSize()  # 4:3, as the photo is


def test_another_photo_gets_other_thumbnails(qtbot: QtBot, coloured: MainWindow, tmp_path: Path) -> None:
    tall = tmp_path / "tall.png"
    Image.fromarray(np.tile(np.arange(60, dtype=np.uint8) * 4, (120, 1))).save(tall)
    wait_for_gallery(qtbot, coloured)
    before = thumbnail(coloured, "Red Room").toImage()
    drop(coloured.parts.stage, QPoint(50, 300), tall)
    wait_for_result(qtbot, coloured)
    wait_for_gallery(qtbot, coloured)
    after = thumbnail(coloured, "Red Room").toImage()
    assert after != before
    assert after.height() > after.width()


def test_thumbnail_of_a_hovered_preset_needs_no_run_for_the_canvas(
    qtbot: QtBot, coloured: MainWindow
) -> None:
    wait_for_gallery(qtbot, coloured)
    colorizer = coloured.parts.models.colorizer()
    colorizer.latency_ms = -1.0  # a run would overwrite it
    before = coloured.parts.stage.canvas.picture.after
    hover(qtbot, coloured, "Red Room")
    qtbot.waitUntil(lambda: coloured.parts.stage.canvas.picture.after != before)
    wait_for_result(qtbot, coloured)
    assert colorizer.latency_ms == -1.0


def test_thumbnails_give_way_to_the_canvas(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_for_gallery(qtbot, coloured)
    size_px, adjustments = (
        coloured.parts.gallery.thumbnail_size_px(),
        coloured.parts.document.edit.adjustments,
    )
    coloured.parts.preset_thumbnailer.start(coloured.parts.document.photo, size_px, adjustments, Framing())
    made: list[bool] = []
    coloured.parts.preset_thumbnailer.made.connect(
        lambda _preset, _image: made.append(coloured.parts.renderer.busy)
    )
    for preset in coloured.parts.library.presets * 3:
        hover_preset(coloured, preset.name)
        qtbot.wait(1)
    wait_for_result(qtbot, coloured)
    wait_for_gallery(qtbot, coloured)
    assert len(made) == 3
    assert not any(made)


def test_thumbnails_follow_the_adjustments_without_another_run(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_for_gallery(qtbot, coloured)
    colorizer = coloured.parts.models.colorizer()
    colorizer.latency_ms = -1.0  # a run would overwrite it
    slider = coloured.parts.adjustments.rows["amount"].slider
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, slider.height() // 2))
    qtbot.mouseMove(slider, QPoint(0, slider.height() // 2))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(0, slider.height() // 2))
    assert coloured.parts.document.amount == 0
    for name in ("Red Room", "Blue Hour", "Green Field"):
        qtbot.waitUntil(partial(_is_gray, coloured, name))
    coloured.parts.editing.undo_stack.undo()
    qtbot.waitUntil(lambda: np.ptp(mean_colour(thumbnail(coloured, "Red Room"))) > 5)
    wait_for_gallery(qtbot, coloured)
    assert colorizer.latency_ms == -1.0


def test_those_in_sight_come_first(qtbot: QtBot, window: MainWindow) -> None:
    for number in range(40):
        window.parts.library.add(replace(window.parts.library.presets[0], name=f"Mine {number}"))
    view = window.parts.gallery.list
    assert window.parts.gallery.in_order_of_sight()[0] == window.parts.gallery.presets[0]
    view.scrollToBottom()
    first = window.parts.gallery.in_order_of_sight()[0]
    assert view.visualRect(preset_index(window, first.name)).intersects(view.viewport().rect())
    assert first != window.parts.gallery.presets[0]


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


def shown(window: MainWindow) -> str:
    preset = window.parts.document.shown_edit.preset
    assert preset is not None
    return preset.name


def test_the_button_that_empties_the_search_follows_the_theme(window: MainWindow) -> None:
    action = window.parts.gallery.search_field.findChild(QAction, "_q_qlineeditclearaction")
    assert action is not None
    shown = []
    for name in ("Dark", "Light"):
        choose_menu(window, "View", "Appearance", name)
        shown.append(action.icon().pixmap(16).toImage())
        assert shown[-1] == icon("close").pixmap(16).toImage()
    assert shown[0] != shown[1]


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
