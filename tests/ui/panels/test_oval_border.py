"""The oval window of a mount: found, chosen by a button, seen on the canvas, kept and undone."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.engine.edits.framing import Framing
from desktop.engine.store.look_xmp import read_look
from desktop.ui.main_window.main_window import MainWindow
from tests.support.borders import begin, open_print, picture, shown, state
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, press
from tests.support.prints import in_oval, part, photograph
from tests.support.window_steps import click_preset, press_save, unfold, wait_for_result


@pytest.fixture
def scene(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    return open_print(qtbot, window, tmp_path / "print.png")


def test_an_oval_is_chosen_by_its_button_seen_on_the_canvas_and_undone(
    qtbot: QtBot, scene: MainWindow
) -> None:
    panel, canvas = scene.parts.border.panel, scene.parts.stage.canvas
    begin(qtbot, scene)
    assert not panel.oval.isChecked()
    square = canvas.grab().toImage()
    click(panel.oval)
    assert panel.oval.isChecked()
    assert canvas.grab().toImage() != square, "the oval is seen before it is chosen"
    click(panel.done)
    chosen = picture(scene)
    assert chosen is not None
    assert chosen.oval
    wait_for_result(qtbot, scene)
    assert part(shown(scene), 0.1, 0.1, 0.14, 0.14) < 0.5, "a corner of the picture lies beyond the oval"
    assert part(shown(scene), 0.3, 0.3, 0.7, 0.7) > 10
    with qtbot.waitSignal(scene.parts.saver.saved) as saved:
        press_save(scene)
    assert read_look(saved.args[0]).edit.picture == chosen
    begin(qtbot, scene)
    assert panel.oval.isChecked()
    press(canvas, "Esc")
    press(scene, "Ctrl+Z")
    assert picture(scene) is None


def test_the_oval_of_a_mount_is_found(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    Image.fromarray(in_oval(photograph("astronaut", 600), 225).scan).save(tmp_path / "cabinet card.png")
    drop(window.parts.stage, QPoint(50, 300), tmp_path / "cabinet card.png")
    click_preset(window, "Red Room")
    wait_for_result(qtbot, window)
    unfold(window, "framing")
    qtbot.waitUntil(window.parts.border.adjust.isEnabled)
    assert state(window) == "Found"
    assert part(shown(window), 0.0, 0.0, 1.0, 0.05) < 0.5
    assert part(shown(window), 0.2, 0.13, 0.25, 0.17) < 0.5, "beside the oval, in the rectangle around it"
    assert part(shown(window), 0.4, 0.3, 0.6, 0.6) > 5
    begin(qtbot, window)
    assert window.parts.border.panel.oval.isChecked()
    click(window.parts.border.panel.none)
    assert not window.parts.border.panel.oval.isChecked()
    click(window.parts.border.panel.done)
    assert picture(window) == Framing()
