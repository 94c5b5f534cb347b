"""Each photograph keeps its own edit; a look goes to others as one step, and stays when they are closed."""

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.edits.stroke import Stroke
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import Composition
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.store.look_xmp import read_look
from desktop.ui.base.qimage import to_array
from desktop.ui.document.export_options import ExportOptions, Place
from desktop.ui.main_window.main_window import MainWindow
from tests.support.hands import Start, click_preset, drop, press, wait_for_result

_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
STROKE = Stroke(((0.2, 0.2), (0.6, 0.6)), 0.1)


def go_to(qtbot: QtBot, window: MainWindow, name: str) -> None:
    strip, photos = window.parts.filmstrip.strip, window.parts.filmstrip.photos
    row = [frame.name for frame in photos.frames].index(name)
    QTest.mouseClick(
        strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.visualRect(photos.index(row)).center()
    )
    qtbot.waitUntil(lambda: window.parts.document.photo_name == name)
    wait_for_result(qtbot, window)


def add_to_selection(window: MainWindow, name: str) -> None:
    strip, photos = window.parts.filmstrip.strip, window.parts.filmstrip.photos
    row = [frame.name for frame in photos.frames].index(name)
    QTest.mouseClick(
        strip.viewport(), Qt.MouseButton.LeftButton, _CTRL, strip.visualRect(photos.index(row)).center()
    )


def looks(window: MainWindow) -> dict[str, str]:
    """The preset that each photograph would be exported with."""
    filmstrip = window.parts.filmstrip
    return {frame.name[0]: _preset_name(filmstrip.edit_of(frame).preset) for frame in filmstrip.photos.frames}


def _preset_name(preset: object) -> str:
    return str(getattr(preset, "name", ""))


def edited(window: MainWindow) -> str:
    return "".join(frame.name[0] for frame in window.parts.filmstrip.photos.frames if frame.edited)


def test_each_photo_keeps_its_own_edit(qtbot: QtBot, filled: MainWindow) -> None:
    assert edited(filled) == ""
    click_preset(filled, "Red Room")
    go_to(qtbot, filled, "b.png")
    click_preset(filled, "Green Field")
    go_to(qtbot, filled, "a.png")
    assert _preset_name(filled.parts.document.preset) == "Red Room"
    go_to(qtbot, filled, "b.png")
    assert _preset_name(filled.parts.document.preset) == "Green Field"
    assert edited(filled) == "ab"
    assert looks(filled) == {
        "a": "Red Room", "b": "Green Field", "c": "Green Field", "d": "Green Field", "e": "Green Field",
    }  # fmt: skip


def test_look_goes_to_all_and_back_in_one_step(qtbot: QtBot, filled: MainWindow) -> None:
    click_preset(filled, "Red Room")
    go_to(qtbot, filled, "b.png")
    click_preset(filled, "Green Field")
    press(filled, "Ctrl+Alt+A")
    assert set(looks(filled).values()) == {"Green Field"}
    assert edited(filled) == "abcde"
    assert filled.parts.stage.messages.text == "5 photos have this look now."
    go_to(qtbot, filled, "a.png")
    assert _preset_name(filled.parts.document.preset) == "Green Field"
    press(filled, "Ctrl+Z")
    assert _preset_name(filled.parts.document.preset) == "Red Room"
    go_to(qtbot, filled, "e.png")
    assert (
        _preset_name(filled.parts.document.preset) == "Red Room"
    )  # had none of its own, and takes the present one
    press(filled, "Ctrl+Shift+Z")
    assert _preset_name(filled.parts.document.preset) == "Green Field"


def test_look_goes_to_the_selected_without_what_is_painted(qtbot: QtBot, filled: MainWindow) -> None:
    click_preset(filled, "Red Room")
    edit = filled.parts.document.edit
    filled.parts.editing.change(
        type(edit)(edit.blend, edit.adjustments, (PaintedRegion(strokes=(STROKE,)),)), "Paint"
    )
    add_to_selection(filled, "d.png")
    press(filled, "Ctrl+Alt+S")
    frames = filled.parts.filmstrip.photos.frames
    assert frames[3].edit is not None
    assert frames[3].edit.regions == ()
    assert filled.parts.document.edit.regions != ()
    assert edited(filled) == "ad"
    go_to(qtbot, filled, "d.png")
    assert _preset_name(filled.parts.document.preset) == "Red Room"
    assert not filled.parts.filmstrip_actions.look_to_selected.isEnabled()


def test_look_is_copied_and_pasted(qtbot: QtBot, filled: MainWindow) -> None:
    assert not filled.parts.filmstrip_actions.paste_look.isEnabled()
    click_preset(filled, "Red Room")
    press(filled, "Ctrl+Alt+C")
    click_preset(filled, "Green Field")
    go_to(qtbot, filled, "d.png")
    press(filled, "Ctrl+Alt+V")
    assert _preset_name(filled.parts.document.preset) == "Red Room"
    assert looks(filled)["a"] == "Green Field"
    press(filled, "Ctrl+Z")
    assert _preset_name(filled.parts.document.preset) == "Green Field"
    add_to_selection(filled, "e.png")
    press(filled, "Ctrl+Alt+V")
    assert (looks(filled)["d"], looks(filled)["e"]) == ("Red Room", "Red Room")


def test_every_photo_is_exported_with_its_own_edit(qtbot: QtBot, filled: MainWindow, album: Path) -> None:
    go_to(qtbot, filled, "b.png")
    click_preset(filled, "Red Room")
    go_to(qtbot, filled, "e.png")
    click_preset(filled, "Green Field")
    filled.parts.export.export(
        filled.parts.filmstrip.photos.frames, ExportOptions(suffix=".png", place=Place.SUBFOLDER)
    )
    qtbot.waitUntil(lambda: not filled.parts.export.queue.busy)
    found = {path.name: read_look(path).edit.chosen_blend.name for path in (album / "coloured").iterdir()}
    assert found == {
        "a_blue-hour.png": "Blue Hour",
        "b_red-room.png": "Red Room",
        "d_green-field.png": "Green Field",
        "e_green-field.png": "Green Field",
    }


def test_looks_of_photos_that_were_never_opened_are_kept(
    qtbot: QtBot, filled: MainWindow, album: Path, own_user_directory: Path, start: Start
) -> None:
    click_preset(filled, "Red Room")
    press(filled, "Ctrl+Alt+A")

    def kept() -> int:
        return len(list((own_user_directory / "edits").rglob("*.tintype-edit")))

    qtbot.waitUntil(lambda: kept() == 4)
    again = start()
    click_preset(again, "Green Field")
    drop(again.parts.stage, QPoint(60, 200), album)
    wait_for_result(qtbot, again)
    assert looks(again) == {
        "a": "Red Room",
        "b": "Red Room",
        "c": "Red Room",
        "d": "Red Room",
        "e": "Red Room",
    }
    assert edited(again) == "abcde"  # c breaks off, and keeps what it was given until it is mended


def kept_in(user_directory: Path) -> set[str]:
    """The photographs whose edits are on disk."""
    return {path.name[0] for path in (user_directory / "edits").rglob("*.tintype-edit")}


def test_what_is_taken_back_is_not_kept(qtbot: QtBot, filled: MainWindow, own_user_directory: Path) -> None:
    click_preset(filled, "Red Room")
    press(filled, "Ctrl+Alt+A")
    qtbot.waitUntil(lambda: kept_in(own_user_directory) == set("abde"))
    press(filled, "Ctrl+Z")
    qtbot.waitUntil(lambda: kept_in(own_user_directory) == {"a"})
    assert edited(filled) == "a"


def test_what_is_taken_back_stays_so_however_soon_the_program_ends(
    qtbot: QtBot, filled: MainWindow, own_user_directory: Path
) -> None:
    click_preset(filled, "Red Room")
    press(filled, "Ctrl+Alt+A")
    qtbot.waitUntil(lambda: kept_in(own_user_directory) == set("abde"))
    press(filled, "Ctrl+Z")
    filled.close()
    assert kept_in(own_user_directory) == {"a"}


def test_what_is_taken_back_is_not_found_again_by_who_goes_there_at_once(
    qtbot: QtBot, filled: MainWindow
) -> None:
    click_preset(filled, "Red Room")
    press(filled, "Ctrl+Alt+A")
    qtbot.waitUntil(lambda: not filled.parts.autosave.busy)
    press(filled, "Ctrl+Z")
    click_preset(filled, "Green Field")
    go_to(qtbot, filled, "b.png")
    assert _preset_name(filled.parts.document.preset) == "Green Field"
    assert edited(filled) == "a"


@pytest.mark.usefixtures("shipped_presets")
def test_without_photos_there_is_no_look_to_hand_on(window: MainWindow) -> None:
    actions = window.parts.filmstrip_actions
    for action in (actions.copy_look, actions.paste_look, actions.look_to_all, actions.export):
        assert not action.isEnabled()


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
