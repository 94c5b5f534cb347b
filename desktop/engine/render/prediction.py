"""Predicts a photograph's chroma from a painting's embedding, natural colours, or both mixed.

Natural colours come first and the painting's lie over them, as far as they are let: both are chroma at working
size, so mixing them costs nothing at full size.
"""

import numpy as np

from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.lru_cache import LruCache
from desktop.engine.edits.mixture import Mixture
from desktop.engine.imaging.guided_upsample import Chroma, Enlarged
from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.place import WHOLE
from desktop.engine.inference.colorizer import Colorizers

MIXED_BYTES = 32_000_000


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
    size_px, rows, place = (width, height), slice(0, height), chroma.place
    coefficients = np.empty((4, height, width), np.float32)
    box = WHOLE if place is None else place.box
    Enlarged(chroma.coefficients, size_px, box=box).walk().take(rows, coefficients)
    ab: Floats = coefficients[:2] * guide + coefficients[2:]
    return ab if place is None else ab * place.cover(size_px).of(rows)


def _mix(chroma: Chroma, natural: Chroma, share: float) -> Chroma:
    same = natural.ab.shape == chroma.ab.shape
    below = natural.ab if same else on_grid(natural, chroma.guide)
    return Chroma.guided(chroma.guide, chroma.ab + np.float32(share) * (below - chroma.ab))


_mixed: LruCache[tuple[Chroma, Chroma, float], Chroma] = LruCache(
    MIXED_BYTES, lambda chroma: chroma.size_bytes
)
