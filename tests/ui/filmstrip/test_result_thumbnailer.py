"""The film strip shows each photograph in the colours of its own edit."""

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import Composition
from desktop.engine.render.pipeline import RenderRequest
from desktop.ui.base.qimage import to_array
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.filmstrip import go_to
from tests.support.mouse_and_keys import press
from tests.support.prints import filmed, photograph
from tests.support.window_steps import Start, click_preset, wait_for_result


def hue(window: MainWindow, row: int) -> str:
    """Of what colour a thumbnail is; empty while there is none, or a grey one."""
    thumbnail = window.parts.filmstrip.photos.frames[row].thumbnail
    if thumbnail is None:
        return ""
    mean = to_array(thumbnail).mean(axis=(0, 1))
    return ("red", "green", "blue")[int(mean.argmax())] if np.ptp(mean) > 10 else ""


def hues(window: MainWindow) -> list[str]:
    """Those of all thumbnails, in their order."""
    return [hue(window, row) for row in range(len(window.parts.filmstrip.photos.frames))]


def wait_until_coloured(qtbot: QtBot, window: MainWindow) -> None:
    """Until the first photo's thumbnail has the colours of the canvas, and nothing else is to be done."""
    qtbot.waitUntil(
        lambda: (
            hue(window, 0) == "blue"
            and window.parts.scheduler.idle
            and not window.parts.result_thumbnailer.busy
        )
    )


def test_thumbnails_take_the_colours_of_the_canvas(qtbot: QtBot, filled: MainWindow) -> None:
    qtbot.waitUntil(lambda: hue(filled, 0) == "blue")
    go_to(qtbot, filled, "b.png")
    qtbot.waitUntil(lambda: hue(filled, 1) == "blue")
    click_preset(filled, "Red Room")
    qtbot.waitUntil(lambda: hue(filled, 1) == "red")
    assert hue(filled, 0) == "blue"
    qtbot.waitUntil(lambda: hues(filled)[3:] == ["red", "red"])  # what they would be exported with


def test_thumbnails_of_photos_that_are_not_at_hand_take_the_colours_of_their_looks(
    qtbot: QtBot, filled: MainWindow
) -> None:
    wait_until_coloured(qtbot, filled)
    click_preset(filled, "Red Room")
    press(filled, "Ctrl+Alt+A")
    qtbot.waitUntil(lambda: hues(filled) == ["red", "red", "", "red", "red"])
    press(filled, "Ctrl+Z", times=2)
    qtbot.waitUntil(lambda: hues(filled) == ["blue", "blue", "", "blue", "blue"])


def test_edits_from_earlier_are_seen_on_the_strip_without_a_visit(
    qtbot: QtBot, filled: MainWindow, album: Path, start: Start
) -> None:
    click_preset(filled, "Green Field")
    press(filled, "Ctrl+Alt+A")
    again = start()
    click_preset(again, "Red Room")
    drop(again.parts.stage, QPoint(60, 200), album / "e.png")
    wait_for_result(qtbot, again)
    assert hue(again, 0) == "", "one photo alone has no strip"
    drop(again.parts.stage, QPoint(60, 200), album)
    qtbot.waitUntil(lambda: hues(again) == ["green", "green", "green", "", "green"])


def test_colouring_the_strip_waits_until_nobody_waits_for_the_canvas(
    qtbot: QtBot, filled: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_until_coloured(qtbot, filled)
    gate = threading.Event()
    original = RenderRequest.composition

    def slow(self: RenderRequest, photo: Photo, **options: Any) -> Composition:
        if photo is filled.parts.document.photo:
            gate.wait(10)
        return original(self, photo, **options)

    monkeypatch.setattr(RenderRequest, "composition", slow)
    click_preset(filled, "Red Room")
    press(filled, "Ctrl+Alt+A")
    qtbot.waitUntil(lambda: filled.parts.renderer.busy)
    assert not filled.parts.scheduler.idle
    assert not filled.parts.result_thumbnailer.busy
    gate.set()
    qtbot.waitUntil(lambda: hue(filled, 4) == "red")


def test_another_model_has_the_strip_coloured_anew(qtbot: QtBot, filled: MainWindow) -> None:
    click_preset(filled, "Red Room")
    press(filled, "Ctrl+Alt+A")
    qtbot.waitUntil(lambda: hue(filled, 4) == "red")
    filled.parts.preferences.use_model("palette", anew=True)
    assert hue(filled, 4) == ""
    qtbot.waitUntil(lambda: hue(filled, 4) == "red")


def test_the_border_of_a_print_stays_grey_before_it_was_on_the_canvas(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    for number, name in enumerate(("moon", "astronaut")):
        Image.fromarray(filmed(photograph(name), 235, 20).scan).save(tmp_path / f"{number}.png")
    drop(window.parts.stage, QPoint(60, 200), tmp_path)
    wait_for_result(qtbot, window)
    frame = window.parts.filmstrip.photos.frames[1]
    qtbot.waitUntil(lambda: frame.colours is not None)
    assert frame.colours is not None
    colours = to_array(frame.colours)[..., :3].astype(int)
    chroma = np.ptp(colours, axis=2)
    edge = len(chroma) // 8  # of 5.5 mm above and below a picture of 24 mm
    assert chroma[:edge].mean() < 1
    assert chroma[-edge:].mean() < 1
    assert chroma[2 * edge : -2 * edge, edge:-edge].mean() > 5
