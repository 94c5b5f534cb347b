"""Comparison of exported graphs with PyTorch: they must give the same, or they are not shipped."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from PIL import Image

from desktop.engine.core.arrays import Floats

SIZES_PX = ((128, 128), (256, 192), (384, 512))
_RANDOM_PAIRS = 2


class ParityError(RuntimeError):
    """The graphs and PyTorch disagree; the message says by how much."""


class Parity(NamedTuple):
    """Largest differences found: of the embedding (its own units), of ab (CIELAB units), over `pictures` pairs, and of
    what a painter gives (sRGB in 0..1)."""

    embedding: float
    ab: float
    pictures: int
    painted: float = 0.0


def random_pictures() -> Iterator[Image.Image]:
    """Pictures of noise, the same every time."""
    random = np.random.default_rng(0)
    for _ in range(2 * _RANDOM_PAIRS):
        yield Image.fromarray(random.integers(0, 256, (64, 64, 3), dtype=np.uint8))


def planes(picture: Image.Image, size_px: tuple[int, int]) -> Floats:
    """The picture as [1,3,H,W], sRGB in 0..1; size_px: (width, height)."""
    resized = np.asarray(picture.convert("RGB").resize(size_px, Image.Resampling.BICUBIC), np.float32) / 255.0
    return np.ascontiguousarray(resized.transpose(2, 0, 1)[None])


def started(path: Path) -> onnxruntime.InferenceSession:
    """A graph, ready to run on the processor."""
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])


def ran(session: onnxruntime.InferenceSession, **inputs: Floats) -> Floats:
    """The one answer of a graph."""
    (answer,) = session.run(None, inputs)
    return np.asarray(answer, dtype=np.float32)
