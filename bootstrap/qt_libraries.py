"""The system libraries that Qt loads on Linux: which are missing, and how they get there."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

from bootstrap.environment import say

# What Qt loads from the system, and the Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def missing_qt_packages() -> list[str]:
    """Return the Debian packages of the libraries that Qt would not find on this Linux."""
    missing = []
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def provide_qt_libraries() -> None:
    """Install the system libraries of Qt where that is allowed, else name them."""
    missing = missing_qt_packages() if sys.platform.startswith("linux") else []
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        say(f"Installing the system libraries that Qt needs: {' '.join(missing)}")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
            apt = ["apt-get", "-qq", *step]
            subprocess.run(apt, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        missing = missing_qt_packages()
    if missing:
        say(f"Qt needs system libraries that are not here (Debian, Ubuntu: apt install {' '.join(missing)}).")
