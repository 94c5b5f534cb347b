"""Steps of a user in the window: opening, choosing a preset, saving, and waiting for the result."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.gallery.model import PRESET_ROLE
from desktop.ui.gallery.new_preset_dialog import NewPresetDialog
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from tests.support.mouse_and_keys import click, click_item, hover, press

AnyObject = TypeVar("AnyObject", bound=QObject)


class Waiting(Protocol):
    """Waits while the window works: pytest-qt's `qtbot`, or what stands for it where no test runs."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = ...) -> None:  # noqa: N802 - the name of pytest-qt
        """Return when the callback answers True."""


Start = Callable[..., MainWindow]  # starts the program with the files that it is given


LAYOUT_MS = 50  # a hand is slower


def child(parent: QObject, kind: type[AnyObject], name: str = "") -> AnyObject:
    """The first child of a class, or of that name; there has to be one."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None
    return found


def wait_for_result(qtbot: Waiting, window: MainWindow) -> None:
    """Until nothing is being worked on and there is a result on the canvas."""

    def settled() -> bool:
        has_result = window.parts.stage.canvas.picture.after is not None
        return (
            has_result
            and not window.parts.loader.busy
            and not window.parts.preset_maker.busy
            and not window.parts.renderer.busy
        )

    qtbot.waitUntil(settled)


def press_save(window: MainWindow) -> None:
    """Save beside the photo, under the name that is suggested: Ctrl+S, Return."""
    press(window, "Ctrl+S")
    dialog = window.parts.save_commands.dialog
    assert dialog is not None
    press(dialog, "Return")


def preset_names(window: MainWindow) -> list[str]:
    """The presets that the gallery lists, in their order."""
    return [preset.name for preset in window.parts.gallery.presets]


def preset_index(window: MainWindow, name: str) -> QModelIndex:
    """Where the gallery shows a preset."""
    model = window.parts.gallery.list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(
        row for row in rows if row.data(PRESET_ROLE) is not None and row.data(PRESET_ROLE).name == name
    )


def wait_for_gallery(qtbot: Waiting, window: MainWindow) -> None:
    """Until every preset in the gallery has its thumbnail."""
    qtbot.waitUntil(lambda: window.parts.preset_thumbnailer.full, timeout=180_000)


def accept_painting(qtbot: QtBot, window: MainWindow) -> None:
    """Say yes to the whole of the painting that the window asks about."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(NewPresetDialog)))
    dialog = next(dialog for dialog in window.findChildren(NewPresetDialog) if dialog.isVisible())
    qtbot.waitUntil(dialog.add_button.isEnabled)
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)


def hover_preset(window: MainWindow, name: str) -> None:
    """Move the pointer over a preset in the gallery."""
    view, index = window.parts.gallery.list, preset_index(window, name)
    view.scrollTo(index)
    hover(view.viewport(), view.visualRect(index).center())


def click_preset(window: MainWindow, name: str) -> None:
    """Choose a preset in the gallery."""
    click_item(window.parts.gallery.list, preset_index(window, name))


def chosen(window: MainWindow) -> str:
    """The name of the preset that the photo is coloured with."""
    preset = window.parts.document.preset
    return "" if preset is None else preset.name


def unfold(window: MainWindow, key: str) -> None:
    """Click on the header of a section of the side panel, after those that it lies in."""
    sections = window.parts.side_panel.findChildren(CollapsibleSection)
    section = next(part for part in sections if part.key == key)
    assert not section.header.isChecked()
    around = [part for part in sections if part is not section and part.isAncestorOf(section)]
    for part in (*around, section):
        if not part.header.isChecked():
            click(part.header)
            QTest.qWait(LAYOUT_MS)  # what has just come into sight is laid out in several goes
