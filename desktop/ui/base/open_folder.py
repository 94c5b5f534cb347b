"""Shows folders in the system's file manager, and files in the program that the system has for them."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(folder: Path) -> None:
    """Ask the system to show a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_file(file: Path) -> None:
    """Ask the system to show a file as a double click on it would."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
