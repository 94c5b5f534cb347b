"""Notices every socket that Python code makes and every name that it looks up, whatever library does it.

Audit hooks (PEP 578) see what a patched `socket.socket` does not: the C module's own class, and sockets that
were imported before. A hook stays for the life of the process, so it is put in place once and listens when asked.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LOOKUPS = (
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.connect",
    "socket.sendto",
)
LOCAL = {getattr(socket, "AF_UNIX", None)}


class Listener:
    """What was attempted while it listened."""

    def __init__(self) -> None:
        self.listening = False
        self.attempts: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.listening or not event.startswith("socket."):
            return
        family = getattr(arguments[0], "family", None) if arguments else None
        if event == "socket.__new__":
            family = arguments[1]
        elif event not in LOOKUPS:
            return
        if family not in LOCAL:
            self.attempts.append(f"{event} {arguments[1:]}")
            raise AssertionError(f"The program reached for the network: {event} {arguments[1:]}")


_listener = Listener()


@contextmanager
def forbidden() -> Iterator[list[str]]:
    """Every attempt in the block fails, and is in the list even when somebody caught the failure."""
    _listener.listening, _listener.attempts = True, []
    try:
        yield _listener.attempts
    finally:
        _listener.listening = False


_of_the_tests: set[str] = set()  # sockets by which pytest's processes talk to one another


def leave_out_what_is_open() -> None:
    """Take the sockets that are open now for the test runner's own."""
    if sys.platform == "linux":
        _of_the_tests.update(open_network_sockets())


def open_network_sockets() -> set[str]:
    """This process's internet sockets, those that C code made included; Linux only."""
    known = set()
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw"):
        table = Path("/proc/self/net", kind)
        if table.exists():
            known |= {line.split()[9] for line in table.read_text().splitlines()[1:]}
    own = set()
    for entry in Path("/proc/self/fd").iterdir():
        try:
            target = str(entry.readlink())
        except OSError:
            continue  # the one that the listing itself had open
        if target.startswith("socket:["):
            own.add(target.removeprefix("socket:[").removesuffix("]"))
    return (own & known) - _of_the_tests
