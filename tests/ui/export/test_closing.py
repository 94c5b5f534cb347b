"""Closing the window while an export runs: stay, finish out of sight, or cancel."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.ui.export.jobs import JobState
from desktop.ui.main_window.main_window import MainWindow
from tests.support.exporting import DONE, FAILED, results, start_export, states, wait_for_exports
from tests.support.mouse_and_keys import click, press


def closing_question(window: MainWindow) -> QMessageBox:
    window.close()
    box = window.close_guard.question
    assert box is not None
    assert box.isVisible()
    return box


def start_all(qtbot: QtBot, window: MainWindow) -> None:
    start_export(qtbot, window)
    qtbot.waitUntil(lambda: states(window)[0] is JobState.RUNNING)


def answer(box: QMessageBox, text: str) -> None:
    click(next(button for button in box.buttons() if button.text() == text))


def test_closing_asks_and_one_may_stay(qtbot: QtBot, filled: MainWindow, held: threading.Event) -> None:
    start_all(qtbot, filled)
    box = closing_question(filled)
    assert "photos are still to be exported" in box.text()
    press(box, "Esc")
    qtbot.waitUntil(lambda: filled.close_guard.question is None)
    assert filled.isVisible()
    assert filled.parts.export.queue.busy
    held.set()
    wait_for_exports(qtbot, filled)
    assert filled.isVisible()


def test_export_is_finished_out_of_sight(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    (album / "c.png").write_bytes((album / "d.png").read_bytes())
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    start_all(qtbot, filled)
    filled.parts.export.queue.pause(True)
    answer(closing_question(filled), "Finish in the background")
    assert not filled.isVisible()
    assert not filled.parts.export.window.isVisible()
    held.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert len(results(album)) == 5


def test_window_comes_back_when_an_export_out_of_sight_fails(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    start_all(qtbot, filled)
    answer(closing_question(filled), "Finish in the background")
    held.set()
    qtbot.waitUntil(filled.isVisible)
    assert filled.parts.export.window.isVisible()
    assert states(filled) == [DONE, DONE, FAILED, DONE, DONE]
    filled.close()
    assert not filled.isVisible()


def test_export_is_called_off_and_the_window_closed(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    start_all(qtbot, filled)
    answer(closing_question(filled), "Cancel the export")
    assert not filled.isVisible()
    assert results(album) == []
    assert not list(album.rglob(".tintype-*"))
