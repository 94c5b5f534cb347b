"""Ctrl+C in the terminal closes the window, although nothing happens in it."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.base.interrupts import Interrupts
from tests.support.signals import needs_signals

ROOT = Path(__file__).parents[3]
IDLE = textwrap.dedent("""
    from PySide6.QtCore import QTimer
    from desktop.ui.main_window.application import main, make_application
    make_application([])
    QTimer.singleShot(1500, lambda: print("idle", flush=True))
    print("closed", main([]))
""")


@needs_signals
@pytest.mark.usefixtures("heard_ctrl_c")
def test_ctrl_c_closes_an_idle_window() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", IDLE]
    with subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "idle\n"
        program.send_signal(signal.SIGINT)
        try:
            assert program.communicate(timeout=20)[0] == "closed 0\n"
        finally:
            program.kill()


@pytest.mark.usefixtures("heard_ctrl_c")
def test_every_interrupt_is_told_until_it_is_closed(qtbot: QtBot) -> None:
    interrupts = Interrupts()
    try:
        for _ in range(2):
            with qtbot.waitSignal(interrupts.interrupted):
                signal.raise_signal(signal.SIGINT)
    finally:
        interrupts.close()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("qapp")
def test_an_interrupt_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        interrupts = Interrupts()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        interrupts.close()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
