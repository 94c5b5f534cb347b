"""The window opens no network connection, and does not even load the part of Qt that could."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.ui.main_window.main_window import MainWindow
from tests.support.drag_and_drop import drop
from tests.support.network import open_network_sockets
from tests.support.window_steps import wait_for_result


@pytest.mark.skipif(sys.platform != "linux", reason="reads the system's list of sockets")
def test_the_window_opens_no_socket(qtbot: QtBot, window: MainWindow, photo_file: Path) -> None:
    drop(window.parts.stage, QPoint(50, 300), photo_file)
    wait_for_result(qtbot, window)
    assert not open_network_sockets()
    assert "PySide6.QtNetwork" not in sys.modules
