"""Lightness of grey and coloured pixels as CIELAB defines it, and chroma to try whether it holds."""

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_to_lab
from desktop.engine.core.arrays import Floats, GrayArray, RgbArray
from desktop.engine.imaging.guided_upsample import Chroma

MAX_LIGHTNESS_ERROR = 0.3  # the promise is 0.5; half a step of 8-bit grey is 0.26 at worst


def gray_lightness(gray: GrayArray) -> Floats:
    return lightness(srgb_decode(gray.astype(np.float32) / np.float32(np.iinfo(gray.dtype).max)))


def colour_lightness(rgb: NDArray[np.uint8]) -> Floats:
    return srgb_to_lab(rgb.astype(np.float32) / np.float32(255))[..., 0]


def flat_chroma(a: Floats, b: Floats) -> Chroma:
    """Chroma that is a (h, w), b (h, w) whatever the grey."""
    ab = np.stack([a, b]).astype(np.float32)
    return Chroma(ab=ab, coefficients=np.concatenate([np.zeros_like(ab), ab]), guide=ab[0])


def wavy_chroma() -> Chroma:
    rows, columns = np.mgrid[0:12, 0:16]
    a, b = 60 * np.sin(rows / 3 + columns / 5), 70 * np.cos(columns / 4)
    return flat_chroma(a.astype(np.float32), b.astype(np.float32))


def lightness_error(rgb: RgbArray, gray: GrayArray) -> Floats:
    got = srgb_to_lab(rgb.astype(np.float32) / np.float32(np.iinfo(rgb.dtype).max))[..., 0]
    want = lightness(srgb_decode(gray.astype(np.float32) / np.float32(np.iinfo(gray.dtype).max)))
    return np.abs(got - want)
