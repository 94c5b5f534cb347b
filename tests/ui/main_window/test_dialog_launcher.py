"""What lies around the picture: settings, recent photos, shortcuts, log, about, a second start, files handed over."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import ReferenceType, ref

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.core.limits import LIMIT_VARIABLE, max_pixels
from desktop.engine.core.memory import MEMORY_VARIABLE, max_picture_bytes
from desktop.engine.decode.photo_cache import PhotoStore
from desktop.ui.base.licences import bundled_parts
from desktop.ui.base.logging_setup import log_error, log_path, start_log, stop_log, without_home
from desktop.ui.base.single_instance import SingleInstance, _files_in
from desktop.ui.base.translations import LANGUAGES
from desktop.ui.dialogs.about_dialog import AboutDialog
from desktop.ui.dialogs.log_viewer import LogViewer
from desktop.ui.dialogs.settings_dialog import SettingsDialog
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.application import main
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.shortcuts_dialog import ShortcutsDialog
from desktop.ui.widgets.theme import current_theme
from tests.support.hands import Start, child, choose_menu, click, drop, pick, press, type_text
from tests.support.network import open_network_sockets

LEFT_HALF = QPoint(50, 300)
ROOT = Path(__file__).resolve().parents[3]


def windows_in_sight() -> list[MainWindow]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]


@contextmanager
def acting(*steps: Callable[[MainWindow], bool]) -> Iterator[list[int]]:
    """While `main` runs, do each step once the one before has answered True; then quit."""
    done: list[int] = []

    def act() -> None:
        windows = windows_in_sight()
        if not windows:
            return
        if len(done) == len(steps):
            timer.stop()
            press(windows[0], "Ctrl+Q")
        elif steps[len(done)](windows[0]):
            done.append(len(done))

    timer = QTimer(interval=20)
    timer.timeout.connect(act)
    timer.start()
    yield done
    timer.stop()


@pytest.fixture
def settings_dialog(window: MainWindow) -> SettingsDialog:
    press(window, "Ctrl+,")
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    return dialog


# Settings


def test_settings_take_effect_at_once_and_are_remembered(
    qtbot: QtBot, window: MainWindow, settings_dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LIMIT_VARIABLE, "400")
    dialog = settings_dialog
    field = dialog.limit.findChild(QLineEdit)
    assert field is not None
    assert field.width() > field.fontMetrics().horizontalAdvance(field.text())
    pick(dialog.appearance, "Dark")
    assert current_theme().dark
    assert window.parts.actions.appearances["dark"].isChecked()
    pick(dialog.format, "PNG")
    assert not dialog.quality.isVisible()
    type_text(dialog.limit, "50", end="Tab")
    assert max_pixels() == 50_000_000
    with qtbot.waitSignal(window.parts.warmup.ready):
        pick(dialog.device, "Processor")
    pick(dialog.edits, "Beside the photos")
    assert window.parts.project_actions.beside.isChecked()
    dialog.close()
    again = Settings()
    assert again.edits_beside
    assert (again.appearance, again.suffix, again.max_megapixels, again.device) == (
        "dark",
        ".png",
        50,
        "cpu",
    )
    choose_menu(window, "View", "Appearance", "Like the system")


def test_a_photo_over_the_limit_is_refused(
    qtbot: QtBot,
    window: MainWindow,
    settings_dialog: SettingsDialog,
    large_photo: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(LIMIT_VARIABLE, "400")
    type_text(settings_dialog.limit, "10", end="Tab")
    press(settings_dialog, "Esc")
    with qtbot.waitSignal(window.parts.loader.failed):
        drop(window.parts.stage, LEFT_HALF, large_photo)
    assert "10" in window.parts.stage.messages.text


def test_the_memory_to_open_a_photo_is_limited_and_that_is_remembered(
    window: MainWindow, settings_dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MEMORY_VARIABLE, "0")
    assert settings_dialog.memory.text() == "Half of what is free"
    type_text(settings_dialog.memory, "700", end="Tab")
    assert max_picture_bytes() == 700 << 20
    assert Settings().max_memory_mb == 700
    type_text(settings_dialog.memory, "0", end="Tab")
    assert max_picture_bytes() > 0
    assert Settings().max_memory_mb == 0


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_the_remembered_memory_holds_from_the_start_but_the_environment_comes_first(
    monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    Settings().max_memory_mb = 800
    monkeypatch.setenv(MEMORY_VARIABLE, "900")
    window = start()
    assert max_picture_bytes() == 900 << 20
    window.close()
    monkeypatch.delenv(MEMORY_VARIABLE)
    start()
    assert max_picture_bytes() == 800 << 20


@pytest.mark.usefixtures("shipped_presets")
def test_the_remembered_limit_holds_from_the_start_but_the_environment_comes_first(
    qtbot: QtBot, tiny_model_dir: Path, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    Settings().max_megapixels = 30
    monkeypatch.setenv(LIMIT_VARIABLE, "60")
    window = start()
    assert max_pixels() == 60_000_000
    window.close()
    monkeypatch.delenv(LIMIT_VARIABLE)
    start()
    assert max_pixels() == 30_000_000


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_another_language_opens_the_window_anew_with_the_same_photo(qtbot: QtBot, photo_file: Path) -> None:
    seen: list[str] = []
    stores: list[ReferenceType[PhotoStore]] = []
    looks: list[bool] = []

    def choose(window: MainWindow) -> bool:
        if window.parts.stage.canvas.picture.after is None:
            return False
        stores.append(ref(window.parts.loader.store))
        press(window, "Ctrl+,")
        dialog = window.findChild(SettingsDialog)
        assert dialog is not None
        seen.append(window.windowTitle())
        dialog.language.setFocus(Qt.FocusReason.TabFocusReason)
        press(dialog.language, "Home")
        press(dialog.language, "Down", times=list(LANGUAGES).index("de") + 1)  # and the window is another one
        return True

    def look(window: MainWindow) -> bool:
        if window.parts.document.photo is None or window.parts.stage.canvas.picture.after is None:
            return False
        seen.append(window.windowTitle())
        dialog = window.findChild(SettingsDialog)
        assert dialog is not None
        assert dialog.language.currentData() == "de"
        assert dialog.focusWidget() is dialog.language
        assert window.parts.actions.settings.text() == "Einstellungen…"
        dialog.close()
        return True

    def wait_until_freed(_window: MainWindow) -> bool:
        looks.append(stores[0]() is None)
        return looks[-1] or len(looks) > 500

    with acting(choose, look, wait_until_freed) as done:
        assert main([str(photo_file)]) == 0
    assert done == [0, 1, 2]
    assert looks[-1], "the photographs of the first window are let go"
    assert seen[0] == seen[1]
    assert Settings().language == "de"


# Recent photos


def test_recent_photos_are_listed_greyed_when_gone_and_forgotten(
    qtbot: QtBot, coloured: MainWindow, photo_file: Path, make_painting: Callable[..., Path]
) -> None:
    other = make_painting("other.png")
    drop(coloured.parts.stage, LEFT_HALF, other)
    qtbot.waitUntil(lambda: coloured.parts.document.photo_name == "other.png")
    menu = coloured.parts.actions.recent_menu
    assert [Path(path).name for path in Settings().recent] == ["other.png", "photo.png"]
    photo_file.unlink()
    choose_menu(coloured, "File", "Open recent")
    qtbot.waitUntil(lambda: not menu.actions()[1].isEnabled())
    assert menu.actions()[0].isEnabled()
    assert "not there any more" in menu.actions()[1].text()
    click(menu, menu.actionGeometry(menu.actions()[-1]).center())
    assert Settings().recent == []
    assert not menu.isEnabled()


def test_a_recent_photo_opens_again_and_comes_first(
    qtbot: QtBot, coloured: MainWindow, make_painting: Callable[..., Path]
) -> None:
    drop(coloured.parts.stage, LEFT_HALF, make_painting("other.png"))
    qtbot.waitUntil(lambda: coloured.parts.document.photo_name == "other.png")
    earlier = coloured.parts.actions.recent_menu.actions()[1].text().replace("&", "")
    choose_menu(coloured, "File", "Open recent", earlier)
    qtbot.waitUntil(lambda: coloured.parts.document.photo_name == "photo.png")
    assert [path.name for path in Settings().recent] == ["photo.png", "other.png"]


# Help


def test_shortcuts_list_names_every_key(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    listed: set[str] = set()
    walk = QTreeWidgetItemIterator(dialog.list)
    while walk.value() is not None:
        listed.update(walk.value().text(1).split(", "))
        walk += 1
    native = QKeySequence.SequenceFormat.NativeText
    keys = {key.toString(native) for action in window.actions() for key in action.shortcuts()}
    assert {"Ctrl+O", "F1", "Shift+F1", "Esc"} <= keys <= listed
    press(dialog, "Esc")
    assert window.findChild(ShortcutsDialog) is None


def test_about_names_every_library_with_its_licence(qtbot: QtBot, window: MainWindow) -> None:
    choose_menu(window, "Help", "About Tintype")
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.parts.topLevelItemCount() > 0)
    assert "MIT License" in dialog.licence.toPlainText()
    rows = {item.text(0): item for item in dialog.parts.findItems("", Qt.MatchFlag.MatchStartsWith)}
    assert {"numpy", "onnxruntime", "pillow", "pi_heif", "imagecodecs", "tifffile", "Python"} <= set(rows)
    qt = next(item for name, item in rows.items() if name.casefold().startswith("pyside6"))
    dialog.parts.setCurrentItem(qt)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.licence.toPlainText()
    assert "LGPL" in qt.text(2)
    dialog.close()


def test_licences_need_no_metadata_of_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.ui.base import licences

    real = licences.distribution

    def without_tintype(name: str) -> object:
        if name == "tintype":
            raise licences.PackageNotFoundError(name)
        return real(name)

    usual = {part.name for part in bundled_parts()}
    monkeypatch.setattr(licences, "distribution", without_tintype)
    assert {part.name for part in bundled_parts()} == usual


# Log


def test_the_log_tells_what_happened_but_not_whose_pictures(
    qtbot: QtBot, shipped_presets: Path, tiny_model_dir: Path, photo_file: Path, not_a_picture: Path
) -> None:
    secret = photo_file.rename(photo_file.with_name("grandmother.png"))

    def spoil(window: MainWindow) -> bool:
        if window.parts.stage.canvas.picture.after is None:
            return False
        drop(window.parts.stage, LEFT_HALF, not_a_picture)
        return True

    def look(window: MainWindow) -> bool:
        if "letter.jpg" not in window.parts.stage.messages.text:
            return False
        choose_menu(window, "Help", "Show log")
        dialog = window.findChild(LogViewer)
        assert dialog is not None
        assert "Tintype" in dialog.text.toPlainText()
        qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
        dialog.close()
        return True

    with acting(spoil, look):
        assert main([str(secret)]) == 0
    text = log_path().read_text()
    assert QGuiApplication.clipboard().text() in text
    for part in ("starts: Python", "A photo of 120 x 90 px, 8 bits", "on cpu", "NotAPictureError"):
        assert part in text
    for name in ("grandmother", "letter", str(secret.parent)):
        assert name not in text


def test_the_log_has_what_a_library_said_of_a_fault_but_no_names() -> None:
    fault = DamagedPictureError("grandmother.jpg is damaged")
    fault.__cause__ = ValueError("truncated: a file in /home/letters called 'grandmother in a coa")
    start_log()
    try:
        log_error(fault)
    finally:
        stop_log()
    assert "DamagedPictureError (ValueError: truncated: a file in … called …)" in log_path().read_text(
        "utf-8"
    )
    for name in ("grandmother", "letters"):
        assert name not in log_path().read_text("utf-8")


def test_the_log_is_cut_when_it_grows_and_keeps_tracebacks(
    monkeypatch: pytest.MonkeyPatch, own_user_directory: Path
) -> None:
    monkeypatch.setattr("desktop.ui.base.logging_setup.MAX_LOG_BYTES", 5000)
    start_log()
    try:
        for number in range(200):
            log_error(ZeroDivisionError(f"number {number}"))
    finally:
        stop_log()
    assert "ZeroDivisionError: number 199" in log_path().read_text()
    files = sorted(path.name for path in own_user_directory.glob("tintype.log*"))
    assert files == ["tintype.log", "tintype.log.1"]
    assert all((own_user_directory / name).stat().st_size < 6000 for name in files)


def test_a_home_folder_is_left_out_of_the_log() -> None:
    assert (
        without_home(f"File {Path.home() / 'x' / 'y.py'}, line 1") == f"File ~{os.sep}x{os.sep}y.py, line 1"
    )


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("TINTYPE_HOME", str(tmp_path / "file" / "below"))
    start_log()
    log_error(ValueError("nobody hears it"))
    stop_log()
    assert SingleInstance().hand_over([]) is False


# Files from elsewhere


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_a_second_start_hands_its_photo_to_the_open_window(qtbot: QtBot, photo_file: Path) -> None:
    second: list[subprocess.Popen[bytes]] = []

    def start_second(window: MainWindow) -> bool:
        code = "import sys; from desktop.__main__ import main; sys.exit(main(sys.argv[1:]))"
        command = [sys.executable, "-c", code, photo_file.name]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        second.append(subprocess.Popen(command, cwd=photo_file.parent, env=environment))
        return True

    def has_ended_and_given(window: MainWindow) -> bool:
        return second[0].poll() is not None and window.parts.document.photo is not None

    def one_window(window: MainWindow) -> bool:
        assert len(windows_in_sight()) == 1
        assert window.parts.document.photo is not None
        assert window.parts.document.photo.path == photo_file
        if sys.platform == "linux":
            assert not open_network_sockets()
        return True

    with acting(start_second, has_ended_and_given, one_window) as done:
        assert main([]) == 0
    assert done == [0, 1, 2]
    assert second[0].returncode == 0


def test_nobody_is_called_when_the_first_one_has_ended(own_user_directory: Path) -> None:
    first = SingleInstance()
    assert not first.hand_over([])
    assert (own_user_directory / "window.socket").exists() or sys.platform == "win32"
    first.close()
    second = SingleInstance()
    assert not second.hand_over([])
    second.close()


def test_what_a_killed_program_left_does_not_count(qtbot: QtBot, own_user_directory: Path) -> None:
    code = """
import os
from desktop.ui.base.single_instance import SingleInstance
instance = SingleInstance()
assert not instance.hand_over([])
os._exit(1)
"""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 1
    assert (own_user_directory / "window.lock").exists()
    instance = SingleInstance()
    assert not instance.hand_over([])
    with qtbot.waitSignal(instance.called) as called:
        code = (
            "from desktop.ui.base.single_instance import SingleInstance\n"
            "assert SingleInstance().hand_over(['a.jpg'])"
        )
        second = subprocess.Popen([sys.executable, "-c", code], env=environment)
    assert second.wait() == 0
    assert [Path(file).name for file in called.args[0]] == ["a.jpg"]
    instance.close()


@pytest.mark.parametrize("message", [b"", b"{", b"{}", b"[1]", b'"x"', b"\xff", b"[" * 100_000])
def test_nonsense_from_elsewhere_is_no_call(message: bytes) -> None:
    assert _files_in(message) is None


@pytest.mark.usefixtures("tiny_model_dir")
def test_several_files_of_the_command_line(
    qtbot: QtBot, shipped_presets: Path, photo_file: Path, tmp_path: Path
) -> None:
    preset = next(shipped_presets.glob("red*.tintype"))
    handed = tmp_path / "handed.tintype"
    handed.write_bytes(preset.read_bytes().replace(b'"Red Room"', b'"Red Hall"'))

    def both(window: MainWindow) -> bool:
        chosen = window.parts.document.preset
        return window.parts.document.photo is not None and chosen is not None and chosen.name == "Red Hall"

    with acting(both) as done:
        assert main([str(photo_file), str(handed)]) == 0
    assert done == [0]


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_a_file_that_the_system_hands_over_is_opened(qtbot: QtBot, photo_file: Path) -> None:
    def hand(_window: MainWindow) -> bool:
        application = QApplication.instance()
        assert application is not None
        QApplication.sendEvent(application, QFileOpenEvent(str(photo_file)))
        return True

    def opened(window: MainWindow) -> bool:
        return window.parts.document.photo is not None and window.parts.document.photo.path == photo_file

    with acting(hand, opened) as done:
        assert main([]) == 0
    assert done == [0, 1]


def test_menu_entries_of_the_system_have_their_roles(window: MainWindow) -> None:
    actions = window.parts.actions
    roles = {actions.about: "AboutRole", actions.settings: "PreferencesRole", actions.quit: "QuitRole"}
    assert all(action.menuRole().name == role for action, role in roles.items())


def test_a_dialog_opens_only_once(window: MainWindow) -> None:
    for keys, kind in (("Shift+F1", ShortcutsDialog), ("Ctrl+,", SettingsDialog)):
        press(window, keys)
        window.activateWindow()
        press(window, keys)
        assert len(window.findChildren(kind)) == 1
        press(child(window, kind), "Esc")
