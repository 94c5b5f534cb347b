"""The adjustments in the window: what they are, and the fold that has most of them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.engine.edits.adjustments import Adjustments
from desktop.ui.main_window.main_window import MainWindow


def adjustments(window: MainWindow) -> Adjustments:
    return window.parts.document.edit.adjustments


def unfold(window: MainWindow) -> None:
    QTest.keyClick(window.parts.adjustments.more.header, Qt.Key.Key_Space)
    QApplication.processEvents()  # lays out what has just come into sight
