"""Starts the window."""

import gc
import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.ui.crash import install_crash_hook
from desktop.ui.icons import application_icon
from desktop.ui.instance import Instance
from desktop.ui.language import Language
from desktop.ui.log import hear_qt, start_log, stop_hearing_qt, stop_log
from desktop.ui.settings import Settings
from desktop.ui.style import Style
from desktop.ui.surroundings import bring_to_front, open_files
from desktop.ui.window import Window


def make_application(argv: Sequence[str]) -> QApplication:
    """The one QApplication, named and styled."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(["tintype", *argv])
    QCoreApplication.setApplicationName("Tintype")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("tintype")
    application.setStyle(Style())
    application.setWindowIcon(application_icon())
    return application


def make_window(files: Sequence[str]) -> Window:
    """The window, in sight, with the files that were named on the command line."""
    settings = Settings()
    window = Window(settings)
    settings.restore_window(window)
    window.show()
    open_files(window, list(files))
    return window


def main(argv: list[str]) -> int:
    """Open the window and stay until it is closed; `argv` is without the program's own name."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else make_application(argv)
    files = [argument for argument in argv if not argument.startswith("-")]
    instance = Instance()
    if instance.hand_over(files):
        return 0
    previous_hook = install_crash_hook()
    start_log()
    hear_qt()
    program = Program(application)
    instance.called.connect(program.open)
    try:
        return program.run(files)
    finally:
        program.close()
        instance.close()
        stop_hearing_qt()
        stop_log()
        sys.excepthook = previous_hook


class _FileOpener(QObject):
    """Hears of the files that macOS hands to a running program."""

    opened = Signal(str)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.opened.emit(event.file())
            return True
        return super().eventFilter(watched, event)


class Program(QObject):
    """What stays while windows come and go: a window is made anew when the person wants another language."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self._opener = _FileOpener(self)
        self._opener.opened.connect(lambda file: self.open([file]))
        application.installEventFilter(self._opener)
        self._window: Window | None = None
        self._again = False

    def run(self, files: Sequence[str]) -> int:
        """Open a window with these files; return the exit code when it was closed for good."""
        last: Window | None = None
        while True:
            language = Language(Settings().language)
            language.put_on()
            window = self._window = make_window(files)
            if last is not None:
                _take_over(window, last)
                last.deleteLater()
                window.surroundings.show_settings()
            window.surroundings.reopen_requested.connect(self._reopen)
            self._again = False
            # What is here now stays for good; walked through again and again it would cost a frame each time.
            gc.freeze()
            code = self._application.exec()
            language.take_off()
            if not self._again:
                window.deleteLater()
                return code
            last, files = window, ()

    def open(self, files: list[str]) -> None:
        """Take the files that a second start or the system hands over; without any just come to the front."""
        if self._window is not None:
            open_files(self._window, files)
            bring_to_front(self._window)

    def close(self) -> None:
        """Hear of no more files."""
        self._application.removeEventFilter(self._opener)

    def _reopen(self) -> None:
        # Not when the window stays because something is still being exported.
        self._again = self._window is not None and self._window.close()


def _take_over(window: Window, last: Window) -> None:
    """Go on with the photographs and the edit of the last window."""
    window.film.roll.add([frame.source for frame in last.film.roll.frames])
    window.document.set_photo(last.document.photo, last.document.photo_name)
    window.document.set_edit(last.document.edit)
