"""Names under small thumbnails: whole on two lines where they can be broken, in every language."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.gallery.cell_text import NARROW_PX, name_lines
from desktop.ui.main_window.main_window import MainWindow
from tests.support.window_steps import preset_index


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return QFont(QApplication.font())


def width_of(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text) + 1


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Blue Hour Red Room", "Blue Hour", "Red Room"),
        ("Natürliche Farben", "Natürliche", "Farben"),
        ("星夜星夜星夜", "星夜星", "夜星夜"),
    ],
)
def test_a_name_that_is_too_long_is_broken(font: QFont, name: str, first: str, second: str) -> None:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * min(1, 0.9 * NARROW_PX / width_of(first, font)))
    assert name_lines(name, small, width_of(first, small)) == (first, second)
    assert name_lines(name, small, width_of(name, small)) == (name, "")


def test_a_word_that_does_not_fit_stays_whole_and_a_wide_cell_keeps_its_painter(font: QFont) -> None:
    assert name_lines("Wheatfieldwithcypresses Two", font, 40.0) == ("Wheatfieldwithcypresses Two", "")
    long = "A Sunday Afternoon on the Island of La Grande Jatte"
    assert name_lines(long, font, NARROW_PX) == (long, "")


def test_the_second_line_is_seen_in_a_small_window(qtbot: QtBot, coloured: MainWindow) -> None:
    """The painter, who is the same, gives way to the rest of the name."""
    coloured.resize(760, 520)
    view, library = coloured.parts.gallery.list, coloured.parts.library
    found = library.find("Blue Hour")
    assert found is not None
    images = []
    for name in ("Boulevard Montmartre", "Boulevard Clichy"):
        library.add(replace(found, name=name))
        view.scrollTo(preset_index(coloured, name))
        assert view.cell.picture_size().width() < NARROW_PX
        cell = view.visualRect(preset_index(coloured, name))
        images.append(view.viewport().grab(QRect(cell.left() + 9, cell.bottom() - 21, 70, 14)).toImage())
    assert images[0] != images[1]
