"""An export leaves photographs alone that have colours already, where that is wanted."""

import json
from pathlib import Path

import numpy as np
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop.engine.decode.colourfulness import COLOURED
from desktop.ui.document.export_options import ExportOptions, Place
from desktop.ui.document.settings import Settings
from desktop.ui.export.jobs import JobState
from desktop.ui.main_window.main_window import MainWindow
from tests.support.exporting import ask
from tests.support.mouse_and_keys import click, pick


def test_what_has_colours_is_left_alone_and_told(qtbot: QtBot, filled: MainWindow, album: Path) -> None:
    x = np.linspace(0, 255, 80, dtype=np.uint8)
    colours = np.stack(np.broadcast_arrays(x[None, :], x[:60, None], x[None, ::-1]), axis=2)
    Image.fromarray(colours).save(album / "b.png")
    sepia = np.stack([x, (x * 0.8).astype(np.uint8), (x * 0.6).astype(np.uint8)], axis=1)
    Image.fromarray(np.broadcast_to(sepia[None], (60, 80, 3)).copy()).save(album / "d.png")
    dialog = ask(qtbot, filled)
    pick(dialog.scope_field, "All 5 photos")
    assert not dialog.skip_coloured.isChecked()
    assert not dialog.threshold_label.isVisible()
    click(dialog.skip_coloured)
    assert dialog.threshold_label.isVisible()
    assert f"more than {COLOURED:g} units" in dialog.threshold_label.text()
    pick(
        dialog.place_field.kind,
        dialog.place_field.kind.itemText(dialog.place_field.kind.findData(Place.SUBFOLDER)),
    )
    click(dialog.format_field.buttons[".png"])
    click(dialog.export_button)
    queue = filled.parts.export.queue
    qtbot.waitUntil(lambda: bool(queue.jobs) and not queue.busy)
    done, failed, skipped = JobState.DONE, JobState.FAILED, JobState.SKIPPED
    assert [job.state for job in queue.jobs] == [done, skipped, failed, done, done]
    assert queue.state_text(queue.jobs[1]) == "Skipped: it is in colour already"
    assert sorted(path.name[0] for path in (album / "coloured").iterdir()) == ["a", "d", "e"]
    assert Settings().export.skip_coloured


def test_older_settings_have_no_such_option() -> None:
    kept = json.loads(ExportOptions(skip_coloured=True).to_text())
    assert ExportOptions.from_text(json.dumps(kept)).skip_coloured
    del kept["skip_coloured"]
    assert not ExportOptions.from_text(json.dumps(kept)).skip_coloured
