"""Only ordinary files are opened: whatever else has the expected name is told of, not waited for."""

import os
import sys
from pathlib import Path

import pytest

from desktop.engine.core.errors import OutputNotWritableError
from desktop.engine.files.atomic import write_whole
from desktop.engine.files.plain_file import append_plain, is_special, open_plain, read_plain

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes among files")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_files_and_links_to_them_are_read_and_written(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    with append_plain(path) as file:
        file.write(b"one\r\ntwo")
    with append_plain(path) as file:
        file.write(b", three")
    link.symlink_to(path)
    with open_plain(link) as file:
        assert file.read() == b"one\r\ntwo, three"
    assert read_plain(path, 4) == b"one\r\n"


def test_what_is_no_file_is_refused_at_once(pipe: Path) -> None:
    for path in (pipe, pipe.parent, Path("/dev/zero")):
        with pytest.raises(OSError, match=r"directory|device"):
            open_plain(path)
        with pytest.raises(OSError, match=r"directory|device"):
            append_plain(path)
    with pytest.raises(FileNotFoundError):
        open_plain(pipe.parent / "nothing")


def test_a_file_that_becomes_a_pipe_after_it_was_looked_at(
    pipe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = os.stat(__file__)  # noqa: PTH116
    monkeypatch.setattr(os, "stat", lambda _path: ordinary)
    with pytest.raises(OSError, match="device"):
        open_plain(pipe)


def test_nothing_takes_the_place_of_a_pipe(pipe: Path) -> None:
    with pytest.raises(OutputNotWritableError, match="a device or a pipe") as caught:
        write_whole(pipe, b"result")
    assert caught.value.__cause__ is None
    assert is_special(pipe)
