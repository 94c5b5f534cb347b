"""No command hands a terminal what it would obey, whatever files, presets, models and arguments are called."""

import json
import re
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.support.command_line import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be there")
OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
ODD = "a\x1b]0;title\x07\x1b[2J\u202egpj\u2066\x9b31m"
COMMANDS = [
    "colorize {photo} --preset P -o {out}/{odd}.png",
    "colorize {photo} --style {painting} -o {out}/r.png",
    "colorize {album} --preset P -o {out}/{odd}",
    "colorize {broken} {photo} --preset P -o {out}",
    "colorize {missing} --preset P",
    "colorize {photo} --preset {odd}",
    "colorize {photo} --model {odd}",
    "colorize {photo} --repaint {odd} --preset P",
    "colorize {photo} --like {painting}",
    "colorize {photo} --preset P --name {odd}{{stem}} -o {out}",
    "colorize {photo} --preset P --format {odd}",
    "colorize {photo} --crop {odd}",
    "colorize {photo} --pull {odd} --preset P",
    "colorize {missing}.mp4 --preset P",
    "colorize {photo} --{odd}",
    "sheet {photo} -o {out}/{odd}.jpg",
    "sheet {photo} -o {out}/{odd}.none",
    "lut {photo} --preset P -o {out}/{odd}.cube",
    "lut {photo} --preset P -o {out}/{odd}.none",
    "watch {missing} -o {out} --preset P",
    "preset list",
    "preset show P",
    "preset show {odd}",
    "preset add {painting} --name {odd}",
    "preset add {painting} --name Q --painter {odd} --credit {odd}",
    "preset import {broken}",
    "preset export P {out}/{odd}.tintype",
    "preset rename P {odd}",
    "preset remove {odd}",
    "models",
    "models {odd}",
    "devices",
    "devices {odd}",
    "{odd} --preset P",
    "--{odd}",
]


@pytest.fixture
def places(tmp_path: Path, tiny_model_dir: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Everything by an odd name, and a preset P with odd texts."""
    album = tmp_path / ODD
    album.mkdir()
    photo, painting, broken = album / f"{ODD}.png", tmp_path / f"{ODD} painting.png", album / f"{ODD} two.png"
    Image.fromarray(np.tile(np.arange(60, dtype=np.uint8) * 4, (40, 1))).save(photo)
    Image.new("RGB", (60, 40), (200, 90, 40)).save(painting)
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\1" * 40)
    assert run(capsys, "preset", "add", painting, "--name", "P", "--title", "T")[0] == 0
    manifest = tiny_model_dir / "model.json"
    other = shutil.copytree(tiny_model_dir, tiny_model_dir.with_name(ODD))
    (other / "model.json").write_text(json.dumps({**json.loads(manifest.read_text()), "title": ODD}), "utf-8")
    return {
        "photo": str(photo),
        "painting": str(painting),
        "broken": str(broken),
        "album": str(album),
        "missing": str(tmp_path / f"{ODD} missing"),
        "out": str(tmp_path / "out"),
        "odd": ODD,
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_that_a_terminal_obeys_is_printed(
    capsys: pytest.CaptureFixture[str], places: dict[str, str], own_user_directory: Path, command: str
) -> None:
    Path(places["out"]).mkdir(exist_ok=True)
    words = [word.format(**places) for word in command.split()]
    if words[0] == ODD:
        words = ["colorize", *words]
    code, out, err = run(capsys, *words)
    assert code != 70, err
    assert OBEYED.search(out + err) is None, repr(out + err)
    log = own_user_directory / "tintype.log"
    assert not log.exists() or OBEYED.search(log.read_text("utf-8").replace("\n", "")) is None
