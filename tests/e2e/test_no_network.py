"""The program opens no network connection: every test of the engine, the command line and the window holds it.

The rule is a fixture that all of them use (`conftest.no_network`). Here it is shown to bite, and the command line
goes its whole way while the system's own list of sockets is watched; `ui/test_no_network.py` does so of the window.
"""

import _socket
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.support.command_line import run
from tests.support.network import forbidden, open_network_sockets

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads the system's list of sockets")


@pytest.mark.parametrize(
    "make", [socket.socket, _socket.socket, lambda: socket.create_connection(("localhost", 9))]
)
def test_the_rule_bites(make: type[socket.socket]) -> None:
    with forbidden() as attempts:
        with pytest.raises(AssertionError, match="reached for the network"):
            make()
        assert attempts
        attempts.clear()


def test_an_attempt_that_somebody_hides_is_noticed_all_the_same() -> None:
    with forbidden() as attempts:
        with pytest.raises((AssertionError, urllib.error.URLError)):
            urllib.request.urlopen("http://127.0.0.1:9/")
        assert attempts
        attempts.clear()


@on_linux
def test_the_list_of_sockets_is_the_systems() -> None:
    code = """
import socket
from tests.support.network import open_network_sockets
assert not open_network_sockets()
with socket.create_server(("127.0.0.1", 0)):
    assert len(open_network_sockets()) == 1
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


@on_linux
@pytest.mark.usefixtures("tiny_model_dir")
def test_the_command_line_opens_no_socket(
    capsys: pytest.CaptureFixture[str], photo_file: Path, painting_file: Path
) -> None:
    for arguments in (
        ["colorize", photo_file, "--style", painting_file],
        ["preset", "add", painting_file],
        ["preset", "list"],
        ["models"],
        ["devices"],
    ):
        code, _, err = run(capsys, *arguments)
        assert code == 0, err
        assert not open_network_sockets()


@on_linux
def test_onnx_runtime_reports_nothing_and_remembers_nobody(
    tmp_path: Path, tiny_graphs: dict[str, bytes]
) -> None:
    """Its builds from 1.29 on keep an identifier of the computer at home, and a session's in the temporary folder."""
    (tmp_path / "graph.onnx").write_bytes(tiny_graphs["style_encoder"])
    home = tmp_path / "home"
    home.mkdir()
    code = f"""
import time
import desktop
import onnxruntime
onnxruntime.InferenceSession({str(tmp_path / "graph.onnx")!r}, providers=["CPUExecutionProvider"])
from tests.support.network import open_network_sockets
time.sleep(0.5)  # the reporting would have a thread of its own
assert not open_network_sockets()
"""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ORT_", "XDG_"))}
    variables = {**kept, "HOME": str(home), "TMPDIR": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, env=variables)
    assert list(home.iterdir()) == []
