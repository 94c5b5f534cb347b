"""Messages name files without their paths, which the tooltip shows and a screen reader reads."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from desktop.engine.core import paths
from desktop.engine.core.errors import TintypeError
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.preset import read_preset
from desktop.ui.base.engine_translations import LONGEST_NAME, translate_briefly, translate_message
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.message_bar import MessageBar
from tests.support.drag_and_drop import drop
from tests.support.window_steps import Start, wait_for_result

DEEP = Path("Photos of the family (scanned)", "1931, summer", "by the lake")
EMPTY = [
    ("en", "grandfather.jpg is empty (0 bytes); copy it again."),
    ("de", "grandfather.jpg ist leer (0 Bytes); kopieren Sie es noch einmal."),
    ("zh_CN", "grandfather.jpg 为空（0 字节）；请重新复制。"),
]


def empty_file(folder: Path) -> Path:
    (folder / DEEP).mkdir(parents=True)
    path = folder / DEEP / "grandfather.jpg"
    path.touch()
    return path


def line_of(bar: MessageBar) -> QLabel:
    """The label that the message stands on."""
    return next(label for label in bar.findChildren(QLabel) if label.text() == bar.text)


def hover_text(widget: QLabel) -> str:
    """What hovering shows, in plain words; empty for nothing."""
    place = QPoint(4, 4)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    text = QToolTip.text().removeprefix("<qt>").removesuffix("</qt>")
    QToolTip.hideText()
    return text


def fault_of(path: Path) -> TintypeError:
    with pytest.raises(TintypeError) as caught:
        read_preset(path) if path.suffix == ".tintype" else read_photo(path)
    return caught.value


@pytest.mark.usefixtures("shipped_presets")
@pytest.mark.parametrize(("language", "told"), EMPTY)
def test_a_message_names_the_file_and_hovering_tells_where_it_lies(
    qtbot: QtBot, tmp_path: Path, start: Start, language: str, told: str
) -> None:
    Settings().language = language
    path = empty_file(tmp_path)
    messages = start(path).parts.stage.messages
    qtbot.waitUntil(lambda: messages.text == told)
    whole = told.replace(path.name, str(path))
    assert messages.full_text == whole
    assert line_of(messages).accessibleDescription() == whole
    assert hover_text(line_of(messages)) == whole


def test_what_leaves_nothing_out_has_nothing_to_hover_over(
    qtbot: QtBot, window: MainWindow, photo_file: Path, tmp_path: Path
) -> None:
    messages = window.parts.stage.messages
    drop(window.parts.stage, QPoint(50, 300), empty_file(tmp_path))
    qtbot.waitUntil(lambda: messages.full_text != "")
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    window.parts.actions.copy.trigger()
    qtbot.waitUntil(lambda: messages.text == "The result is on the clipboard.")
    assert messages.full_text == ""
    assert line_of(messages).accessibleDescription() == hover_text(line_of(messages)) == ""
    messages.clear()
    assert messages.full_text == ""


def test_two_problems_at_the_start_are_both_told_in_brief(start: Start, shipped_presets: Path) -> None:
    own_presets = paths.user_presets_dir()
    own_presets.mkdir(parents=True, exist_ok=True)
    for name in ("one", "two"):
        (own_presets / f"{name}.tintype").write_text("{")
    messages = start().parts.stage.messages
    for name in ("one", "two"):
        assert f"{name}.tintype is not a preset or is damaged (it is not JSON)" in messages.text
        assert str(own_presets / f"{name}.tintype") in messages.full_text
    assert str(own_presets) not in messages.text


@pytest.mark.parametrize(("speaking", "told"), EMPTY, indirect=["speaking"])
def test_a_fault_in_brief_is_the_fault_but_for_the_way_to_the_file(
    tmp_path: Path, speaking: str, told: str
) -> None:
    path = empty_file(tmp_path)
    fault = fault_of(path)
    assert translate_briefly(fault) == told
    assert translate_message(fault) == told.replace(path.name, str(path))


@pytest.mark.parametrize("speaking", ["en"], indirect=True)
def test_of_a_fault_within_a_sentence_too(tmp_path: Path, speaking: str) -> None:
    path = tmp_path / "rust or gold.tintype"
    path.write_text("{")
    fault = fault_of(path)
    assert translate_briefly(f"{fault} It was set aside as b.tintype.damaged.") == (
        "rust or gold.tintype is not a preset or is damaged (it is not JSON); add its painting again. "
        "It was set aside as b.tintype.damaged."
    )


@pytest.mark.parametrize("speaking", ["en"], indirect=True)
def test_a_very_long_name_keeps_its_beginning_and_its_end(tmp_path: Path, speaking: str) -> None:
    longest = "a" * (LONGEST_NAME - 4) + ".jpg"
    longer = "first" + "a" * LONGEST_NAME + "last.jpg"
    (tmp_path / longest).touch()
    (tmp_path / longer).touch()
    assert translate_briefly(fault_of(tmp_path / longest)).startswith(f"{longest} is empty")
    name = translate_briefly(fault_of(tmp_path / longer)).partition(" ")[0]
    assert len(name) == LONGEST_NAME
    assert name.startswith("firsta")
    assert "a…a" in name
    assert name.endswith("alast.jpg")


@pytest.mark.parametrize("speaking", ["en"], indirect=True)
def test_what_is_no_whole_path_stays(speaking: str) -> None:
    root = Path(Path.cwd().anchor)
    for message in (
        "b/a.jpg is empty (0 bytes); copy it again.",
        f"{root} is a folder; give the photographs in it.",
        "What nobody has in a book: /a/b.jpg.",
    ):
        assert translate_briefly(message) == message
