"""Results leave the window whole, at full size, under a name of their own."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desktop.ui.services.result_saver as delivery_module
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.model_registry import load_model
from desktop.engine.store.look_xmp import read_look
from desktop.ui.export.save_dialog import SaveDialog
from desktop.ui.main_window.application import main
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.services.model_pool import ModelPool
from desktop.ui.widgets.message_bar import Kind
from tests.support.mouse_and_keys import click, press, type_text
from tests.support.window_steps import press_save


def ask(qtbot: QtBot, window: MainWindow) -> SaveDialog:
    with qtbot.waitActive(window):  # a dialog that was just closed had the keyboard
        window.activateWindow()
    press(window, "Ctrl+S")
    dialog = window.parts.save_commands.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Results are only saved once this is set."""
    gate = threading.Event()
    real = delivery_module.save_result

    def save_result(
        models: ModelPool, photo: Photo, edit: Edit, path: Path, quality: int, token: CancelToken
    ) -> Path:
        while not gate.wait(0.01):
            token.raise_if_cancelled()
        return real(models, photo, edit, path, quality, token)

    monkeypatch.setattr(delivery_module, "save_result", save_result)
    yield gate
    gate.set()


@pytest.mark.parametrize(("suffix", "kind"), [(".jpg", "JPEG"), (".png", "PNG"), (".tif", "TIFF")])
def test_saves_in_the_format_that_was_chosen(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path, suffix: str, kind: str
) -> None:
    dialog = ask(qtbot, coloured)
    type_text(dialog.name, "result" + dialog.suffix)
    click(dialog.formats[suffix])
    assert dialog.name.text() == "result" + suffix
    with qtbot.waitSignal(coloured.parts.saver.saved):
        click(dialog.save_button)
    with Image.open(photo_file.parent / f"result{suffix}") as saved:
        assert (saved.format, saved.size) == (kind, (120, 90))
        assert np.ptp(np.asarray(saved.convert("RGB")).astype(int), axis=2).max() > 10
    look = read_look(photo_file.parent / f"result{suffix}")
    preset = coloured.parts.document.preset
    assert preset is not None
    blend = look.edit.chosen_blend
    assert (blend.name, blend.embedding) == (preset.name, preset.embedding)
    assert look.edit.adjustments == coloured.parts.document.edit.adjustments
    look.check_model(load_model())
    assert coloured.parts.stage.messages.kind is Kind.INFO
    assert coloured.parts.stage.messages.text == f"Saved result{suffix}."
    assert coloured.parts.settings.suffix == suffix


def test_quality_is_asked_for_jpeg_only_and_heeded(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path
) -> None:
    sizes = {}
    for quality in (60, 100):
        dialog = ask(qtbot, coloured)
        type_text(dialog.name, f"q{quality}.jpg")
        dialog.quality_slider.setFocus()
        press(dialog, "Home" if quality == 60 else "End")
        assert dialog.quality_slider.isVisible()
        with qtbot.waitSignal(coloured.parts.saver.saved):
            press(dialog, "Return")
        sizes[quality] = (photo_file.parent / f"q{quality}.jpg").stat().st_size
    assert sizes[60] < sizes[100]
    dialog = ask(qtbot, coloured)
    click(dialog.formats[".png"])
    assert not dialog.quality_slider.isVisible()
    press(dialog, "Esc")


def test_original_is_refused_and_other_files_are_replaced_only_knowingly(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path
) -> None:
    (photo_file.parent / "there.png").write_bytes(b"x")
    dialog = ask(qtbot, coloured)
    type_text(dialog.name, photo_file.name)
    assert not dialog.save_button.isEnabled()
    type_text(dialog.name, "there.png")
    assert dialog.save_button.isEnabled()
    assert dialog.save_button.text() == "Replace"
    type_text(dialog.name, "new.png")
    assert dialog.save_button.text() == "Save"
    type_text(dialog.name, "  ")
    assert not dialog.save_button.isEnabled()
    press(dialog, "Esc")


def test_the_suggested_name_lies_beside_the_source_and_takes_a_free_name(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path
) -> None:
    for _ in range(2):
        with qtbot.waitSignal(coloured.parts.saver.saved):
            press_save(coloured)
    names = sorted(path.name for path in photo_file.parent.glob("photo_*"))
    assert names == ["photo_blue-hour (2).jpg", "photo_blue-hour.jpg"]


def test_the_suggested_name_has_the_number_that_its_format_needs(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path
) -> None:
    first = ask(qtbot, coloured)
    name = Path(first.name.text())
    assert name.suffix == ".jpg"
    press(first, "Esc")
    (photo_file.parent / name).touch()
    dialog = ask(qtbot, coloured)
    assert dialog.name.text() == f"{name.stem} (2).jpg"
    click(dialog.formats[".png"])
    assert dialog.name.text() == f"{name.stem}.png"
    click(dialog.formats[".jpg"])
    assert dialog.name.text() == f"{name.stem} (2).jpg"
    type_text(dialog.name, "mine (2).png")
    click(dialog.formats[".tif"])
    assert dialog.name.text() == "mine (2).tif"


def test_what_cannot_be_written_is_told(qtbot: QtBot, coloured: MainWindow, tmp_path: Path) -> None:
    dialog = ask(qtbot, coloured)
    type_text(dialog.name, "gone/result.png", end="Return")
    qtbot.waitUntil(lambda: coloured.parts.stage.messages.kind is Kind.ERROR)
    assert "gone" in coloured.parts.stage.messages.text
    assert not (tmp_path / "gone").exists()


@pytest.mark.usefixtures("shipped_presets")
def test_program_ends_only_when_what_was_asked_for_is_saved(
    qtbot: QtBot, large_photo: Path, tmp_path: Path
) -> None:
    hidden: list[bool] = []

    def export_and_quit() -> None:
        window = next(
            (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None
        )
        if window is not None and window.parts.stage.canvas.picture.after is not None:
            timer.stop()
            press_save(window)
            press(window, "Ctrl+Q")
            hidden.append(not window.isVisible())

    timer = QTimer(interval=20)
    timer.timeout.connect(export_and_quit)
    timer.start()
    assert main([str(large_photo)]) == 0
    assert hidden == [True]
    files = sorted(path.name for path in tmp_path.glob("large*"))
    assert files == ["large.bmp", "large_blue-hour.jpg"]
    with Image.open(tmp_path / files[1]) as image:
        assert image.size == (6000, 4000)


def test_window_comes_back_when_the_last_save_fails(
    qtbot: QtBot, coloured: MainWindow, held: threading.Event
) -> None:
    dialog = ask(qtbot, coloured)
    type_text(dialog.name, "gone/result.png", end="Return")
    coloured.close()
    assert not coloured.isVisible()
    held.set()
    qtbot.waitUntil(coloured.isVisible)
    assert coloured.parts.stage.messages.kind is Kind.ERROR
    assert "gone" in coloured.parts.stage.messages.text


def test_nothing_can_be_saved_without_a_photo(window: MainWindow) -> None:
    actions = window.parts.actions
    for action in (actions.save_as, actions.export_lut, actions.copy):
        assert not action.isEnabled()
