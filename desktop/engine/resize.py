"""Smaller copies of a grey picture: for the network's eyes and for a screen."""

import math

import numpy as np
from PIL import Image

from desktop.engine.arrays import GrayArray

REDUCING_GAP = (
    2.0  # averages whole blocks down to twice the size first: a seventh of the time, the same picture
)


def resize_gray(gray: GrayArray, size_px: tuple[int, int]) -> GrayArray:
    """`gray` (H, W) at `size_px` = (width, height), of the same type, antialiased; may also enlarge."""
    if size_px == (gray.shape[1], gray.shape[0]):
        return gray
    gap = REDUCING_GAP if gray.dtype == np.uint8 else None  # Pillow cannot reduce 16 bits by blocks
    resized = Image.fromarray(gray).resize(size_px, Image.Resampling.BICUBIC, reducing_gap=gap)
    result: GrayArray = np.asarray(resized, dtype=gray.dtype)
    return result


def working_size(width_px: int, height_px: int, working_size_px: int) -> tuple[int, int]:
    """(width, height) of about working_size_px**2 pixels in the photograph's aspect, each at least 1."""
    scale = working_size_px / math.sqrt(width_px * height_px)
    return max(1, round(width_px * scale)), max(1, round(height_px * scale))


def fit_within(width_px: int, height_px: int, box_px: tuple[int, int]) -> tuple[int, int]:
    """Greatest (width, height) of the same aspect inside `box_px`, never larger than it was."""
    scale = min(1.0, box_px[0] / width_px, box_px[1] / height_px)
    return max(1, round(width_px * scale)), max(1, round(height_px * scale))
