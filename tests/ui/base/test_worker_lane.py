"""Lanes: the latest request wins, nothing is swallowed, and whoever waits is served in order."""

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop.engine.core.cancellation import CancelToken
from desktop.ui.base.worker_lane import WorkerLane


def given(value: int, _token: CancelToken) -> int:
    return value


class Gate:
    """Work that waits until it is let go, and knows that it has begun."""

    def __init__(self) -> None:
        self.begun, self.open = threading.Event(), threading.Event()

    def work(self, value: int) -> Callable[[CancelToken], int]:
        def wait(token: CancelToken) -> int:
            self.begun.set()
            assert self.open.wait(5)
            token.raise_if_cancelled()
            return value

        return wait


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[WorkerLane]:
    lane = WorkerLane("test")
    yield lane
    lane.close()


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[WorkerLane]:
    lane = WorkerLane("queue", keep_all=True)
    yield lane
    lane.close()


def test_results_arrive_on_the_gui_thread(qtbot: QtBot, lane: WorkerLane) -> None:
    seen: list[tuple[bool, bool]] = []
    here = QThread.currentThread()
    lane.submit(
        lambda _token: QThread.currentThread() is here,
        lambda worked_here: seen.append((worked_here, QThread.currentThread() is here)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, True)]


def test_only_the_latest_waiting_request_is_run(qtbot: QtBot, lane: WorkerLane) -> None:
    gate = Gate()
    results: list[int] = []
    for value in range(5):
        lane.submit(gate.work(value), results.append)
    gate.begun.wait(5)
    gate.open.set()
    qtbot.waitUntil(lambda: not lane.busy)
    assert results == [0, 4]  # what ran already is shown on the way


def test_interrupt_drops_what_was_running(qtbot: QtBot, lane: WorkerLane) -> None:
    gate = Gate()
    results: list[int] = []
    lane.submit(gate.work(1), results.append)
    gate.begun.wait(5)
    lane.submit(lambda _token: 2, results.append, interrupt=True)
    gate.open.set()
    qtbot.waitUntil(lambda: not lane.busy)
    assert results == [2]


def test_interrupt_drops_a_result_that_is_already_on_its_way(qtbot: QtBot, lane: WorkerLane) -> None:
    results: list[int] = []
    done = threading.Event()

    def work(_token: CancelToken) -> int:
        done.set()
        return 1

    lane.submit(work, results.append)
    assert done.wait(5)
    lane.submit(lambda _token: 2, results.append, interrupt=True)
    qtbot.waitUntil(lambda: not lane.busy)
    assert results == [2]


def test_a_queue_runs_everything_in_order(qtbot: QtBot, queue: WorkerLane) -> None:
    results: list[int] = []
    for value in range(5):
        queue.submit(partial(given, value), results.append)
    qtbot.waitUntil(lambda: not queue.busy)
    assert results == [0, 1, 2, 3, 4]


def test_errors_are_handed_on_and_the_lane_goes_on(qtbot: QtBot, queue: WorkerLane) -> None:
    errors: list[Exception] = []
    results: list[int] = []
    queue.failed.connect(errors.append)

    def fail(_token: CancelToken) -> int:
        raise ValueError("no")

    queue.submit(fail, results.append)
    queue.submit(lambda _token: 7, results.append)
    qtbot.waitUntil(lambda: not queue.busy)
    assert [type(error) for error in errors] == [ValueError]
    assert results == [7]


def test_cancel_is_silent(qtbot: QtBot, lane: WorkerLane) -> None:
    gate = Gate()
    results: list[int] = []
    errors: list[Exception] = []
    lane.failed.connect(errors.append)
    lane.submit(gate.work(1), results.append)
    gate.begun.wait(5)
    lane.submit(lambda _token: 2, results.append)
    lane.cancel()
    gate.open.set()
    qtbot.waitUntil(lambda: not lane.busy)
    assert (results, errors) == ([], [])


def test_busy_is_told_once_for_a_run_of_requests(qtbot: QtBot, queue: WorkerLane) -> None:
    told: list[bool] = []
    queue.busy_changed.connect(told.append)
    for value in range(3):
        queue.submit(partial(given, value), lambda _value: None)
    qtbot.waitUntil(lambda: not queue.busy)
    assert told == [True, False]


def test_closed_lane_takes_nothing(lane: WorkerLane) -> None:
    lane.close()
    lane.submit(lambda _token: 1, lambda _value: None)
    assert not lane.busy
