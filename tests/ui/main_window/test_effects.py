"""Effects lie behind a header of their own, and stay folded or unfolded."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import choose_menu
from tests.support.mouse_and_keys import click
from tests.support.window_steps import Start, unfold
from tests.ui.main_window.test_side_panel import section


def test_local_presets_lie_under_effects(qtbot: QtBot, coloured: MainWindow) -> None:
    local, effects = section(coloured, "local"), section(coloured, "effects")
    assert not local.header.isVisible()
    unfold(coloured, "local")
    assert effects.header.isChecked()
    assert coloured.parts.regions_panel.isVisible()
    click(effects.header)
    assert not local.header.isVisible()
    click(effects.header)
    assert coloured.parts.regions_panel.isVisible()  # as it was left


@pytest.mark.usefixtures("shipped_presets")
def test_it_is_remembered(start: Start) -> None:
    window = start()
    unfold(window, "local")
    again = start()
    assert section(again, "effects").header.isChecked()
    assert section(again, "local").header.isChecked()


def test_the_numbers_are_reached_by_those_who_look(
    qtbot: QtBot, coloured: MainWindow, tmp_path: Path
) -> None:
    choose_menu(coloured, "Preset", "Advanced", "The painting's numbers…")
    view = coloured.parts.embedding.view
    assert view is not None
    assert view.isVisible()
    view.close()
