"""A second start hands its files to the window that is open, and then ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.base.single_instance import SingleInstance, _files_in
from desktop.ui.main_window.application import main
from desktop.ui.main_window.main_window import MainWindow
from tests.support.network import open_network_sockets
from tests.support.running_program import acting, windows_in_sight

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
def test_a_second_start_hands_its_photo_to_the_open_window(qtbot: QtBot, photo_file: Path) -> None:
    second: list[subprocess.Popen[bytes]] = []

    def start_second(window: MainWindow) -> bool:
        code = "import sys; from desktop.__main__ import main; sys.exit(main(sys.argv[1:]))"
        command = [sys.executable, "-c", code, photo_file.name]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        second.append(subprocess.Popen(command, cwd=photo_file.parent, env=environment))
        return True

    def has_ended_and_given(window: MainWindow) -> bool:
        return second[0].poll() is not None and window.parts.document.photo is not None

    def one_window(window: MainWindow) -> bool:
        assert len(windows_in_sight()) == 1
        assert window.parts.document.photo is not None
        assert window.parts.document.photo.path == photo_file
        if sys.platform == "linux":
            assert not open_network_sockets()
        return True

    with acting(start_second, has_ended_and_given, one_window) as done:
        assert main([]) == 0
    assert done == [0, 1, 2]
    assert second[0].returncode == 0


def test_nobody_is_called_when_the_first_one_has_ended(own_user_directory: Path) -> None:
    first = SingleInstance()
    assert not first.hand_over([])
    assert (own_user_directory / "window.socket").exists() or sys.platform == "win32"
    first.close()
    second = SingleInstance()
    assert not second.hand_over([])
    second.close()


def test_what_a_killed_program_left_does_not_count(qtbot: QtBot, own_user_directory: Path) -> None:
    code = """
import os
from desktop.ui.base.single_instance import SingleInstance
instance = SingleInstance()
assert not instance.hand_over([])
os._exit(1)
"""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 1
    assert (own_user_directory / "window.lock").exists()
    instance = SingleInstance()
    assert not instance.hand_over([])
    with qtbot.waitSignal(instance.called) as called:
        code = (
            "from desktop.ui.base.single_instance import SingleInstance\n"
            "assert SingleInstance().hand_over(['a.jpg'])"
        )
        second = subprocess.Popen([sys.executable, "-c", code], env=environment)
    assert second.wait() == 0
    assert [Path(file).name for file in called.args[0]] == ["a.jpg"]
    instance.close()


@pytest.mark.parametrize("message", [b"", b"{", b"{}", b"[1]", b'"x"', b"\xff", b"[" * 100_000])
def test_nonsense_from_elsewhere_is_no_call(message: bytes) -> None:
    assert _files_in(message) is None
