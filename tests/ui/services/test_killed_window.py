"""What a killed program had open is offered at the next start and restored, and a closed one leaves nothing."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.engine.core import paths
from desktop.ui.main_window.application import make_window
from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.window_steps import Start, chosen, wait_for_result

ROOT = Path(__file__).parents[3]


def wait_until_kept(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.parts.autosave.busy and not window.parts.recovery.busy)


def lost_window(photo: Path, shipped: Path, *, pasted: bool) -> None:
    """The program, as another process that opened a photo, was given a preset, and is killed."""
    script = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from PySide6.QtCore import QTimer
        from PySide6.QtGui import QGuiApplication, QImage
        from PySide6.QtWidgets import QApplication
        from desktop.engine.core import paths
        paths.shipped_presets_dir = lambda: Path({str(shipped)!r})
        from desktop.ui.main_window.application import main, make_application
        from desktop.ui.main_window.main_window import MainWindow
        from tests.support.mouse_and_keys import press
        from tests.support.window_steps import chosen, click_preset
        make_application([])
        photo = {str(photo)!r}

        def go_on():
            window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
            if {pasted} and window.parts.document.photo is None and not window.parts.loader.busy:
                QGuiApplication.clipboard().setImage(QImage(photo))
                press(window, "Ctrl+V")
            elif window.parts.stage.canvas.picture.after is None:
                return
            elif chosen(window) != "Green Field":
                click_preset(window, "Green Field")
            elif not window.parts.recovery.busy and not window.parts.autosave.busy:
                print("ready", flush=True)
                timer.stop()

        timer = QTimer(interval=20)
        timer.timeout.connect(go_on)
        timer.start()
        main([] if {pasted} else [photo])
    """)
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        child.kill()


@pytest.mark.parametrize("pasted", [False, True], ids=["a file", "pasted"])
def test_what_a_killed_program_had_is_offered_and_restored(
    qtbot: QtBot,
    tmp_path: Path,
    photo_file: Path,
    shipped_presets: Path,
    start: Start,
    pasted: bool,
) -> None:
    lost_window(photo_file, shipped_presets, pasted=pasted)
    window = start()
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.parts.stage.messages.text)
    assert ("Pasted 1" if pasted else "photo.png") in window.parts.stage.messages.text
    assert window.parts.stage.messages.other_button.isVisible()
    qtbot.mouseClick(window.parts.stage.messages.button, Qt.MouseButton.LeftButton)
    wait_for_result(qtbot, window)
    assert window.parts.document.photo is not None
    assert window.parts.document.photo.width_px == 120
    assert chosen(window) == "Green Field"
    wait_until_kept(qtbot, window)
    window.close()
    assert list((paths.user_dir() / "sessions").iterdir()) == []


def test_what_was_lost_can_be_dismissed_for_good(
    qtbot: QtBot, tmp_path: Path, photo_file: Path, shipped_presets: Path, start: Start
) -> None:
    lost_window(photo_file, shipped_presets, pasted=False)
    window = start()
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.parts.stage.messages.text)
    qtbot.mouseClick(window.parts.stage.messages.other_button, Qt.MouseButton.LeftButton)
    assert window.parts.stage.messages.text == ""
    window.close()
    assert list((paths.user_dir() / "sessions").iterdir()) == []


def test_a_question_that_was_not_answered_is_asked_again_under_the_next_photo(
    qtbot: QtBot, tmp_path: Path, photo_file: Path, shipped_presets: Path, start: Start
) -> None:
    lost_window(photo_file, shipped_presets, pasted=True)
    window = start()
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.parts.stage.messages.text)
    window.close()
    later = start()
    qtbot.waitUntil(lambda: "ended unexpectedly" in later.parts.stage.messages.text)


def test_a_window_that_is_still_open_is_not_lost(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_until_kept(qtbot, coloured)
    assert len(list((paths.user_dir() / "sessions").glob("*/state.json"))) == 1
    other = make_window([])  # as where the folder of the lock cannot be written
    qtbot.addWidget(other)
    qtbot.waitUntil(lambda: not other.parts.recovery._search.busy)
    assert other.parts.stage.messages.text == ""


def test_a_window_that_is_closed_leaves_nothing_to_recover(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_until_kept(qtbot, coloured)
    coloured.close()
    assert list((paths.user_dir() / "sessions").iterdir()) == []
