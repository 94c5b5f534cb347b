"""Lets only one window run for each user: a second start hands its files to the first and ends.

The connection is local to the computer: a Unix socket in the user's own folder, a named pipe on Windows. No other
computer can reach either, and Qt's network library is not needed for it.
"""

import contextlib
import hashlib
import json
import os
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

from desktop.engine.core.paths import make_private, user_dir
from desktop.engine.files.quarantine import set_aside_unless_plain

MAX_MESSAGE_BYTES = 1_000_000
MAX_SOCKET_PATH = 100  # bytes that every Unix allows in a socket's path
PATIENCE_S = 3.0
PAUSE_S = 0.05
TAKEN = b"taken"


class _Call:
    """Files that wait to be taken by the window's thread, unless the sender has given up by then."""

    def __init__(self, files: list[str]) -> None:
        self.files = files
        self._lock = threading.Lock()
        self._settled = False
        self._taken = threading.Event()

    def take(self) -> bool:
        """Whether the window may open the files: it is in time."""
        if not self._settle():
            return False
        self._taken.set()
        return True

    def was_taken(self, timeout_s: float) -> bool:
        """Wait for the window; if it does not come in time, it can no longer take them."""
        return self._taken.wait(timeout_s) or not self._settle()

    def _settle(self) -> bool:
        with self._lock:
            first, self._settled = not self._settled, True
            return first


class SingleInstance(QObject):
    """The instance that runs first; it receives the files of those that are started later."""

    called = Signal(list)  # paths as text; empty when the window is merely to come to the front
    _brought = Signal(object)  # a _Call, from the listening thread to the window's

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = user_dir()
        self._address = _address(folder)
        self._listener: Listener | None = None
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._brought.connect(self._take)
        with contextlib.suppress(OSError):  # a folder that cannot be written makes every window the only one
            make_private(folder)
        set_aside_unless_plain(folder / "window.lock")
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # only the lock of a process that is no more is stale

    def hand_over(self, files: list[str]) -> bool:
        """Give the files to the window that is open, if there is one that takes them; else be the one that listens.

        After False the caller opens a window of its own. Takes twice PATIENCE_S at most.
        """
        if self._lock.tryLock(0):
            self._listen()
            return False
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return False
        if not _is_own(self._address):
            return False
        message = json.dumps([str(Path(file).absolute()) for file in files]).encode()
        end_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < end_s:
            with contextlib.suppress(OSError, EOFError):  # it is only just starting, or just ending
                return self._was_taken(message)
            time.sleep(PAUSE_S)
        return False

    def _was_taken(self, message: bytes) -> bool:
        with Client(self._address, _family()) as connection, _ending(connection, 2 * PATIENCE_S):
            connection.send_bytes(message)
            return connection.poll(PATIENCE_S + 1) and connection.recv_bytes(len(TAKEN)) == TAKEN

    def close(self) -> None:
        """Stop listening."""
        if self._listener is not None and self._thread is not None:
            self._closing.set()
            with contextlib.suppress(OSError):
                Client(self._address, _family()).close()  # wakes it
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
        while not self._closing.is_set():
            try:
                with listener.accept() as connection:
                    if not self._closing.is_set():
                        self._answer(connection)
            except (OSError, EOFError):
                if listener is not self._listener:
                    return
                self._closing.wait(PAUSE_S)  # there may be no more files to open, for whatever time

    def _answer(self, connection: "Connection[bytes, bytes]") -> None:
        """Read one message, within bounds of length and time, and answer when its files have been taken."""
        files = files_from(connection, PATIENCE_S)
        if files is None:
            return
        call = _Call(files)
        self._brought.emit(call)
        if call.was_taken(PATIENCE_S):
            connection.send_bytes(TAKEN)

    def _take(self, call: _Call) -> None:
        """Run on the window's thread."""
        if call.take():
            self.called.emit(call.files)


@contextlib.contextmanager
def _ending(connection: "Connection[bytes, bytes]", seconds: float) -> Iterator[None]:
    """Close the connection if the block lasts longer: the other end may stall in mid-message."""

    def end() -> None:
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                connection.close()
            else:
                with socket.socket(
                    socket.AF_UNIX, socket.SOCK_STREAM, fileno=os.dup(connection.fileno())
                ) as end_point:
                    end_point.shutdown(socket.SHUT_RDWR)  # closing would not wake who waits for it

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def files_from(connection: "Connection[bytes, bytes]", patience_s: float) -> list[str] | None:
    """The files that a message names; None where it makes no sense or does not come. Raises OSError, EOFError."""
    with _ending(connection, patience_s):
        if not connection.poll(patience_s):
            return None
        return _files_in(connection.recv_bytes(MAX_MESSAGE_BYTES))


def _files_in(message: bytes) -> list[str] | None:
    try:
        files = json.loads(message)
    except (ValueError, RecursionError):
        return None
    if not isinstance(files, list) or not all(isinstance(file, str) and "\0" not in file for file in files):
        return None
    return files


def _is_own(address: str) -> bool:
    """Whether no other user listens there: a long user folder has its socket in a folder that all users share."""
    if sys.platform == "win32":
        return True
    try:
        return Path(address).lstat().st_uid == os.getuid()
    except FileNotFoundError:
        return True  # it is only just starting
    except OSError:
        return False


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
