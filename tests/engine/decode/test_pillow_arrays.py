"""Pixels out of Pillow: the right ones, and without its copies."""

import numpy as np
import pytest
from PIL import Image

from desktop.engine.decode.pillow_arrays import to_array


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("size", [(1, 1), (700, 1200)])
def test_the_array_is_the_picture(mode: str, size: tuple[int, int]) -> None:
    channels = len(mode)
    values = np.random.default_rng(4).integers(0, 256, (size[1], size[0], channels), dtype=np.uint8)
    image = Image.frombytes(mode, size, values.tobytes())
    assert np.array_equal(to_array(image), np.asarray(image))
