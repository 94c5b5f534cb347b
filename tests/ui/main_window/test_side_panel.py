"""The side panel: gallery and tools side by side where there is room, in turns where there is none."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.collapsible_section import TOOLS_HEIGHT_PX, CollapsibleSection
from tests.support.hands import click, preset_index, press, type_text, unfold


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
