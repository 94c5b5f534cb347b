"""The real program on an invisible screen, with a tiny model."""

import gc
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMessageLogContext, QPoint, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.engine.core import paths
from desktop.engine.edits.preset import PRESET_SUFFIX, make_preset, write_preset
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model
from desktop.ui.base.translations import ApplicationLanguage
from desktop.ui.dialogs import crash_dialog
from desktop.ui.main_window.application import Application, make_application, running
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets import message_bar
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import PATIENCE_MS
from tests.support.window_steps import Start, wait_for_result

PAINTINGS = {
    "Blue Hour": ((30, 60, 200), "Anna Azure", "1901"),
    "Green Field": ((40, 160, 50), "Greta Gras", "1888"),
    "Red Room": ((200, 40, 30), "Rosa Rot", "c. 1777"),
}


class Complaints:
    """What Qt complains of, but for what is `ignored` (regular expressions)."""

    def __init__(self, ignored: list[str]) -> None:
        self._ignored = ignored
        self.heard_of: list[str] = []

    @contextmanager
    def heard(self) -> Iterator[None]:
        qInstallMessageHandler(self._hear)
        try:
            yield
        finally:
            qInstallMessageHandler(None)

    def _hear(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        known = any(re.search(pattern, message) for pattern in self._ignored)
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not known:
            self.heard_of.append(message)


def let_go() -> None:
    """Delete at once what is to be deleted later."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def qapp() -> Application:
    """The program's own QApplication, as `main` makes it."""
    existing = QApplication.instance()
    return existing if isinstance(existing, Application) else make_application([])


@pytest.fixture
def speaking(request: pytest.FixtureRequest, qapp: Application) -> Iterator[str]:
    """The application in the language that the test names."""
    language = ApplicationLanguage(request.param)
    language.install()
    yield request.param
    language.remove()


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Waits as long as the slowest machine may take; what has to be quick is measured."""
    for wait in ("waitUntil", "waitSignal", "waitActive", "waitExposed"):
        monkeypatch.setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture(autouse=True)
def good_news_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message does not vanish before a slow machine comes to read it."""
    monkeypatch.setattr(message_bar, "INFO_STAYS_MS", 3_600_000)


@pytest.fixture
def shipped_presets(tmp_path: Path, tiny_model: Model, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three presets that "came with the program"."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    colorizer = Colorizer(tiny_model, "cpu")
    for name, (color, painter, year) in PAINTINGS.items():
        painting = np.full((64, 64, 3), color, np.uint8)
        preset = make_preset(colorizer, painting, name, painter=painter, title=name, year=year)
        write_preset(preset, folder / f"{preset.slug}{PRESET_SUFFIX}")
    monkeypatch.setattr(paths, "shipped_presets_dir", lambda: folder)
    # The tiny models alone, whatever else the program comes with.
    monkeypatch.setattr(paths, "model_dirs", lambda: (paths.user_dir() / "models",))
    monkeypatch.setattr(paths, "shipped_models_dir", lambda: paths.user_dir() / "no-models")
    return folder


@pytest.fixture(autouse=True)
def crashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """What the crash dialog opened for; nothing may be left of it that the test did not expect and take out."""
    told: list[BaseException] = []
    show_crash = crash_dialog.show_crash

    def show(error: BaseException, parent: QWidget | None = None) -> crash_dialog.CrashDialog:
        told.append(error)
        return show_crash(error, parent)

    monkeypatch.setattr(crash_dialog, "show_crash", show)
    yield told
    assert told == []


@pytest.fixture
def start(qtbot: QtBot, pytestconfig: pytest.Config) -> Iterator[Start]:
    """Starts the program as `main` does, all but its event loop; the one that was started before has ended then."""
    programs, complaints = ExitStack(), Complaints(pytestconfig.getini("qt_log_ignore"))

    def start(*files: Path) -> MainWindow:
        programs.close()
        let_go()
        program = programs.enter_context(running([str(file) for file in files]))
        assert program is not None  # None: another one is open
        window = program.window
        assert window is not None
        programs.callback(window.close)
        with qtbot.waitExposed(window):
            pass
        return window

    yield start
    for act in (programs.close, let_go):
        with complaints.heard():  # by pytest-qt they are only as long as the test itself runs
            act()
    gc.unfreeze()
    assert complaints.heard_of == []


@pytest.fixture
def window(start: Start, shipped_presets: Path) -> MainWindow:
    """The window of the program that was just started, with nothing in it yet."""
    window = start()
    window.resize(1180, 760)
    return window


@pytest.fixture
def coloured(qtbot: QtBot, window: MainWindow, photo_file: Path) -> MainWindow:
    """The window with a photo in it, coloured."""
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    return window


@pytest.fixture
def large_photo(tmp_path: Path) -> Path:
    """A photograph of 24 megapixels."""
    rows, columns = np.mgrid[0:4000, 0:6000].astype(np.uint16)
    path = tmp_path / "large.bmp"
    Image.fromarray(((rows // 16 + columns // 24) % 256).astype(np.uint8)).save(path)
    return path


@pytest.fixture(scope="session")
def large_jpeg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A colour JPEG of 24 megapixels, with as much detail as a camera's."""
    rows, columns = np.mgrid[0:4000, 0:6000].astype(np.uint16)
    noise = np.random.default_rng(7).integers(0, 24, (4000, 6000, 3), dtype=np.uint8)
    noise += ((rows // 16 + columns // 24) % 200).astype(np.uint8)[..., None]
    path = tmp_path_factory.mktemp("photographs") / "large.jpg"
    Image.fromarray(noise).save(path, quality=90)
    return path


@pytest.fixture
def not_a_picture(tmp_path: Path) -> Path:
    path = tmp_path / "letter.jpg"
    path.write_text("Dear Sir or Madam,")
    return path


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """A folder of five photographs, a.png to e.png, of which c.png breaks off, and a letter."""
    folder = tmp_path / "album"
    folder.mkdir()
    for number, name in enumerate("abcde"):
        values = np.random.default_rng(number).integers(0, 256, (60, 80 + number), dtype=np.uint8)
        Image.fromarray(values).save(folder / f"{name}.png")
    content = (folder / "c.png").read_bytes()
    (folder / "c.png").write_bytes(content[:60])
    (folder / "letter.txt").write_text("Dear Sir or Madam,")
    return folder


@pytest.fixture
def filled(qtbot: QtBot, window: MainWindow, album: Path) -> MainWindow:
    """The window after the album was dropped on it, every thumbnail read."""
    drop(window.parts.stage, QPoint(60, 200), album)
    wait_for_result(qtbot, window)
    qtbot.waitUntil(lambda: not window.parts.filmstrip.thumbnails.busy)
    return window
