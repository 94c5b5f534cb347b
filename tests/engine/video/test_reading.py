"""Films are read frame by frame, grey and in the order of their times; what is no film is told."""

import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from desktop.engine.core.errors import (
    DamagedFilmError,
    FilmLibraryMissingError,
    PictureNotFoundError,
    PictureNotReadableError,
    UnsupportedFilmError,
)
from desktop.engine.imaging.grayscale import gray_from_rgb
from desktop.engine.video.library import is_film_name
from desktop.engine.video.reading import Film
from tests.support.films import RATE, ask_to_turn, moving_crops, times_of, write_film

RAMP = np.tile(np.arange(256, dtype=np.uint8), (64, 1))


def test_facts_and_frames(tmp_path: Path) -> None:
    film = Film(write_film(tmp_path / "a.mp4", moving_crops("coffee", 12), sound="aac"))
    facts = film.facts
    assert (facts.size_px, facts.rate, facts.frames, facts.sound) == ((320, 180), RATE, 12, ("aac",))
    frames = list(film.frames())
    assert [float(frame.time * facts.time_base) for frame in frames] == pytest.approx(times_of(film.path))
    assert all(frame.gray.shape == (180, 320) for frame in frames)


def test_grey_has_the_whole_range(tmp_path: Path) -> None:
    film = Film(write_film(tmp_path / "a.mkv", [RAMP] * 2))
    for frame in film.frames():
        assert np.abs(frame.gray.astype(int) - RAMP).max() <= 3


def test_of_a_film_with_colours_the_lightness_counts(tmp_path: Path) -> None:
    crops = moving_crops("coffee", 2)
    film = Film(write_film(tmp_path / "a.mp4", crops))
    for frame, crop in zip(film.frames(), crops, strict=True):
        wanted = gray_from_rgb(crop) / 257
        assert np.abs(frame.gray - wanted).mean() < 1.5
        luma = crop @ [0.299, 0.587, 0.114]
        assert np.abs(luma - wanted).mean() > 3


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_the_film_of_a_turned_phone_is_upright(tmp_path: Path, quarters: int) -> None:
    crop = moving_crops("coffee", 1)[0]
    film = Film(ask_to_turn(write_film(tmp_path / "a.mp4", [crop] * 3), quarters))
    upright = np.rot90(gray_from_rgb(crop) / 257, -quarters)
    assert film.facts.size_px == (upright.shape[1], upright.shape[0])
    for frame in film.frames():
        assert frame.gray.shape == upright.shape
        assert np.abs(frame.gray - upright).mean() < 2


def test_it_goes_on_after_a_time(tmp_path: Path) -> None:
    film = Film(write_film(tmp_path / "a.mp4", moving_crops("coffee", 40, size=(64, 48))))
    every = list(film.frames())
    again = list(film.frames(every[29].time))
    assert again[-1].time == every[-1].time
    assert again[0].time <= every[29].time
    by_time = {frame.time: frame.gray for frame in every}
    assert all(np.array_equal(frame.gray, by_time[frame.time]) for frame in again)


def test_damage_in_the_middle_costs_no_more_than_it_hits(tmp_path: Path) -> None:
    path = write_film(tmp_path / "a.mkv", moving_crops("coffee", 60, size=(128, 96)))
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 300] = bytes(300)
    path.write_bytes(content)
    frames = list(Film(path).frames())
    assert 30 < len(frames) <= 60
    assert all(one.time < other.time for one, other in pairwise(frames))


@pytest.mark.parametrize(
    ("content", "fault"), [(b"Dear Sir or Madam,", DamagedFilmError), (b"", DamagedFilmError)]
)
def test_what_is_no_film(tmp_path: Path, content: bytes, fault: type[Exception]) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(content)
    with pytest.raises(fault, match=r"a\.mp4 is damaged, or is not a film"):
        Film(path)


def test_a_film_that_breaks_off_at_its_head(tmp_path: Path) -> None:
    path = write_film(tmp_path / "a.mp4", moving_crops("coffee", 12))
    path.write_bytes(path.read_bytes()[:600])
    with pytest.raises((DamagedFilmError, UnsupportedFilmError)):
        Film(path)


def test_no_file_a_folder_and_sound_alone(tmp_path: Path) -> None:
    with pytest.raises(PictureNotFoundError):
        Film(tmp_path / "none.mp4")
    (tmp_path / "folder.mp4").mkdir()
    with pytest.raises((PictureNotReadableError, DamagedFilmError)):
        Film(tmp_path / "folder.mp4")
    path = write_film(tmp_path / "a.mkv", moving_crops("coffee", 25), sound="aac")
    import av

    with av.open(str(path)) as whole, av.open(str(tmp_path / "sound.mkv"), "w") as target:
        track = target.add_stream_from_template(whole.streams.audio[0])
        for packet in whole.demux(audio=0):
            if packet.dts is not None:
                packet.stream = track
                target.mux(packet)
    with pytest.raises(UnsupportedFilmError, match="no pictures"):
        Film(tmp_path / "sound.mkv")


def test_nothing_is_fetched_whatever_a_file_names(tmp_path: Path) -> None:
    head = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n"
    for name in ("a.mp4", "a.ts"):
        path = tmp_path / name
        path.write_text(f"{head}http://127.0.0.1:9/film.ts\n#EXT-X-ENDLIST\n")
        with pytest.raises((DamagedFilmError, UnsupportedFilmError)):
            Film(path)
    with pytest.raises(PictureNotFoundError):
        Film(Path("http://127.0.0.1:9/film.mp4"))


def test_without_the_library_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(FilmLibraryMissingError, match="pip install av"):
        Film(tmp_path / "a.mp4")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(FilmLibraryMissingError, match="this package cannot read"):
        Film(tmp_path / "a.mp4")


def test_names_of_films() -> None:
    assert is_film_name(Path("A.MP4"))
    assert not is_film_name(Path("a.jpg"))
