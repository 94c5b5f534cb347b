"""Own presets are embedded again by themselves when the model changes; those without a copy say that they are not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.engine.decode.reader import read_painting, read_photo
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.painting import make_copy
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.store.preset_library import Preset, PresetLibrary, make_preset
from desktop.engine.store.project import PhotoMark, Project, Snapshot
from desktop.engine.store.project_library import ProjectLibrary
from desktop.ui.base.qimage import to_array
from desktop.ui.gallery.model import FOREIGN_ROLE
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.tiny_models import write_model
from tests.support.window_steps import Start, click_preset, preset_index, preset_names, wait_for_result


def test_presets_of_another_encoder_are_made_anew_at_the_start(
    qtbot: QtBot,
    shipped_presets: Path,
    photo_file: Path,
    colorizer: Colorizer,
    painting_file: Path,
    start: Start,
) -> None:
    pixels = read_painting(painting_file).pixels
    made = make_preset(colorizer, pixels, "With copy")
    library = PresetLibrary()
    stale: dict[str, Any] = {"encoder_sha256": "00" * 32, "embedding": (0.0,) * 32}
    library.add(replace(made, **stale), make_copy(pixels))
    library.add(replace(made, name="Without copy", **stale))
    library.add(replace(made, name="Damaged copy", **stale), b"no picture")
    window = start()
    qtbot.waitUntil(lambda: "With copy" in window.parts.stage.messages.text)
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
    click_preset(window, "Red Room")
    drop(window.parts.stage, window.parts.stage.rect().topLeft(), photo_file)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: window.parts.preset_thumbnailer.full)  # those that cannot be used hold nothing up


def test_a_gift_for_another_model_is_made_anew_when_its_painting_came_along(
    qtbot: QtBot,
    shipped_presets: Path,
    tmp_path: Path,
    colorizer: Colorizer,
    make_painting: Callable[..., Path],
    start: Start,
) -> None:
    pixels = read_painting(make_painting()).pixels
    friend = PresetLibrary(tmp_path / "none", tmp_path / "friend")
    friend.add(replace(make_preset(colorizer, pixels, "Gift"), model="older"), make_copy(pixels))
    file = friend.export_file("Gift", tmp_path / "gift.tintype", with_copy=True)
    window = start()
    qtbot.waitUntil(lambda: not window.parts.warmup.busy)
    drop(window.parts.gallery, window.parts.gallery.rect().center(), file)
    qtbot.waitUntil(lambda: "Gift" in preset_names(window))
    qtbot.waitUntil(lambda: PresetLibrary().get("Gift").matches(colorizer.model))
    assert window.parts.document.preset == PresetLibrary().get("Gift")
    window.close()


STALE: dict[str, Any] = {"encoder_sha256": "00" * 32, "embedding": (0.0,) * 32}


def keep_stale_edit(photo_file: Path, preset: Preset) -> Edit:
    """Keep an edit of the photo with a preset as another encoder made it, and numbers shifted by hand."""
    blend = Blend((Corner(replace(preset, **STALE)),), shift=(0.25,) * 32)
    edit = Edit(blend, Adjustments(warmth=0.3))
    ProjectLibrary().keep(PhotoMark.of(read_photo(photo_file)), Project(edit, (Snapshot("Then", edit),)))
    return edit


def mean_colour(window: MainWindow) -> NDArray[np.float64]:
    image = window.parts.stage.canvas.picture.after
    assert image is not None
    mean: NDArray[np.float64] = to_array(image)[..., :3].mean(axis=(0, 1))
    return mean


def test_a_kept_edit_of_another_encoder_takes_the_presets_of_its_names(
    qtbot: QtBot, window: MainWindow, photo_file: Path
) -> None:
    red_room = window.parts.library.find("Red Room")
    assert red_room is not None
    keep_stale_edit(photo_file, red_room)
    drop(window.parts.stage, window.parts.stage.rect().topLeft(), photo_file)
    wait_for_result(qtbot, window)
    assert window.parts.document.edit == Edit(Blend.of(red_room), Adjustments(warmth=0.3))
    assert int(mean_colour(window).argmax()) == 0
    text = window.parts.stage.messages.text
    assert "was restored" in text
    assert "another model" in text
    assert "by hand" in text
    window.parts.snapshots.go_to(0)
    assert not window.parts.editing.undo_stack.canUndo(), "the same colours are no step"


def test_a_preset_without_an_heir_is_named_and_colours_nothing(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.png"
    Image.fromarray(np.tile(np.arange(128, dtype=np.uint8), (90, 1))).save(other)
    keep_stale_edit(other, replace(coloured.parts.library.presets[0], name="Long Gone"))
    drop(coloured.parts.stage, coloured.parts.stage.rect().topLeft(), other)
    qtbot.waitUntil(lambda: "Long Gone" in coloured.parts.stage.messages.text)
    qtbot.waitUntil(lambda: not coloured.parts.renderer.busy)
    assert coloured.parts.document.photo_name == "other.png"
    assert coloured.parts.stage.canvas.picture.after is None
    green = coloured.parts.library.find("Green Field")
    assert green is not None
    coloured.parts.editing.choose(green)
    wait_for_result(qtbot, coloured)
    assert int(mean_colour(coloured).argmax()) == 1
    coloured.parts.editing.undo_stack.undo()
    qtbot.waitUntil(lambda: "Long Gone" in coloured.parts.stage.messages.text)
    qtbot.waitUntil(lambda: coloured.parts.stage.canvas.picture.after is None)


def test_steps_from_before_another_model_can_be_undone(
    qtbot: QtBot,
    shipped_presets: Path,
    photo_file: Path,
    colorizer: Colorizer,
    make_painting: Callable[..., Path],
    own_user_directory: Path,
    tiny_graphs: dict[str, bytes],
    start: Start,
) -> None:
    write_model(own_user_directory / "models" / "sepia", tiny_graphs)
    for name, colour in (("My Red", (220, 20, 20)), ("My Blue", (20, 20, 220))):
        pixels = read_painting(make_painting(f"{name}.png", colour, colour)).pixels
        PresetLibrary().add(make_preset(colorizer, pixels, name), make_copy(pixels))
    window = start()
    drop(window.parts.stage, window.parts.stage.rect().topLeft(), photo_file)
    for name in ("My Red", "My Blue"):
        click_preset(window, name)
        wait_for_result(qtbot, window)
    assert int(mean_colour(window).argmax()) == 2
    window.parts.preferences.use_model("sepia")
    qtbot.waitUntil(lambda: "made anew" in window.parts.stage.messages.text)
    wait_for_result(qtbot, window)
    present = window.parts.library.find("My Blue")
    assert present is not None
    assert present.model == "sepia"
    assert window.parts.document.preset == present
    assert int(mean_colour(window).argmax()) == 2
    window.parts.editing.undo_stack.undo()
    assert window.parts.document.preset == window.parts.library.find("My Red")
    wait_for_result(qtbot, window)
    assert int(mean_colour(window).argmax()) == 0
    window.parts.editing.undo_stack.redo()
    wait_for_result(qtbot, window)
    assert int(mean_colour(window).argmax()) == 2
    assert window.parts.filmstrip.edit_of(window.parts.filmstrip.photos.frames[0]).preset == present
