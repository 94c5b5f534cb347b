"""What comes over the socket of the open window is bounded, timed out, and answered once it was taken."""

import errno
import json
import os
import socket
import struct
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Client, Listener
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.base import single_instance as instances
from desktop.ui.base.single_instance import SingleInstance

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="speaks to a Unix socket")


@pytest.fixture
def first(monkeypatch: pytest.MonkeyPatch) -> Iterator[SingleInstance]:
    monkeypatch.setattr(instances, "PATIENCE_S", 0.3)
    instance = SingleInstance()
    assert not instance.hand_over([])
    yield instance
    instance.close()


@pytest.fixture
def address(first: SingleInstance, own_user_directory: Path) -> str:
    return str(own_user_directory / "window.socket")


def raw(address: str, content: bytes) -> socket.socket:
    client = socket.socket(socket.AF_UNIX)
    client.connect(address)
    client.sendall(content)
    return client


def is_alive(qtbot: QtBot, first: SingleInstance, address: str) -> bool:
    """Whether a sound call is taken and answered."""
    answers: list[bytes] = []

    def call() -> None:
        with Client(address, "AF_UNIX") as connection:
            connection.send_bytes(json.dumps(["/a.jpg"]).encode())
            answers.append(connection.recv_bytes(100))

    with qtbot.waitSignal(first.called) as called:
        thread = threading.Thread(target=call)
        thread.start()
    thread.join()
    return called.args == [["/a.jpg"]] and answers == [instances.TAKEN]


@pytest.mark.parametrize(
    "content",
    [
        struct.pack("!i", -2),
        struct.pack("!i", -(2**31)),
        struct.pack("!iQ", -1, 2**63),
        struct.pack("!i", 2**31 - 1) + b"x" * 100,
        struct.pack("!i", 0),
        struct.pack("!i", 500_000) + b"[",
        b"\x00",
        b"",
        struct.pack("!i", 6) + b'["\\u0',
    ],
)
def test_odd_lengths_and_stalling_clients_keep_nobody_else_out(
    qtbot: QtBot, first: SingleInstance, address: str, content: bytes
) -> None:
    with raw(address, content):
        assert is_alive(qtbot, first, address)


def test_files_that_the_window_does_not_take_in_time_are_not_opened_twice(
    qtbot: QtBot, first: SingleInstance, address: str
) -> None:
    opened: list[list[str]] = []
    first.called.connect(opened.append)
    with Client(address, "AF_UNIX") as connection:
        connection.send_bytes(b'["/a.jpg"]')
        with pytest.raises(EOFError):  # this is the window's thread, which is at work all the time
            connection.recv_bytes(100)
    qtbot.wait(50)
    assert opened == []


def test_a_hand_over_that_is_not_answered_opens_a_window_of_its_own(first: SingleInstance) -> None:
    assert SingleInstance().hand_over(["a.jpg"]) is False


def test_files_are_not_handed_to_another_users_socket(
    first: SingleInstance, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[list[str]] = []
    first.called.connect(heard.append)
    real = Path.lstat

    def strange(path: Path) -> os.stat_result:
        found = real(path)
        return os.stat_result((*found[:4], os.getuid() + 1, *found[5:10])) if str(path) == address else found

    monkeypatch.setattr(Path, "lstat", strange)
    monkeypatch.setattr(SingleInstance, "_was_taken", lambda _self, _message: pytest.fail("it was sent"))
    assert SingleInstance().hand_over(["a.jpg"]) is False
    assert heard == []


def test_a_listener_that_cannot_accept_does_not_take_the_processor(
    qtbot: QtBot, first: SingleInstance, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[float] = []

    def accept(_listener: Listener) -> None:
        tries.append(time.monotonic())
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(Listener, "accept", accept)
    with raw(address, b""):  # wakes the thread, which now waits in the real `accept`
        qtbot.wait(500)
    assert 0 < len(tries) <= 500 / (instances.PAUSE_S * 1000) + 1
