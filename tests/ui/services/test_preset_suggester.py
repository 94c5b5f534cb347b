"""The gallery offers presets that suit the photograph: first natural colours, then five, then all."""

import colorsys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.engine.edits.natural import NATURAL_COLOURS
from desktop.engine.edits.preset import PRESET_SUFFIX, make_preset, write_preset
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model
from desktop.ui.gallery.model import PRESET_ROLE, SECTION_ROLE
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, click_item, press, type_text
from tests.support.window_steps import Start, chosen, preset_names, wait_for_result

HUES = ("Red", "Orange", "Yellow", "Lime", "Green", "Cyan", "Blue", "Violet", "Pink")


@pytest.fixture
def nine_hues(shipped_presets: Path, tiny_model: Model) -> list[str]:
    """Nine presets of nine hues in the place of those that come with the program."""
    colorizer = Colorizer(tiny_model, "cpu")
    for number, name in enumerate(HUES):
        colour = np.array(colorsys.hsv_to_rgb(number / len(HUES), 0.5, 0.6)) * 255
        preset = make_preset(colorizer, np.full((64, 64, 3), colour, np.uint8), name, painter=f"P. {name}")
        write_preset(preset, shipped_presets / f"{preset.slug}{PRESET_SUFFIX}")
    return list(HUES)


@pytest.fixture
def window(tiny_auto_dir: Path, nine_hues: list[str], start: Start) -> MainWindow:
    window = start()
    window.resize(1180, 760)
    return window


def tone(path: Path, low: int, high: int) -> Path:
    """A photograph of greys from low to high; the tiny model makes dark greenish, light pink."""
    values = np.linspace(low, high, 120 * 90).reshape(90, 120).astype(np.uint8)
    Image.fromarray(values).save(path)
    return path


def headings(window: MainWindow) -> list[str]:
    model = window.parts.gallery.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data()) for index in rows if index.data(SECTION_ROLE) is not None]


def open_photo(qtbot: QtBot, window: MainWindow, path: Path) -> list[str]:
    """Drop a photograph; the names in the gallery's first section once they are there."""
    drop(window.parts.stage, QPoint(50, 300), path)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == path.name)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: not window.parts.preset_suggester.busy)
    return preset_names(window)[:6]


def test_five_follow_natural_colours_and_then_come_all(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert headings(window) == []
    light = open_photo(qtbot, window, tone(tmp_path / "light.png", 200, 255))
    assert headings(window) == ["For this photo", "Paintings"]
    assert light[0] == NATURAL_COLOURS
    assert preset_names(window)[6:] == sorted(["Blue Hour", "Green Field", "Red Room", *HUES])
    assert not {"Yellow", "Lime", "Green", "Green Field"} & set(light)  # light is pink, by the tiny model
    dark = open_photo(qtbot, window, tone(tmp_path / "dark.png", 0, 50))
    assert dark[0] == NATURAL_COLOURS
    assert dark[1:] != light[1:]


def test_searching_and_favourites_leave_them_out(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_photo(qtbot, window, tone(tmp_path / "light.png", 200, 255))
    type_text(window.parts.gallery.search_field, "p. lime")
    assert preset_names(window) == ["Lime"]
    type_text(window.parts.gallery.search_field, "")
    press(window, "Backspace")
    assert len(preset_names(window)) == 6 + 12
    click(window.parts.gallery.star_button)
    assert preset_names(window) == []


def test_one_that_is_listed_twice_is_chosen_where_it_is_clicked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    name = open_photo(qtbot, window, tone(tmp_path / "light.png", 200, 255))[1]
    view = window.parts.gallery.list
    rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
    both = [
        index for index in rows if (preset := index.data(PRESET_ROLE)) is not None and preset.name == name
    ]
    assert len(both) == 2
    click_item(view, both[1])
    assert chosen(window) == name
    assert view.currentIndex().row() == both[1].row()
    assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())


def test_they_come_also_to_a_photo_whose_edit_was_kept(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, start: Start
) -> None:
    path = tone(tmp_path / "light.png", 200, 255)
    first = open_photo(qtbot, window, path)
    click_item(window.parts.gallery.list, window.parts.gallery.list.model().index(2, 0))
    taken = chosen(window)
    assert taken == first[1]
    again = start()
    again.resize(1180, 760)
    assert open_photo(qtbot, again, path) == first
    assert chosen(again) == taken


def test_presets_of_another_model_are_not_offered(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tone(tmp_path / "light.png", 200, 255)
    best = open_photo(qtbot, window, path)[1]
    found = window.parts.library.find(best)
    assert found is not None
    foreign = replace(found, name="Foreign", encoder_sha256="f" * 64, painter="")
    window.parts.library.add(foreign)
    qtbot.waitUntil(lambda: not window.parts.preset_suggester.busy)
    assert "Foreign" in preset_names(window)[6:]
    assert "Foreign" not in preset_names(window)[:6]


def test_the_window_is_not_kept_waiting(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """They are found on another thread, and cancelled by the next photograph."""
    open_photo(qtbot, window, tone(tmp_path / "light.png", 200, 255))
    dark = tone(tmp_path / "dark.png", 0, 50)
    with qtbot.waitSignal(window.parts.preset_suggester.found) as found:
        drop(window.parts.stage, QPoint(50, 300), dark)
        assert window.parts.loader.busy
    assert len(found.args[0]) == 5
