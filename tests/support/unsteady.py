"""Plugin for pytest that makes threads hurry or dawdle by chance, to find tests that depend on their order.

`UNSTEADY=7 python -m pytest -p tests.support.unsteady tests/ui` runs the tests of the window with workers that
are done before the next statement, or dawdle, and with hands that pause, all by chance and by the number that is given.
A test that passes here does not depend on who comes first. Tests with a stopwatch are left out.
"""

import os
import random
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, ParamSpec, TypeVar

import pytest
from PySide6.QtTest import QTest

from desktop.ui.base import worker_lane

HURRY, DAWDLE = 0.4, 0.3  # how often workers do; else they take their time
DONE_AT_ONCE_S = 0.25  # as long as a hurried worker is waited for
LATE_S = 0.3  # as late as one that dawdles begins, at most
PAUSES = 0.4  # how often hands pause
PAUSES_MS = (0, 5, 40, 120)

P = ParamSpec("P")
T = TypeVar("T")

_chance = random.Random(os.environ.get("UNSTEADY", "1"))


class UnsteadyPool(ThreadPoolExecutor):
    """The thread of a lane, in one of its moods."""

    def submit(self, work: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> Future[T]:
        mood = _chance.random()
        if mood < HURRY:
            future = super().submit(work, *arguments, **named)
            wait([future], timeout=DONE_AT_ONCE_S)
            return future
        late_s = _chance.random() * LATE_S if mood < HURRY + DAWDLE else 0.0

        def late() -> T:
            time.sleep(late_s)
            return work(*arguments, **named)

        return super().submit(late)


def pytest_configure() -> None:
    worker_lane.ThreadPoolExecutor = UnsteadyPool  # type: ignore[misc]
    for gesture in ("mouseClick", "mouseDClick", "mouseRelease", "keyClick"):
        setattr(QTest, gesture, staticmethod(_with_pauses(getattr(QTest, gesture))))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    timed = [item for item in items if item.get_closest_marker("flaky") is not None]
    config.hook.pytest_deselected(items=timed)
    items[:] = [item for item in items if item not in timed]


def _with_pauses(gesture: Callable[..., None]) -> Callable[..., None]:
    def paused(*arguments: Any, **named: Any) -> None:
        gesture(*arguments, **named)
        if _chance.random() < PAUSES:
            QTest.qWait(_chance.choice(PAUSES_MS))

    return paused
