"""The export dialog tells how many photographs have no look yet, what they get, and how many go into which folder."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.engine.store.look_xmp import read_look
from desktop.ui.base.qimage import to_array
from desktop.ui.document.export_options import Place
from desktop.ui.document.open_photos import Frame
from desktop.ui.export.dialog import ExportDialog
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop, files_mime
from tests.support.exporting import ask, pick_data
from tests.support.mouse_and_keys import click, click_item, pick, press
from tests.support.window_steps import Start, click_preset, wait_for_result


@pytest.fixture
def natural_album(
    qtbot: QtBot, tiny_auto_dir: Path, shipped_presets: Path, album: Path, start: Start
) -> MainWindow:
    """The window with the album, of which only the first was on the canvas, where natural colours are installed."""
    window = start()
    window.resize(1180, 760)
    drop(window.parts.stage, QPoint(60, 200), album)
    wait_for_result(qtbot, window)
    return window


def frames(window: MainWindow) -> list[Frame]:
    return list(window.parts.filmstrip.photos.frames)


def mean_difference(frame: Frame, other: Frame) -> float:
    assert frame.colours is not None
    assert other.colours is not None
    means = [to_array(f.colours)[..., :3].reshape(-1, 3).mean(axis=0) for f in (frame, other) if f.colours]
    return float(np.abs(means[0] - means[1]).max())


def colourful(frame: Frame) -> bool:
    return frame.colours is not None and bool(
        np.ptp(to_array(frame.colours)[..., :3].astype(int), axis=2).max() > 10
    )


def ask_for(qtbot: QtBot, window: MainWindow, scope: str = "all") -> ExportDialog:
    dialog = ask(qtbot, window)
    pick_data(dialog.scope_field, scope)
    return dialog


def export(qtbot: QtBot, window: MainWindow, dialog: ExportDialog) -> None:
    place = dialog.place_field.kind
    pick(place, place.itemText(place.findData(Place.SUBFOLDER)))
    click(dialog.format_field.buttons[".png"])
    click(dialog.export_button)
    queue = window.parts.export.queue
    qtbot.waitUntil(lambda: bool(queue.jobs) and not queue.busy)


def test_what_nobody_has_looked_at_is_counted_and_gets_what_the_strip_shows(
    qtbot: QtBot, natural_album: MainWindow, album: Path
) -> None:
    a, b, _, d, e = frames(natural_album)
    qtbot.waitUntil(lambda: all(map(colourful, (a, b, d, e))))  # natural, as they would be exported
    click_preset(natural_album, "Red Room")
    wait_for_result(qtbot, natural_album)
    dialog = ask_for(qtbot, natural_album, "this")
    assert not dialog.look_field.isVisible()
    pick(dialog.scope_field, "All 5 photos")
    assert dialog.look_field.isVisible()
    assert dialog.look_field.count_label.text() == "4 photos get"
    assert dialog.look_field.kind.currentText() == "Natural colours"
    export(qtbot, natural_album, dialog)
    names = sorted(path.name for path in (album / "coloured").iterdir())
    assert names == ["a_red-room.png", *(f"{name}_natural-colours.png" for name in "bde")]
    assert read_look(album / "coloured" / "b_natural-colours.png").edit.colour_models == ("auto",)
    assert not natural_album.parts.filmstrip.photos.frames[1].edited


def test_they_can_get_the_look_on_the_canvas_which_is_a_step_that_can_be_undone(
    qtbot: QtBot, natural_album: MainWindow, album: Path
) -> None:
    click_preset(natural_album, "Red Room")
    wait_for_result(qtbot, natural_album)
    dialog = ask_for(qtbot, natural_album)
    pick(dialog.look_field.kind, "The look on the canvas: Red Room")
    export(qtbot, natural_album, dialog)
    names = sorted(path.name for path in (album / "coloured").iterdir())
    assert names == [f"{name}_red-room.png" for name in "abde"]
    b = frames(natural_album)[1]
    assert b.edited
    natural_album.parts.export.window.close()
    press(natural_album, "Ctrl+Z")
    assert b.edit is None
    assert natural_album.parts.document.preset is not None
    assert natural_album.parts.document.preset.name == "Red Room"


def test_a_photo_that_was_looked_at_is_not_counted(qtbot: QtBot, natural_album: MainWindow) -> None:
    strip = natural_album.parts.filmstrip.strip
    click_item(strip, natural_album.parts.filmstrip.photos.index(1))
    qtbot.waitUntil(lambda: natural_album.parts.document.photo_name == "b.png")
    wait_for_result(qtbot, natural_album)
    dialog = ask_for(qtbot, natural_album)
    assert dialog.look_field.count_label.text() == "3 photos get"
    dialog.reject()


def test_without_natural_colours_the_strip_shows_the_look_on_the_canvas(
    qtbot: QtBot, filled: MainWindow
) -> None:
    a, b = frames(filled)[:2]
    qtbot.waitUntil(lambda: colourful(a) and colourful(b))
    assert mean_difference(a, b) < 6
    click_preset(filled, "Red Room")
    wait_for_result(qtbot, filled)
    qtbot.waitUntil(lambda: mean_difference(a, b) < 6 and b.coloured == filled.parts.document.initial_edit)
    dialog = ask_for(qtbot, filled)
    assert dialog.look_field.kind.count() == 1
    assert dialog.look_field.kind.currentText() == "Red Room"
    dialog.reject()


def test_the_strip_says_which_have_no_look_yet(natural_album: MainWindow) -> None:
    photos = natural_album.parts.filmstrip.photos
    told = [str(photos.index(row).data(Qt.ItemDataRole.ToolTipRole)) for row in (0, 1)]
    assert ["no look yet" in text for text in told] == [False, True]


def test_over_several_folders_it_is_said_how_many_go_where(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    paths = []
    for number, count in enumerate((2, 1, 1, 1, 1, 1)):
        folder = tmp_path / f"19{number}0"
        folder.mkdir()
        for name in "ab"[:count]:
            values = np.random.default_rng(number).integers(0, 256, (60, 80), dtype=np.uint8)
            Image.fromarray(values).save(folder / f"{name}.png")
            paths.append(folder / f"{name}.png")
    drop(window.parts.stage, QPoint(60, 200), files_mime(*paths))
    wait_for_result(qtbot, window)
    dialog = ask_for(qtbot, window, "this")
    place = dialog.place_field.kind
    assert place.currentData() == Place.BESIDE
    assert not dialog.folders_label.isVisible()
    pick(dialog.scope_field, "All 7 photos")
    assert dialog.folders_label.text().split("\n") == [
        f"2 in {Path('…', tmp_path.name, '1900')}",
        *(f"1 in {Path('…', tmp_path.name, f'19{number}0')}" for number in (1, 2, 3)),
        "and in 2 more folders",
    ]
    assert str(tmp_path / "1950") in dialog.folders_label.toolTip()
    pick(place, place.itemText(place.findData(Place.SUBFOLDER)))
    assert dialog.folders_label.text().startswith(f"2 in {Path('…', '1900', 'coloured')}")
    dialog.place_field.set_folder(str(tmp_path))
    pick(place, place.itemText(place.findData(Place.FOLDER)))
    assert not dialog.folders_label.isVisible()
    dialog.reject()
