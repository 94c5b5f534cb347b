"""Temporary files of runs that were killed: recognised by their name, removed by the next run.

A name tells which computer and which process wrote the file: `.tintype-{host}-{process}-{random}{ending}`.
Only a file whose writer is certainly no more is removed. Another computer's (the folder may lie on a network
drive) cannot be asked; it is taken for dead when nothing has been written for a day.
"""

import contextlib
import hashlib
import os
import platform
import re
import sys
import threading
import time
from functools import cache
from pathlib import Path

PATTERN = re.compile(r"\.tintype-(?P<host>[0-9a-f]{8})-(?P<process>[0-9]{1,19})-\w+(\.\w+)?")
STRANGERS_AGE_S = 24 * 3600

_ours: set[Path] = set()
_lock = threading.Lock()


def prefix() -> str:
    """How the name of a temporary file of this process begins."""
    return f".tintype-{_host()}-{os.getpid()}-"


def remember(temporary: Path) -> Path:
    """Note that this process is writing `temporary`; returns it."""
    with _lock:
        _ours.add(temporary)
    return temporary


def forget(temporary: Path) -> None:
    """Note that `temporary` has become a result, or was removed."""
    with _lock:
        _ours.discard(temporary)


def is_temporary(name: str) -> bool:
    """Whether a file of this name is one that is still to become a result."""
    return PATTERN.fullmatch(name) is not None


def remove_own() -> None:
    """Remove the files that this process has not finished, because it ends now."""
    with _lock:
        for temporary in _ours:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def remove_leftovers(folder: Path) -> int:
    """Remove the temporary files in `folder` whose process has ended; returns how many.

    A file that cannot be removed, or a folder that cannot be read, is left: whoever writes there is told.
    """
    removed = 0
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            found = PATTERN.fullmatch(path.name)
            if found is None or not _is_dead(path, found["host"], int(found["process"])):
                continue
            with contextlib.suppress(OSError):
                path.unlink()
                removed += 1
    return removed


def _is_dead(path: Path, host: str, process: int) -> bool:
    if host != _host():
        with contextlib.suppress(OSError):
            return time.time() - path.stat().st_mtime > STRANGERS_AGE_S
        return False
    if process == os.getpid():  # in a container every run may have the same number
        with _lock:
            return path not in _ours
    return not _is_running(process)


def _is_running(process: int) -> bool:
    """Whether there is such a process, of any user."""
    if sys.platform == "win32":
        import ctypes

        still_active, query_limited_information, access_denied = 259, 0x1000, 5
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # os.kill would end the process there
        handle = kernel.OpenProcess(query_limited_information, False, process)
        if not handle:
            return ctypes.get_last_error() == access_denied  # said of processes that exist
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == still_active
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


@cache
def _host() -> str:
    """Eight digits that stand for this computer, whose name is private."""
    return hashlib.blake2b(platform.node().encode(), digest_size=4).hexdigest()
