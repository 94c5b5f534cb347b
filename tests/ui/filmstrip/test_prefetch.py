"""The next photo of the strip is read before it is asked for, and that delays nothing else."""

import shutil
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.decode import photo_cache
from desktop.engine.decode.reader import read_photo
from desktop.engine.imaging.photo import Photo
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.timing import allowed_s, stopwatch
from tests.support.window_steps import wait_for_result

ALT = Qt.KeyboardModifier.AltModifier


def at_hand(window: MainWindow, album: Path) -> str:
    return "".join(name for name in "abcde" if window.parts.loader.store.holds(album / f"{name}.png"))


def walk(qtbot: QtBot, window: MainWindow, key: Qt.Key, name: str) -> None:
    """Go along the strip by key, until a photo is on the canvas and all is at rest."""
    QTest.keyClick(window, key, ALT)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == name)
    wait_for_result(qtbot, window)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the photos that were read from their files, in order."""
    names: list[str] = []

    def read(path: Path, *, max_pixels: int, cancel: CancelToken) -> Photo:
        names.append(path.stem)
        return read_photo(path, max_pixels=max_pixels, cancel=cancel)

    monkeypatch.setattr(photo_cache, "read_photo", read)
    return names


def test_the_neighbour_in_the_direction_of_travel_is_read_ahead(
    qtbot: QtBot, filled: MainWindow, album: Path, reads: list[str]
) -> None:
    qtbot.waitUntil(lambda: at_hand(filled, album) == "ab")
    walk(qtbot, filled, Qt.Key.Key_Right, "b.png")
    qtbot.waitUntil(lambda: at_hand(filled, album) == "abd")  # c.png is damaged
    filled.parts.filmstrip.go_to(filled.parts.filmstrip.photos.frames[4])
    qtbot.waitUntil(lambda: filled.parts.document.photo_name == "e.png")
    walk(qtbot, filled, Qt.Key.Key_Left, "d.png")
    walk(qtbot, filled, Qt.Key.Key_Right, "e.png")
    assert sorted(reads) == sorted(set(reads)), "nothing is read twice"


def test_a_photo_that_is_being_read_ahead_is_waited_for_and_another_one_ends_it(
    qtbot: QtBot, filled: MainWindow, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: at_hand(filled, album) == "ab" and not filled.parts.prefetcher.busy)
    begun: list[str] = []
    gate = threading.Event()
    ended: list[str] = []

    def read(path: Path, *, max_pixels: int, cancel: CancelToken) -> Photo:
        begun.append(path.stem)
        while not gate.is_set():
            if cancel.wait(0.01):
                ended.append(path.stem)
                cancel.raise_if_cancelled()
        return read_photo(path, max_pixels=max_pixels, cancel=cancel)

    monkeypatch.setattr(photo_cache, "read_photo", read)
    walk(qtbot, filled, Qt.Key.Key_Right, "b.png")
    qtbot.waitUntil(lambda: begun == ["d"])
    filled.parts.filmstrip.go_to(filled.parts.filmstrip.photos.frames[3])  # the very one
    qtbot.waitUntil(lambda: filled.parts.loader.busy)
    gate.set()
    qtbot.waitUntil(lambda: filled.parts.document.photo_name == "d.png")
    assert (begun.count("d"), ended) == (1, [])
    gate.clear()
    qtbot.waitUntil(lambda: begun[-1] == "e" and filled.parts.prefetcher.busy)
    filled.parts.filmstrip.go_to(filled.parts.filmstrip.photos.frames[0])
    qtbot.waitUntil(lambda: filled.parts.document.photo_name == "a.png")
    assert ended == ["e"]
    gate.set()


def test_an_open_photo_that_is_opened_again_begins_anew(
    qtbot: QtBot, filled: MainWindow, album: Path
) -> None:
    photo = filled.parts.document.photo
    with qtbot.waitSignal(filled.parts.document.photo_changed):
        drop(filled.parts.stage, QPoint(60, 200), album / "a.png")
    assert filled.parts.document.photo is not photo
    wait_for_result(qtbot, filled)


@stopwatch
def test_walking_along_large_photos_is_instant(
    qtbot: QtBot, window: MainWindow, large_jpeg: Path, tmp_path: Path
) -> None:
    for name in "abc":
        shutil.copy(large_jpeg, tmp_path / f"{name}.jpg")
    drop(window.parts.stage, QPoint(60, 200), tmp_path)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: window.parts.loader.store.holds(tmp_path / "b.jpg"))
    qtbot.waitUntil(lambda: not window.parts.prefetcher.busy and window.parts.scheduler.idle)
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    with qtbot.waitSignal(window.parts.renderer.after_ready, check_params_cb=lambda image: image is not None):
        QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    wall_s, cpu_s = time.perf_counter() - wall_s, time.process_time() - cpu_s
    # Reading it would be computing: what others take of a busy machine's cores meanwhile is not the program's.
    assert min(wall_s, cpu_s) < allowed_s(0.15)
    assert window.parts.document.photo_name == "b.jpg"
