"""Names from elsewhere are shown as plain text, wherever in the window they are shown."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.engine.edits.edit import Edit
from desktop.engine.edits.preset import PRESET_SUFFIX, read_preset, write_preset
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PhotoMark, Project
from desktop.engine.store.recovery import State, write_state
from desktop.ui.base.plain_text import plain_tip
from desktop.ui.dialogs.crash_dialog import CrashDialog
from desktop.ui.dialogs.model_manager import ModelManager
from desktop.ui.document.export_options import ExportOptions
from desktop.ui.export.jobs import JobState
from tests.engine import pictures
from tests.support.drag_and_drop import drop
from tests.support.menus import choose_menu
from tests.support.mouse_and_keys import press
from tests.support.tiny_models import write_model
from tests.support.window_steps import Start, accept_painting, preset_names, unfold, wait_for_result

MARK = "<b>bold<img src=x>"


TIP_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole)


def shown(widget: QWidget) -> list[str]:
    """The texts of a widget that Qt would take for HTML although a name from elsewhere is in them."""
    tips = [widget.toolTip(), widget.whatsThis()]
    for action in widget.actions():
        tips.append(action.whatsThis())
        if not isinstance(widget, QMenu) or widget.toolTipsVisible():
            tips.append(action.toolTip())
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        tips += [
            str(model.index(row, 0).data(role) or "") for row in range(model.rowCount()) for role in TIP_ROLES
        ]
    found = [tip for tip in tips if MARK in tip]  # escaped, it is not in there
    texts = []
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        texts.append(widget.text())
    if isinstance(widget, QMessageBox) and widget.textFormat() != Qt.TextFormat.PlainText:
        texts += [widget.text(), widget.informativeText()]
    if isinstance(widget, QTextEdit) and "bold" in widget.toPlainText() and MARK not in widget.toPlainText():
        found.append(widget.toPlainText())  # its tags were taken for tags
    return found + [text for text in texts if MARK in text]


@pytest.mark.usefixtures("tiny_model_dir")
def test_no_widget_takes_a_name_for_html(
    qtbot: QtBot, shipped_presets: Path, own_user_directory: Path, tmp_path: Path, start: Start,
    tiny_graphs: dict[str, bytes],
) -> None:  # fmt: skip
    first = next(shipped_presets.glob(f"*{PRESET_SUFFIX}"))
    preset = read_preset(first)
    odd = type(preset)(**{**vars(preset), "name": MARK, "painter": MARK, "credit": MARK, "title": MARK})
    write_preset(odd, first)
    write_model(
        own_user_directory / "models" / "odd", tiny_graphs, title=MARK, description=MARK, licence=MARK
    )
    photo = tmp_path / f"{MARK}.png"
    Image.new("L", (60, 40), 90).save(photo)
    window = start(photo)
    wait_for_result(qtbot, window)
    choose_menu(window, "Edit", "Models…")
    manager = window.findChild(ModelManager)
    assert manager is not None
    qtbot.waitUntil(lambda: len(manager.models.cards) > 1 and not manager.busy)
    widgets = QApplication.allWidgets()
    assert any(isinstance(widget, QLabel) and MARK in widget.text() for widget in widgets)
    assert [text for widget in widgets for text in shown(widget)] == []


def odd_photo(folder: Path, name: str = f"{MARK}.png") -> Path:
    Image.new("L", (60, 40), 90).save(folder / name)
    return folder / name


def html_in_sight() -> list[str]:
    """What any widget would take for HTML although a name from elsewhere is in it."""
    return [text for widget in QApplication.allWidgets() for text in shown(widget)]


def is_told_somewhere() -> bool:
    """Whether a name from elsewhere is shown at all, by a widget or as the text of an item."""
    return any(
        MARK in str(text)
        for widget in QApplication.allWidgets()
        for text in (widget.windowTitle(), _text(widget), *_items(widget))
    )


def _text(widget: QWidget) -> str:
    """What a label or button shows; of the program's own widgets `text` may be the text itself."""
    text = getattr(widget, "text", "")
    return str(text() if callable(text) else text)


def _items(widget: QWidget) -> list[str]:
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    return [] if model is None else [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_no_dialog_takes_a_name_for_html(qtbot: QtBot, tmp_path: Path, start: Start) -> None:
    window = start(odd_photo(tmp_path), odd_photo(tmp_path, f"{MARK} two.png"))
    wait_for_result(qtbot, window)
    assert is_told_somewhere()
    for keys in ("Ctrl+Shift+E", "Ctrl+,", "Shift+F1", "F1", "Ctrl+L"):
        press(window, keys)
        assert html_in_sight() == [], keys
        for dialog in window.findChildren(QDialog):
            dialog.close()
    for title in ("Show log", "About Tintype"):
        choose_menu(window, "Help", title)
        assert html_in_sight() == [], title
        for dialog in window.findChildren(QDialog):
            dialog.close()


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_a_painting_of_an_odd_name_makes_a_preset_whose_name_is_plain(
    qtbot: QtBot, tmp_path: Path, start: Start
) -> None:
    window = start(odd_photo(tmp_path))
    wait_for_result(qtbot, window)
    painting = tmp_path / f"{MARK} painting.png"
    Image.new("RGB", (60, 40), (200, 90, 40)).save(painting)
    drop(window.parts.gallery, QPoint(20, 20), painting)
    accept_painting(qtbot, window)
    qtbot.waitUntil(lambda: len(preset_names(window)) > 2)
    assert any("bold" in name for name in preset_names(window))
    wait_for_result(qtbot, window)
    unfold(window, "history")
    assert html_in_sight() == []


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_a_message_about_a_file_of_an_odd_name_is_plain(qtbot: QtBot, tmp_path: Path, start: Start) -> None:
    window = start(odd_photo(tmp_path))
    wait_for_result(qtbot, window)
    broken = tmp_path / f"{MARK} broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\1" * 40)
    with qtbot.waitSignal(window.parts.loader.failed):
        drop(window.parts.stage, QPoint(60, 60), broken)
    assert MARK in window.parts.stage.messages.text
    assert html_in_sight() == []


def test_only_what_looks_like_html_is_escaped() -> None:
    assert plain_tip("one & two\nthree") == "one & two\nthree"
    assert plain_tip("<b>x</b>\ny") == "<qt>&lt;b&gt;x&lt;/b&gt;<br>y</qt>"


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_the_export_queue_shows_names_plainly_whatever_becomes_of_them(
    qtbot: QtBot, tmp_path: Path, start: Start
) -> None:
    window = start(odd_photo(tmp_path), odd_photo(tmp_path, f"{MARK} two.png"))
    wait_for_result(qtbot, window)
    export, photos = window.parts.export, window.parts.filmstrip.photos
    qtbot.waitUntil(lambda: photos.rowCount() == 2)
    photos.frames[1].path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\1" * 40)
    export.export(photos.frames, ExportOptions(suffix=".png"))
    qtbot.waitUntil(lambda: bool(export.queue.jobs) and not export.queue.busy)
    assert {job.state for job in export.queue.jobs} == {JobState.DONE, JobState.FAILED}
    assert export.window.isVisible()
    assert is_told_somewhere()
    assert html_in_sight() == []


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_the_question_about_a_lost_session_shows_its_name_plainly(
    qtbot: QtBot, own_user_directory: Path, start: Start
) -> None:
    folder = own_user_directory / "sessions" / "0123456789ab"
    folder.mkdir(parents=True)
    photo = Photo(None, pictures.ramp(64, 48))
    write_state(State(PhotoMark.of(photo), MARK, 8, Project(Edit())), photo, folder)
    window = start()
    qtbot.waitUntil(lambda: MARK in window.parts.stage.messages.text)
    assert html_in_sight() == []


def test_the_crash_dialog_shows_what_came_from_elsewhere_plainly(qtbot: QtBot, qapp: QApplication) -> None:
    def fail() -> None:
        raise ValueError(MARK + "\x1b[31m\u202e")

    try:
        fail()
    except ValueError as error:
        dialog = CrashDialog(error)
    qtbot.addWidget(dialog)
    dialog.show()
    assert MARK in dialog.report.toPlainText()
    assert html_in_sight() == []


def test_the_walk_sees_each_place_where_a_name_may_be_taken_for_html(qtbot: QtBot) -> None:
    def added(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        return widget

    label, box, text, menu, button = QLabel(MARK), QMessageBox(), QTextEdit(), QMenu(), QToolButton()
    box.setInformativeText(MARK)
    text.setHtml(MARK)
    menu.setToolTipsVisible(True)
    menu.addAction(QAction(MARK, menu))
    button.setWhatsThis(MARK)
    assert all(shown(added(widget)) for widget in (label, box, text, menu, button))
    plain = QTextEdit()
    plain.setPlainText(MARK)
    label.setTextFormat(Qt.TextFormat.PlainText)
    menu.setToolTipsVisible(False)
    assert [shown(added(widget)) for widget in (plain, label, menu)] == [[], [], []]
