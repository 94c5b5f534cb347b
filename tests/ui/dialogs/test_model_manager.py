"""The model manager: cards, another model in use at once, installed by drop, removed and put back."""

import hashlib
import json
import shutil
import threading
import zipfile
from pathlib import Path

import onnx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.inference.model_installer import own_models_dir
from desktop.engine.store.preset_library import PresetLibrary
from desktop.ui.base.dropped_data import IncomingItem
from desktop.ui.dialogs.model_manager import ModelManager
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.message_bar import Kind
from tests.support.drag_and_drop import drop
from tests.support.menus import choose_menu
from tests.support.model_cards import card, names
from tests.support.mouse_and_keys import click, press
from tests.support.tiny_models import write_model
from tests.support.window_steps import Start, accept_painting, chosen, wait_for_result


@pytest.fixture
def offered(tmp_path: Path, tiny_graphs: dict[str, bytes]) -> Path:
    return write_model(tmp_path / "fetched" / "sepia", tiny_graphs, title="Sepia", version="2.0")


def rewrite_manifest(folder: Path) -> None:
    """Describe the graphs as they are now."""
    manifest = json.loads((folder / "model.json").read_text("utf-8"))
    for described in manifest["graphs"].values():
        content = (folder / described["file"]).read_bytes()
        described |= {"sha256": hashlib.sha256(content).hexdigest(), "size_bytes": len(content)}
    (folder / "model.json").write_text(json.dumps(manifest), "utf-8")


def test_a_card_tells_about_its_model(manager: ModelManager) -> None:
    shown = card(manager, "Palette 0.0.1")
    text = " ".join(label.text() for label in shown.findChildren(QLabel))
    for part in (
        "Colours by the mean",
        "Colours of paintings (installed by you)",
        "MIT",
        "ab_rmse: 1.5",
        "Intact",
        "MB",
    ):
        assert part in text
    assert shown.use_button.text() == "In use"
    assert not shown.use_button.isEnabled()
    manager.close()


@pytest.mark.parametrize("packed", [False, True])
def test_a_dropped_model_is_installed_used_and_remembered(
    qtbot: QtBot,
    coloured: MainWindow,
    manager: ModelManager,
    offered: Path,
    painting_file: Path,
    packed: bool,
    start: Start,
) -> None:
    source = offered
    if packed:
        source = offered.parent / "sepia.zip"
        with zipfile.ZipFile(source, "w") as archive:
            for file in offered.iterdir():
                archive.write(file, f"sepia/{file.name}")
    drop(manager, QPoint(200, 200), source)
    qtbot.waitUntil(lambda: "Sepia 2.0" in names(manager))
    assert (own_models_dir() / "sepia" / "model.json").exists()
    assert "installed" in manager.messages.text
    qtbot.waitUntil(lambda: not manager.busy)
    with qtbot.waitSignal(coloured.parts.warmup.ready):
        qtbot.mouseClick(card(manager, "Sepia").use_button, Qt.MouseButton.LeftButton)
    assert coloured.parts.document.model == "sepia"
    assert coloured.parts.models.colorizer().model.name == "sepia"
    qtbot.waitUntil(lambda: card(manager, "Sepia").use_button.text() == "In use")
    manager.close()
    with qtbot.waitSignal(coloured.parts.preset_maker.made) as made:
        coloured.parts.preset_maker.make([IncomingItem(path=painting_file)])
    assert made.args[0][0].preset.model == "sepia"
    wait_for_result(qtbot, coloured)
    again = start()
    assert again.parts.document.model == "sepia"


def test_an_installation_is_called_off_by_its_button(
    qtbot: QtBot, manager: ModelManager, offered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def long_trial(_source: Path, token: CancelToken) -> None:
        begun.set()
        token.wait(30)
        token.raise_if_cancelled()

    monkeypatch.setattr("desktop.ui.dialogs.model_manager.install", long_trial)
    assert not manager.cancel_button.isVisible()
    drop(manager, QPoint(20, 20), offered)
    qtbot.waitUntil(begun.is_set)
    assert manager.cancel_button.isVisible()
    assert not manager.file_button.isVisible()
    click(manager.cancel_button)
    qtbot.waitUntil(lambda: not manager.busy)
    assert manager.file_button.isVisible()
    assert not manager.cancel_button.isVisible()
    assert not manager.messages.isVisible()
    assert not (own_models_dir() / "sepia").exists()


def test_own_presets_follow_the_model_that_is_chosen(
    qtbot: QtBot, coloured: MainWindow, offered: Path, painting_file: Path, tiny_graphs: dict[str, bytes]
) -> None:
    graph = onnx.load_from_string(tiny_graphs["style_encoder"])
    graph.doc_string = "another encoder"
    (offered / "style_encoder.onnx").write_bytes(graph.SerializeToString())
    rewrite_manifest(offered)
    drop(coloured.parts.gallery, QPoint(50, 200), painting_file)
    accept_painting(qtbot, coloured)
    qtbot.waitUntil(lambda: chosen(coloured) == "painting")
    before = PresetLibrary().get("painting")
    choose_menu(coloured, "Edit", "Models…")
    manager = coloured.findChild(ModelManager)
    assert manager is not None
    drop(manager, QPoint(200, 200), offered)
    qtbot.waitUntil(lambda: "Sepia 2.0" in names(manager) and not manager.busy)
    qtbot.waitUntil(card(manager, "Sepia").use_button.isVisible)
    click(card(manager, "Sepia").use_button)
    qtbot.waitUntil(lambda: PresetLibrary().get("painting").model == "sepia")
    after = PresetLibrary().get("painting")
    assert after.encoder_sha256 != before.encoder_sha256
    press(manager, "Esc")
    wait_for_result(qtbot, coloured)
    assert coloured.parts.document.preset == after


def test_a_damaged_model_is_refused_with_the_reason(
    qtbot: QtBot, manager: ModelManager, offered: Path
) -> None:
    (offered / "colorizer.onnx").write_bytes(b"not a graph")
    drop(manager, QPoint(200, 200), offered)
    qtbot.waitUntil(lambda: manager.messages.kind is Kind.ERROR and bool(manager.messages.text))
    assert "not the one its manifest describes" in manager.messages.text
    assert not (own_models_dir() / "sepia").exists()
    manager.close()


def test_a_damaged_one_that_is_there_is_shown_with_the_reason(
    qtbot: QtBot, coloured: MainWindow, tiny_graphs: dict[str, bytes]
) -> None:
    folder = write_model(own_models_dir() / "broken", tiny_graphs, title="Broken")
    (folder / "colorizer.onnx").write_bytes(b"not a graph")
    write_model(own_models_dir() / "worse", tiny_graphs, format=7)
    choose_menu(coloured, "Edit", "Models…")
    manager = coloured.findChild(ModelManager)
    assert manager is not None
    qtbot.waitUntil(lambda: len(manager.models.cards) >= 3)
    assert "is not the file its manifest describes" in card(manager, "Broken").state.text()
    assert "too old for it" in card(manager, "worse").state.text()
    assert not card(manager, "Broken").use_button.isEnabled()
    qtbot.waitUntil(card(manager, "worse").remove_button.isVisible)
    manager.close()


def test_a_model_in_use_is_removed_and_put_back(
    qtbot: QtBot, coloured: MainWindow, manager: ModelManager, offered: Path
) -> None:
    manager.install(offered)
    qtbot.waitUntil(lambda: "Sepia 2.0" in names(manager) and not manager.busy)
    qtbot.mouseClick(card(manager, "Sepia").use_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card(manager, "Sepia").use_button.text() == "In use" and not manager.busy)
    qtbot.mouseClick(card(manager, "Sepia").remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Sepia 2.0" not in names(manager) and not manager.busy)
    assert Settings().model == coloured.parts.document.model == "palette"
    assert not (own_models_dir() / "sepia").exists()
    qtbot.mouseClick(manager.models.undo_buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Sepia 2.0" in names(manager) and not manager.busy)
    assert manager.models.undo_buttons == []
    qtbot.mouseClick(card(manager, "Sepia").remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Sepia 2.0" not in names(manager) and not manager.busy)
    manager.close()
    assert not (own_models_dir().parent / "removed-models").exists()


@pytest.mark.usefixtures("shipped_presets")
def test_a_remembered_model_that_is_gone_is_replaced(
    qtbot: QtBot, offered: Path, tiny_model_dir: Path, start: Start
) -> None:
    shutil.copytree(offered, own_models_dir() / "sepia")
    Settings().model = "sepia"
    window = start()
    assert window.parts.document.model == "sepia"
    window.close()
    shutil.rmtree(own_models_dir() / "sepia")
    again = start()
    assert again.parts.document.model == "palette"
