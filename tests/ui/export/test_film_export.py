"""Films in the window: dropped, asked about, coloured with a progress that can be stopped, and taken up again."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.engine.video.runner import FilmProgress
from desktop.ui.base.dropped_data import Offer, OfferKind, offer_of
from desktop.ui.export.film_dialog import FilmDialog
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drag_over, drop, files_mime
from tests.support.films import frames_of, moving_crops, write_film
from tests.support.mouse_and_keys import click, pick, press, type_text
from tests.support.window_steps import child, click_preset

LEFT = QPoint(50, 300)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Twenty grey frames of 64 x 48 pixels."""
    frames = [frame.mean(axis=2).astype(np.uint8) for frame in moving_crops("camera", 20, size=(64, 48))]
    (tmp_path / "films").mkdir()
    return write_film(tmp_path / "films" / "wedding.mp4", frames)


def asked(qtbot: QtBot, window: MainWindow) -> FilmDialog:
    qtbot.waitUntil(lambda: window.parts.film_export.dialog is not None)
    dialog = window.parts.film_export.dialog
    assert dialog is not None
    return dialog


def test_a_dropped_film_is_described_and_coloured(qtbot: QtBot, coloured: MainWindow, film: Path) -> None:
    drop(coloured.parts.stage, LEFT, film)
    dialog = asked(qtbot, coloured)
    assert "64 × 48 px" in dialog.facts.text()
    assert "20 frames" in dialog.facts.text()
    assert dialog.look_field.count() == 1
    click(dialog.begin_button)
    qtbot.waitUntil(lambda: "The film is coloured" in coloured.parts.stage.messages.text)
    made = [path for path in film.parent.iterdir() if path != film]
    assert [path.name for path in made] == ["wedding_blue-hour.mp4"]
    assert coloured.parts.stage.messages.button.text() == "Show in folder"
    frames = frames_of(made[0])
    assert len(frames) == 20
    assert np.ptp(frames[10].astype(int), axis=2).max() > 10
    assert coloured.parts.film_export.dialog is None


def test_the_overlay_says_what_a_film_becomes_and_where_it_is_refused(
    qtbot: QtBot, coloured: MainWindow, film: Path
) -> None:
    mime = files_mime(film)
    assert offer_of(mime) == Offer(OfferKind.FILM, 1)
    stage, gallery = coloured.parts.stage, coloured.parts.gallery
    drag_over(stage, LEFT, mime)
    assert stage.zones.photo_zone.text() == "1 film to colour"
    assert stage.zones.painting_zone.isHidden()
    stage.zones.hide()
    drag_over(gallery, QPoint(20, 20), mime)
    assert gallery.zones.refusal.text() == "A film is not a painting"


def test_a_stopped_film_leaves_no_result_and_goes_on_next_time(
    qtbot: QtBot, coloured: MainWindow, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.engine.video.runner.PART_FRAMES", 5)
    result = film.with_name("wedding_blue-hour.mp4")
    drop(coloured.parts.stage, LEFT, film)
    dialog = asked(qtbot, coloured)
    progressed = coloured.parts.film_export._progressed

    def stop(progress: FilmProgress) -> None:
        if progress.done >= 12 and coloured.parts.film_export.dialog is dialog:
            dialog.reject()

    progressed.connect(stop)
    click(dialog.begin_button)
    qtbot.waitUntil(lambda: coloured.parts.film_export.dialog is None)
    qtbot.waitUntil(lambda: not coloured.parts.film_export.busy)
    assert not result.exists()
    progressed.disconnect(stop)
    drop(coloured.parts.stage, LEFT, film)
    begun: list[bool] = []
    progressed.connect(lambda progress: begun.append(progress.resumed))
    click(asked(qtbot, coloured).begin_button)
    qtbot.waitUntil(result.exists)
    qtbot.waitUntil(lambda: coloured.parts.film_export.dialog is None)
    assert begun[0]
    assert len(frames_of(result)) == 20


def test_a_folder_tells_of_its_films(qtbot: QtBot, coloured: MainWindow, film: Path) -> None:
    drop(coloured.parts.stage, LEFT, film.parent)
    messages = coloured.parts.stage.messages
    qtbot.waitUntil(lambda: messages.text == "There is 1 film in the folder.")
    click(messages.button)
    press(asked(qtbot, coloured), "Esc")
    assert coloured.parts.film_export.dialog is None


def test_what_is_no_film_is_told_and_the_next_is_asked_about(
    qtbot: QtBot, coloured: MainWindow, film: Path
) -> None:
    broken = film.with_name("broken.mp4")
    broken.write_bytes(b"no film at all")
    drop(coloured.parts.stage, LEFT, files_mime(broken, film))
    asked(qtbot, coloured)
    assert "is damaged, or is not a film" in coloured.parts.stage.messages.full_text


def test_closing_asks_while_a_film_is_being_coloured(
    qtbot: QtBot, coloured: MainWindow, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(coloured.parts.stage, LEFT, film)
    dialog = asked(qtbot, coloured)
    coloured.parts.film_export.colouring = True
    coloured.close()
    assert coloured.isVisible()
    box = child(coloured, QMessageBox)
    assert box.text() == "A film is still being coloured."
    next(button for button in box.buttons() if button.text() == "Stop and close").click()
    qtbot.waitUntil(lambda: not coloured.isVisible())
    assert not dialog.isVisible()


def test_the_look_on_the_canvas_can_be_taken_and_names_the_result(
    qtbot: QtBot, coloured: MainWindow, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = coloured.parts.document
    first = document.edit
    monkeypatch.setattr(type(document), "initial_edit", property(lambda _self: first))
    click_preset(coloured, "Red Room")
    type_text(coloured.parts.adjustments.rows["amount"].number, "70", end="Return")
    drop(coloured.parts.stage, LEFT, film)
    dialog = asked(qtbot, coloured)
    assert [dialog.look_field.itemText(row) for row in range(2)] == ["Blue Hour", "Red Room, 70 %"]
    pick(dialog.look_field, "Red Room, 70 %")
    assert dialog.output_label.text() == "wedding_red-room.mp4"
    click(dialog.begin_button)
    qtbot.waitUntil(film.with_name("wedding_red-room.mp4").exists)
