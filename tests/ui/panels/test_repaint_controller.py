"""Painting over in the window: chosen from a list, brushed and mixed by two sliders, undone, saved, given to others."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.repaint import DEFAULT_BRUSH, Repaint
from desktop.engine.inference.model_registry import load_model
from desktop.engine.inference.painter import Painter
from desktop.engine.store.look_xmp import read_look
from desktop.ui.base.qimage import to_array
from desktop.ui.dialogs.model_manager import ModelManager
from desktop.ui.main_window.application import make_window
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.tiny_models import write_painter
from tests.support.window_steps import press_save, unfold, wait_for_result

BLURRISTS = "repaint-blurrists"


@pytest.fixture
def window_of_painters(
    qtbot: QtBot, tiny_painter_dir: Path, shipped_presets: Path, photo_file: Path
) -> Iterator[MainWindow]:
    """The window with a photo in it, where a painter is installed, its section unfolded."""
    window = make_window([])
    qtbot.addWidget(window)
    window.resize(1180, 760)
    qtbot.waitExposed(window)
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    unfold(window, "repaint")
    yield window
    window.close()


def shown(window: MainWindow) -> NDArray[np.int64]:
    """The result on the canvas."""
    image = window.parts.stage.canvas.picture.after
    assert image is not None
    return to_array(image).astype(int)


def choose(qtbot: QtBot, window: MainWindow, key: Qt.Key = Qt.Key.Key_Down) -> None:
    box = window.parts.repaint.panel.painter_box
    box.setFocus()
    qtbot.keyClick(box, key)
    wait_for_result(qtbot, window)


def test_without_a_painter_there_is_nothing_to_choose(coloured: MainWindow) -> None:
    unfold(coloured, "effects")
    assert not coloured.parts.repaint.section.isVisibleTo(coloured)


def test_a_painter_is_chosen_and_taken_back(qtbot: QtBot, window_of_painters: MainWindow) -> None:
    window, panel = window_of_painters, window_of_painters.parts.repaint.panel
    plain = shown(window)
    assert [panel.painter_box.itemText(row) for row in range(panel.painter_box.count())] == [
        "None",
        "Blurrists",
    ]
    assert not panel.brush_row.slider.isEnabled()
    choose(qtbot, window)
    assert window.parts.document.edit.repaint == Repaint(BLURRISTS)
    assert np.abs(shown(window) - plain).mean() > 5
    assert window.parts.editing.undo_stack.undoText() == "Paint over: Blurrists"
    window.parts.actions.undo.trigger()
    wait_for_result(qtbot, window)
    assert np.array_equal(shown(window), plain)
    assert panel.painter_box.currentText() == "None"
    window.parts.actions.redo.trigger()
    choose(qtbot, window, Qt.Key.Key_Up)
    assert window.parts.document.edit.repaint is None
    assert np.array_equal(shown(window), plain)


def test_both_sliders_are_obeyed_and_each_drag_is_one_step(
    qtbot: QtBot, window_of_painters: MainWindow
) -> None:
    window, panel = window_of_painters, window_of_painters.parts.repaint.panel
    choose(qtbot, window)
    painted = shown(window)
    panel.paint_row.slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(panel.paint_row.slider, Qt.Key.Key_PageDown)
    assert window.parts.document.edit.repaint == Repaint(BLURRISTS, DEFAULT_BRUSH, 0.7)
    assert window.parts.editing.undo_stack.undoText() == "Paint 70 %"
    wait_for_result(qtbot, window)
    less = shown(window)
    assert not np.array_equal(less, painted)
    panel.brush_row.slider.setFocus()
    qtbot.keyClick(panel.brush_row.slider, Qt.Key.Key_End)
    assert window.parts.document.edit.repaint == Repaint(BLURRISTS, 1.0, 0.7)
    wait_for_result(qtbot, window)
    assert not np.array_equal(shown(window), less)
    window.parts.actions.undo.trigger()
    window.parts.actions.undo.trigger()
    assert window.parts.document.edit.repaint == Repaint(BLURRISTS)
    qtbot.keyClick(panel.brush_row.slider, Qt.Key.Key_Home)
    qtbot.keyClick(panel.brush_row.slider, Qt.Key.Key_Backspace)
    assert window.parts.document.edit.repaint == Repaint(BLURRISTS)


def test_other_colours_are_seen_before_they_are_painted_over(
    qtbot: QtBot, window_of_painters: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_of_painters
    choose(qtbot, window)
    pictures: list[QImage] = []
    seen_before_painting: list[int] = []
    window.parts.renderer.after_ready.connect(pictures.append)
    real = Painter.paint

    def paint(self: Painter, tile: Floats, cancel: CancelToken | None = None) -> Floats:
        seen_before_painting.append(len(pictures))
        return real(self, tile, cancel)

    monkeypatch.setattr(Painter, "paint", paint)
    window.parts.gallery.search_field.setFocus()
    qtbot.keyClicks(window.parts.gallery.search_field, "green")
    qtbot.keyClick(window.parts.gallery.search_field, Qt.Key.Key_Return)
    wait_for_result(qtbot, window)
    assert seen_before_painting[0] == 1
    assert len(pictures) == 2
    assert not np.array_equal(to_array(pictures[0]), to_array(pictures[1]))
    assert np.array_equal(shown(window), to_array(pictures[1]))


def test_what_is_saved_is_painted_at_full_size_and_kept(
    qtbot: QtBot, window_of_painters: MainWindow, photo_file: Path
) -> None:
    window = window_of_painters
    choose(qtbot, window)
    with qtbot.waitSignal(window.parts.saver.saved) as saved:
        press_save(window)
    look = read_look(saved.args[0])
    assert look.edit.repaint == Repaint(BLURRISTS)
    assert dict(look.models)[BLURRISTS] == load_model(BLURRISTS).sha256
    with Image.open(saved.args[0]) as image, Image.open(photo_file) as photo:
        assert image.size == photo.size
        values = np.asarray(image).astype(int)
    on_canvas = shown(window)[..., :3]
    assert on_canvas.shape == values.shape  # of so small a photo the preview is its full size
    assert np.abs(values - on_canvas).mean() < 3
    window.close()
    again = make_window([])
    qtbot.addWidget(again)
    again.parts.filmstrip.open([photo_file])
    wait_for_result(qtbot, again)
    assert again.parts.document.edit.repaint == Repaint(BLURRISTS)
    assert again.parts.repaint.panel.painter_box.currentText() == "Blurrists"
    again.close()


def test_a_look_that_is_given_to_others_is_painted(
    qtbot: QtBot, window_of_painters: MainWindow, album: Path
) -> None:
    window = window_of_painters
    choose(qtbot, window)
    window.parts.looks.copy()
    window.parts.filmstrip.open([album / "a.png"])
    qtbot.waitUntil(lambda: window.parts.document.photo_name == "a.png")
    wait_for_result(qtbot, window)
    choose(qtbot, window, Qt.Key.Key_Up)
    assert window.parts.document.edit.repaint is None
    window.parts.looks.paste()
    assert window.parts.document.edit.repaint == Repaint(BLURRISTS)


def test_painters_come_and_go_in_the_manager(qtbot: QtBot, coloured: MainWindow, tmp_path: Path) -> None:
    unfold(coloured, "effects")
    coloured.parts.actions.models.trigger()
    manager = coloured.findChild(ModelManager)
    assert manager is not None
    drop(manager, QPoint(200, 200), write_painter(tmp_path / BLURRISTS))
    qtbot.waitUntil(lambda: coloured.parts.repaint.section.isVisibleTo(coloured))
    qtbot.waitUntil(lambda: not manager.busy and len(manager.models.cards) == 2)
    card = next(card for card in manager.models.cards if card.accessibleName().startswith("Blurrists"))
    assert not card.use_button.isVisible()
    qtbot.mouseClick(card.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not coloured.parts.repaint.section.isVisibleTo(coloured))
    manager.close()


def test_a_photo_whose_painter_is_gone_tells_so_and_can_do_without(
    qtbot: QtBot, window_of_painters: MainWindow, photo_file: Path, tiny_painter_dir: Path
) -> None:
    choose(qtbot, window_of_painters)
    window_of_painters.close()
    for path in tiny_painter_dir.iterdir():
        path.unlink()
    without = make_window([])
    qtbot.addWidget(without)
    without.parts.filmstrip.open([photo_file])
    qtbot.waitUntil(lambda: f'There is no model "{BLURRISTS}"' in without.parts.stage.messages.text)
    assert without.parts.repaint.section.isVisibleTo(without)
    box = without.parts.repaint.panel.painter_box
    assert box.placeholderText() == BLURRISTS
    qtbot.keyClick(without.parts.repaint.section.header, Qt.Key.Key_Space)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    assert without.parts.document.edit.repaint is None
    wait_for_result(qtbot, without)
    without.close()
