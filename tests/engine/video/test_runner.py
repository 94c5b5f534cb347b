"""A film is coloured whole: every frame at its time, with its lightness and sound, and continued where it stopped."""

import json
import time
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from desktop.engine.batch.output_options import Layout, OutputOptions
from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import (
    Cancelled,
    DamagedFilmError,
    OutputFolderMissingError,
    OutputFormatError,
    SaveOverOriginalError,
)
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.metadata.digital_source_type import COLOURED
from desktop.engine.video import runner
from desktop.engine.video.joining import suffix_for
from desktop.engine.video.reading import Film, FilmFrame
from desktop.engine.video.runner import FilmOrder, FilmProgress, colour_film
from tests.support.edits import edit_of, request_of
from tests.support.films import frames_of, moving_crops, sound_of, times_of, write_film

LOOK = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))
COUNT = 23


@pytest.fixture
def film(tmp_path: Path) -> Film:
    return Film(write_film(tmp_path / "film.mp4", moving_crops("coffee", COUNT, size=(160, 90)), sound="aac"))


@pytest.fixture
def order(colorizer: Colorizer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FilmOrder:
    monkeypatch.setattr(runner, "PART_FRAMES", 5)
    return FilmOrder(request_of(LOOK, colorizer), tmp_path / "out.mp4", 92, OutputOptions())


def coloured(film: Film, order: FilmOrder) -> list[FilmProgress]:
    return list(colour_film(film, order))


def hidden(order: FilmOrder) -> list[Path]:
    return [path for path in order.output.parent.iterdir() if path.name.startswith(".")]


def test_every_frame_is_coloured_at_its_time_and_keeps_its_light(film: Film, order: FilmOrder) -> None:
    steps = coloured(film, order)
    assert [step.done for step in steps] == list(range(COUNT + 1))
    assert {step.total for step in steps} == {COUNT}
    assert times_of(order.output) == pytest.approx(times_of(film.path), abs=1e-6)
    before, after = frames_of(film.path), frames_of(order.output)
    assert len(after) == COUNT
    for one, other in zip(before, after, strict=True):
        lights = [srgb_to_lab(frame / np.float32(255))[..., 0] for frame in (one, other)]
        assert np.abs(lights[0] - lights[1]).mean() < 1.5
        assert (other[..., 0].astype(int) - other[..., 2]).mean() > 15  # reddish, as the look says
    assert hidden(order) == []


def test_sound_is_kept_as_it_is_and_the_file_says_that_it_was_coloured(film: Film, order: FilmOrder) -> None:
    coloured(film, order)
    assert sound_of(order.output) == sound_of(film.path)
    assert len(sound_of(film.path)) > 20
    with av.open(str(order.output)) as container:
        assert COLOURED in container.metadata["comment"]


def test_stopped_it_is_gone_on_with(film: Film, order: FilmOrder) -> None:
    steps = colour_film(film, order)
    for step in steps:
        if step.done == 15:
            break

    def kept_frames() -> int:
        written = [folder / "parts.json" for folder in hidden(order) if (folder / "parts.json").exists()]
        return sum(part["frames"] for file in written for part in json.loads(file.read_text())["parts"])

    # With whole parts alone, the second run begins its parts where one without a stop does.
    deadline_s = time.monotonic() + 60
    while kept_frames() < 15 and time.monotonic() < deadline_s:
        time.sleep(0.01)
    steps.close()
    assert not order.output.exists()
    kept = kept_frames()
    assert kept == 15
    again = coloured(film, order)
    assert again[0] == FilmProgress(kept, COUNT, resumed=True)
    assert again[-1].done == COUNT
    whole, other = frames_of(order.output), replace(order, output=order.output.with_name("at once.mp4"))
    coloured(film, other)
    assert times_of(order.output) == times_of(other.output)
    off = [
        np.abs(one.astype(int) - two).mean() for one, two in zip(whole, frames_of(other.output), strict=True)
    ]
    assert max(off) < 1.5
    assert hidden(order) == []


def test_another_look_begins_anew(film: Film, order: FilmOrder) -> None:
    steps = colour_film(film, order)
    for step in steps:
        if step.done == 18:
            break
    steps.close()
    other = replace(order, request=replace(order.request, edit=LOOK.with_amount(0.5)))
    assert coloured(film, other)[0] == FilmProgress(0, COUNT)


def test_a_record_that_makes_no_sense_is_begun_anew(film: Film, order: FilmOrder) -> None:
    folder = order.output.with_name(f".{order.output.name}.parts")
    for content in ("no JSON", '{"format": 1, "key": "x", "parts": 3}', '{"format": 7}'):
        folder.mkdir()
        (folder / "parts.json").write_text(content)
        assert coloured(film, order)[0] == FilmProgress(0, COUNT)


def test_called_off_it_leaves_no_result(film: Film, order: FilmOrder) -> None:
    token = CancelToken()
    steps = colour_film(film, order, token)
    assert next(steps).done == 0
    token.cancel()
    with pytest.raises(Cancelled):
        list(steps)
    assert not order.output.exists()


def test_a_fault_on_another_thread_comes_out(
    film: Film, order: FilmOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Film.frames

    def breaking(self: Film, after: int | None = None) -> object:
        for number, frame in enumerate(real(self, after)):
            if number == 8:
                raise DamagedFilmError("It broke.")
            yield frame

    monkeypatch.setattr(Film, "frames", breaking)
    with pytest.raises(DamagedFilmError, match="It broke"):
        coloured(film, order)
    assert not order.output.exists()


def test_a_folder_that_cannot_be_written_is_told(film: Film, order: FilmOrder) -> None:
    with pytest.raises(OutputFolderMissingError):
        coloured(film, replace(order, output=order.output.parent / "none" / "out.mp4"))


def test_before_and_after_side_by_side(film: Film, order: FilmOrder) -> None:
    coloured(film, replace(order, options=OutputOptions(layout=Layout.SIDE_BY_SIDE, mark=True)))
    frame = frames_of(order.output)[10].astype(int)
    assert frame.shape == (90, 324, 3)
    assert np.ptp(frame[10:-10, 10:150], axis=2).mean() < 4
    assert np.ptp(frame[10:-10, -150:-10], axis=2).mean() > 15


def test_odd_sides_lose_a_row(tmp_path: Path, order: FilmOrder, monkeypatch: pytest.MonkeyPatch) -> None:
    film = Film(write_film(tmp_path / "odd.mkv", moving_crops("coffee", 3, size=(64, 48))))
    real = film.frames
    monkeypatch.setattr(
        film, "frames", lambda after=None: (FilmFrame(f.time, f.gray[:-1, :-1]) for f in real(after))
    )
    coloured(film, order)
    assert frames_of(order.output)[0].shape == (46, 62, 3)


def test_names_that_cannot_be(tmp_path: Path, film: Film, order: FilmOrder) -> None:
    with pytest.raises(OutputFormatError, match=r"\.mkv"):
        coloured(film, replace(order, output=tmp_path / "out.avi"))
    with pytest.raises(SaveOverOriginalError):
        coloured(film, replace(order, output=film.path))
    frames = moving_crops("coffee", 25, size=(64, 48))
    raw = Film(write_film(tmp_path / "raw.mkv", frames, sound="pcm_s16le"))
    with pytest.raises(OutputFormatError, match="sound"):
        coloured(raw, order)
    assert suffix_for(raw.facts) == ".mkv"
    coloured(raw, replace(order, output=tmp_path / "out.mkv"))
    assert sound_of(tmp_path / "out.mkv") == sound_of(raw.path)
    assert suffix_for(film.facts) == ".mp4"
    avi = replace(film.facts, path=Path("a.avi"))
    assert suffix_for(avi) == ".mp4"
