"""One photograph from file to file: what the command line and a queue run."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop.engine.cancel import CancelToken
from desktop.engine.colorizer import Colorizer
from desktop.engine.compose import compose
from desktop.engine.errors import TooLittleMemoryError
from desktop.engine.look import Look
from desktop.engine.reading import read_photo
from desktop.engine.writing import DEFAULT_QUALITY, check_target, holds_16_bits, save_picture

__all__ = ["CancelToken", "JobResult", "colorize_file"]


@dataclass(frozen=True)
class JobResult:
    """What became of one photograph. elapsed_s: seconds by stage: read, predict, compose, write."""

    source: Path
    output: Path
    width_px: int
    height_px: int
    notices: tuple[str, ...]
    elapsed_s: dict[str, float]


def colorize_file(
    colorizer: Colorizer,
    source: Path,
    output: Path,
    look: Look,
    *,
    quality: int = DEFAULT_QUALITY,
    cancel: CancelToken | None = None,
) -> JobResult:
    """Read, predict, compose at full size and write; raises a `TintypeError` and leaves no file behind."""
    token = cancel or CancelToken()
    check_target(output, source)
    elapsed_s: dict[str, float] = {}
    try:
        with _timed(elapsed_s, "read"):
            photo = read_photo(source)
        with _timed(elapsed_s, "predict"):
            chroma = colorizer.predict(photo, np.asarray(look.embedding, dtype=np.float32), token)
        with _timed(elapsed_s, "compose"):
            depth = photo.bit_depth if holds_16_bits(output) else 8
            rgb = compose(photo, chroma, look.adjustments, bit_depth=depth, cancel=token)
    except MemoryError as error:
        raise TooLittleMemoryError(f"{source} does not fit into memory; make it smaller.") from error
    with _timed(elapsed_s, "write"):
        token.raise_if_cancelled()
        save_picture(rgb, output, photo, look=look.made_by(colorizer.model), quality=quality)
    return JobResult(source, output, photo.width_px, photo.height_px, photo.notices, elapsed_s)


@contextmanager
def _timed(elapsed_s: dict[str, float], stage: str) -> Iterator[None]:
    start_s = time.perf_counter()
    yield
    elapsed_s[stage] = time.perf_counter() - start_s
