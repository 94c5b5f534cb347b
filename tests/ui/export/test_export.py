"""Exporting: the dialog asks and remembers, the queue works on while one goes on editing."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.engine.batch import runner as batch_module
from desktop.engine.batch.destinations import Existing
from desktop.engine.store.look_xmp import read_look
from desktop.ui.document.export_options import ExportOptions, Place, SizeKind
from desktop.ui.document.settings import Settings
from desktop.ui.export.dialog import ExportDialog
from desktop.ui.export.jobs import JobState
from desktop.ui.main_window.main_window import MainWindow
from tests.support.hands import (
    choose_from,
    click,
    click_item,
    click_preset,
    drag_slider,
    drop,
    pick,
    press,
    type_text,
    wait_for_result,
)

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DONE, FAILED, CANCELLED = JobState.DONE, JobState.FAILED, JobState.CANCELLED


def ask(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    with qtbot.waitActive(window):
        window.activateWindow()
    press(window, "Ctrl+Shift+E")
    dialog = window.parts.export.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def choose(
    dialog: ExportDialog, *, scope: str = "all", place: Place = Place.SUBFOLDER, suffix: str = ".png"
) -> None:
    if dialog.scope_field.isVisible():
        pick_data(dialog.scope_field, scope)
    pick_data(dialog.place_field.kind, place)
    click(dialog.format_field.buttons[suffix])


def pick_data(box: QComboBox, data: object) -> None:
    pick(box, box.itemText(box.findData(data)))


def wait_for_exports(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(window.parts.export.queue.jobs) and not window.parts.export.queue.busy)


def states(window: MainWindow) -> list[JobState]:
    return [job.state for job in window.parts.export.queue.jobs]


def results(album: Path) -> list[str]:
    folder = album / "coloured"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Results are only made once this is set."""
    gate = threading.Event()
    real = batch_module.develop

    def develop(prepared: object, photo: object, output: object, cancel: object, *others: object) -> object:
        while not gate.wait(0.01):
            cancel.raise_if_cancelled()  # type: ignore[attr-defined]
        return real(prepared, photo, output, cancel, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(batch_module, "develop", develop)
    yield gate
    gate.set()


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


def test_dialog_shows_an_example_and_what_is_wrong(qtbot: QtBot, filled: MainWindow, tmp_path: Path) -> None:
    dialog = ask(qtbot, filled)
    choose(dialog)
    assert dialog.example_label.text() == str(Path("…", "coloured", "a_blue-hour.png"))
    type_text(dialog.name_field.edit, "{folder}-{stem}-{amount}")
    assert dialog.example_label.text() == str(Path("…", "coloured", "album-a-1.png"))
    for wrong, reason in (("{nope}", "unknown field"), ("a/b", "not every system"), (" ", "at least one")):
        type_text(dialog.name_field.edit, wrong)
        assert not dialog.export_button.isEnabled()
        assert reason in dialog.note.text()
    dialog.name_field.edit.clear()
    choose_from(dialog.name_field.insert, "The photo's name")
    assert dialog.name_field.edit.text() == "{stem}"
    press(dialog.place_field.subfolder, "Ctrl+A")
    type_text(dialog.place_field.subfolder, "", end="Del")
    assert not dialog.export_button.isEnabled()
    pick_data(dialog.place_field.kind, Place.FOLDER)
    assert "Choose the folder" in dialog.note.text()
    dialog.place_field.set_folder(str(tmp_path / "gone"))
    assert "is gone" in dialog.note.text()
    dialog.place_field.set_folder(str(tmp_path))
    assert dialog.export_button.isEnabled()
    press(dialog, "Esc")
    assert filled.parts.export.dialog is None


def test_dialog_remembers(qtbot: QtBot, filled: MainWindow, tmp_path: Path) -> None:
    dialog = ask(qtbot, filled)
    choose(dialog, place=Place.FOLDER, suffix=".webp")
    drag_slider(dialog.quality_field.slider, 0.9, 0.5)
    quality = dialog.quality_field.slider.value()
    assert quality < 90
    pick_data(dialog.size_field.kind, SizeKind.PERCENT)
    type_text(dialog.size_field.percent, "25", end="Tab")
    dialog.place_field.set_folder(str(tmp_path))
    pick_data(dialog.existing_field, Existing.SKIP)
    type_text(dialog.name_field.edit, "{preset}")
    options = dialog.options
    click(dialog.export_button)
    wait_for_exports(qtbot, filled)
    filled.parts.export.window.close()
    again = ask(qtbot, filled)
    assert again.options == options
    press(again, "Esc")
    filled.close()
    assert Settings().export == options
    assert (options.quality, options.percent, options.size) == (quality, 25, SizeKind.PERCENT)


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"suffix": 3}', ExportOptions().to_text().replace("92", "-1")]
)
def test_remembered_nonsense_counts_as_nothing(text: str) -> None:
    assert ExportOptions.from_text(text) == ExportOptions()


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


def test_editing_goes_on_and_does_not_change_what_is_under_way(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    dialog = ask(qtbot, filled)
    choose(dialog)
    click(dialog.export_button)
    qtbot.waitUntil(lambda: JobState.RUNNING in states(filled))
    click_preset(filled, "Red Room")
    wait_for_result(qtbot, filled)
    assert filled.parts.export.chip.isVisible()
    assert filled.parts.export.chip.text() in ("Exporting 0 of 5", "Exporting 1 of 5")  # one is damaged
    held.set()
    wait_for_exports(qtbot, filled)
    qtbot.waitUntil(lambda: filled.parts.export.chip.text() == "4 exported · 1 failed")
    assert {read_look(album / "coloured" / name).edit.chosen_blend.name for name in results(album)} == {
        "Blue Hour"
    }


def test_pause_and_go_on(qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event) -> None:
    dialog = ask(qtbot, filled)
    choose(dialog)
    click(dialog.export_button)
    qtbot.waitUntil(lambda: JobState.RUNNING in states(filled))
    panel = filled.parts.export.window
    click(panel.pause)
    qtbot.waitUntil(lambda: "paused" in panel.summary.text())
    held.set()
    qtbot.wait(300)
    assert filled.parts.export.queue.busy
    assert len(results(album)) <= 1  # only what was being made already
    click(panel.pause)
    wait_for_exports(qtbot, filled)
    assert len(results(album)) == 4


def test_cancel_one_that_runs_and_one_that_waits(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    dialog = ask(qtbot, filled)
    choose(dialog)
    click(dialog.export_button)
    qtbot.waitUntil(lambda: states(filled)[0] is JobState.RUNNING)
    panel = filled.parts.export.window
    for row in (0, 4):
        click_item(panel.list, filled.parts.export.queue.index(row))
        qtbot.waitUntil(panel.cancel.isEnabled)
        click(panel.cancel)
    qtbot.waitUntil(lambda: states(filled)[0] is CANCELLED)
    held.set()
    wait_for_exports(qtbot, filled)
    assert states(filled) == [CANCELLED, DONE, FAILED, DONE, CANCELLED]
    assert results(album) == ["b_blue-hour.png", "d_blue-hour.png"]
    click_item(panel.list, filled.parts.export.queue.index(4))
    click(panel.retry)
    wait_for_exports(qtbot, filled)
    assert states(filled)[4] is DONE
    assert states(filled)[0] is CANCELLED  # only what was selected


def test_cancel_all_leaves_nothing_half_and_the_queue_usable(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    dialog = ask(qtbot, filled)
    choose(dialog)
    click(dialog.export_button)
    qtbot.waitUntil(lambda: states(filled)[0] is JobState.RUNNING)
    click(filled.parts.export.window.cancel_all)
    wait_for_exports(qtbot, filled)
    assert CANCELLED in states(filled)
    assert results(album) == []
    held.set()
    click(filled.parts.export.window.retry)
    wait_for_exports(qtbot, filled)
    assert len(results(album)) == 4


def test_a_fault_of_the_whole_export_fails_every_photo(
    qtbot: QtBot, filled: MainWindow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_colorizer() -> None:
        raise MemoryError("by the test")

    monkeypatch.setattr(filled.parts.models, "colorizer", no_colorizer)
    dialog = ask(qtbot, filled)
    choose(dialog)
    click(dialog.export_button)
    wait_for_exports(qtbot, filled)
    assert states(filled) == [FAILED] * 5
    assert filled.parts.export.queue.jobs[0].reason == "a fault of Tintype's own, see the log"
    assert "MemoryError: by the test" in caplog.text


def test_result_is_shown_in_its_folder(
    qtbot: QtBot, filled: MainWindow, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = ask(qtbot, filled)
    choose(dialog)
    click(dialog.export_button)
    wait_for_exports(qtbot, filled)
    panel = filled.parts.export.window
    click_item(panel.list, filled.parts.export.queue.index(1))
    qtbot.waitUntil(panel.show_in_folder.isEnabled)
    click(panel.show_in_folder)
    assert opened == [str(album / "coloured")]


def closing_question(window: MainWindow) -> QMessageBox:
    window.close()
    box = window.close_guard.question
    assert box is not None
    assert box.isVisible()
    return box


def start_all(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ask(qtbot, window)
    choose(dialog)
    click(dialog.export_button)
    qtbot.waitUntil(lambda: states(window)[0] is JobState.RUNNING)


def answer(box: QMessageBox, text: str) -> None:
    click(next(button for button in box.buttons() if button.text() == text))


def test_closing_asks_and_one_may_stay(qtbot: QtBot, filled: MainWindow, held: threading.Event) -> None:
    start_all(qtbot, filled)
    box = closing_question(filled)
    assert "photos are still to be exported" in box.text()
    press(box, "Esc")
    qtbot.waitUntil(lambda: filled.close_guard.question is None)
    assert filled.isVisible()
    assert filled.parts.export.queue.busy
    held.set()
    wait_for_exports(qtbot, filled)
    assert filled.isVisible()


def test_export_is_finished_out_of_sight(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    (album / "c.png").write_bytes((album / "d.png").read_bytes())
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    start_all(qtbot, filled)
    filled.parts.export.queue.pause(True)
    answer(closing_question(filled), "Finish out of sight")
    assert not filled.isVisible()
    assert not filled.parts.export.window.isVisible()
    held.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert len(results(album)) == 5


def test_window_comes_back_when_an_export_out_of_sight_fails(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    start_all(qtbot, filled)
    answer(closing_question(filled), "Finish out of sight")
    held.set()
    qtbot.waitUntil(filled.isVisible)
    assert filled.parts.export.window.isVisible()
    assert states(filled) == [DONE, DONE, FAILED, DONE, DONE]
    filled.close()
    assert not filled.isVisible()


def test_export_is_called_off_and_the_window_closed(
    qtbot: QtBot, filled: MainWindow, album: Path, held: threading.Event
) -> None:
    start_all(qtbot, filled)
    answer(closing_question(filled), "Cancel the export")
    assert not filled.isVisible()
    assert results(album) == []
    assert not list(album.rglob(".tintype-*"))


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
