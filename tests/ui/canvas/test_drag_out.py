"""The result leaves the window by drag and drop, as a file of its full size."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QImage
from pytestqt.qtbot import QtBot

from desktop.engine.store.look_xmp import read_look
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drag_over
from tests.support.mouse_and_keys import wheel

INSIDE = QPoint(300, 300)


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[QDrag]:
    """The drags that began; no platform carries them anywhere."""
    drags: list[QDrag] = []

    def begin(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        assert action == Qt.DropAction.CopyAction
        drags.append(drag)
        return action

    monkeypatch.setattr(QDrag, "exec", begin)
    return drags


def pull(
    qtbot: QtBot, window: MainWindow, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    canvas = window.parts.stage.canvas
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, keys, INSIDE)
    for step in (2, 30, 60):
        qtbot.mouseMove(canvas, INSIDE + QPoint(step, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, keys, INSIDE + QPoint(60, 0))


def test_fitted_picture_is_dragged_out_as_a_full_size_file(
    qtbot: QtBot, coloured: MainWindow, dragged: list[QDrag], photo_file: Path
) -> None:
    pull(qtbot, coloured)
    assert len(dragged) == 1
    mime = dragged[0].mimeData()
    assert mime.hasUrls()
    assert mime.hasImage()
    file = Path(mime.urls()[0].toLocalFile())
    with Image.open(photo_file) as photo, Image.open(file) as result:
        assert result.size == photo.size
        assert np.ptp(np.asarray(result), axis=2).max() > 10
    assert coloured.parts.document.preset is not None
    assert read_look(file).edit.chosen_blend.name == coloured.parts.document.preset.name
    assert file.name.startswith("photo_")
    image = QImage(mime.imageData())
    assert (image.width(), image.height()) == (120, 90)
    assert not dragged[0].pixmap().isNull()


def test_two_drags_do_not_share_a_file(qtbot: QtBot, coloured: MainWindow, dragged: list[QDrag]) -> None:
    pull(qtbot, coloured)
    pull(qtbot, coloured)
    first, second = (drag.mimeData().urls()[0].toLocalFile() for drag in dragged)
    assert first != second
    assert Path(first).read_bytes()
    assert Path(second).read_bytes()


def test_zoomed_picture_is_panned_unless_ctrl_is_held(
    qtbot: QtBot, coloured: MainWindow, dragged: list[QDrag]
) -> None:
    wheel(coloured.parts.stage.canvas, QPointF(INSIDE), 3)
    pull(qtbot, coloured)
    assert not dragged
    pull(qtbot, coloured, Qt.KeyboardModifier.ControlModifier)
    assert len(dragged) == 1


def test_files_are_gone_when_the_window_is_closed(
    qtbot: QtBot, coloured: MainWindow, dragged: list[QDrag]
) -> None:
    pull(qtbot, coloured)
    file = Path(dragged[0].mimeData().urls()[0].toLocalFile())
    assert file.exists()
    coloured.close()
    assert not file.parent.parent.exists()


def test_own_result_is_not_taken_in_again(qtbot: QtBot, coloured: MainWindow, dragged: list[QDrag]) -> None:
    pull(qtbot, coloured)
    mime: QMimeData = dragged[0].mimeData()
    for widget in (coloured.parts.stage, coloured.parts.gallery):
        assert not drag_over(widget, QPoint(60, 200), mime)
        assert not coloured.parts.stage.zones.isVisible()


def test_without_a_result_nothing_is_dragged(qtbot: QtBot, window: MainWindow, dragged: list[QDrag]) -> None:
    pull(qtbot, window)
    assert not dragged


def test_what_goes_wrong_is_told_and_gives_no_file(
    qtbot: QtBot, coloured: MainWindow, dragged: list[QDrag], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop.ui.canvas.drag_out.save_result", full)
    pull(qtbot, coloured)
    assert dragged[0].mimeData().urls() == []
    assert coloured.parts.stage.messages.text
