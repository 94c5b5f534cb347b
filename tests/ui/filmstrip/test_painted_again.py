"""A look that is pasted takes what was painted to the same thing in another photograph, within one step."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.imaging.photo import Photo
from desktop.ui.document.open_photos import Frame
from desktop.ui.filmstrip.painted_again import Found, Painted
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.filmstrip import go_to
from tests.support.mouse_and_keys import press
from tests.support.series import MOVED_PX, ON_THE_CUP, save_series
from tests.support.window_steps import click_preset, wait_for_result


@pytest.fixture
def series(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """Three photographs on the strip: of a cup that is painted red, of the same cup elsewhere, and of a cat."""
    folder = save_series(tmp_path / "series")
    drop(window.parts.stage, QPoint(60, 200), folder)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == "a.png")
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: not window.parts.filmstrip.thumbnails.busy)
    click_preset(window, "Red Room")
    window.parts.editing.change(replace(window.parts.document.edit, regions=(ON_THE_CUP,)), lambda: "Paint")
    press(window, "Ctrl+Alt+C")
    return window


def frame_of(window: MainWindow, name: str) -> Frame:
    return next(frame for frame in window.parts.filmstrip.photos.frames if frame.name == name)


def regions_of(window: MainWindow, name: str) -> tuple[PaintedRegion, ...]:
    edit = frame_of(window, name).edit
    return () if edit is None else edit.regions


def told(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.waitUntil(lambda: window.parts.stage.messages.text == text)


def lies_on_the_cup(region: PaintedRegion) -> bool:
    place = tuple(
        start - px / side for start, px, side in zip((0.53, 0.44), MOVED_PX, (600, 450), strict=True)
    )
    return region.strokes[0].points[0] == pytest.approx(place, abs=0.02) and region.colour == (40.0, 30.0)


def test_pasted_on_the_canvas_it_goes_with_its_thing(qtbot: QtBot, series: MainWindow) -> None:
    go_to(qtbot, series, "b.png")
    click_preset(series, "Green Field")
    press(series, "Ctrl+Alt+V")
    told(qtbot, series, "1 photo has this look now. Painted regions: 1 found again.")
    (moved,) = series.parts.document.edit.regions
    assert lies_on_the_cup(moved)
    wait_for_result(qtbot, series)
    press(series, "Ctrl+Z")
    assert series.parts.document.edit.regions == ()
    assert series.parts.document.preset is not None
    assert series.parts.document.preset.name == "Green Field"
    press(series, "Ctrl+Shift+Z")
    assert series.parts.document.edit.regions == (moved,)
    press(series, "Ctrl+Alt+V")
    qtbot.waitUntil(lambda: not series.parts.looks.busy)
    assert series.parts.document.edit.regions == (moved,), "none is laid there twice"
    assert not series.parts.stage.messages.button.isVisible(), "there is nothing to take back"
    press(series, "Ctrl+Z")
    assert series.parts.document.edit.regions == (), "what changed nothing is no step"


def test_where_its_thing_is_not_it_is_left_out_and_told(qtbot: QtBot, series: MainWindow) -> None:
    press(series, "Ctrl+Alt+A")
    told(
        qtbot,
        series,
        "3 photos have this look now. Painted regions: 2 found again, 1 left out whose thing is not there.",
    )
    (moved,) = regions_of(series, "b.png")
    assert lies_on_the_cup(moved)
    assert (regions_of(series, "a.png"), regions_of(series, "c.png")) == ((ON_THE_CUP,), ())
    go_to(qtbot, series, "b.png")
    assert series.parts.document.edit.regions == (moved,)
    press(series, "Ctrl+Z")
    assert frame_of(series, "c.png").edited is False
    assert regions_of(series, "b.png") == ()
    press(series, "Ctrl+Shift+Z")
    assert regions_of(series, "b.png") == (moved,)


def test_what_was_changed_meanwhile_stays(
    qtbot: QtBot, series: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed, real = threading.Event(), Painted.found_on

    def late(self: Painted, photos: dict[Frame, Photo | None], token: CancelToken) -> Found:
        changed.wait()
        return real(self, photos, token)

    monkeypatch.setattr(Painted, "found_on", late)
    go_to(qtbot, series, "b.png")
    press(series, "Ctrl+Alt+V")
    click_preset(series, "Blue Hour")
    changed.set()
    told(
        qtbot,
        series,
        "1 photo has this look now. Painted regions: 0 found again, 1 left out whose thing is not there.",
    )
    assert series.parts.document.edit.regions == ()
    assert series.parts.document.preset is not None
    assert series.parts.document.preset.name == "Blue Hour"


def test_a_photo_that_went_away_meanwhile_is_no_trouble(
    qtbot: QtBot, series: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "series" / "b.png").unlink()
    series.parts.filmstrip.thumbnails.read_again(frame_of(series, "b.png"))
    series.parts.filmstrip.strip.selectAll()
    press(series, "Ctrl+Alt+V")
    told(
        qtbot,
        series,
        "3 photos have this look now. Painted regions: 1 found again, 2 left out whose thing is not there.",
    )
