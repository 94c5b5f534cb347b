"""Colours computed exactly, to compare those of lookup tables with them."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.render.lab_to_srgb import Blender

Greys = TypeVar("Greys", NDArray[np.uint8], NDArray[np.uint16])


def exactly(gray: Greys, a: Floats, b: Floats) -> NDArray[np.uint8]:
    """8-bit sRGB (n, 3) of grey (n,), in its own depth, and of chroma, without a table."""
    out = np.empty((gray.size, 3), dtype=np.uint8)
    blender = Blender(8 * gray.itemsize, 8, gray.size)
    blender.blend(gray, a * np.float32(blender.units.a), b * np.float32(blender.units.b), out)
    return out
