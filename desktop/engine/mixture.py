"""What predicts a photograph's chroma: a painting's embedding, natural colours, or both mixed.

Natural colours come first and the painting's lie over them, as far as they are let: both are chroma at working
size, so mixing them costs nothing at full size.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.engine.caching import RecentCache
from desktop.engine.cancel import CancelToken
from desktop.engine.colorizer import Colorizer
from desktop.engine.photo import Photo
from desktop.engine.reasons import Reason
from desktop.engine.upsample import Chroma, Enlarged

Floats = NDArray[np.float32]
Colorizers = Callable[[str], Colorizer]  # a model's name -> that model at the ready

MIXED_BYTES = 32_000_000


@dataclass(frozen=True)
class Natural:
    """Natural colours in a mixture: the model that makes them, and their share. Raises ValueError beyond 0 to 1."""

    model: str
    share: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.share <= 1.0:
            raise Reason(f"The share of natural colours must be from 0 to 1, not {self.share}.")


@dataclass(frozen=True)
class Mixture:
    """An embedding under its model, with natural colours below it where `natural` is given.

    A model of natural colours by itself has an embedding of no numbers.
    """

    model: str
    embedding: tuple[float, ...]
    natural: Natural | None = None

    @property
    def models(self) -> tuple[str, ...]:
        """The names of the models that it takes."""
        return (self.model,) if self.natural is None else (self.model, self.natural.model)


def predicted(
    colorizers: Colorizers, photo: Photo, mixture: Mixture, cancel: CancelToken | None = None
) -> Chroma:
    """The photograph's chroma; raises `Cancelled`, `ModelRunError` or `PresetModelMismatchError`."""
    vector = np.asarray(mixture.embedding, dtype=np.float32)
    chroma = colorizers(mixture.model).predict(photo, vector, cancel)
    if mixture.natural is None:
        return chroma
    natural = colorizers(mixture.natural.model).predict(photo, np.zeros(0, np.float32), cancel)
    key = (chroma, natural, mixture.natural.share)
    return _mixed.get(key, lambda: _mix(*key))


def on_grid(chroma: Chroma, guide: Floats) -> Floats:
    """(2, h, w) a* and b* at the size of `guide` (h, w), grey 0..1 of the same photograph, along its edges."""
    height, width = guide.shape
    coefficients = np.empty((4, height, width), np.float32)
    Enlarged(chroma.coefficients, (width, height)).walk().take(slice(0, height), coefficients)
    ab: Floats = coefficients[:2] * guide + coefficients[2:]
    return ab


def _mix(chroma: Chroma, natural: Chroma, share: float) -> Chroma:
    same = natural.ab.shape == chroma.ab.shape
    below = natural.ab if same else on_grid(natural, chroma.guide)
    return Chroma.guided(chroma.guide, chroma.ab + np.float32(share) * (below - chroma.ab))


_mixed: RecentCache[tuple[Chroma, Chroma, float], Chroma] = RecentCache(
    MIXED_BYTES, lambda chroma: chroma.size_bytes
)
