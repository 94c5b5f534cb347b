"""Reads a film: what it is, and its frames one by one, upright and grey."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.errors import UnsupportedFilmError
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.grayscale import gray_from_rgb
from desktop.engine.video.library import faults_of, library, open_to_read

DEFAULT_RATE = Fraction(25)
PROBE_PX = 32  # side of the copy of a frame that tells whether it has colours
GREY_SPREAD = 8  # of its red, green and blue, up to which it has none but noise of the coding


@dataclass(frozen=True)
class FilmFacts:
    """What is known of a film before its frames are read.

    size_px: (width, height), upright. rate: frames a second. time_base: seconds of one unit of `FilmFrame.time`.
    frames: how many there are about; None when nobody can tell. aspect: width of a pixel over its height.
    sound: names of the codecs of its sound tracks.
    """

    path: Path
    size_px: tuple[int, int]
    rate: Fraction
    time_base: Fraction
    frames: int | None
    aspect: Fraction
    sound: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class FilmFrame:
    """One frame. time: when it is shown, in the film's time base. gray: (H, W), upright, of its lightness."""

    time: int
    gray: NDArray[np.uint8]


class Film:
    """A film's file. broken: how many packets could not be decoded so far.

    Raises `FilmLibraryMissingError`, `PictureNotFoundError`, `PictureNotReadableError`, `DamagedFilmError` or
    `UnsupportedFilmError`.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.broken = path, 0
        self._av = library(path)
        with self._opened() as container:
            if not container.streams.video:
                raise UnsupportedFilmError(f"{path} has sound, but no pictures; give a film.")
            first = next(self._decoded(container), None)
            if first is None:
                raise UnsupportedFilmError(
                    f"Not one frame of {path} can be read; convert it with another program."
                )
            self.facts = self._facts(container, first)

    def frames(self, after: int | None = None) -> Iterator[FilmFrame]:
        """Its frames in the order of their times; with `after` those from the last key frame up to that time on.

        So those of a time up to `after` come once more: as many as the film's coding asks for. Raises
        `DamagedFilmError`.
        """
        step = max(1, round(1 / (self.facts.rate * self.facts.time_base)))
        last: int | None = None
        with self._opened() as container:
            if after is not None:
                container.seek(max(0, after), stream=container.streams.video[0])
            for frame in self._decoded(container):
                time = frame.pts
                if time is None or (last is not None and time <= last):
                    time = 0 if last is None else last + step
                last = time
                yield FilmFrame(time, _upright_gray(frame))

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        with faults_of(self.path):
            container = open_to_read(self.path)
            try:
                if container.streams.video:
                    container.streams.video[0].thread_type = "AUTO"
                yield container
            finally:
                container.close()

    def _decoded(self, container: Any) -> Iterator[Any]:
        """Frames; packets that cannot be decoded are passed over, as a player would."""
        for packet in container.demux(container.streams.video[0]):
            try:
                yield from packet.decode()
            except self._av.error.InvalidDataError:
                self.broken += 1

    def _facts(self, container: Any, first: Any) -> FilmFacts:
        stream = container.streams.video[0]
        rate = stream.average_rate or stream.guessed_rate or DEFAULT_RATE
        duration = None
        if stream.duration is not None:
            duration = stream.duration * stream.time_base
        elif container.duration is not None:
            duration = Fraction(container.duration, self._av.time_base)
        frames = stream.frames or (None if duration is None else round(duration * rate))
        aspect = stream.sample_aspect_ratio or Fraction(1)
        height, width = _upright_gray(first).shape
        turned = (width, height) != (first.width, first.height)
        return FilmFacts(
            self.path,
            (width, height),
            Fraction(rate),
            Fraction(stream.time_base),
            frames,
            1 / aspect if turned else Fraction(aspect),
            tuple(track.codec_context.name for track in container.streams.audio),
        )


def _upright_gray(frame: Any) -> NDArray[np.uint8]:
    """Grey of a frame's lightness, turned as cameras ask for."""
    return np.ascontiguousarray(np.rot90(_gray(frame), round(frame.rotation / 90) % 4))


def _gray(frame: Any) -> NDArray[np.uint8]:
    """Luma in full range, which of a grey frame is its grey; of a frame with colours the grey of the same L*."""
    probe = frame.reformat(width=PROBE_PX, height=PROBE_PX, format="rgb24").to_ndarray()
    if np.ptp(probe, axis=2).max() <= GREY_SPREAD:
        luma: NDArray[np.uint8] = frame.reformat(format="gray").to_ndarray()
        return luma
    return to_8_bits(gray_from_rgb(frame.to_ndarray(format="rgb24")))
