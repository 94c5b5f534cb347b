"""Turns pictures upright, as EXIF's orientation says."""

import numpy as np

from desktop.engine.core.arrays import Samples

REVERSE = {6: 8, 8: 6}  # the orientation that undoes another; every other one undoes itself


def upright(samples: Samples, orientation: int) -> Samples:
    """`samples` (H, W, ...) turned as EXIF's orientation 1..8 asks for, C-contiguous."""
    return np.ascontiguousarray(turned(samples, orientation))


def turned(samples: Samples, orientation: int) -> Samples:
    """A view of `samples` (H, W, ...), turned as EXIF's orientation 1..8 asks for."""
    if orientation in (5, 6, 7, 8):
        samples = samples.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        samples = samples[:, ::-1]
    if orientation in (3, 4, 7, 8):
        samples = samples[::-1]
    return samples


def lying(samples: Samples, orientation: int) -> Samples:
    """A view of upright `samples` (H, W, ...) as they lie in a file of that orientation: what `turned` undoes."""
    return turned(samples, REVERSE.get(orientation, orientation))
