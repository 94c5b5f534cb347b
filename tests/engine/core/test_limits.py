"""The greatest picture that is read is a setting, and what is larger is refused with the limit named."""

from pathlib import Path

import pytest

from desktop.cli.arguments.common import add_limit
from desktop.engine.core import limits
from desktop.engine.core.errors import PictureTooLargeError
from desktop.engine.decode.reader import read_painting, read_photo
from tests.engine import pictures
from tests.support.command_line import run


@pytest.mark.parametrize("text", ["", "0", "-4", "many", "1.5", "²"])
def test_a_limit_that_makes_no_sense_counts_as_none(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(limits.LIMIT_VARIABLE, text)
    assert limits.max_pixels() == 400_000_000


def test_the_environment_sets_the_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bomb = pictures.bomb_png(tmp_path / "bomb.png", 3000, 2000)
    monkeypatch.setenv(limits.LIMIT_VARIABLE, "5")
    for read in (read_photo, read_painting):
        with pytest.raises(PictureTooLargeError, match="6 megapixels, more than the limit of 5") as caught:
            read(bomb)
        assert limits.LIMIT_VARIABLE in str(caught.value)


@pytest.mark.usefixtures("tiny_model_dir")
def test_the_command_line_sets_the_limit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, painting_file: Path
) -> None:
    monkeypatch.setenv(limits.LIMIT_VARIABLE, "300")  # put back after the test
    bomb = pictures.bomb_png(tmp_path / "bomb.png", 3000, 2000)
    code, _, err = run(capsys, "colorize", bomb, "--style", painting_file, "--max-megapixels", "5")
    assert code == 17
    assert "more than the limit of 5" in err


def test_a_limit_of_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    import argparse

    parser = argparse.ArgumentParser()
    add_limit(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(["--max-megapixels", "0"])
    assert "not a whole number from 1" in capsys.readouterr().err
