"""Whether a photograph has colours of its own, which a tint such as sepia is not.

A tint is one colour for each lightness. What counts is how far colours lie from the mean colour of their lightness.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.core import limits
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.decode.formats import decode
from desktop.engine.decode.reader import eight_bit_rgb, thinned

COLOURED = 4.0  # units of CIELAB's a* and b* on the mean
SIDE_PX = 256
BINS = 16  # of lightness


def has_colours(path: Path, cancel: CancelToken | None = None, *, page: int | None = None) -> bool:
    """Whether the photograph in a file, or on one of its pages, is coloured already; raises what `decode` raises."""
    return colourfulness(path, cancel, page=page) > COLOURED


def colourfulness(path: Path, cancel: CancelToken | None = None, *, page: int | None = None) -> float:
    """Mean distance of the colours from the tint of their lightness, in CIELAB's a* and b*; 0 for grey."""
    decoded = decode(path, limits.max_pixels(), cancel, page=page, small_px=SIDE_PX)
    if decoded.samples.ndim == 2:
        return 0.0
    rgb, _ = eight_bit_rgb(replace(decoded, samples=thinned(decoded.samples, SIDE_PX)))
    return colourfulness_of(rgb)


def colourfulness_of(rgb: NDArray[np.uint8]) -> float:
    """The same of a picture (H, W, 3) in sRGB, of which some hundred pixels a side are looked at."""
    lab = srgb_to_lab(thinned(rgb, SIDE_PX).reshape(-1, 3).astype(np.float32) / np.float32(255))
    bins = np.clip(lab[:, 0] * (BINS / 100), 0, BINS - 1).astype(np.intp)
    counts = np.maximum(np.bincount(bins, minlength=BINS), 1)
    distances = [
        lab[:, channel] - (np.bincount(bins, lab[:, channel], BINS) / counts)[bins] for channel in (1, 2)
    ]
    return float(np.hypot(*distances).mean())
