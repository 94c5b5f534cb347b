"""Opens ordinary files only: a pipe or a device of the expected name would be waited for without end."""

import contextlib
import errno
import io
import os
import stat
from pathlib import Path

NOT_BLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)  # Windows has neither
FLAGS = (
    NOT_BLOCKING | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
)


def open_plain(path: Path) -> io.BufferedReader:
    """An ordinary file, or a link to one, open for reading; raises OSError also where it is something else."""
    _raise_unless_plain(os.stat(path).st_mode)  # noqa: PTH116 - opening some devices does something
    return open(path, "rb", opener=lambda _name, _flags: _opened(path, os.O_RDONLY))


def append_plain(path: Path) -> io.FileIO:
    """The same for writing at its end, unbuffered; a file that is not there is made."""
    with contextlib.suppress(FileNotFoundError):
        _raise_unless_plain(os.stat(path).st_mode)  # noqa: PTH116
    return os.fdopen(_opened(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT), "ab", buffering=0)


def read_plain(path: Path, max_bytes: int) -> bytes:
    """What an ordinary file holds, but no more than one byte beyond `max_bytes`; raises OSError."""
    with open_plain(path) as file:
        return file.read(max_bytes + 1)


def is_special(path: Path) -> bool:
    """Whether there is something of that name that is neither a file nor a folder: a pipe, a device, a socket."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _opened(path: Path, flags: int) -> int:
    """A descriptor of what lies there now, which may have been exchanged since it was looked at."""
    descriptor = os.open(path, flags | FLAGS, 0o666)
    try:
        _raise_unless_plain(os.fstat(descriptor).st_mode)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _raise_unless_plain(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
