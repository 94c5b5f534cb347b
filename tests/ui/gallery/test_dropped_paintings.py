"""Paintings and presets that are dropped or pasted get into the gallery."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QDragLeaveEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.engine.store.preset_library import PresetLibrary
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.message_bar import Kind
from tests.support.drag_and_drop import LEFT, RIGHT, drag_over, drop, files_mime
from tests.support.mouse_and_keys import press
from tests.support.window_steps import accept_painting, wait_for_result


def test_dropped_painting_becomes_a_preset_and_is_chosen(
    qtbot: QtBot, coloured: MainWindow, painting_file: Path
) -> None:
    before = coloured.parts.stage.canvas.picture.after
    drop(coloured.parts.stage, RIGHT, painting_file)
    accept_painting(qtbot, coloured)
    qtbot.waitUntil(
        lambda: (
            coloured.parts.document.preset is not None and coloured.parts.document.preset.name == "painting"
        )
    )
    wait_for_result(qtbot, coloured)
    assert coloured.parts.document.preset is not None
    assert coloured.parts.library.is_own(coloured.parts.document.preset)
    assert PresetLibrary().get("painting").palette == coloured.parts.document.preset.palette
    assert coloured.parts.stage.canvas.picture.after != before


def test_painting_before_any_photo_asks_for_the_photo(
    qtbot: QtBot, window: MainWindow, painting_file: Path
) -> None:
    drop(window.parts.stage, RIGHT, painting_file)
    accept_painting(qtbot, window)
    qtbot.waitUntil(lambda: "drop the photo" in window.parts.stage.messages.text)
    assert window.parts.stage.messages.kind is Kind.INFO


def test_same_painting_twice_gives_two_names(qtbot: QtBot, window: MainWindow, painting_file: Path) -> None:
    drop(window.parts.stage, RIGHT, painting_file)
    accept_painting(qtbot, window)
    drop(window.parts.stage, RIGHT, painting_file)
    accept_painting(qtbot, window)
    qtbot.waitUntil(lambda: window.parts.library.find("painting (2)") is not None)


def test_dropped_preset_file_is_added(
    qtbot: QtBot, window: MainWindow, shipped_presets: Path, tmp_path: Path
) -> None:
    file = tmp_path / "gift.tintype"
    text = (shipped_presets / "red-room.tintype").read_text("utf-8")
    file.write_text(text.replace('"name": "Red Room"', '"name": "A Gift"'), "utf-8")
    drag_over(window.parts.stage, LEFT, files_mime(file))
    assert not window.parts.stage.zones.photo_zone.isVisible()
    drop(window.parts.stage, LEFT, file)
    qtbot.waitUntil(
        lambda: window.parts.document.preset is not None and window.parts.document.preset.name == "A Gift"
    )


def test_what_is_dropped_on_the_gallery_is_a_painting(
    qtbot: QtBot, window: MainWindow, painting_file: Path
) -> None:
    drop(window.parts.gallery, QPoint(60, 300), painting_file)
    accept_painting(qtbot, window)
    qtbot.waitUntil(lambda: window.parts.library.find("painting") is not None)
    assert window.parts.document.photo is None


def test_damaged_preset_file_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "broken.tintype"
    file.write_text("{")
    drop(window.parts.stage, LEFT, file)
    qtbot.waitUntil(lambda: "broken.tintype" in window.parts.stage.messages.text)


def test_pasted_painting_becomes_a_preset(qtbot: QtBot, window: MainWindow, painting_file: Path) -> None:
    QGuiApplication.clipboard().setImage(QImage(str(painting_file)))
    press(window, "Ctrl+Shift+V")
    accept_painting(qtbot, window)
    assert window.parts.library.find("Pasted painting") is not None
    assert window.parts.document.photo is None


def test_the_gallery_says_what_a_drop_there_does(
    window: MainWindow, painting_file: Path, tmp_path: Path
) -> None:
    zones, place = window.parts.gallery.zones, QPoint(60, 300)
    assert not zones.isVisible()
    drag_over(window.parts.gallery, place, files_mime(painting_file))
    assert zones.painting_zone.lit
    assert not zones.photo_zone.isVisible()
    QApplication.sendEvent(window.parts.gallery, QDragLeaveEvent())
    assert not zones.isVisible()
    drag_over(window.parts.gallery, place, files_mime(tmp_path))
    assert zones.refusal.isVisible()
    assert "folder" in zones.refusal.text()
    drop(window.parts.gallery, place, tmp_path)
    assert "paintings themselves" in window.parts.stage.messages.text
    assert not zones.isVisible()
