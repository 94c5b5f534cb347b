"""The window of the user's guide: pages, links, search, pictures and theme."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.base.translations import LANGUAGES
from desktop.ui.dialogs.guide_pages import PAGES, guide_dir, page_name, page_path, read_page, title_of
from desktop.ui.dialogs.guide_view import COLUMN_PX
from desktop.ui.dialogs.guide_window import GuideWindow
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.shortcuts_dialog import plain
from desktop.ui.widgets.theme import current_theme


@pytest.fixture
def guide(qtbot: QtBot, window: MainWindow) -> GuideWindow:
    """The guide, as F1 opens it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    found = window.findChild(GuideWindow)
    assert found is not None
    qtbot.waitUntil(lambda: found.isVisible())
    return found


def go_to(guide: GuideWindow, name: str) -> None:
    """Choose a page in the contents."""
    guide.contents.setCurrentRow(PAGES.index(name))


def shown(guide: GuideWindow) -> str:
    return page_name(guide.view.source())


@pytest.mark.parametrize("speaking", list(LANGUAGES), indirect=True)
def test_every_page_opens_in_every_language(qtbot: QtBot, window: MainWindow, speaking: str) -> None:
    guide = GuideWindow(window)
    qtbot.addWidget(guide)
    guide.open()
    assert guide.contents.count() == len(PAGES)
    for row, name in enumerate(PAGES):
        guide.contents.setCurrentRow(row)
        text = guide.view.toPlainText()
        assert text.startswith(guide.contents.item(row).text())
        assert title_of(read_page(page_path(name))) == guide.contents.item(row).text()
        assert not re.search(r"[{}]|\*\*|\]\(", text), text
    go_to(guide, "saving")
    save = plain(QCoreApplication.translate("Actions", "Save as…"))
    keys = window.parts.actions.save_as.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    assert f"{save} ({keys})" in guide.view.toPlainText()


def test_f1_opens_it_once_beside_the_window(qtbot: QtBot, guide: GuideWindow, window: MainWindow) -> None:
    assert not guide.isModal()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.findChildren(GuideWindow) == [guide]
    assert shown(guide) == PAGES[0]


def test_arrow_keys_turn_the_pages(guide: GuideWindow) -> None:
    QTest.keyClick(guide.contents, Qt.Key.Key_Down)
    assert shown(guide) == PAGES[1]
    QTest.keyClick(guide.contents, Qt.Key.Key_End)
    assert shown(guide) == PAGES[-1]


def test_a_link_leads_on_and_the_buttons_back_and_forward(qtbot: QtBot, guide: GuideWindow) -> None:
    view = guide.view
    found = view.document().find(title_of(read_page(page_path("presets"))))
    view.setTextCursor(QTextCursor(found))
    view.ensureCursorVisible()
    place = view.cursorRect(found).center() - QPoint(8, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(guide) == "presets"
    assert guide.contents.currentRow() == PAGES.index("presets")
    qtbot.mouseClick(guide.back, Qt.MouseButton.LeftButton)
    assert shown(guide) == PAGES[0]
    assert guide.contents.currentRow() == 0
    assert not guide.back.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown(guide) == "presets"


def test_search_lists_the_pages_that_have_the_words(qtbot: QtBot, guide: GuideWindow) -> None:
    QTest.keySequence(guide, QKeySequence.StandardKey.Find)
    qtbot.waitUntil(guide.search.hasFocus)
    QTest.keyClicks(guide.search, "hatching brush")
    listed = [PAGES[row] for row in range(len(PAGES)) if not guide.contents.item(row).isHidden()]
    assert listed == ["regions"]
    assert shown(guide) == "regions"
    assert {mark.cursor.selectedText().casefold() for mark in guide.view.extraSelections()} == {
        "hatching",
        "brush",
    }
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.view.textCursor().selectedText().casefold() == "hatching"
    assert guide.isVisible()
    QTest.keyClicks(guide.search, " zeppelin")
    assert guide.nothing.isVisible()
    guide.search.clear()
    assert not guide.nothing.isVisible()
    assert not any(guide.contents.item(row).isHidden() for row in range(len(PAGES)))


def test_pictures_fit_and_are_sharp(qtbot: QtBot, guide: GuideWindow) -> None:
    for path in guide_dir().glob("*/pictures/*"):
        picture = guide.view.loadResource(2, QUrl.fromLocalFile(str(path)))
        assert picture.deviceIndependentSize().width() <= COLUMN_PX
        assert picture.width() >= 1.5 * COLUMN_PX
    guide.resize(guide.minimumSize())
    for row in range(len(PAGES)):
        guide.contents.setCurrentRow(row)
        assert guide.view.horizontalScrollBar().maximum() == 0, PAGES[row]


def test_it_follows_the_theme(qtbot: QtBot, guide: GuideWindow, window: MainWindow) -> None:
    go_to(guide, "adjusting")
    for name in ("dark", "light"):
        window.parts.actions.appearances[name].trigger()
        link = guide.view.document().find(title_of(read_page(page_path("blending"))))
        assert link.charFormat().foreground().color() == current_theme()["accent"]
        assert shown(guide) == "adjusting"
    window.parts.actions.appearances["system"].trigger()
