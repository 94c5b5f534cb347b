"""No text is cut in any language: not in the window, however small it may be, and not in any dialog."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.engine.core import paths
from desktop.engine.inference.model_installer import ModelEntry
from desktop.engine.inference.model_registry import DEFAULT_MODEL, read_manifest
from desktop.ui.base.translations import LANGUAGES
from desktop.ui.dialogs.model_manager import ModelManager
from desktop.ui.document.settings import Settings
from desktop.ui.gallery.new_preset_dialog import NewPresetDialog
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.panels.blend_panel import PresetBox
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from desktop.ui.widgets.combo_box import ComboBox
from desktop.ui.widgets.drop_target import DropTarget
from tests.e2e.test_accessibility import describe
from tests.support.drag_and_drop import drop
from tests.support.window_steps import Start, child, wait_for_result

ICON_PX = 26  # room that an icon takes in a line of text, at most


def missing_px(widget: QWidget) -> int:
    """How many pixels a widget lacks for its text, in the direction in which it could be cut."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) - widget.height()
        return widget.sizeHint().width() - widget.width()
    if isinstance(widget, DropTarget):
        return widget.heightForWidth(widget.width()) - widget.height()
    of_preset = widget.objectName() == "regionName"  # which has no bounds
    if isinstance(widget, QAbstractButton) and widget.text() and not of_preset:
        return widget.sizeHint().width() - widget.width()
    if isinstance(widget, ComboBox) and not isinstance(widget, PresetBox):  # which cuts the names of presets
        widest = max(
            widget.fontMetrics().horizontalAdvance(widget.itemText(row)) for row in range(widget.count())
        )
        return widest + ICON_PX - widget.width()
    if isinstance(widget, QLineEdit) and widget.placeholderText():
        option = QStyleOptionFrame()
        widget.initStyleOption(option)
        room = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, widget).width()
        icons = sum(action.isVisible() for action in widget.actions())
        return widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + icons * ICON_PX - room
    if isinstance(widget, QTreeWidget):
        columns = range(widget.columnCount())
        return max(widget.sizeHintForColumn(column) - widget.columnWidth(column) for column in columns)
    return 0


def cut(root: QWidget) -> list[str]:
    """Every text in sight that is cut, with what it lacks."""
    shown = [widget for widget in (root, *root.findChildren(QWidget)) if widget.isVisibleTo(root)]
    return [
        f"{describe(widget)}: {getattr(widget, 'text', str)()!r} lacks {missing_px(widget)} px"
        for widget in shown
        if missing_px(widget) > 0
    ]


def speak(code: str) -> None:
    """What the program is to speak when it starts."""
    Settings().language = code


def fill(qtbot: QtBot, window: MainWindow, photo: Path) -> None:
    """Open a photo, unfold everything, and begin a region."""
    drop(window.parts.stage, QPoint(50, 300), photo)
    wait_for_result(qtbot, window)
    for section in window.parts.side_panel.findChildren(CollapsibleSection):
        section.set_open(True)
    window.parts.regions.add()
    wait_for_result(qtbot, window)


@pytest.mark.usefixtures("shipped_presets")
@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_cut_in_the_window(qtbot: QtBot, start: Start, photo_file: Path, code: str) -> None:
    speak(code)
    window = start()
    window.resize(window.minimumSize())
    assert cut(window) == []
    fill(qtbot, window, photo_file)
    window.parts.notifications.show_info("x", action=window.tr("Undo"), do=lambda: None)
    qtbot.waitUntil(lambda: window.parts.stage.messages.isVisible())
    assert cut(window) == []
    assert window.size() == window.minimumSize()


@pytest.mark.usefixtures("shipped_presets")
@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_cut_in_the_dialogs(
    qtbot: QtBot, start: Start, photo_file: Path, painting_file: Path, code: str
) -> None:
    speak(code)
    window = start()
    fill(qtbot, window, photo_file)
    actions, found = window.parts.actions, []
    for action in (
        actions.settings,
        actions.models,
        actions.shortcuts,
        actions.guide,
        actions.about,
        actions.show_log,
        actions.numbers,
        actions.save_as,
        window.parts.filmstrip_actions.export,
        window.parts.filmstrip_actions.queue,
    ):
        action.trigger()
        qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog)))
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                found += cut(dialog)
                dialog.close()
    drop(window.parts.gallery, QPoint(50, 200), painting_file)
    qtbot.waitUntil(lambda: window.findChild(NewPresetDialog) is not None)
    new_preset = child(window, NewPresetDialog)
    found += cut(new_preset)
    new_preset.close()
    assert found == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_cut_on_the_cards_of_models(
    qtbot: QtBot, start: Start, shipped_presets: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    speak(code)
    window = start()
    folder = paths.shipped_dir() / "models" / DEFAULT_MODEL
    damaged = ModelEntry(
        folder, None, problem="x is not a model manifest; install the model again.", own=True
    )
    entries = [ModelEntry(folder, read_manifest(folder), problem="", own=False), damaged]
    monkeypatch.setattr("desktop.ui.dialogs.model_manager.survey", lambda: entries)
    window.parts.actions.models.trigger()
    manager = window.findChild(ModelManager)
    assert manager is not None
    qtbot.waitUntil(lambda: len(manager.models.cards) == 2 and manager.models.cards[0].isVisible())
    qtbot.waitUntil(lambda: cut(manager) == [])
    manager.close()
