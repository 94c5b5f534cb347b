"""tintype watch as a process: colours what arrives, survives what is bad, ends on Ctrl+C."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import desktop
from tests.engine import pictures
from tests.support.command_line import run
from tests.support.signals import needs_signals
from tests.support.timing import allowed_s, stopwatch

pytestmark = pytest.mark.usefixtures("heard_ctrl_c", "tiny_model_dir")
PATIENCE_S = 60


class Watching:
    """A running `tintype watch`, and the lines that it prints."""

    def __init__(self, *arguments: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desktop", "watch", *map(str, arguments)],
            cwd=Path(desktop.__file__).parents[1],
            env=os.environ.copy(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._collecting = threading.Thread(target=self._collect, daemon=True)
        self._collecting.start()

    def _collect(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip())

    def line_with(self, words: str) -> str:
        """The next line with these words."""
        while True:
            line = self._lines.get(timeout=PATIENCE_S)
            if words in line:
                return line

    def interrupt(self) -> tuple[int, float]:
        """Press Ctrl+C; gives the exit code, and the seconds until it was there."""
        start_s = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE_S), time.monotonic() - start_s

    def rest(self) -> list[str]:
        """The lines that were not looked at yet, once the process has ended."""
        self._collecting.join(PATIENCE_S)
        return [self._lines.get() for _ in range(self._lines.qsize())]

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    Image.fromarray(pictures.ramp()).save(folder / "first.png")
    return folder


@pytest.fixture
def watching(inbox: Path, painting_file: Path) -> Iterator[Watching]:
    """Results go into a folder within the one that is watched."""
    running = Watching(inbox, "-r", "-o", inbox / "out", "--style", painting_file)
    yield running
    running.end()


@needs_signals
@stopwatch
def test_what_arrives_is_coloured_once_and_ctrl_c_ends_it(watching: Watching, inbox: Path) -> None:
    watching.line_with("Watching")
    assert str(inbox / "out" / "first_painting.png") in watching.line_with("->")
    (inbox / "bad.jpg").write_bytes(b"no picture at all")
    values = np.random.default_rng(3).integers(0, 256, (300, 400), dtype=np.uint8)
    Image.fromarray(values).save(inbox / "whole.jpg")
    content = (inbox / "whole.jpg").read_bytes()
    with (inbox / "slow.jpg").open("wb") as file:  # a copy that takes its time
        for part in range(5):
            file.write(content[part * len(content) // 5 : (part + 1) * len(content) // 5])
            file.flush()
            time.sleep(0.7)
    told = [watching.line_with("jpg") for _ in range(3)]
    assert sum("bad.jpg is not a picture" in line for line in told) == 1
    assert sum("whole_painting.jpg" in line for line in told) == 1
    assert "slow_painting.jpg" in told[-1]
    code, elapsed_s = watching.interrupt()
    assert code == 15
    assert elapsed_s < allowed_s(0.5)
    last = watching.rest()
    assert last[0].startswith("3 coloured, 1 failed in ")
    assert last[1] == "tintype: 1 photograph failed:"
    assert "bad.jpg" in last[2]
    assert len(last) == 3
    names = sorted(path.name for path in (inbox / "out").iterdir())
    assert names == [".tintype-ledger.jsonl", "first_painting.png", "slow_painting.jpg", "whole_painting.jpg"]


@needs_signals
def test_a_new_watch_begins_where_the_last_one_ended(
    watching: Watching, inbox: Path, painting_file: Path
) -> None:
    watching.line_with("->")
    assert watching.interrupt()[0] == 0
    Image.fromarray(pictures.ramp()[::-1]).save(inbox / "second.png")
    again = Watching(inbox, "-r", "-o", inbox / "out", "--style", painting_file)
    try:
        assert "second_painting.png" in again.line_with("->")
        assert again.interrupt()[0] == 0
        assert again.rest()[0].startswith("1 coloured, 1 up to date in ")
    finally:
        again.end()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["{folder}/none"], 11, "There is no folder"),
        (["{folder}", "--name", "{{what}}"], 45, "unknown field"),
        (["{folder}", "-o", "{folder}/photo.png"], 42, "is a file"),
    ],
)
def test_faults_before_it_starts(
    capsys: pytest.CaptureFixture[str],
    photo_file: Path,
    painting_file: Path,
    tmp_path: Path,
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    given = [argument.format(folder=tmp_path) for argument in arguments]
    got, out, err = run(capsys, "watch", *given, "--style", painting_file)
    assert (got, out) == (code, "")
    assert words in err
    assert err.count("\n") == 1
