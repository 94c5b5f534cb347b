"""Natural colours with and without a model for them: at the next start, when it is missing, when it comes and goes."""

import shutil
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.engine.edits.natural import natural_preset
from desktop.ui.dialogs.model_manager import ModelManager
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.menus import choose_menu
from tests.support.natural_colours import NATURAL, choose
from tests.support.tiny_models import write_auto
from tests.support.window_steps import Start, preset_names


def test_they_are_there_again_at_the_next_start(
    qtbot: QtBot, natural: MainWindow, tiny_auto_dir: Path, start: Start
) -> None:
    choose(qtbot, natural)
    again = start()
    assert again.parts.document.preset == NATURAL
    again.close()
    shutil.rmtree(tiny_auto_dir)
    without = start()
    assert NATURAL.name not in preset_names(without)
    assert without.parts.document.preset is not None


def test_a_photo_kept_in_them_tells_what_is_missing(
    qtbot: QtBot,
    natural: MainWindow,
    photo_file: Path,
    tiny_auto_dir: Path,
    start: Start,
) -> None:
    choose(qtbot, natural)
    natural.close()
    shutil.rmtree(tiny_auto_dir)
    without = start()
    drop(without.parts.stage, QPoint(50, 300), photo_file)
    qtbot.waitUntil(lambda: 'need the model "auto"' in without.parts.stage.messages.text)


def test_models_of_them_come_and_go_in_the_manager(
    qtbot: QtBot, coloured: MainWindow, tmp_path: Path
) -> None:
    assert NATURAL.name not in preset_names(coloured)
    choose_menu(coloured, "Edit", "Models…")
    manager = coloured.findChild(ModelManager)
    assert manager is not None
    drop(manager, QPoint(200, 200), write_auto(tmp_path / "alpine", title="Alpine"))
    qtbot.waitUntil(lambda: NATURAL.name in preset_names(coloured))
    assert coloured.parts.library.natural == natural_preset("alpine")
    drop(manager, QPoint(200, 200), write_auto(tmp_path / "auto"))
    qtbot.waitUntil(lambda: coloured.parts.library.natural == NATURAL)
    qtbot.waitUntil(lambda: not manager.busy and len(manager.models.cards) == 3)
    alpine = next(card for card in manager.models.cards if card.accessibleName().startswith("Alpine"))
    qtbot.waitUntil(alpine.use_button.isVisible)
    qtbot.mouseClick(alpine.use_button, Qt.MouseButton.LeftButton)
    assert coloured.parts.library.natural == natural_preset("alpine")
    assert Settings().natural_model == "alpine"
    qtbot.waitUntil(lambda: not manager.busy)
    alpine = next(card for card in manager.models.cards if card.accessibleName().startswith("Alpine"))
    assert alpine.use_button.text() == "In use"
    qtbot.mouseClick(alpine.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: coloured.parts.library.natural == NATURAL)
    manager.close()
