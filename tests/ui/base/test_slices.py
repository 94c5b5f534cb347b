"""Long work is done piece by piece, in its order, with other events between the pieces."""

import time
from functools import partial

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.ui.base.slices import SLICE_S, Slices


def test_all_is_done_in_its_order_and_others_have_their_turn(qtbot: QtBot) -> None:
    slices, done, ticks_at = Slices(), list[int](), list[int]()
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks_at.append(len(done)))
    timer.start()

    def job(number: int) -> None:
        time.sleep(SLICE_S / 3)
        done.append(number)

    slices.run(partial(job, number) for number in range(9))
    slices.run([partial(job, 9)])
    assert slices.busy
    assert done == [], "not before the next turn"
    qtbot.waitUntil(lambda: not slices.busy)
    assert done == list(range(10))
    assert len({count for count in ticks_at if 0 < count < 10}) >= 2, "others had their turn"


def test_what_fails_keeps_nothing_else_from_being_done(qtbot: QtBot) -> None:
    slices, done = Slices(), list[str]()

    def fail() -> None:
        raise ValueError("by the test")

    with qtbot.captureExceptions() as caught:
        slices.run([fail, lambda: done.append("next")])
        qtbot.waitUntil(lambda: bool(done))
    assert [str(error) for _kind, error, _trace in caught] == ["by the test"]


def test_what_is_cleared_is_not_done(qtbot: QtBot) -> None:
    slices, done = Slices(), list[str]()
    slices.run([lambda: done.append("first")])
    slices.clear()
    slices.run([lambda: done.append("second")])
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["second"]
