"""Steps of a user with the border of a print, and what is seen of it."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.engine.edits.framing import Framing
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click
from tests.support.prints import on_paper, part, photograph
from tests.support.window_steps import click_preset, unfold, wait_for_result

BORDER = 0.1  # of the picture's long side


def write_print(path: Path, name: str = "camera") -> Path:
    """A picture of 600 px within paper of 60 px on each side."""
    Image.fromarray(on_paper(photograph(name, 600), 225, (BORDER,) * 4).scan).save(path)
    return path


def open_print(qtbot: QtBot, window: MainWindow, path: Path) -> MainWindow:
    """A print dropped on the window and coloured, with the tools of its border unfolded."""
    drop(window.parts.stage, QPoint(50, 300), write_print(path))
    click_preset(window, "Red Room")
    wait_for_result(qtbot, window)
    unfold(window, "framing")
    qtbot.waitUntil(window.parts.border.adjust.isEnabled)
    return window


def colourfulness(image: QImage | None) -> NDArray[np.int64]:
    """How far each pixel is from grey."""
    assert image is not None
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    rgb = flat[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(np.int64)
    return rgb.max(axis=2) - rgb.min(axis=2)


def shown(window: MainWindow) -> NDArray[np.int64]:
    return colourfulness(window.parts.stage.canvas.picture.after)


def above(window: MainWindow) -> float:
    """How colourful the border above the picture is."""
    return part(shown(window), 0, 0, 1, 0.06)


def picture(window: MainWindow) -> Framing | None:
    return window.parts.document.edit.picture


def state(window: MainWindow) -> str:
    return window.parts.border.panel.state.text()


def begin(qtbot: QtBot, window: MainWindow) -> None:
    click(window.parts.border.panel.button)
    assert window.parts.border.panel.tools.isVisible()
    wait_for_result(qtbot, window)
