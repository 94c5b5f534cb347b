"""An export makes the chosen results in the chosen form, and replaces no photograph."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.engine.batch.destinations import Existing
from desktop.ui.document.export_options import Place, SizeKind
from desktop.ui.export.jobs import JobState
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.exporting import DONE, FAILED, ask, choose, pick_data, results, states, wait_for_exports
from tests.support.mouse_and_keys import click, press, type_text
from tests.support.window_steps import wait_for_result

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_folder_is_exported_and_what_failed_is_tried_again(
    qtbot: QtBot, filled: MainWindow, album: Path
) -> None:
    dialog = ask(qtbot, filled)
    choose(dialog)
    assert dialog.export_button.text() == "Export 5 photos"
    click(dialog.export_button)
    wait_for_exports(qtbot, filled)
    assert states(filled) == [DONE, DONE, FAILED, DONE, DONE]
    assert results(album) == [f"{name}_blue-hour.png" for name in "abde"]
    for name in "abde":
        with Image.open(album / "coloured" / f"{name}_blue-hour.png") as image:
            assert image.size == (80 + "abcde".index(name), 60)
            assert np.ptp(np.asarray(image).astype(int), axis=2).max() > 10
    failed = filled.parts.export.queue.jobs[2]
    assert "damaged" in failed.reason
    assert filled.parts.export.queue.jobs[0].elapsed_s > 0
    assert [frame.exported for frame in filled.parts.filmstrip.photos.frames] == [
        True,
        True,
        False,
        True,
        True,
    ]
    panel = filled.parts.export.window
    assert panel.isVisible()
    qtbot.waitUntil(lambda: panel.summary.text() == "4 exported · 1 failed")
    (album / "c.png").write_bytes((album / "d.png").read_bytes())
    click(panel.retry)
    wait_for_exports(qtbot, filled)
    assert states(filled) == [DONE] * 5
    assert results(album) == [f"{name}_blue-hour.png" for name in "abcde"]
    click(panel.clear)
    assert filled.parts.export.queue.rowCount() == 0


def test_one_photo_needs_no_strip_and_is_told_in_the_window(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path
) -> None:
    dialog = ask(qtbot, coloured)
    assert not dialog.scope_field.isVisible()
    assert dialog.export_button.text() == "Export"
    click(dialog.format_field.buttons[".webp"])
    click(dialog.export_button)
    wait_for_exports(qtbot, coloured)
    assert not coloured.parts.export.window.isVisible()
    assert coloured.parts.stage.messages.text == "1 exported"
    with Image.open(photo_file.with_name("photo_blue-hour.webp")) as image:
        assert image.format == "WEBP"


def test_only_what_is_selected_is_exported(qtbot: QtBot, filled: MainWindow, album: Path) -> None:
    strip = filled.parts.filmstrip.strip
    for row, keys in ((3, Qt.KeyboardModifier.NoModifier), (4, _CTRL)):
        place = strip.visualRect(filled.parts.filmstrip.photos.index(row)).center()
        QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, keys, place)
    wait_for_result(qtbot, filled)
    dialog = ask(qtbot, filled)
    assert dialog.scope_field.currentText() == "The 2 selected photos"
    choose(dialog, scope="selected")
    click(dialog.export_button)
    wait_for_exports(qtbot, filled)
    assert results(album) == ["d_blue-hour.png", "e_blue-hour.png"]


def test_size_depth_and_metadata(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    deep = np.random.default_rng(1).integers(0, 65536, (60, 90), dtype=np.uint16)
    Image.fromarray(deep).save(tmp_path / "deep.png", dpi=(300, 300))
    drop(window.parts.stage, QPoint(60, 200), tmp_path / "deep.png")
    wait_for_result(qtbot, window)
    dialog = ask(qtbot, window)
    choose(dialog, scope="this", place=Place.BESIDE)
    assert not dialog.quality_field.isVisible()
    pick_data(dialog.depth_field, False)
    pick_data(dialog.size_field.kind, SizeKind.LONG_SIDE)
    type_text(dialog.size_field.long_side, "30", end="Tab")
    click(dialog.metadata, QPoint(8, dialog.metadata.height() // 2))
    type_text(dialog.name_field.edit, "{stem} small")
    click(dialog.export_button)
    wait_for_exports(qtbot, window)
    with Image.open(tmp_path / "deep small.png") as image:
        assert (image.size, image.mode) == ((30, 20), "RGB")
        assert "Look" not in str(image.info)


@pytest.mark.parametrize(
    ("existing", "state", "names"),
    [
        (Existing.RENAME, DONE, ["b_blue-hour (2).png", "b_blue-hour.png"]),
        (Existing.SKIP, JobState.SKIPPED, ["b_blue-hour.png"]),
        (Existing.OVERWRITE, DONE, ["b_blue-hour.png"]),
    ],
)
def test_what_is_there_already(
    qtbot: QtBot, filled: MainWindow, album: Path, existing: Existing, state: JobState, names: list[str]
) -> None:
    (album / "coloured").mkdir()
    there = album / "coloured" / "b_blue-hour.png"
    there.write_bytes(b"dear to somebody")
    dialog = ask(qtbot, filled)
    choose(dialog)
    pick_data(dialog.existing_field, existing)
    click(dialog.export_button)
    wait_for_exports(qtbot, filled)
    assert states(filled)[1] is state
    assert [name for name in results(album) if name.startswith("b")] == names
    assert (there.read_bytes() == b"dear to somebody") is (existing is not Existing.OVERWRITE)


def test_no_photograph_is_ever_replaced(qtbot: QtBot, filled: MainWindow, album: Path) -> None:
    before = {path.name: path.read_bytes() for path in album.iterdir()}
    dialog = ask(qtbot, filled)
    choose(dialog, scope="this", place=Place.BESIDE)
    pick_data(dialog.existing_field, Existing.OVERWRITE)
    for name in ("{stem}", "b"):  # itself, and another open photograph that is not exported
        type_text(dialog.name_field.edit, name)
        click(dialog.export_button)
        wait_for_exports(qtbot, filled)
        assert states(filled)[-1] is FAILED
        assert "original photograph" in filled.parts.export.queue.jobs[-1].reason
        dialog = ask(qtbot, filled)
    press(dialog, "Esc")
    assert {path.name: path.read_bytes() for path in album.iterdir()} == before


def test_what_was_exported_before_is_not_counted_again(qtbot: QtBot, filled: MainWindow) -> None:
    filled.parts.filmstrip.strip.go(1)
    wait_for_result(qtbot, filled)
    for scope in ("this", "all"):
        dialog = ask(qtbot, filled)
        choose(dialog, scope=scope)
        press(dialog, "Return")
        wait_for_exports(qtbot, filled)
    texts = {"this": "1 exported", "all": "4 exported · 1 failed"}
    qtbot.waitUntil(lambda: filled.parts.export.chip.text() == texts["all"])
    assert filled.parts.export.window.summary.text() == texts["all"]
    assert len(filled.parts.export.queue.jobs) == 6
