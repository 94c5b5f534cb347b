"""While a photograph is being read, and until it has colours, nothing else takes the processor from it."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.decode import photo_cache
from desktop.engine.render.pipeline import RenderRequest
from desktop.ui.document.open_photos import ReadState
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.services import original_reader
from tests.support.drag_and_drop import drop
from tests.support.window_steps import wait_for_gallery, wait_for_result

LEFT_HALF = QPoint(50, 200)
A_WHILE_MS = 300  # long enough for several thumbnails


class Gate:
    """Calls wait here until it opens."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.reached = threading.Event()

    def guard(self, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
        """Let calls of a function or method through only when the gate is open."""
        behind = getattr(owner, name)

        def wait_and_call(*arguments: Any, **options: Any) -> Any:
            self.reached.set()
            self.opened.wait()
            return behind(*arguments, **options)

        monkeypatch.setattr(owner, name, wait_and_call)


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.opened.set()


def read_frames(window: MainWindow) -> int:
    return sum(frame.reading is not ReadState.UNREAD for frame in window.parts.filmstrip.photos.frames)


@pytest.mark.parametrize(
    ("owner", "name"),
    [(photo_cache, "read_photo"), (RenderRequest, "composition")],
    ids=["being read", "being coloured"],
)
def test_the_strip_waits_for_the_first_photograph(
    qtbot: QtBot,
    window: MainWindow,
    album: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
) -> None:
    gate.guard(monkeypatch, owner, name)
    drop(window.parts.stage, LEFT_HALF, album)
    qtbot.waitUntil(gate.reached.is_set)
    QTest.qWait(A_WHILE_MS)
    assert read_frames(window) == 0
    gate.opened.set()
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: read_frames(window) == len(window.parts.filmstrip.photos.frames))


def test_the_strip_does_not_wait_for_another_result(
    qtbot: QtBot, filled: MainWindow, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate.guard(monkeypatch, RenderRequest, "composition")
    frames = filled.parts.filmstrip.photos.frames
    filled.parts.document.try_preset(filled.parts.gallery.presets[-1])
    qtbot.waitUntil(gate.reached.is_set)
    filled.parts.filmstrip.thumbnails.read_again(frames[1])
    qtbot.waitUntil(lambda: frames[1].reading is ReadState.READ)
    assert filled.parts.renderer.busy


def test_the_gallery_stops_while_the_next_photograph_is_read(
    qtbot: QtBot, coloured: MainWindow, album: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    gate.guard(monkeypatch, photo_cache, "read_photo")
    coloured.parts.preset_thumbnailer.made.connect(lambda preset, _image: made.append(preset))
    coloured.parts.document.model_changed.emit()  # all thumbnails are wanted anew
    drop(coloured.parts.stage, LEFT_HALF, album / "a.png")
    qtbot.waitUntil(gate.reached.is_set)
    made.clear()
    QTest.qWait(A_WHILE_MS)
    assert made == []
    gate.opened.set()
    wait_for_result(qtbot, coloured)
    wait_for_gallery(qtbot, coloured)
    assert len(made) == len(coloured.parts.gallery.presets)


def test_the_files_own_colours_are_read_after_all_if_no_other_photograph_comes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    green = tmp_path / "green.png"
    Image.new("RGB", (90, 60), (60, 160, 40)).save(green)
    gate.guard(monkeypatch, original_reader, "read_original")
    shown: list[object] = []
    window.parts.original_reader.read.connect(shown.append)
    drop(window.parts.stage, LEFT_HALF, green)
    qtbot.waitUntil(gate.reached.is_set)
    drop(window.parts.stage, LEFT_HALF, green.with_name("not there.png"))  # stops it
    qtbot.waitUntil(lambda: not window.parts.loader.busy)
    gate.opened.set()
    qtbot.waitUntil(lambda: not window.parts.original_reader.busy)
    assert len(shown) == 1
