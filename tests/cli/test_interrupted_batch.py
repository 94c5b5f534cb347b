"""Ctrl+C ends a batch within half a second and leaves no unfinished result."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import desktop
from tests.support.signals import needs_signals
from tests.support.timing import allowed_s, stopwatch

pytestmark = pytest.mark.usefixtures("heard_ctrl_c")


def names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".tintype-ledger.jsonl"
    )


def started(*arguments: object, **variables: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", "colorize", *map(str, arguments)],
        cwd=Path(desktop.__file__).parents[1],
        env=os.environ | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a Ctrl+C for it alone
    )


NEVER_ENDING = """
import os, sys, time
from desktop.__main__ import main
from desktop.engine.batch import reading
{patch} = lambda *_, **__: (print("now", flush=True), time.sleep(60))
sys.exit(main())
"""


@needs_signals
@stopwatch
@pytest.mark.parametrize("patch", ["os.fsync", "reading.read_photo"])
def test_ctrl_c_does_not_wait_for_what_cannot_be_called_off(
    photo_file: Path, painting_file: Path, tmp_path: Path, patch: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    words = ["colorize", photo_file, "-o", f"{out}/", "--style", painting_file]
    with subprocess.Popen(
        [sys.executable, "-c", NEVER_ENDING.format(patch=patch), *map(str, words)],
        cwd=Path(desktop.__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "now\n"
        start_s = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        elapsed_s = time.monotonic() - start_s
    assert (process.returncode, err) == (130, "tintype: Cancelled.\n")
    assert elapsed_s < allowed_s(0.5)
    assert list(out.iterdir()) == []


@needs_signals
@stopwatch
def test_ctrl_c_ends_a_batch_within_half_a_second(tmp_path: Path, painting_file: Path) -> None:
    album = tmp_path / "album"
    album.mkdir()
    values = np.random.default_rng(1).integers(0, 256, (1500, 2000), dtype=np.uint8)
    Image.fromarray(values).save(album / "0.png", compress_level=1)
    for number in range(1, 40):
        (album / f"{number}.png").hardlink_to(album / "0.png")
    out = tmp_path / "out"
    with started(album, "-r", "-o", out, "--style", painting_file) as process:
        assert process.stdout is not None
        assert "/40]" in process.stdout.readline()
        time.sleep(0.1)
        start_s = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        elapsed_s = time.monotonic() - start_s
    assert process.returncode == 130
    assert err == "tintype: Cancelled.\n"
    assert elapsed_s < allowed_s(0.5)
    assert not [name for name in names(out) if not name.endswith("_painting.png")]
    for name in names(out):
        with Image.open(out / name) as image:
            image.load()
    lines = (out / ".tintype-ledger.jsonl").read_text().split()
    assert {json.loads(line)["result"] for line in lines} >= set(names(out))
