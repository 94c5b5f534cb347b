"""The list of models: what stands where, what an empty one says, and words without marks of the manifest."""

import threading

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.engine.inference.model_installer import ModelEntry, survey
from desktop.engine.inference.model_registry import find_models
from desktop.ui.base.engine_translations import translate_model_text
from desktop.ui.dialogs import model_manager
from desktop.ui.dialogs.model_manager import ModelManager
from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import choose_menu
from tests.support.model_cards import card, texts_in


@pytest.mark.usefixtures("tiny_auto_dir", "tiny_painter_dir")
def test_models_stand_under_what_they_do(manager: ModelManager) -> None:
    lines = [
        widget.text() if isinstance(widget, QLabel) else widget.accessibleName()
        for widget in manager.findChildren(QWidget)
        if widget.objectName() in ("kindTitle", "card")
    ]
    assert lines == [
        "Colours of paintings",
        "Palette 0.0.1",
        "Natural colours",
        "Natural 0.0.1",
        "Painting over",
        "Blurrists 0.0.1",
    ]
    assert card(manager, "Palette").use_button.isVisible()
    assert not card(manager, "Blurrists").use_button.isVisible()
    assert "Intact" in card(manager, "Blurrists").state.text()
    manager.close()


def test_a_list_that_is_still_empty_says_why(
    qtbot: QtBot, coloured: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def survey_later() -> list[ModelEntry]:
        gate.wait()
        return survey()

    monkeypatch.setattr(model_manager, "survey", survey_later)
    choose_menu(coloured, "Edit", "Models…")
    manager = coloured.findChild(ModelManager)
    assert manager is not None
    checking = "The models are being checked…"
    assert texts_in(manager.models) == [checking]
    gate.set()
    qtbot.waitUntil(lambda: bool(manager.models.cards) and checking not in texts_in(manager.models))


@pytest.mark.parametrize("speaking", ["en", "de", "zh_CN"], indirect=True)
def test_no_mark_of_the_manifest_is_read_in_the_window(speaking: str) -> None:
    for model in find_models():
        texts = (model.title, model.description, model.training_data)
        assert not any("`" in translate_model_text(text) for text in texts)
    assert any("`" in model.training_data for model in find_models()), "else this shows nothing"
