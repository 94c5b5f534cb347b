"""The export queue works on while one goes on editing; it pauses, cancels, and tells what failed."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.store.look_xmp import read_look
from desktop.ui.export.jobs import JobState
from desktop.ui.main_window.main_window import MainWindow
from tests.support.exporting import CANCELLED, DONE, FAILED, results, start_export, states, wait_for_exports
from tests.support.mouse_and_keys import click, click_item
from tests.support.window_steps import click_preset, wait_for_result


def test_editing_goes_on_and_does_not_change_what_is_under_way(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    start_export(qtbot, filled)
    qtbot.waitUntil(lambda: JobState.RUNNING in states(filled))
    click_preset(filled, "Red Room")
    wait_for_result(qtbot, filled)
    assert filled.parts.export.chip.isVisible()
    assert filled.parts.export.chip.text() in ("Exporting 0 of 5", "Exporting 1 of 5")  # one is damaged
    held.set()
    wait_for_exports(qtbot, filled)
    qtbot.waitUntil(lambda: filled.parts.export.chip.text() == "4 exported · 1 failed")
    assert {read_look(album / "coloured" / name).edit.chosen_blend.name for name in results(album)} == {
        "Blue Hour"
    }


def test_pause_and_go_on(qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event) -> None:
    start_export(qtbot, filled)
    qtbot.waitUntil(lambda: JobState.RUNNING in states(filled))
    panel = filled.parts.export.window
    click(panel.pause)
    qtbot.waitUntil(lambda: "paused" in panel.summary.text())
    held.set()
    qtbot.wait(300)
    assert filled.parts.export.queue.busy
    assert len(results(album)) <= 1  # only what was being made already
    click(panel.pause)
    wait_for_exports(qtbot, filled)
    assert len(results(album)) == 4


def test_cancel_one_that_runs_and_one_that_waits(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    start_export(qtbot, filled)
    qtbot.waitUntil(lambda: states(filled)[0] is JobState.RUNNING)
    panel = filled.parts.export.window
    for row in (0, 4):
        click_item(panel.list, filled.parts.export.queue.index(row))
        qtbot.waitUntil(panel.cancel.isEnabled)
        click(panel.cancel)
    qtbot.waitUntil(lambda: states(filled)[0] is CANCELLED)
    held.set()
    wait_for_exports(qtbot, filled)
    assert states(filled) == [CANCELLED, DONE, FAILED, DONE, CANCELLED]
    assert results(album) == ["b_blue-hour.png", "d_blue-hour.png"]
    click_item(panel.list, filled.parts.export.queue.index(4))
    click(panel.retry)
    wait_for_exports(qtbot, filled)
    assert states(filled)[4] is DONE
    assert states(filled)[0] is CANCELLED  # only what was selected


def test_cancel_all_leaves_nothing_half_and_the_queue_usable(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    start_export(qtbot, filled)
    qtbot.waitUntil(lambda: states(filled)[0] is JobState.RUNNING)
    click(filled.parts.export.window.cancel_all)
    wait_for_exports(qtbot, filled)
    assert CANCELLED in states(filled)
    assert results(album) == []
    held.set()
    click(filled.parts.export.window.retry)
    wait_for_exports(qtbot, filled)
    assert len(results(album)) == 4


def test_a_fault_of_the_whole_export_fails_every_photo(
    qtbot: QtBot, filled: MainWindow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_colorizer() -> None:
        raise MemoryError("by the test")

    monkeypatch.setattr(filled.parts.models, "colorizer", no_colorizer)
    start_export(qtbot, filled)
    wait_for_exports(qtbot, filled)
    assert states(filled) == [FAILED] * 5
    queue = filled.parts.export.queue
    assert queue.state_text(queue.jobs[0]) == "Failed: an error in Tintype, see the log"
    assert "MemoryError: by the test" in caplog.text


def test_result_is_shown_in_its_folder(
    qtbot: QtBot, filled: MainWindow, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    start_export(qtbot, filled)
    wait_for_exports(qtbot, filled)
    panel, index = filled.parts.export.window, filled.parts.export.queue.index(1)
    qtbot.waitUntil(panel.show_in_folder.isEnabled)
    click(panel.show_in_folder)
    click_item(panel.list, index)
    click(panel.show_in_folder)
    assert opened == [str(album / "coloured")] * 2
    place = panel.list.visualRect(index).center()
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    (made,) = (album / "coloured").glob("b_*")
    assert opened[2:] == [str(made)]


def test_ctrl_q_in_the_window_of_the_queue_quits_the_program(qtbot: QtBot, filled: MainWindow) -> None:
    panel = filled.parts.export.window
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    QTest.keyClick(panel, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not filled.isVisible())
