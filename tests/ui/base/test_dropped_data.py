"""What a drop does depends on where it lands, and the window says so beforehand."""

import base64
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, QUrl
from PySide6.QtGui import QColor, QDragLeaveEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.message_bar import Kind
from tests.support.drag_and_drop import LEFT, RIGHT, drag_over, drop, files_mime
from tests.support.mouse_and_keys import press
from tests.support.window_steps import wait_for_result


def png_bytes(width_px: int, height_px: int) -> bytes:
    image = QImage(width_px, height_px, QImage.Format.Format_Grayscale8)
    image.fill(110)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "png")  # type: ignore[call-overload]  # its stubs know no format as text
    return bytes(buffer.data().data())


def test_dropped_photo_is_coloured_without_further_ado(
    qtbot: QtBot, window: MainWindow, photo_file: Path
) -> None:
    drop(window.parts.stage, LEFT, photo_file)
    wait_for_result(qtbot, window)
    after = window.parts.stage.canvas.picture.after
    assert after is not None
    middle = QColor(after.pixel(after.width() // 8, after.height() - 5))
    assert (
        max(middle.red(), middle.green(), middle.blue())
        > min(middle.red(), middle.green(), middle.blue()) + 10
    )
    assert window.windowTitle().startswith("photo.png")
    assert "120 × 90" in window.parts.status_bar.photo_label.text()


def test_zones_appear_while_dragging_and_say_what_will_happen(window: MainWindow, photo_file: Path) -> None:
    zones = window.parts.stage.zones
    assert not zones.isVisible()
    drag_over(window.parts.stage, LEFT, files_mime(photo_file))
    assert zones.isVisible()
    assert (zones.photo_zone.lit, zones.painting_zone.lit) == (True, False)
    drag_over(window.parts.stage, RIGHT, files_mime(photo_file))
    assert (zones.photo_zone.lit, zones.painting_zone.lit) == (False, True)


def test_useless_things_are_followed_only_to_say_so(window: MainWindow, tmp_path: Path) -> None:
    text = QMimeData()
    text.setText("hello")
    for mime in (text, files_mime(tmp_path / "letter.docx")):
        drag_over(window.parts.stage, LEFT, mime)
        zones = window.parts.stage.zones
        assert zones.refusal.isVisible()
        assert not zones.photo_zone.isVisible()
        assert not zones.painting_zone.isVisible()
        drop(window.parts.stage, LEFT, mime)
        assert not zones.isVisible()
        assert "folders of pictures" in window.parts.stage.messages.text
        assert not window.parts.loader.busy


def test_address_from_a_browser_is_refused_with_a_way_out(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/portrait.jpg")])
    drag_over(window.parts.stage, LEFT, mime)
    assert "address" in window.parts.stage.zones.refusal.text()
    drop(window.parts.stage, LEFT, mime)
    assert "nothing from the network" in window.parts.stage.messages.text
    assert not window.parts.loader.busy


def test_picture_that_a_browser_adds_to_its_address_is_taken(qtbot: QtBot, window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/portrait.jpg")])
    mime.setData("image/png", png_bytes(44, 33))
    drop(window.parts.stage, LEFT, mime)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo is not None
    assert (window.parts.document.photo.width_px, window.parts.document.photo.height_px) == (44, 33)


def test_picture_written_out_in_its_address_is_taken(qtbot: QtBot, window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("data:image/png;base64," + base64.b64encode(png_bytes(21, 12)).decode())])
    drop(window.parts.stage, LEFT, mime)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo is not None
    assert window.parts.document.photo.width_px == 21


def test_spoilt_picture_of_a_browser_is_told(qtbot: QtBot, window: MainWindow) -> None:
    mime = QMimeData()
    mime.setData("image/png", b"no picture at all")
    drop(window.parts.stage, LEFT, mime)
    qtbot.waitUntil(lambda: "no picture" in window.parts.stage.messages.text)


def test_several_photos_and_folders_are_told_apart(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    for number in range(3):
        Image.fromarray(np.full((20, 30 + number), 100, np.uint8)).save(folder / f"{number}.png")
    zones = window.parts.stage.zones
    drag_over(window.parts.stage, LEFT, files_mime(*sorted(folder.iterdir())))
    assert zones.photo_zone.text().startswith("3 ")
    assert zones.painting_zone.text().startswith("3 ")
    drag_over(window.parts.stage, RIGHT, files_mime(folder))
    assert "Folder" in zones.photo_zone.text()
    assert zones.photo_zone.lit
    assert not zones.painting_zone.isVisible()
    drop(window.parts.stage, RIGHT, folder)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo is not None
    assert window.parts.document.photo.width_px == 30
    assert window.parts.filmstrip.photos.rowCount() == 3


def test_empty_folder_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    drop(window.parts.stage, LEFT, tmp_path / "empty")
    qtbot.waitUntil(lambda: "no photograph" in window.parts.stage.messages.text)


def test_every_part_of_the_window_takes_drops(qtbot: QtBot, window: MainWindow, photo_file: Path) -> None:
    bar = window.parts.actions.tool_bar
    position = bar.mapTo(window, QPoint(30, 10))
    assert drag_over(window, position, files_mime(photo_file))
    assert window.parts.stage.zones.photo_zone.lit
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.parts.stage.zones.isVisible()
    drop(window, position, photo_file)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo is not None


@pytest.mark.parametrize("position", [LEFT, RIGHT])
def test_bad_file_is_told_in_one_line(
    qtbot: QtBot, coloured: MainWindow, not_a_picture: Path, position: QPoint
) -> None:
    photo = coloured.parts.document.photo
    drop(coloured.parts.stage, position, not_a_picture)
    qtbot.waitUntil(lambda: "letter.jpg" in coloured.parts.stage.messages.text)
    assert coloured.parts.stage.messages.kind is Kind.ERROR
    assert "\n" not in coloured.parts.stage.messages.text
    assert coloured.parts.document.photo is photo
    assert coloured.parts.status_bar.photo_label.text().startswith("photo.png")


def test_image_data_is_taken_like_a_file(qtbot: QtBot, window: MainWindow) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 120, 120))
    mime = QMimeData()
    mime.setImageData(image)
    drop(window.parts.stage, LEFT, mime)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo is not None
    assert (window.parts.document.photo.width_px, window.parts.document.photo.height_px) == (40, 30)


def test_pasted_picture_is_opened_and_result_is_copied(qtbot: QtBot, window: MainWindow) -> None:
    image = QImage(50, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(90, 90, 90))
    QGuiApplication.clipboard().setImage(image)
    press(window, "Ctrl+V")
    wait_for_result(qtbot, window)
    with qtbot.waitSignal(window.parts.saver.copied):
        press(window, "Ctrl+C")
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == (50, 20)
    assert not copied.allGray()


def test_latest_photo_wins(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    files = []
    for number in range(5):
        files.append(tmp_path / f"{number}.png")
        Image.fromarray(np.full((20 + number, 30), 100, np.uint8)).save(files[-1])
    for file in files:
        drop(window.parts.stage, LEFT, file)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo is not None
    assert window.parts.document.photo.path == files[-1]
    assert window.parts.stage.canvas.viewport is not None
    assert window.parts.stage.canvas.viewport.height_px == 24


def test_clipboard_without_a_picture_is_told(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("only words")
    press(window, "Ctrl+V")
    assert "no picture on the clipboard" in window.parts.stage.messages.text
