"""Names that are longer than any system takes are told of like other places that cannot be."""

from pathlib import Path

import pytest

from tests.support.command_line import run

LONG = "a" * 5000
COMMANDS = {
    "a photograph": (["colorize", f"{LONG}.png", "--style", "{painting}"], 11, "There is no file"),
    "a painting": (["colorize", "{photo}", "--style", f"{LONG}.png"], 11, "There is no file"),
    "a result's folder": (
        ["colorize", "{photo}", "--style", "{painting}", "-o", f"{LONG}/x.png"],
        41,
        "does not exist",
    ),
    "a folder for results": (["colorize", "{folder}", "--style", "{painting}", "-o", LONG], 42, "too long"),
    "a contact sheet": (["sheet", "{photo}", "-o", f"{LONG}.png"], 42, "too long"),
    "a table": (["lut", "{photo}", "--style", "{painting}", "-o", f"{LONG}.cube"], 42, "too long"),
    "a folder to watch": (["watch", LONG, "--style", "{painting}"], 11, "There is no folder"),
    "a preset": (["preset", "import", LONG], 31, "too long"),
}


@pytest.mark.parametrize("kind", COMMANDS)
def test_a_name_that_is_too_long_is_told_of(
    capsys: pytest.CaptureFixture[str],
    tiny_model_dir: Path,
    photo_file: Path,
    painting_file: Path,
    kind: str,
) -> None:
    arguments, code, words = COMMANDS[kind]
    places = {"photo": photo_file, "painting": painting_file, "folder": photo_file.parent}
    found, _, error = run(capsys, *(argument.format(**places) for argument in arguments))
    assert (found, words in error) == (code, True)
