"""Ctrl+O begins in the folder where the last photograph lay, however that was opened."""

import shutil
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.menus import answer_file_dialog
from tests.support.mouse_and_keys import click, press
from tests.support.window_steps import Start, child, click_preset, press_save, wait_for_result


def folder_of_dialog(qtbot: QtBot, window: MainWindow) -> Path:
    def asking() -> list[QFileDialog]:
        return [dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible()]

    qtbot.waitUntil(lambda: bool(asking()))
    folder = Path(asking()[0].directory().absolutePath())
    asking()[0].reject()
    return folder


def test_it_begins_where_the_last_photo_lay_not_where_a_result_was_saved(
    qtbot: QtBot, window: MainWindow, photo_file: Path, tmp_path: Path, start: Start
) -> None:
    results = tmp_path / "results"
    results.mkdir()
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    window.parts.settings.folder = results  # as saving there leaves it
    press(window, "Ctrl+O")
    assert folder_of_dialog(qtbot, window) == photo_file.parent
    again = start()
    press(again, "Ctrl+O")
    assert folder_of_dialog(qtbot, again) == photo_file.parent


def test_a_folder_that_is_gone_is_not_begun_in(
    qtbot: QtBot, window: MainWindow, photo_file: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    moved = photo_file.rename(gone / "photo.png")
    drop(window.parts.stage, QPoint(50, 300), moved)
    wait_for_result(qtbot, window)
    moved.rename(tmp_path / "photo.png")
    gone.rmdir()
    window.parts.settings.folder = tmp_path
    press(window, "Ctrl+O")
    answer_file_dialog(qtbot, window, tmp_path / "photo.png")
    qtbot.waitUntil(lambda: window.parts.document.photo is not None)
    wait_for_result(qtbot, window)


def test_results_in_a_folder_are_left_out_and_opened_when_wanted(
    qtbot: QtBot, window: MainWindow, album: Path
) -> None:
    drop(window.parts.stage, QPoint(50, 300), album / "a.png")
    wait_for_result(qtbot, window)
    with qtbot.waitSignal(window.parts.saver.saved) as saved:
        press_save(window)
    result = Path(saved.args[0])
    assert result.parent == album
    drop(window.parts.stage, QPoint(50, 300), album)
    frames = window.parts.filmstrip.photos.frames
    qtbot.waitUntil(lambda: len(frames) == 5)
    assert result not in [frame.path for frame in frames]
    bar = window.parts.stage.messages
    qtbot.waitUntil(lambda: bar.text == "1 result in the folder was left out.")
    click(bar.button)
    qtbot.waitUntil(lambda: len(frames) == 6 and frames[5].path == result)


def test_what_else_is_in_a_folder_is_told_after_the_first_photo_has_come(
    qtbot: QtBot, window: MainWindow, album: Path
) -> None:
    shutil.copy(album / "b.png", album.parent / "other.png")
    drop(window.parts.stage, QPoint(50, 300), album.parent / "other.png")
    wait_for_result(qtbot, window)
    (album / "holidays.mp4").touch()
    drop(window.parts.stage, QPoint(50, 300), album)
    qtbot.waitUntil(lambda: window.parts.document.photo_name == "a.png")
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: window.parts.stage.messages.text == "There is 1 film in the folder.")


def test_results_without_metadata_are_left_out_and_photographs_named_like_them_are_not(
    qtbot: QtBot, window: MainWindow, album: Path
) -> None:
    shutil.copy(album / "b.png", album / "d_blue-hour.png")
    drop(window.parts.stage, QPoint(50, 300), album / "a.png")
    click_preset(window, "Red Room")
    wait_for_result(qtbot, window)
    press(window, "Ctrl+Shift+E")
    dialog = window.parts.export.dialog
    assert dialog is not None
    click(next(button for button in dialog.findChildren(QAbstractButton) if button.text() == "PNG"))
    click(dialog.metadata, QPoint(8, dialog.metadata.height() // 2))
    assert not dialog.metadata.isChecked()
    press(dialog, "Return")
    qtbot.waitUntil(lambda: any(album.glob("a_*")) and not window.parts.export.queue.busy)
    assert [path.name for path in album.glob("a_*")] == ["a_red-room.png"]
    window.parts.filmstrip.take_off(list(window.parts.filmstrip.photos.frames))
    drop(window.parts.stage, QPoint(50, 300), album)
    frames, bar = window.parts.filmstrip.photos.frames, window.parts.stage.messages
    qtbot.waitUntil(lambda: bar.text == "1 result in the folder was left out.")
    names = [frame.name for frame in frames]
    assert names == ["a.png", "b.png", "c.png", "d.png", "d_blue-hour.png", "e.png"]
    click(bar.button)
    qtbot.waitUntil(lambda: frames[-1].name == "a_red-room.png")


def test_a_folder_is_asked_for_where_the_last_photo_lay(
    qtbot: QtBot, window: MainWindow, photo_file: Path, tmp_path: Path
) -> None:
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    window.parts.settings.folder = tmp_path / "elsewhere"
    window.parts.filmstrip_actions.open_folder.trigger()
    assert folder_of_dialog(qtbot, window) == photo_file.parent


def test_kinds_of_files_are_named_without_their_many_endings(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Ctrl+O")
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QFileDialog)))
    (dialog,) = window.findChildren(QFileDialog)
    kinds = child(dialog, QComboBox, "fileTypeCombo")
    assert [kinds.itemText(row).strip() for row in range(2)] == ["Pictures", "Films"]
    dialog.reject()
