"""Lightness of grey and coloured pixels as CIELAB defines it."""

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_to_lab
from desktop.engine.core.arrays import Floats, GrayArray


def gray_lightness(gray: GrayArray) -> Floats:
    return lightness(srgb_decode(gray.astype(np.float32) / np.float32(np.iinfo(gray.dtype).max)))


def colour_lightness(rgb: NDArray[np.uint8]) -> Floats:
    return srgb_to_lab(rgb.astype(np.float32) / np.float32(255))[..., 0]
