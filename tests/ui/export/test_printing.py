"""Printing: a preview of the result, which is drawn whole and in the middle of the page."""

import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QColor, QImage, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop.engine.core.arrays import RgbArray
from desktop.ui.base.qimage import to_array
from desktop.ui.export import printing
from desktop.ui.export.printing import draw_page
from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import choose_menu
from tests.support.mouse_and_keys import click, press
from tests.support.window_steps import child


def test_the_preview_shows_the_result_on_a_page_of_its_shape(qtbot: QtBot, coloured: MainWindow) -> None:
    press(coloured, "Ctrl+P")
    qtbot.waitUntil(lambda: coloured.parts.printing.preview is not None)
    preview = coloured.parts.printing.preview
    assert preview is not None
    assert preview.isVisible()
    assert "photo.png" in preview.windowTitle()
    page = child(preview, QPrintPreviewWidget)
    assert page.orientation() == QPageLayout.Orientation.Landscape  # the photo is 120 x 90
    pressed = [
        button.defaultAction().text() for button in preview.findChildren(QToolButton) if button.isChecked()
    ]
    assert "Landscape" in pressed
    assert "Portrait" not in pressed

    shown = to_array(page.grab().toImage())[..., :3].astype(int)
    assert float(np.ptp(shown, axis=2).max()) > 40  # from the first: an empty page could be printed, too
    press(preview, "Esc")
    assert coloured.parts.printing.preview is None


def test_a_page_is_drawn_whole_in_the_middle(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#c84020"))
    draw_page(printer, image)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "page.pdf").stat().st_size > 1000


def test_a_large_photo_is_composed_no_finer_than_paper_shows(
    qtbot: QtBot, coloured: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[QSize] = []
    real = printing.to_qimage

    def seen(pixels: RgbArray) -> QImage:
        image = real(pixels)
        sizes.append(image.size())
        return image

    monkeypatch.setattr(printing, "to_qimage", seen)
    monkeypatch.setattr(printing, "MAX_SIDE_PX", 60)
    choose_menu(coloured, "File", "Print…")
    qtbot.waitUntil(lambda: coloured.parts.printing.preview is not None)
    assert sizes == [QSize(60, 45)]
    assert coloured.parts.printing.preview is not None
    press(coloured.parts.printing.preview, "Esc")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system's dialog asks for it")
def test_printing_to_a_file_suggests_one_beside_the_photo(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path
) -> None:
    press(coloured, "Ctrl+P")
    qtbot.waitUntil(lambda: coloured.parts.printing.preview is not None)
    preview = coloured.parts.printing.preview
    assert preview is not None
    asked: list[str] = []

    def print_to_file() -> None:
        dialog = child(preview, QPrintDialog)
        asked.append(child(dialog, QLineEdit, "filename").text())
        press(dialog, "Return")

    QTimer.singleShot(200, print_to_file)
    click(next(button for button in preview.findChildren(QToolButton) if button.text() == "Print"))
    assert asked == [str(photo_file.with_name("photo_blue-hour.pdf"))]
    assert Path(asked[0]).read_bytes().startswith(b"%PDF")
