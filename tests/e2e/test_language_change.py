"""Another language comes at once, in the same window: with every text, and with all that was done before."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.engine.core.paths import shipped_dir
from desktop.ui.base.translations import LANGUAGES, current_language, messages_in
from desktop.ui.dialogs.settings_dialog import SettingsDialog
from desktop.ui.document.settings import Settings
from desktop.ui.export.jobs import JobState
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from tests.support.drag_and_drop import drop
from tests.support.languages import press_language, settings_of
from tests.support.mouse_and_keys import click, drag_slider, press
from tests.support.texts import texts_of
from tests.support.window_steps import Start, chosen, click_preset, wait_for_result

OTHERS = [code for code in LANGUAGES if code != "en"]


def choose_language(qtbot: QtBot, window: MainWindow, code: str) -> None:
    """In the settings, by keys; they stay open, in the other language, with the keyboard where it was."""
    press(window, "Ctrl+,")
    dialog = settings_of(window)
    press_language(window, code)
    qtbot.waitUntil(lambda: current_language() == code and window.updatesEnabled())
    assert settings_of(window) is not dialog
    assert settings_of(window).language.currentData() == code
    assert settings_of(window).focusWidget() is settings_of(window).language


def close_settings(qtbot: QtBot, window: MainWindow) -> None:
    press(settings_of(window), "Esc")
    qtbot.waitUntil(lambda: not window.findChildren(SettingsDialog))


def unfold_all(window: MainWindow) -> None:
    for section in window.parts.side_panel.findChildren(CollapsibleSection):
        section.set_open(True)


def english_left(window: MainWindow, code: str) -> Sequence[str]:
    """The texts of the window that are sentences of the program in English, and read otherwise in this language."""
    path = shipped_dir() / "resources" / "translations" / f"tintype_{code}.ts"
    messages = [(source, forms) for _context, source, forms in messages_in(path)]
    same = {form for _source, forms in messages for form in forms}
    patterns = [_pattern(source) for source, forms in messages if source not in same and source not in forms]
    return [line for line in texts_of(window) if any(p.fullmatch(line.partition(": ")[2]) for p in patterns)]


def _pattern(source: str) -> re.Pattern[str]:
    """What a sentence with fields can have become; sentences of nothing but fields become anything."""
    parts = re.split(r"\{\w+(?::[^}]*)?\}|%n", source)
    if sum(len(re.sub(r"\W", "", part)) for part in parts) < 3:
        return re.compile(re.escape(source))
    return re.compile("(.+?)".join(map(re.escape, parts)), re.DOTALL)


@pytest.mark.usefixtures("shipped_presets")
@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_as_in_a_window_that_began_in_that_language(
    qtbot: QtBot, start: Start, code: str
) -> None:
    Settings().language = "en"
    window = start()
    qtbot.waitUntil(lambda: not window.parts.warmup.busy)
    choose_language(qtbot, window, code)
    close_settings(qtbot, window)
    changed = texts_of(window)
    again = start()
    qtbot.waitUntil(lambda: not again.parts.warmup.busy)
    assert current_language() == code
    assert _without_times(changed) == _without_times(texts_of(again))


def _without_times(texts: Sequence[str]) -> list[str]:
    """Texts without how long the network took."""
    return [re.sub(r"\d+(?= (ms|毫秒))", "0", text) for text in texts]


@pytest.mark.parametrize("code", OTHERS)
def test_what_was_done_before_is_told_of_in_that_language(
    qtbot: QtBot, filled: MainWindow, code: str
) -> None:
    window, parts = filled, filled.parts
    click_preset(window, "Red Room")
    wait_for_result(qtbot, window)
    unfold_all(window)
    drag_slider(parts.adjustments.rows["warmth"].slider, 0.5, 0.8)
    parts.regions.add()
    press(window, "Esc")
    press(window, "Ctrl+R")
    press(window, "Ctrl+Shift+T")
    press(window, "Ctrl+D")
    press(window, "Ctrl+Alt+A")
    wait_for_result(qtbot, window)
    press(window, "Ctrl+Shift+E")
    assert parts.export.dialog is not None
    press(parts.export.dialog, "Return")
    qtbot.waitUntil(lambda: parts.export.queue.count(JobState.DONE) == 1)
    exported = [frame.exported for frame in parts.filmstrip.photos.frames]
    steps = parts.editing.undo_stack.count()
    shown = parts.stage.canvas.picture.after
    choose_language(qtbot, window, code)
    close_settings(qtbot, window)
    assert english_left(window, code) == []
    assert parts.editing.undo_stack.count() == steps > 5
    assert [frame.exported for frame in parts.filmstrip.photos.frames] == exported
    assert any(exported)
    assert parts.stage.canvas.picture.after is shown, "nothing was coloured anew"


@pytest.mark.parametrize(
    ("code", "told", "answers"),
    [
        (
            "de",
            "„photo“ ist grau: Daraus lassen sich keine Farben nehmen.",
            ["Einfärben", "Trotzdem Vorgabe machen"],
        ),
        ("zh_CN", "“photo”是灰度图，无法从中取色。", ["为它上色", "仍制作预设"]),
    ],
)
def test_a_question_is_asked_in_that_language_and_answered(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path, code: str, told: str, answers: list[str]
) -> None:
    window, messages = coloured, coloured.parts.stage.messages
    drop(window.parts.gallery, QPoint(100, 100), photo_file)
    qtbot.waitUntil(lambda: "“photo” is grey" in messages.text)
    choose_language(qtbot, window, code)
    close_settings(qtbot, window)
    assert messages.text == told
    assert [messages.button.text(), messages.other_button.text()] == answers
    click(messages.other_button)
    qtbot.waitUntil(lambda: not messages.isVisible())


@pytest.mark.parametrize("code", OTHERS)
def test_a_warning_is_told_in_that_language(
    qtbot: QtBot, coloured: MainWindow, tmp_path: Path, code: str
) -> None:
    window, messages = coloured, coloured.parts.stage.messages
    empty = tmp_path / "grandfather.jpg"
    empty.touch()
    drop(window.parts.stage, QPoint(60, 300), empty)
    qtbot.waitUntil(lambda: "is empty" in messages.text)
    choose_language(qtbot, window, code)
    close_settings(qtbot, window)
    told = {
        "de": "grandfather.jpg ist leer (0 Bytes); kopieren Sie es noch einmal.",
        "zh_CN": "grandfather.jpg 为空（0 字节）；请重新复制。",
    }
    assert messages.text == told[code]


@pytest.mark.parametrize("code", OTHERS)
def test_a_pasted_picture_keeps_its_edits(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path, code: str
) -> None:
    window, parts = coloured, coloured.parts
    QGuiApplication.clipboard().setImage(QImage(str(photo_file)))
    press(window, "Ctrl+V")
    qtbot.waitUntil(lambda: parts.document.photo_name.startswith("Pasted"))
    wait_for_result(qtbot, window)
    click_preset(window, "Green Field")
    wait_for_result(qtbot, window)
    pasted, edit = parts.document.photo, parts.document.edit
    choose_language(qtbot, window, code)
    close_settings(qtbot, window)
    assert parts.document.photo is pasted
    assert parts.document.edit == edit
    name = parts.document.photo_name
    press(window, "Alt+Left")
    qtbot.waitUntil(lambda: parts.document.photo_name != name)
    press(window, "Alt+Right")
    qtbot.waitUntil(lambda: parts.document.photo_name == name)
    wait_for_result(qtbot, window)
    assert parts.document.edit == edit
    press(window, "Ctrl+Z")
    assert chosen(window) != "Green Field"
    press(window, "Ctrl+Shift+Z")
    assert parts.document.edit == edit
