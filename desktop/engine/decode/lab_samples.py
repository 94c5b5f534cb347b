"""Samples of CIELAB, as TIFF and Photoshop have them, as sRGB and grey."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import lab_f_inverse, lab_to_srgb, srgb_encode
from desktop.engine.core.arrays import Samples

BLOCK_ROWS = 256


def lab_as_srgb(raw: NDArray[Any], *, icc: bool) -> tuple[Samples, Samples]:
    """uint8 or uint16 of CIELAB (H, W, 3): sRGB, or grey where there is no chroma; and the grey (H, W) of the same L*.

    icc: whether a* and b* have 128, of 16 bits 128 * 256, for none, as profiles and Photoshop count; else a sign.
    """
    bits = 8 * raw.dtype.itemsize
    whole, unit = ((1 << bits) - 1), float(1 << (bits - 8))
    gray = gray_of_lightness(raw[..., 0], whole)
    neutral = np.array(128 * unit if icc else 0, raw.dtype)
    if np.all(raw[..., 1:] == neutral):
        return gray, gray
    rgb = np.empty(raw.shape, np.uint16)
    for top in range(0, len(raw), BLOCK_ROWS):
        block = raw[top : top + BLOCK_ROWS]
        lab = np.empty(block.shape, np.float32)
        lab[..., 0] = block[..., 0] * (100 / whole)
        chroma = block[..., 1:]
        if icc:
            lab[..., 1:] = chroma / unit - 128
        else:
            lab[..., 1:] = chroma.view(f"i{raw.itemsize}") / unit
        rgb[top : top + BLOCK_ROWS] = np.rint(lab_to_srgb(lab) * 65535)
    return rgb, gray


def float_lab_as_srgb(lab: NDArray[np.float32]) -> tuple[Samples, Samples]:
    """The same of floats: L* 0..100, a* and b* as they are; also of L* alone (H, W)."""
    lab = np.nan_to_num(lab)
    light = lab if lab.ndim == 2 else lab[..., 0]
    encoded = srgb_encode(lab_f_inverse((light.clip(0, 100) + np.float32(16)) / np.float32(116)))
    gray: Samples = np.rint(encoded * 65535).clip(0, 65535).astype(np.uint16)
    if lab.ndim == 2 or not lab[..., 1:3].any():
        return gray, gray
    rgb = np.empty((*lab.shape[:2], 3), np.uint16)
    for top in range(0, len(lab), BLOCK_ROWS):
        rgb[top : top + BLOCK_ROWS] = np.rint(lab_to_srgb(lab[top : top + BLOCK_ROWS, :, :3]) * 65535)
    return rgb, gray


def gray_of_lightness(light: NDArray[Any], whole: int) -> Samples:
    """sRGB-encoded grey of each L*, of which `whole` stands for 100, by a table."""
    levels = np.arange(whole + 1, dtype=np.float32) * np.float32(100 / whole)
    table = srgb_encode(lab_f_inverse((levels + np.float32(16)) / np.float32(116))) * 65535
    result: Samples = np.rint(table).clip(0, 65535).astype(np.uint16)[light]
    return result
