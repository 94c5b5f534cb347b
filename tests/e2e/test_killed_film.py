"""A film whose colouring is killed is continued: nothing is lost but the part that was being made."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

import desktop
from tests.support.films import frames_of, moving_crops, sound_of, write_film

COUNT = 60
SHORT_PARTS = """
import sys
from desktop.engine.video import runner
runner.PART_FRAMES = 5
from desktop.__main__ import main
sys.exit(main())
"""


@pytest.mark.usefixtures("tiny_model_dir")
def test_a_killed_film_is_gone_on_with(tmp_path: Path, painting_file: Path) -> None:
    film = write_film(tmp_path / "film.mp4", moving_crops("coffee", COUNT, size=(640, 360)), sound="aac")
    output = tmp_path / "out.mp4"
    words = ("colorize", film, "-o", output, "--style", painting_file)
    command = [sys.executable, "-c", SHORT_PARTS, *map(str, words)]
    record = tmp_path / ".out.mp4.parts" / "parts.json"
    with subprocess.Popen(command, cwd=Path(desktop.__file__).parents[1], stderr=subprocess.PIPE) as process:
        while not record.exists() and process.poll() is None:
            time.sleep(0.002)
        process.kill()
    assert record.exists()
    assert not output.exists()
    again = subprocess.run(
        command, cwd=Path(desktop.__file__).parents[1], capture_output=True, text=True, check=True
    )
    assert "frames were coloured before" in again.stderr
    assert len(frames_of(output)) == COUNT
    assert sound_of(output) == sound_of(film)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["film.mp4", "out.mp4", "painting.png"]
