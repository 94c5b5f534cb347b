"""Encodes frames: a part of a film as H.264, without sound, in a file that needs nothing before or behind it."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.engine.files.atomic import replacing
from desktop.engine.video.library import faults_of, library
from desktop.engine.video.reading import FilmFacts

ENCODERS = ("libx264", "libopenh264", "mpeg4")  # the last is in every FFmpeg
PART_FORMAT, PART_SUFFIX = "nut", ".nut"  # FFmpeg's own, which keeps times exactly
PRESET = "veryfast"
LEAST_LINES_709 = 720  # from this height on players take untagged colours for ITU-R BT.709
QUALITY, CRF, QUALITY_PER_CRF = 92, 18, 3  # x264's rate factor at the default quality, and its steps


class PartWriter:
    """A part that is open for writing."""

    def __init__(self, container: Any, facts: FilmFacts, quality: int) -> None:
        self._av = library(facts.path)
        self._container, self._facts, self._quality = container, facts, quality
        self._stream: Any = None

    def add(self, time: int, rgb: NDArray[np.uint8]) -> None:
        """Encode the next frame (H, W, 3), sRGB; an odd last row or column is left out, which 4:2:0 cannot hold."""
        height, width = (side - side % 2 for side in rgb.shape[:2])
        if self._stream is None:
            self._stream = self._begun(width, height)
        frame = self._av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb[:height, :width]), format="rgb24")
        matrix = "ITU709" if height >= LEAST_LINES_709 else "ITU601"
        frame = frame.reformat(format="yuv420p", dst_colorspace=matrix, dst_color_range="MPEG")
        frame.pts, frame.time_base = time, self._facts.time_base
        self._container.mux(self._stream.encode(frame))

    def finish(self) -> None:
        """Write what the encoder still holds back."""
        if self._stream is not None:
            self._container.mux(self._stream.encode())

    def _begun(self, width: int, height: int) -> Any:
        name = next(name for name in ENCODERS if name in self._av.codecs_available)
        crf = min(45, max(8, round(CRF + (QUALITY - self._quality) / QUALITY_PER_CRF)))
        options = {"preset": PRESET, "crf": str(crf)} if name == "libx264" else {}
        stream = self._container.add_stream(name, rate=self._facts.rate, options=options)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.time_base = self._facts.time_base
        context = stream.codec_context
        context.time_base = self._facts.time_base
        context.max_b_frames = 0  # so that parts can be joined as they are
        context.sample_aspect_ratio = Fraction(self._facts.aspect)
        wide = height >= LEAST_LINES_709
        context.color_range, context.colorspace = 1, 1 if wide else 6
        context.color_primaries, context.color_trc = (1, 1) if wide else (6, 6)
        if not options:
            context.bit_rate = round(width * height * float(self._facts.rate) * 0.2)
        return stream


@contextmanager
def written_part(path: Path, facts: FilmFacts, quality: int) -> Iterator[PartWriter]:
    """A part to write to `path`, whole or not at all; raises what `atomic.replacing` does."""
    av = library(facts.path)
    with replacing(path) as temporary, faults_of(facts.path):
        container = av.open(str(temporary), "w", format=PART_FORMAT)
        try:
            writer = PartWriter(container, facts, quality)
            yield writer
            writer.finish()
        finally:
            container.close()
