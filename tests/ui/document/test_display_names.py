"""Presets that come with the program are called in the language of the window, and found by either name."""

import pytest
from PySide6.QtCore import Qt

from desktop.engine.core import paths
from desktop.engine.edits.preset import Preset
from desktop.ui.document.display_names import byline, display_name, painter_name
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.main_window import MainWindow
from tests.support.mouse_and_keys import click, press, type_text
from tests.support.window_steps import Start, chosen

LILIES = Preset(
    "Water Lilies",
    "palette",
    "0",
    (1.0,),
    ("#aabbcc",),
    painter="Claude Monet",
    year="1906",
)


@pytest.mark.parametrize(
    ("speaking", "name", "line"),
    [
        ("en", "Water Lilies", "Claude Monet, 1906"),
        ("de", "Seerosen", "Claude Monet, 1906"),
        ("zh_CN", "睡莲", "克洛德·莫奈, 1906"),
    ],
    indirect=["speaking"],
)
@pytest.mark.usefixtures("speaking")
def test_a_museums_title_has_its_form_in_each_language(name: str, line: str) -> None:
    assert display_name(LILIES) == name
    assert byline(LILIES) == line


@pytest.mark.parametrize("speaking", ["de"], indirect=True)
@pytest.mark.usefixtures("speaking")
def test_ones_own_are_called_as_they_are() -> None:
    assert display_name(Preset("Grandma's curtains", "palette", "0", (1.0,), ())) == "Grandma's curtains"
    assert painter_name("") == ""


@pytest.fixture
def german(start: Start) -> MainWindow:
    """The window in German, with the presets that come with the program."""
    assert paths.shipped_presets_dir().is_dir()
    Settings().language = "de"
    window = start()
    window.resize(1180, 760)
    return window


def titles(window: MainWindow) -> list[str]:
    model = window.parts.gallery.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data(Qt.ItemDataRole.DisplayRole)) for index in rows]


def test_the_gallery_is_in_german_and_searched_by_either_name(german: MainWindow) -> None:
    assert "Seerosen" in titles(german)
    assert "Water Lilies" not in titles(german)
    shown = [title for title in titles(german) if title != "Natürliche Farben"]
    assert shown == sorted(shown, key=str.casefold)
    field = german.parts.gallery.search_field
    for words in ("seerosen", "water lilies"):
        type_text(field, words)
        assert titles(german) == ["Seerosen"]
    press(german, "Return")
    assert chosen(german) == "Water Lilies"
    assert german.parts.editing.undo_stack.undoText() == "„Seerosen“ wählen"
    press(german, "Escape")
    click(german.parts.gallery.star_button)
    press(german, "Ctrl+D")
    assert "Seerosen" in german.parts.editing.undo_stack.undoText()


def test_a_copy_is_called_after_the_title_that_was_seen(german: MainWindow) -> None:
    type_text(german.parts.gallery.search_field, "seerosen")
    press(german, "Return")
    press(german, "Ctrl+Shift+D")
    press(german, "Escape")
    assert "Seerosen Kopie" in titles(german)
