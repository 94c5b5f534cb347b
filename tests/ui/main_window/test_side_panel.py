"""The side panel: gallery and tools side by side where there is room, in turns where there is none."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.collapsible_section import TOOLS_HEIGHT_PX, CollapsibleSection
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, drag_slider, press, type_text
from tests.support.window_steps import preset_index, unfold, wait_for_result


def section(window: MainWindow, key: str) -> CollapsibleSection:
    return next(part for part in window.parts.side_panel.findChildren(CollapsibleSection) if part.key == key)


def seen_px(window: MainWindow, widget: QWidget) -> int:
    """How much of a widget's height is in the sight of the tools."""
    viewport = window.parts.side_panel.tools.viewport()
    place = QRect(widget.mapTo(viewport, widget.rect().topLeft()), widget.size())
    return place.intersected(viewport.rect()).height()


@pytest.fixture
def short(qtbot: QtBot, coloured: MainWindow) -> MainWindow:
    """A window with a photo, as small as it gets."""
    coloured.resize(coloured.minimumSize())
    qtbot.waitUntil(lambda: coloured.parts.side_panel.presets.header.isVisible())
    return coloured


def test_in_a_short_window_an_unfolded_tool_has_the_panel_and_gives_it_back(
    qtbot: QtBot, short: MainWindow
) -> None:
    assert short.parts.gallery.isVisible()
    assert short.parts.side_panel.tools.height() >= TOOLS_HEIGHT_PX
    for row in ("amount", "colourfulness", "warmth"):
        assert (
            seen_px(short, short.parts.adjustments.rows[row].slider)
            == short.parts.adjustments.rows[row].slider.height()
        )
    click(section(short, "blend").header)
    qtbot.waitUntil(lambda: not short.parts.gallery.isVisible())
    qtbot.waitUntil(lambda: seen_px(short, short.parts.blend) == short.parts.blend.height())
    assert short.size() == short.minimumSize()
    click(section(short, "blend").header)
    qtbot.waitUntil(short.parts.gallery.isVisible)
    cell = short.parts.gallery.list.visualRect(preset_index(short, "Blue Hour"))
    qtbot.waitUntil(lambda: short.parts.gallery.list.viewport().rect().contains(cell))


def test_the_gallery_comes_back_by_its_header_and_by_searching(qtbot: QtBot, short: MainWindow) -> None:
    unfold(short, "history")
    assert not short.parts.gallery.isVisible()
    header = short.parts.side_panel.presets.header
    header.setFocus(Qt.FocusReason.TabFocusReason)
    press(short, "Space")
    qtbot.waitUntil(short.parts.gallery.isVisible)
    assert section(short, "history").header.isChecked()
    assert short.parts.side_panel.tools.height() >= TOOLS_HEIGHT_PX
    click(header)
    qtbot.waitUntil(lambda: not short.parts.gallery.isVisible())
    press(short, "Ctrl+F")
    qtbot.waitUntil(short.parts.gallery.search_field.isVisible)
    assert short.parts.gallery.search_field.hasFocus()
    type_text(short.parts.gallery.search_field, "red room")
    assert [preset.name for preset in short.parts.gallery.presets] == ["Red Room"]


def test_where_there_is_room_the_gallery_stays_and_needs_no_header(qtbot: QtBot, short: MainWindow) -> None:
    unfold(short, "history")
    assert not short.parts.gallery.add_button.isVisible()
    short.resize(1180, 760)
    qtbot.waitUntil(short.parts.gallery.isVisible)
    assert not short.parts.side_panel.presets.header.isVisible()
    assert short.parts.gallery.add_button.isVisible()
    QApplication.processEvents()
    unfold(short, "local")
    assert short.parts.gallery.isVisible()


def rows_in_sight(window: MainWindow) -> int:
    """How many rows of presets are whole in sight."""
    view = window.parts.gallery.list
    rects = [view.visualRect(view.index_of(preset)) for preset in window.parts.gallery.presets]
    return len({rect.top() for rect in rects if view.viewport().rect().contains(rect)})


@pytest.fixture
def many_presets(coloured: MainWindow) -> MainWindow:
    """A window with a photo and twenty presets more."""
    preset = coloured.parts.library.presets[0]
    for number in range(20):
        coloured.parts.library.add(replace(preset, name=f"Another {number}"))
    coloured.parts.gallery.list.scrollToTop()
    return coloured


def test_at_1600_x_1000_several_rows_are_in_sight_with_more_open(
    qtbot: QtBot, many_presets: MainWindow
) -> None:
    click(section(many_presets, "adjust").header)
    many_presets.resize(1600, 1000)
    qtbot.waitUntil(lambda: rows_in_sight(many_presets) >= 2)
    view = many_presets.parts.gallery.list
    assert view.cell.columns == 3
    panel = many_presets.parts.side_panel
    assert many_presets.parts.gallery.height() >= 0.59 * panel.height()
    slider = many_presets.parts.adjustments.rows["hue"].slider
    click(slider)  # scrolled into sight where it is not
    assert seen_px(many_presets, slider) == slider.height()


def test_in_a_short_window_more_than_a_row_is_in_sight(qtbot: QtBot, many_presets: MainWindow) -> None:
    many_presets.resize(760, 520)
    qtbot.waitUntil(lambda: many_presets.parts.gallery.list.cell.columns == 3)
    view = many_presets.parts.gallery.list
    view.scrollToTop()
    rects = [view.visualRect(view.index_of(preset)) for preset in many_presets.parts.gallery.presets[1:7]]
    assert all(rect.intersects(view.viewport().rect()) for rect in rects)


def test_a_long_name_pushes_nothing_out_of_the_status_bar(
    qtbot: QtBot, window: MainWindow, photo_file: Path, tmp_path: Path
) -> None:
    name = "A rather long name of an old photograph from the attic, scanned in the summer of 1987.png"
    shutil.copy(photo_file, tmp_path / name)
    drop(window.parts.stage, QPoint(50, 300), tmp_path / name)
    wait_for_result(qtbot, window)
    window.resize(760, 520)
    QApplication.processEvents()
    bar, label = window.parts.status_bar, window.parts.status_bar.photo_label
    for chip in (bar.zoom, bar.chip):
        place = QRect(chip.mapTo(bar, QPoint()), chip.size())
        assert bar.rect().contains(place)
        assert chip.width() >= chip.sizeHint().width()
    assert label.shown_text.startswith("A rather")
    assert label.shown_text.endswith("MP")
    assert name in label.toolTip()
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: label.shown_text == label.text())
    assert label.toolTip() == ""


def test_a_tool_that_is_unfolded_or_grows_comes_into_sight(qtbot: QtBot, coloured: MainWindow) -> None:
    coloured.resize(1180, 760)
    parts = coloured.parts
    unfold(coloured, "history")
    click(section(coloured, "framing").header)
    panel = parts.framing.panel
    click(panel.crop_button)
    tools = (panel.done, panel.ratio, panel.angle.slider)
    qtbot.waitUntil(lambda: all(seen_px(coloured, tool) == tool.height() for tool in tools))
    press(coloured, "Esc")
    click(section(coloured, "framing").header)
    click(section(coloured, "blend").header)
    blend = section(coloured, "blend")
    qtbot.waitUntil(lambda: seen_px(coloured, blend.header) == blend.header.height())
    qtbot.waitUntil(lambda: seen_px(coloured, parts.blend.pad) == parts.blend.pad.height())


def test_resetting_does_not_scroll_the_tools_away(qtbot: QtBot, coloured: MainWindow) -> None:
    coloured.resize(1180, 760)
    adjustments, bar = coloured.parts.adjustments, coloured.parts.side_panel.tools.verticalScrollBar()
    unfold(coloured, "adjust")
    drag_slider(adjustments.rows["amount"].slider, 0.6, 0.2)
    bar.setValue(0)
    click(adjustments.reset_button)
    qtbot.waitUntil(lambda: not adjustments.reset_button.isEnabled())
    qtbot.wait(50)
    assert bar.value() == 0
    assert adjustments.more.header.hasFocus()


def test_in_a_short_window_the_crop_has_the_panel(qtbot: QtBot, short: MainWindow) -> None:
    unfold(short, "framing")
    click(short.parts.side_panel.presets.header)
    qtbot.waitUntil(short.parts.gallery.isVisible)
    press(short, "Ctrl+K")
    qtbot.waitUntil(lambda: not short.parts.gallery.isVisible())
    angle = short.parts.framing.panel.angle.slider
    qtbot.waitUntil(lambda: seen_px(short, angle) == angle.height())


def test_a_click_on_a_header_draws_no_focus_there(qtbot: QtBot, coloured: MainWindow) -> None:
    """Not even where what is folded away had the keyboard."""
    blend = section(coloured, "blend")
    unfold(coloured, "blend")
    assert not blend.header.hasFocus()
    box = next(
        box for box in blend.content.findChildren(QWidget) if box.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    box.setFocus()
    click(blend.header)
    qtbot.waitUntil(lambda: not blend.content.isVisible())
    assert not blend.header.hasFocus()
    press(coloured, "Tab")
    assert coloured.focusWidget() is not None
