"""The model manager in a test: opened from its menu, its cards, and what they say."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.model_card import ModelCard
from desktop.ui.dialogs.model_manager import ModelManager
from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import choose_menu


@pytest.fixture
def manager(qtbot: QtBot, coloured: MainWindow) -> ModelManager:
    choose_menu(coloured, "Edit", "Models…")
    manager = coloured.findChild(ModelManager)
    assert manager is not None
    qtbot.waitUntil(lambda: bool(manager.models.cards) and not manager.busy)
    return manager


def card(manager: ModelManager, name: str) -> ModelCard:
    return next(card for card in manager.models.cards if card.accessibleName().startswith(name))


def texts_in(widget: QWidget) -> list[str]:
    """What the labels in sight say."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def names(manager: ModelManager) -> list[str]:
    return [card.accessibleName() for card in manager.models.cards]
