"""A batch that is killed, wherever it is, continues where it stopped: nothing twice, nothing by halves."""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import desktop
from desktop.engine.batch.ledger import LEDGER_NAME

PHOTOS = 20
KILLS = 10
SEED = 11
SLOW_DISK = """
import os, sys, time
from desktop.__main__ import main
real = os.fsync
os.fsync = lambda file: (time.sleep(0.05), real(file))
sys.exit(main())
"""  # so that many a kill falls between the first byte of a file and its name

pytestmark = pytest.mark.usefixtures("tiny_model_dir")


def command(album: Path, out: Path, painting: Path) -> list[str]:
    words = ["colorize", album, "-r", "-o", out, "--style", painting]
    return [sys.executable, "-c", SLOW_DISK, *map(str, words)]


def states(out: Path) -> dict[str, tuple[int, int]]:
    """Number and time of every whole result."""
    return {
        path.relative_to(out).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in out.rglob("*.jpg")
        if not path.name.startswith(".")
    }


def killed_after(arguments: list[str], results: int, wait_s: float) -> None:
    """Run until that many results were told of, and a moment longer, then kill -9."""
    with subprocess.Popen(
        arguments, cwd=Path(desktop.__file__).parents[1], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(results):
            process.stdout.readline()
        time.sleep(wait_s)
        process.kill()


def make_album(album: Path, photos: int) -> None:
    """Small photographs, all different, in three sub-folders."""
    for number in range(photos):
        folder = album / str(number % 3)
        folder.mkdir(parents=True, exist_ok=True)
        values = np.random.default_rng(number).integers(0, 256, (400, 600), dtype=np.uint8)
        Image.fromarray(values).save(folder / f"{number}.jpg", quality=90)


def test_nothing_is_lost_or_done_twice_under_kill_9(tmp_path: Path, painting_file: Path) -> None:
    album, out = tmp_path / "album", tmp_path / "out"
    make_album(album, PHOTOS)
    random = np.random.default_rng(SEED)
    root = Path(desktop.__file__).parents[1]
    seen: dict[str, tuple[int, int]] = {}
    for _ in range(KILLS):
        killed_after(command(album, out, painting_file), int(random.integers(3)), random.uniform(0, 0.2))
        now = states(out) if out.exists() else {}
        assert {name: now.get(name) for name in seen} == seen  # what was whole stayed as it was
        for name in set(now) - set(seen):
            with Image.open(out / name) as image:
                image.load()
        seen = now
    last = subprocess.run(
        command(album, out, painting_file), cwd=root, capture_output=True, text=True, check=True
    )
    assert f"{PHOTOS - len(seen)} coloured" in last.stdout
    assert {name: states(out)[name] for name in seen} == seen

    undisturbed = tmp_path / "undisturbed"
    subprocess.run(command(album, undisturbed, painting_file), cwd=root, capture_output=True, check=True)
    names = {path.relative_to(undisturbed) for path in undisturbed.rglob("*") if path.is_file()}
    assert len(names) == PHOTOS + 1
    assert {
        path.relative_to(out) for path in out.rglob("*") if path.is_file()
    } == names  # no temporary is left
    for made in names - {Path(LEDGER_NAME)}:
        assert (out / made).read_bytes() == (undisturbed / made).read_bytes()


def test_two_programs_on_one_folder_harm_neither_each_other_nor_the_results(
    tmp_path: Path, painting_file: Path
) -> None:
    album, out = tmp_path / "album", tmp_path / "out"
    make_album(album, 6)
    root = Path(desktop.__file__).parents[1]
    both = [
        subprocess.Popen(command(album, out, painting_file), cwd=root, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for process in both:
        assert process.communicate(timeout=120)[1] == ""
        assert process.returncode == 0
    names = sorted(path.name for path in out.rglob("*") if path.is_file())
    assert names == [LEDGER_NAME, *(f"{number}_painting.jpg" for number in range(6))]
    for path in out.rglob("*.jpg"):
        with Image.open(path) as image:
            image.load()
