"""Own presets are embedded again by themselves when the model changes; those without a copy say that they are not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.engine.colorizer import Colorizer
from desktop.engine.painting import make_copy
from desktop.engine.presets import PresetLibrary, make_preset
from desktop.engine.reading import read_painting
from desktop.ui.app import make_window
from desktop.ui.gallery_model import FOREIGN_ROLE
from tests.desktop.ui.hands import drop, preset_index, preset_names, wait_for_result


def test_presets_of_another_encoder_are_made_anew_at_the_start(
    qtbot: QtBot, shipped_presets: Path, photo_file: Path, colorizer: Colorizer, painting_file: Path
) -> None:
    pixels = read_painting(painting_file).pixels
    made = make_preset(colorizer, pixels, "With copy")
    library = PresetLibrary()
    stale = {"encoder_sha256": "00" * 32, "embedding": (0.0,) * 32}
    library.add(replace(made, **stale), make_copy(pixels))
    library.add(replace(made, name="Without copy", **stale))
    library.add(replace(made, name="Damaged copy", **stale), b"no picture")
    window = make_window([])
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: "With copy" in window.stage.messages.text)
    kept = PresetLibrary().get("With copy")
    assert kept.matches(colorizer.model)
    assert np.allclose(kept.embedding, made.embedding, atol=0.02)
    assert not preset_index(window, "With copy").data(FOREIGN_ROLE)
    for name in ("Without copy", "Damaged copy"):
        index = preset_index(window, name)
        assert index.data(FOREIGN_ROLE)
        assert "another model" in index.data(Qt.ItemDataRole.ToolTipRole)
        assert "another model" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not preset_index(window, "Red Room").data(FOREIGN_ROLE)
    red_room = window.shelf.find("Red Room")
    assert red_room is not None
    window.editing.choose(red_room)
    drop(window.stage, window.stage.rect().topLeft(), photo_file)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: window.thumbnails.full)  # those that cannot be used hold nothing up
    window.close()


def test_a_gift_for_another_model_is_made_anew_when_its_painting_came_along(
    qtbot: QtBot,
    shipped_presets: Path,
    tmp_path: Path,
    colorizer: Colorizer,
    make_painting: Callable[..., Path],
) -> None:
    pixels = read_painting(make_painting()).pixels
    friend = PresetLibrary(tmp_path / "none", tmp_path / "friend")
    friend.add(replace(make_preset(colorizer, pixels, "Gift"), model="older"), make_copy(pixels))
    file = friend.export_file("Gift", tmp_path / "gift.tintype", with_copy=True)
    window = make_window([])
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.warmup.ready):
        pass
    drop(window.gallery, window.gallery.rect().center(), file)
    qtbot.waitUntil(lambda: "Gift" in preset_names(window))
    qtbot.waitUntil(lambda: PresetLibrary().get("Gift").matches(colorizer.model))
    assert window.document.preset == PresetLibrary().get("Gift")
    window.close()
