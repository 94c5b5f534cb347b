"""The parts of the window: none works on when the window is closed, none fails silently."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.base.service import LaneService
from desktop.ui.base.worker_lane import WorkerLane
from desktop.ui.main_window.main_window import MainWindow

Threads = Callable[[], list[str]]


@pytest.fixture
def lane_threads() -> Threads:
    """Names of the threads that lanes have now; a pool of one calls its only thread so.

    But for those that an earlier window has left, which a dialog does not wait for.
    """
    elder = set(threading.enumerate())
    return lambda: [
        thread.name for thread in threading.enumerate() if thread.name.endswith("_0") and thread not in elder
    ]


def test_every_worker_thread_ends_with_the_window(
    qtbot: QtBot, lane_threads: Threads, coloured: MainWindow
) -> None:
    for lane in coloured.findChildren(WorkerLane):
        lane.submit(lambda _token: None, lambda _nothing: None)
    assert len(lane_threads()) > 20
    qtbot.waitUntil(lambda: not coloured.parts.saver.busy)  # a save would be finished first
    coloured.close()
    assert lane_threads() == []


def test_every_service_in_the_window_is_one_of_its_parts_or_of_a_part(window: MainWindow) -> None:
    services = set(window.parts.services)

    def is_closed_with_the_window(service: QObject | None) -> bool:
        return service is not None and (service in services or is_closed_with_the_window(service.parent()))

    found = window.findChildren(LaneService)
    assert len(found) >= 19
    assert all(map(is_closed_with_the_window, found))


def test_what_fails_in_any_service_is_told(window: MainWindow) -> None:
    for service in window.parts.services:
        window.parts.notifications.clear()
        service.failed.emit(OSError("by the test"))
        assert window.parts.stage.messages.isVisible(), service


@pytest.mark.parametrize("name", ["loader", "preset_maker", "renderer", "saver"])
def test_escape_cancels_what_the_user_waits_for(
    window: MainWindow, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled: list[str] = []
    monkeypatch.setattr(getattr(window.parts, name), "cancel", lambda: cancelled.append(name))
    window.parts.actions.cancel.trigger()
    assert cancelled == [name]
