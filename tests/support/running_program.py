"""The program run by `main` in a test, with steps that are done while its window is open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.main_window.main_window import MainWindow
from tests.support.mouse_and_keys import press


def windows_in_sight() -> list[MainWindow]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]


@contextmanager
def acting(*steps: Callable[[MainWindow], bool]) -> Iterator[list[int]]:
    """While `main` runs, do each step once the one before has answered True; then quit. A step that fails ends it."""
    done: list[int] = []
    failed: list[AssertionError] = []

    def act() -> None:
        windows = windows_in_sight()
        if not windows:
            return
        if len(done) == len(steps):
            timer.stop()
            press(windows[0], "Ctrl+Q")
            return
        try:
            if steps[len(done)](windows[0]):
                done.append(len(done))
        except AssertionError as error:
            timer.stop()
            failed.append(error)
            QApplication.exit(1)

    timer = QTimer(interval=20)
    timer.timeout.connect(act)
    timer.start()
    try:
        yield done
    finally:
        timer.stop()
        if failed:
            raise failed[0]
