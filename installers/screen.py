"""A virtual screen (Xvfb) to open real windows on."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "1280x900x24"
PATIENCE_S = 20.0


def has_screen() -> bool:
    """Whether X's virtual screen is installed here."""
    return shutil.which("Xvfb") is not None


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The variables by which a Qt program opens its window on it, with the xcb plugin; raises RuntimeError."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp", "-ac"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        try:
            if not display:
                raise RuntimeError("Xvfb does not start")
            yield {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()
            server.wait(PATIENCE_S)
