"""The export dialog shows an example and what is wrong, and remembers its options."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.engine.batch.destinations import Existing
from desktop.ui.document.export_options import ExportOptions, Place, SizeKind
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.main_window import MainWindow
from tests.support.exporting import ask, choose, pick_data, wait_for_exports
from tests.support.menus import choose_from
from tests.support.mouse_and_keys import click, drag_slider, press, type_text


def test_dialog_shows_an_example_and_what_is_wrong(qtbot: QtBot, filled: MainWindow, tmp_path: Path) -> None:
    dialog = ask(qtbot, filled)
    choose(dialog)
    assert dialog.example_label.text() == str(Path("…", "coloured", "a_blue-hour.png"))
    type_text(dialog.name_field.edit, "{folder}-{stem}-{amount}")
    assert dialog.example_label.text() == str(Path("…", "coloured", "album-a-1.png"))
    for wrong, reason in (("{nope}", "unknown field"), ("a/b", "not every system"), (" ", "at least one")):
        type_text(dialog.name_field.edit, wrong)
        assert not dialog.export_button.isEnabled()
        assert reason in dialog.note.text()
    dialog.name_field.edit.clear()
    choose_from(dialog.name_field.insert, "The photo's name")
    assert dialog.name_field.edit.text() == "{stem}"
    press(dialog.place_field.subfolder, "Ctrl+A")
    type_text(dialog.place_field.subfolder, "", end="Del")
    assert not dialog.export_button.isEnabled()
    pick_data(dialog.place_field.kind, Place.FOLDER)
    assert "Choose the folder" in dialog.note.text()
    dialog.place_field.set_folder(str(tmp_path / "gone"))
    assert "is gone" in dialog.note.text()
    dialog.place_field.set_folder(str(tmp_path))
    assert dialog.export_button.isEnabled()
    press(dialog, "Esc")
    assert filled.parts.export.dialog is None


def test_dialog_remembers(qtbot: QtBot, filled: MainWindow, tmp_path: Path) -> None:
    dialog = ask(qtbot, filled)
    choose(dialog, place=Place.FOLDER, suffix=".webp")
    drag_slider(dialog.quality_field.slider, 0.9, 0.5)
    quality = dialog.quality_field.slider.value()
    assert quality < 90
    pick_data(dialog.size_field.kind, SizeKind.PERCENT)
    type_text(dialog.size_field.percent, "25", end="Tab")
    dialog.place_field.set_folder(str(tmp_path))
    pick_data(dialog.existing_field, Existing.SKIP)
    type_text(dialog.name_field.edit, "{preset}")
    options = dialog.options
    click(dialog.export_button)
    wait_for_exports(qtbot, filled)
    filled.parts.export.window.close()
    again = ask(qtbot, filled)
    assert again.options == options
    press(again, "Esc")
    filled.close()
    assert Settings().export == options
    assert (options.quality, options.percent, options.size) == (quality, 25, SizeKind.PERCENT)


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"suffix": 3}', ExportOptions().to_text().replace("92", "-1")]
)
def test_remembered_nonsense_counts_as_nothing(text: str) -> None:
    assert ExportOptions.from_text(text) == ExportOptions()
