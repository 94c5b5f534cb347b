"""Ctrl+C in the terminal that the program was started from.

Python answers a signal when it next runs code of its own, which an idle window does not. So the system writes each
signal's number into a socket at once, and Qt wakes Python for it: nothing has to wake up now and then to look.
"""

import signal
import socket
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

READ_BYTES = 64  # of the socket at a time: a byte for each signal


class Interrupts(QObject):
    """Tells of each Ctrl+C from when it is made until it is closed; on the main thread only."""

    interrupted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._previous_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._previous = signal.getsignal(signal.SIGINT)
        if self._previous is signal.default_int_handler:  # else it is ignored, as of a job in the background
            signal.signal(signal.SIGINT, _leave_it_to_the_socket)

    def close(self) -> None:
        """Leave Ctrl+C to what answered it before."""
        signal.set_wakeup_fd(self._previous_fd, warn_on_full_buffer=False)
        if self._previous is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._previous)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _read(self) -> None:
        with suppress(BlockingIOError):
            if signal.SIGINT in self._reader.recv(READ_BYTES):
                self.interrupted.emit()


def _leave_it_to_the_socket(_number: int, _frame: FrameType | None) -> None:
    """Not raise KeyboardInterrupt, which would end whatever runs at that moment."""
