"""Colours looked up in the tables, computed exactly to compare with them, and random pixels to try both on."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.render.lab_lut import TABLE_UNITS, TableBlender
from desktop.engine.render.lab_lut_fine import FineTableBlender
from desktop.engine.render.lab_to_srgb import Blender

Greys = TypeVar("Greys", NDArray[np.uint8], NDArray[np.uint16])
PIXELS = 4096


def exactly(gray: Greys, a: Floats, b: Floats) -> NDArray[np.uint8]:
    """8-bit sRGB (n, 3) of grey (n,), in its own depth, and of chroma, without a table."""
    out = np.empty((gray.size, 3), dtype=np.uint8)
    blender = Blender(8 * gray.itemsize, 8, gray.size)
    blender.blend(gray, a * np.float32(blender.units.a), b * np.float32(blender.units.b), out)
    return out


def by_table(gray: NDArray[np.uint8], a: Floats, b: Floats, channels: int = 3) -> NDArray[np.uint8]:
    """The same by the table for 8-bit grey; (n, channels)."""
    out = np.empty((gray.size, channels), dtype=np.uint8)
    TableBlender(gray.size).blend(gray, _in_units(a), _in_units(b), out)
    return out


def by_fine_table(gray: NDArray[np.uint16], a: Floats, b: Floats, channels: int = 3) -> NDArray[np.uint8]:
    """The same by the table for 16-bit grey; (n, channels)."""
    out = np.empty((gray.size, channels), dtype=np.uint8)
    FineTableBlender(gray.size).blend(gray, _in_units(a), _in_units(b), out)
    return out


def random_pixels(
    dtype: type[np.unsignedinteger[Any]], seed: int, reach: float, count: int = PIXELS
) -> tuple[NDArray[Any], Floats, Floats]:
    """Grey of that type, a* and b* of up to `reach`."""
    rng = np.random.default_rng(seed)
    gray = rng.integers(0, int(np.iinfo(dtype).max) + 1, count, dtype=dtype)
    a, b = rng.uniform(-reach, reach, (2, count)).astype(np.float32)
    return gray, a, b


def _in_units(chroma: Floats) -> Floats:
    assert TABLE_UNITS.a == TABLE_UNITS.b
    return np.float32(TABLE_UNITS.a) * chroma + np.float32(TABLE_UNITS.offset)
