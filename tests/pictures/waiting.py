"""Waiting for the window outside of a test."""

from collections.abc import Callable

from PySide6.QtTest import QTest

from tests.support.mouse_and_keys import PATIENCE_MS

STEP_MS = 20


class Patience:
    """Stands for pytest-qt's `qtbot` in the steps that wait."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = PATIENCE_MS) -> None:  # noqa: N802 - the name of pytest-qt
        """Let the window work until the callback answers True.

        Raises:
            TimeoutError: it did not within `timeout` milliseconds.
        """
        waited_ms = 0
        while not callback():
            if waited_ms >= timeout:
                raise TimeoutError(f"nothing came of it within {timeout} ms")
            QTest.qWait(STEP_MS)
            waited_ms += STEP_MS
