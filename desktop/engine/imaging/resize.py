"""Resizes a grey picture, for the network and for a screen."""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.arrays import GrayArray

REDUCING_GAP = (
    2.0  # averages whole blocks down to twice the size first: a seventh of the time, the same picture
)
MAX_ASPECT = 256


def resize_gray(gray: GrayArray, size_px: tuple[int, int]) -> GrayArray:
    """`gray` (H, W) at `size_px` = (width, height), of the same type, antialiased; may also enlarge."""
    height, width = gray.shape
    if size_px == (width, height):
        return gray
    if gray.dtype == np.uint8:
        resized = Image.fromarray(gray).resize(size_px, Image.Resampling.BICUBIC, reducing_gap=REDUCING_GAP)
    else:  # Pillow cannot reduce 16 bits by blocks
        factor = max(1, int(min(width / size_px[0], height / size_px[1]) / REDUCING_GAP))
        reduced = Image.fromarray(gray if factor == 1 else block_means(gray, factor))
        box = (0, 0, width / factor, height / factor)
        resized = reduced.resize(size_px, Image.Resampling.BICUBIC, box=box)
    result: GrayArray = np.asarray(resized, dtype=gray.dtype)
    return result


def resize_part(gray: GrayArray, part_px: tuple[int, int, int, int], size_px: tuple[int, int]) -> GrayArray:
    """A part of `gray` (H, W) at `size_px` = (width, height), as `resize_gray`; 8 bits are not copied for it.

    part_px: its left, top, right and bottom.
    """
    left, top, right, bottom = part_px
    if gray.dtype != np.uint8 or size_px == (right - left, bottom - top):
        return resize_gray(np.ascontiguousarray(gray[top:bottom, left:right]), size_px)
    resized = Image.fromarray(gray).resize(
        size_px, Image.Resampling.BICUBIC, box=part_px, reducing_gap=REDUCING_GAP
    )
    result: GrayArray = np.asarray(resized)
    return result


def block_means(gray: GrayArray, factor: int) -> GrayArray:
    """Means of blocks of factor x factor, (H / factor, W / factor) rounded up; those at the border may be smaller."""
    sums = gray[::factor].astype(np.uint32)
    for start in range(1, factor):
        rows = gray[start::factor]
        sums[: len(rows)] += rows
    totals = sums[:, ::factor].copy()
    for start in range(1, factor):
        columns = sums[:, start::factor]
        totals[:, : columns.shape[1]] += columns
    counts = np.multiply.outer(*(_lengths(side, factor) for side in gray.shape))
    result: GrayArray = ((totals + counts // 2) // counts).astype(gray.dtype)
    return result


def _lengths(side_px: int, factor: int) -> NDArray[np.uint32]:
    """How many pixels each block holds along a side."""
    return np.minimum(factor, side_px - np.arange(0, side_px, factor)).astype(np.uint32)


def working_size(width_px: int, height_px: int, working_size_px: int) -> tuple[int, int]:
    """(width, height) of about working_size_px**2 pixels in the photograph's aspect, each at least 1.

    Of a picture beyond MAX_ASPECT the long side is cut: a network pads the short one to some pixels, and would see
    many times as many as were meant.
    """
    scale = working_size_px / math.sqrt(width_px * height_px)
    longest = working_size_px * math.sqrt(MAX_ASPECT)
    width, height = (max(1, round(min(side * scale, longest))) for side in (width_px, height_px))
    return width, height


def fit_within(width_px: int, height_px: int, box_px: tuple[int, int]) -> tuple[int, int]:
    """Greatest (width, height) of the same aspect inside `box_px`, never larger than it was."""
    scale = min(1.0, box_px[0] / width_px, box_px[1] / height_px)
    return max(1, round(width_px * scale)), max(1, round(height_px * scale))
