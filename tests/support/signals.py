"""For tests that press Ctrl+C on a program that they start."""

import signal
import sys
from collections.abc import Iterator

import pytest

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no Ctrl+C for one process")


@pytest.fixture
def heard_ctrl_c() -> Iterator[None]:
    """Programs that are started hear Ctrl+C, even when this process ignores it.

    A process in the background of a script, or under nohup, ignores SIGINT, and so do all that it starts; what it
    handles, as here for the while, is the default for them.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
