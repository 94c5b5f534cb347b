"""One window a person: a second start hands its files to the first and ends.

The way between the two is local to the computer: a Unix socket in the person's own folder, a named pipe on Windows.
No other computer can reach either, and Qt's network library is not needed for it.
"""

import contextlib
import hashlib
import json
import sys
import tempfile
import threading
import time
from multiprocessing.connection import Client, Listener
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

from desktop.engine.core.paths import make_private, user_dir

MAX_MESSAGE_BYTES = 1_000_000
MAX_SOCKET_PATH = 100  # bytes that every Unix allows in a socket's path
PATIENCE_S = 3.0
_STOP = b""


class Instance(QObject):
    """The first of its kind listens for the files of those that are started later."""

    called = Signal(list)  # paths as text; empty when the window is merely to come to the front

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = user_dir()
        self._address = _address(folder)
        self._listener: Listener | None = None
        self._thread: threading.Thread | None = None
        with contextlib.suppress(OSError):  # a folder that cannot be written makes every window the only one
            make_private(folder)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # only the lock of a process that is no more is stale

    def hand_over(self, files: list[str]) -> bool:
        """Give the files to the window that is open, if there is one; else be the one that listens."""
        if self._lock.tryLock(0):
            self._listen()
            return False
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return False
        message = json.dumps([str(Path(file).absolute()) for file in files]).encode()
        end_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < end_s:
            try:
                with Client(self._address, _family()) as connection:
                    connection.send_bytes(message)
                return True
            except OSError:  # it is only just starting, or just ending
                time.sleep(0.05)
        return False

    def close(self) -> None:
        """Listen no more."""
        if self._listener is not None and self._thread is not None:
            with contextlib.suppress(OSError), Client(self._address, _family()) as connection:
                connection.send_bytes(_STOP)
            self._thread.join(PATIENCE_S)
            self._listener.close()
            self._listener = None
        self._lock.unlock()

    def _listen(self) -> None:
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                if Path(self._address).is_socket():  # left by one that was killed
                    Path(self._address).unlink()
        try:
            self._listener = Listener(self._address, _family())
            if sys.platform != "win32":
                Path(self._address).chmod(0o600)
        except OSError:
            return  # then a second start opens a second window
        self._thread = threading.Thread(target=self._serve, args=(self._listener,), daemon=True)
        self._thread.start()

    def _serve(self, listener: Listener) -> None:
        """Run on a thread of its own until told to stop; the signal crosses to the window's."""
        while True:
            try:
                with listener.accept() as connection:
                    if not connection.poll(PATIENCE_S):
                        continue
                    message = connection.recv_bytes(MAX_MESSAGE_BYTES)
            except (OSError, EOFError):
                if listener is not self._listener:
                    return
                continue
            if message == _STOP:
                return
            files = _files_in(message)
            if files is not None:
                self.called.emit(files)


def _files_in(message: bytes) -> list[str] | None:
    try:
        files = json.loads(message)
    except (ValueError, RecursionError):
        return None
    return files if isinstance(files, list) and all(isinstance(file, str) for file in files) else None


def _family() -> str:
    return "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


def _address(folder: Path) -> str:
    mark = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    if sys.platform == "win32":
        return rf"\\.\pipe\tintype-{mark}"
    path = folder / "window.socket"
    if len(bytes(path)) > MAX_SOCKET_PATH:
        path = Path(tempfile.gettempdir()) / f"tintype-{mark}.socket"
    return str(path)
