"""Each photograph keeps its own edit; a look goes to others as one step, and stays when they are closed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.edits.stroke import Stroke
from desktop.engine.store.look_xmp import read_look
from desktop.ui.document.export_options import ExportOptions, Place
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.filmstrip import go_to
from tests.support.mouse_and_keys import press
from tests.support.window_steps import Start, click_preset, wait_for_result

_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
STROKE = Stroke(((0.2, 0.2), (0.6, 0.6)), 0.1)


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
        type(edit)(edit.blend, edit.adjustments, (PaintedRegion(strokes=(STROKE,)),)), lambda: "Paint"
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
