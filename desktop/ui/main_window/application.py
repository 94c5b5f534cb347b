"""Starts the program: the QApplication, the window, and what outlives a window."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop import __version__
from desktop.engine.core.heap import return_large_blocks
from desktop.ui.base.dropped_data import IncomingItem
from desktop.ui.base.interrupts import Interrupts
from desktop.ui.base.logging_setup import log_qt_messages, start_log, stop_log, stop_logging_qt_messages
from desktop.ui.base.painting import pause_painting
from desktop.ui.base.single_instance import SingleInstance
from desktop.ui.base.slices import Slices
from desktop.ui.base.texts import texts_to_show
from desktop.ui.base.translations import ApplicationLanguage
from desktop.ui.dialogs.crash_dialog import install_crash_hook
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.composition import build_parts
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.main_window.parts import Parts
from desktop.ui.main_window.window_geometry import restore_geometry
from desktop.ui.main_window.wiring import connect, start
from desktop.ui.widgets.icons import application_icon
from desktop.ui.widgets.style import Style


class Application(QApplication):
    """The QApplication; receives the files that macOS hands to a running program.

    Not by an event filter, which Python would be asked through about every event of every widget.
    """

    file_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Any event that is the application's own."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def make_application(argv: Sequence[str]) -> Application:
    """The one QApplication, named and styled."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = Application(["tintype", *argv])
    QCoreApplication.setApplicationName("Tintype")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("tintype")
    application.setStyle(Style())
    application.setWindowIcon(application_icon())
    return application


def make_window(files: Sequence[str], settings: Settings | None = None) -> MainWindow:
    """A shown window with the files that were named on the command line."""
    settings = settings or Settings()
    parts = build_parts(settings)
    window = MainWindow(parts)
    connect(parts)
    start(parts)
    restore_geometry(window, settings)
    window.show()
    open_files(parts, files)
    return window


def main(argv: list[str]) -> int:
    """Open the window and stay until it is closed; `argv` is without the program's own name."""
    with running(argv) as program:
        return 0 if program is None else program.stay()


@contextmanager
def running(argv: Sequence[str]) -> Iterator["Program | None"]:
    """The program with its window open, all but the event loop; None when another one took the files."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, Application) else make_application(argv)
    files = [argument for argument in argv if not argument.startswith("-")]
    instance = SingleInstance()
    if instance.hand_over(files):
        yield None
        return
    return_large_blocks()
    previous_hook = install_crash_hook()
    start_log()
    log_qt_messages()
    program = Program(application)
    instance.called.connect(program.open)
    interrupts = Interrupts()
    interrupts.interrupted.connect(program.close_window)
    try:
        program.begin(files)
        yield program
    finally:
        interrupts.close()
        program.close()
        instance.close()
        stop_logging_qt_messages()
        stop_log()
        sys.excepthook = previous_hook


class Program(QObject):
    """The running program: its window, and the language that it is in."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._application = application
        application.file_opened.connect(self._open_one)
        self._language: ApplicationLanguage | None = None
        self._window: MainWindow | None = None
        self._slices = Slices(self)

    @property
    def window(self) -> MainWindow | None:
        """The window that is open; None before `begin`."""
        return self._window

    def begin(self, files: Sequence[str]) -> None:
        """Open the window with these files, in the language that was chosen."""
        settings = Settings()  # the window's too: only the first that meets a damaged file can tell of it
        self._language = ApplicationLanguage(settings.language)
        self._language.install()
        window = self._window = make_window(files, settings)
        window.parts.dialogs.language_chosen.connect(self._change_language)
        # What is here now stays for good; walked through again and again it would cost a frame each time.
        gc.freeze()

    def stay(self) -> int:
        """Run until the window was closed for good; return the exit code."""
        return self._application.exec()

    def open(self, files: list[str]) -> None:
        """Take the files that a second start or the system hands over; without any just come to the front."""
        if self._window is not None:
            open_files(self._window.parts, files)
            bring_to_front(self._window)

    def _open_one(self, file: str) -> None:
        self.open([file])

    def close_window(self) -> None:
        """Close the window as its own button does, which asks where something is still at work."""
        if self._window is not None:
            self._window.close()

    def close(self) -> None:
        """Take no more files, remove the translations and release the window."""
        self._application.file_opened.disconnect(self._open_one)
        self._slices.clear()
        self._remove_language()
        if self._window is not None:
            self._window.deleteLater()

    def _remove_language(self) -> None:
        if self._language is not None:
            self._language.remove()
            self._language = None

    def _change_language(self) -> None:
        """Have all texts in the language that was chosen, while the window goes on answering.

        It is painted when all are there: no text in one language beside one in another.
        """
        window = self._window
        if window is None:
            return
        go_on_painting = pause_painting()
        language = ApplicationLanguage(window.parts.settings.language)
        self._slices.clear()  # of a language that was passed over on the way to this one
        self._slices.run([self._remove_language, partial(self._speak, language, go_on_painting)])

    def _speak(self, language: ApplicationLanguage, go_on_painting: Callable[[], None]) -> None:
        window = self._window
        if window is None:
            return
        self._language = language
        language.install()
        self._slices.run([partial(window.setLocale, QLocale()), *texts_to_show(), go_on_painting])


def open_files(parts: Parts, files: Sequence[str]) -> None:
    """Take what was named on the command line, opened with the program, or handed over by a second start."""
    items = [IncomingItem(path=Path(file)) for file in files]
    parts.preset_maker.make([item for item in items if item.is_preset])
    parts.filmstrip.open([item.path for item in items if item.path is not None and not item.is_preset])


def bring_to_front(window: QWidget) -> None:
    """Show the window above the others, as far as the system allows."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
