"""Starts the window."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.ui.crash import install_crash_hook
from desktop.ui.drops import Parcel
from desktop.ui.icons import application_icon
from desktop.ui.settings import Settings
from desktop.ui.window import Window


def make_application(argv: Sequence[str]) -> QApplication:
    """The one QApplication, named and styled."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(["tintype", *argv])
    QCoreApplication.setApplicationName("Tintype")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("tintype")
    application.setStyle("Fusion")
    application.setWindowIcon(application_icon())
    return application


def make_window(files: Sequence[str]) -> Window:
    """The window, in sight, with the files that were named on the command line."""
    settings = Settings()
    window = Window(settings)
    settings.restore_window(window)
    window.show()
    parcels = [Parcel(path=Path(file)) for file in files]
    for parcel in parcels:
        if parcel.is_preset:
            window.intake.take_preset(parcel)
    window.open_photos(
        [Path(file) for file, parcel in zip(files, parcels, strict=True) if not parcel.is_preset]
    )
    return window


def main(argv: list[str]) -> int:
    """Open the window and stay until it is closed; `argv` is without the program's own name."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else make_application(argv)
    previous_hook = install_crash_hook()
    window = make_window([argument for argument in argv if not argument.startswith("-")])
    # What is here now stays for good; walked through again and again it would cost a frame each time.
    gc.freeze()
    try:
        return application.exec()
    finally:
        sys.excepthook = previous_hook
        window.deleteLater()
