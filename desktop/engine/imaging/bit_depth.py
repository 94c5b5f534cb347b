"""Samples between 8 and 16 bits, and colour beside its transparency."""

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import RgbArray, Samples

BLOCK_SAMPLES = 1 << 17  # fit the processor's cache


def to_8_bits(samples: Samples) -> NDArray[np.uint8]:
    """Samples of 16 bits rounded to the nearest of 8 (x / 257 in whole numbers); of 8 bits as they are."""
    if samples.dtype == np.uint8:
        return samples.astype(np.uint8, copy=False)
    result = np.empty(samples.shape, dtype=np.uint8)
    rows = max(1, BLOCK_SAMPLES * len(samples) // max(1, samples.size))
    for top in range(0, len(samples), rows):
        scaled = samples[top : top + rows].astype(np.uint32)
        scaled *= 255
        scaled += 32_895
        scaled >>= 16
        result[top : top + rows] = scaled
    return result


def with_alpha(rgb: RgbArray, alpha: Samples | None) -> Samples:
    """(H, W, 4) of `rgb` (H, W, 3) and `alpha` (H, W), in the depth of `rgb`; `rgb` itself when opaque."""
    if alpha is None:
        return rgb
    if rgb.dtype == np.uint8:
        return np.dstack([rgb, to_8_bits(alpha)])
    return np.dstack([rgb, alpha if alpha.dtype == np.uint16 else alpha.astype(np.uint16) * np.uint16(257)])
