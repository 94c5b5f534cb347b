"""Steps of an export in the window: asking for it, choosing, waiting, and looking at what came of it."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.ui.document.export_options import Place
from desktop.ui.export.dialog import ExportDialog
from desktop.ui.export.jobs import JobState
from desktop.ui.main_window.main_window import MainWindow
from tests.support.mouse_and_keys import click, pick, press

DONE, FAILED, CANCELLED = JobState.DONE, JobState.FAILED, JobState.CANCELLED


def ask(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    with qtbot.waitActive(window):
        window.activateWindow()
    press(window, "Ctrl+Shift+E")
    dialog = window.parts.export.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def choose(
    dialog: ExportDialog, *, scope: str = "all", place: Place = Place.SUBFOLDER, suffix: str = ".png"
) -> None:
    if dialog.scope_field.isVisible():
        pick_data(dialog.scope_field, scope)
    pick_data(dialog.place_field.kind, place)
    click(dialog.format_field.buttons[suffix])


def start_export(qtbot: QtBot, window: MainWindow, **choices: Any) -> None:
    """Ask for an export, choose as `choose` says, and begin it."""
    dialog = ask(qtbot, window)
    choose(dialog, **choices)
    click(dialog.export_button)


def pick_data(box: QComboBox, data: object) -> None:
    pick(box, box.itemText(box.findData(data)))


def wait_for_exports(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(window.parts.export.queue.jobs) and not window.parts.export.queue.busy)


def states(window: MainWindow) -> list[JobState]:
    return [job.state for job in window.parts.export.queue.jobs]


def results(album: Path) -> list[str]:
    folder = album / "coloured"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
