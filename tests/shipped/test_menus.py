"""What file managers' menus start: the command lines in the files for Linux, Windows and macOS, run as these do."""

import os
import plistlib
import re
import shlex
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from skimage import data

ROOT = Path(__file__).resolve().parents[2]
INSTALLERS = ROOT / "installers"
NAMES = ('it\'s 100 % "old" & $HOME.jpg', "Großmutter 照片.png")


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Photographs whose names a careless command line would take apart."""
    folder = tmp_path / "photos of grandmother"
    folder.mkdir()
    names = NAMES if os.name == "posix" else NAMES[1:]
    for name in names:
        Image.fromarray(data.camera()).resize((96, 64)).save(folder / name)
    return [folder / name for name in names]


def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )


def check_coloured(photos: list[Path]) -> None:
    """Beside each photograph lies one in colours, and the photograph is as it was."""
    for photo in photos:
        result = photo.with_name(f"{photo.stem}_natural-colours{photo.suffix}")
        with Image.open(result) as coloured, Image.open(photo) as plain:
            assert np.ptp(np.asarray(coloured.convert("RGB")).astype(int), axis=2).max() > 10
            assert plain.mode == "L"
    assert len(list(photos[0].parent.iterdir())) == 2 * len(photos)


@pytest.mark.parametrize("name", ["tintype.natural.desktop", "tintype.servicemenu.desktop"])
def test_linux_colours_beside_the_photographs(name: str, photos: list[Path]) -> None:
    lines = (INSTALLERS / "linux" / name).read_text("utf-8").splitlines()
    (command,) = (
        line.removeprefix("Exec=") for line in lines if line.startswith("Exec=") and "--model" in line
    )
    program, *arguments, files = shlex.split(command)
    assert (program, files) == ("tintype", "%F")
    ran = run([*arguments, *map(str, photos)])
    assert ran.returncode == 0, ran.stderr
    check_coloured(photos)


def test_windows_colours_beside_the_photographs(photos: list[Path]) -> None:
    script = (INSTALLERS / "windows" / "tintype.iss").read_text("utf-8")
    command = re.search(r'Tintype\.Natural\\command".*ValueData: "((?:[^"]|"")*)"', script)
    assert command is not None
    words = re.findall(r'"([^"]*)"|(\S+)', command[1].replace('""', '"'))
    program, *arguments = (quoted or plain for quoted, plain in words)
    assert program == r"{app}\tintype-window.exe"
    assert arguments[-1] == "%1"
    for photo in photos:  # Windows calls it for each
        ran = run([argument.replace("%1", str(photo)) for argument in arguments])
        assert ran.returncode == 0, ran.stderr
    check_coloured(photos)


@pytest.mark.skipif(os.name != "posix", reason="a shell's script")
def test_macos_hands_every_file_to_the_program(photos: list[Path], tmp_path: Path) -> None:
    flow = INSTALLERS / "macos" / "Colour with Tintype.workflow" / "Contents" / "document.wflow"
    settings = plistlib.loads(flow.read_bytes())["actions"][0]["action"]["ActionParameters"]
    assert settings["inputMethod"] == 1, "files come as arguments"
    opener = tmp_path / "bin" / "open"
    opener.parent.mkdir()
    opener.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    opener.chmod(0o755)
    ran = subprocess.run(
        [settings["shell"], "-c", settings["COMMAND_STRING"], "-", *map(str, photos)],
        env={**os.environ, "PATH": f"{opener.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines() == ["-b", "io.tintype.Tintype", *map(str, photos)]
