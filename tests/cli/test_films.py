"""tintype colorize colours films, one or several, and says what they cannot have."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.engine.batch.saving import save_result
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.stroke import Stroke
from desktop.engine.inference.colorizer import Colorizer
from tests.support.command_line import run
from tests.support.edits import edit_of, request_of
from tests.support.films import frames_of, moving_crops, write_film

Colorize = Callable[..., tuple[int, str, str]]


@pytest.fixture
def film(tmp_path: Path, tiny_model_dir: Path) -> Path:
    return write_film(tmp_path / "film.mp4", moving_crops("coffee", 6, size=(96, 64)), sound="aac")


def test_a_film_lies_coloured_beside_itself(colorize: Colorize, film: Path) -> None:
    code, said, _ = colorize(film)
    result = film.with_name("film_painting.mp4")
    assert code == 0
    assert said.startswith(f"{film} -> {result} (96 x 64 px, 6 frames, ")
    assert len(frames_of(result)) == 6
    assert np.ptp(frames_of(result)[3].astype(int), axis=2).mean() > 15
    assert colorize(film)[0] == 0
    assert film.with_name("film_painting (2).mp4").is_file()
    code, said, _ = colorize(film, "--existing", "skip")
    assert (code, "already" in said) == (0, True)
    assert colorize(film, "--quiet", "--existing", "overwrite") == (0, "", "")


def test_several_into_a_folder_and_one_that_fails(colorize: Colorize, film: Path, tmp_path: Path) -> None:
    other, broken = tmp_path / "other.mkv", tmp_path / "broken.mp4"
    write_film(other, moving_crops("coffee", 3, size=(64, 48)))
    broken.write_bytes(b"Dear Sir or Madam,")
    code, _, told = colorize(film, broken, other, "-o", tmp_path / "out", "--name", "{stem}")
    assert code == 61
    assert "broken.mp4 is damaged, or is not a film" in told
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["film.mp4", "other.mkv"]


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["photo"], 2, "by themselves"),
        (["--repaint", "repaint-blurrists"], 2, "painted over"),
        (["--format", "png"], 2, "--format"),
        (["-o", "out.mkv", "--name", "{stem}"], 2, "names the result itself"),
        (["-o", "none/out.mkv"], 41, "does not exist"),
    ],
)
def test_what_films_cannot_have(
    colorize: Colorize,
    film: Path,
    photo_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[Any],
    code: int,
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    found, _, error = colorize(film, *[photo_file if option == "photo" else option for option in options])
    assert (found, told in error) == (code, True)


def test_gone_on_with_it_says_so(colorize: Colorize, film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.engine.video import runner

    monkeypatch.setattr(runner, "PART_FRAMES", 2)
    real, whole = runner.join, film.with_name("film_painting.mp4")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "join", interrupted)
    assert colorize(film)[0] == 130
    assert not whole.exists()
    monkeypatch.setattr(runner, "join", real)
    code, said, told = colorize(film)
    assert (code, "6 frames were coloured before" in told) == (0, True)
    assert "6 frames" in said
    assert len(frames_of(whole)) == 6


def test_what_a_look_has_that_films_cannot_have_is_told(
    capsys: pytest.CaptureFixture[str], film: Path, photo_file: Path, colorizer: Colorizer, tmp_path: Path
) -> None:
    region = PaintedRegion((Stroke(((0.5, 0.5),), 0.1),), colour=(40.0, 30.0))
    look = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))
    for edit, told in (
        (replace(look, regions=(region,)), "left out: its painted regions."),
        (
            replace(look, regions=(region,), framing=Framing(turns=1)),
            "left out: its painted regions, its crop.",
        ),
    ):
        like = save_result(request_of(edit, colorizer), read_photo(photo_file), tmp_path / "like.png")
        code, _, notes = run(capsys, "colorize", film, "--like", like, "-o", tmp_path / "out.mp4")
        assert (code, told in notes) == (0, True)
    like = save_result(request_of(look, colorizer), read_photo(photo_file), tmp_path / "like.png")
    assert "left out" not in run(capsys, "colorize", film, "--like", like, "-o", tmp_path / "out.mp4")[2]
