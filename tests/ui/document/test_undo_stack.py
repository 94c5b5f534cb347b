"""Undo over several photographs and the preset list: thirty steps back end where they began; what went is named."""

import random
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.engine.edits.edit import Edit
from desktop.ui.document.open_photos import Frame
from desktop.ui.main_window.main_window import MainWindow
from tests.support.mouse_and_keys import click, press
from tests.support.window_steps import chosen, click_preset, preset_names, wait_for_result

STEPS = 30


def frames(window: MainWindow) -> list[Frame]:
    """The photographs of the album that can be read."""
    return [frame for frame in window.parts.filmstrip.photos.frames if frame.name != "c.png"]


def go_to(qtbot: QtBot, window: MainWindow, frame: Frame) -> None:
    parts = window.parts
    parts.filmstrip.strip.go_to(frame)
    qtbot.waitUntil(lambda: parts.filmstrip.photos.current is frame and not parts.loader.busy)


def state(window: MainWindow) -> tuple[dict[str, Edit], list[str], tuple[str, ...]]:
    """The edit of every photograph, the names of all presets, and the favourites."""
    parts = window.parts
    edits = {frame.name: parts.filmstrip.edit_of(frame) for frame in frames(window)}
    return edits, [preset.name for preset in parts.library.presets], tuple(sorted(parts.settings.favourites))


def steps(qtbot: QtBot, window: MainWindow, chance: random.Random) -> list[Callable[[], object]]:
    """What a user may do next."""
    parts = window.parts
    presets = parts.library.presets
    own = [preset for preset in presets if parts.library.is_own(preset)]
    on_presets: list[Callable[[], object]] = [
        lambda: parts.preset_editing.star(chance.choice(presets)),
        lambda: parts.preset_editing.duplicate(chance.choice(presets)),
    ]
    on_own: list[Callable[[], object]] = [
        lambda: parts.preset_editing.rename(chance.choice(own), f"New {chance.random()}"),
        lambda: parts.preset_editing.delete(chance.choice(own)),
    ]
    on_photos: list[Callable[[], object]] = [
        lambda: parts.editing.choose(chance.choice(presets)),
        lambda: parts.editing.change(parts.document.edit.with_amount(chance.random()), lambda: "Amount"),
        lambda: parts.looks.apply(chance.sample(frames(window), 2)),
        lambda: go_to(qtbot, window, chance.choice(frames(window))),
        lambda: press(window, "Ctrl+Z"),
        lambda: press(window, "Ctrl+Shift+Z"),
    ]
    return [*on_presets, *(on_own if own else []), *on_photos, *on_photos]


@pytest.mark.parametrize("seed", range(6))
def test_thirty_undos_end_where_everything_began(qtbot: QtBot, filled: MainWindow, seed: int) -> None:
    for frame in frames(filled):
        go_to(qtbot, filled, frame)
    chance, before = random.Random(seed), state(filled)
    for _ in range(STEPS):
        chance.choice(steps(qtbot, filled, chance))()
    for frame in frames(filled):
        go_to(qtbot, filled, frame)
        press(filled, "Ctrl+Z", times=STEPS + 5)
        assert not filled.parts.editing.undo_stack.canUndo()
    assert state(filled) == before


def test_a_look_for_several_photos_waits_on_one_that_was_changed_since(
    qtbot: QtBot, filled: MainWindow
) -> None:
    a, b = frames(filled)[:2]
    for frame in (b, a):
        go_to(qtbot, filled, frame)
    click_preset(filled, "Red Room")
    filled.parts.looks.apply([a, b])
    go_to(qtbot, filled, b)
    click_preset(filled, "Green Field")
    go_to(qtbot, filled, a)
    press(filled, "Ctrl+Z", times=2)  # the look, then the choice of Red Room
    assert chosen(filled) == "Blue Hour"
    go_to(qtbot, filled, b)
    assert chosen(filled) == "Green Field"
    press(filled, "Ctrl+Z")
    assert chosen(filled) == "Red Room"
    assert filled.parts.editing.undo_stack.undoText() == "Apply look to 2 photos"
    press(filled, "Ctrl+Z")
    assert chosen(filled) == "Blue Hour"
    press(filled, "Ctrl+Shift+Z", times=2)
    assert chosen(filled) == "Green Field"


def test_what_is_taken_back_elsewhere_is_named_and_can_be_done_again(
    qtbot: QtBot, filled: MainWindow
) -> None:
    messages = filled.parts.stage.messages
    click_preset(filled, "Red Room")
    press(filled, "Ctrl+D")
    press(filled, "Ctrl+Z")
    assert messages.text == "Undone, but not on this photo: Star “Red Room”"
    assert chosen(filled) == "Red Room"
    click(messages.button)
    assert [
        preset.name for preset in filled.parts.library.presets if filled.parts.favourites.has(preset)
    ] == ["Red Room"]
    messages.clear()
    press(filled, "Ctrl+Z", times=2)
    assert chosen(filled) == "Blue Hour"
    messages.clear()
    press(filled, "Ctrl+Shift+Z")
    press(filled, "Ctrl+Z")
    assert messages.text == ""  # the photo itself shows it


def test_a_preset_that_was_added_on_another_photo_is_told_of(qtbot: QtBot, filled: MainWindow) -> None:
    a, b = frames(filled)[:2]
    go_to(qtbot, filled, a)
    press(filled, "Ctrl+Shift+D")
    assert chosen(filled) == "Blue Hour copy"
    go_to(qtbot, filled, b)
    wait_for_result(qtbot, filled)
    press(filled, "Ctrl+Z")
    assert "Blue Hour copy" in filled.parts.stage.messages.text
    assert "Blue Hour copy" not in preset_names(filled)
    assert chosen(filled) != ""
