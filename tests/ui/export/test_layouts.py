"""The export dialog offers before and after on one picture, and the visible mark, and remembers both."""

from pathlib import Path

import numpy as np
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop.engine.batch.output_options import Layout
from desktop.ui.document.export_options import ExportOptions, Place
from desktop.ui.main_window.main_window import MainWindow
from tests.support.mouse_and_keys import click
from tests.ui.export.test_export import ask, choose, pick_data, results, wait_for_exports


def test_before_and_after_side_by_side_with_the_mark(qtbot: QtBot, filled: MainWindow, album: Path) -> None:
    for layout in (Layout.SIDE_BY_SIDE, Layout.SPLIT):
        dialog = ask(qtbot, filled)
        choose(dialog, scope="this", place=Place.SUBFOLDER)
        pick_data(dialog.layout_field, layout)
        if not dialog.mark.isChecked():
            click(dialog.mark)
        click(dialog.export_button)
        wait_for_exports(qtbot, filled)
    options = filled.parts.settings.export
    assert (options.layout, options.mark) == (Layout.SPLIT, True)
    sizes = []
    for name in results(album):
        with Image.open(album / "coloured" / name) as image:
            sizes.append(image.size)
            left = np.asarray(image.convert("RGB")).astype(int)[:, :30]
        assert np.ptp(left, axis=2).max() == 0  # as it was
    assert sorted(sizes) == [(80, 60), (164, 60)]


def test_options_of_an_older_version_are_kept() -> None:
    text = ExportOptions(quality=71).to_text().replace(', "layout": "result", "mark": false', "")
    assert "layout" not in text
    assert ExportOptions.from_text(text) == ExportOptions(quality=71)
