"""One side of a print's border: the straight line at which pixels of the border's tone give way to the picture's.

A side is looked at from outside: arrays (depth, length) of grey 0..255, whose first row is the scan's own edge.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.imaging.median import median

OUTER_SHARE = 0.008  # of a side's length: rows from which the border's tone is taken
BLOCKS = 12  # along a side, each with a tone of its own: paper is lit and yellowed unevenly
PARTS = 24  # of a side that are moved up and down to find the slope of a line
FADE = 3  # rows in which border gives way to picture
LEAST_DEPTH_PX, LEAST_LENGTH_PX = 12, 24
LEAST_CONTRAST, MOST_CONTRAST = 10.0, 30.0  # levels by which a pixel differs that is not of the border's tone
NOISE_TIMES = 5.0  # as many times the noise of the border is no noise
MOST_NOISE = 7.0
MEDIAN_TO_DEVIATION = 1.4826  # of the normal distribution: median of the differences to standard deviation
OUTER_MARKED = 0.12  # of the outermost pixels, that are not of the border's tone
CLEAN = 0.06  # of the pixels next to the line, outside
MARKED = 0.25  # of all pixels outside: captions, stamps, stains, the holes of a film
EDGE = 0.3  # of the side's whole length, in which there is a line at all


@dataclass(frozen=True)
class BorderLine:
    """The line at which a print's border ends, on one side.

    depth: rows outside of the line, in the middle of the side. slope: rows per column by which it grows.

    share: of the line's length, where there is another tone inside than outside. tone: of the border, 0..255.
    noise: the standard deviation around it.
    """

    depth: float
    slope: float
    share: float
    tone: float
    noise: float


def border_line(side: Floats, max_slope: float) -> BorderLine | None:
    """The line of a side (depth, length); None where there is none. max_slope: rows per column."""
    depth, length = side.shape
    if depth < LEAST_DEPTH_PX or length < LEAST_LENGTH_PX:
        return None
    outer = side[1 : 2 + max(2, round(OUTER_SHARE * length))]
    tones = _tones(outer)
    noise = MEDIAN_TO_DEVIATION * float(median(np.abs(outer - tones)))
    if noise > MOST_NOISE:
        return None
    contrast = min(max(NOISE_TIMES * noise, LEAST_CONTRAST), MOST_CONTRAST)
    if (np.abs(outer - tones) > contrast).mean() > OUTER_MARKED:
        return None
    other = np.abs(side - tones) > contrast
    other[0] = False  # scans often end in a row of another tone
    best = _best(other, max_slope)
    return None if best is None else BorderLine(*best, float(median(tones)), noise)


def _tones(outer: Floats) -> Floats:
    """(length,) tone of the border along the side, from its outermost rows."""
    length = outer.shape[1]
    each = length // BLOCKS
    blocks = outer[:, : each * BLOCKS].reshape(len(outer), BLOCKS, each).transpose(1, 0, 2)
    medians = median(blocks.reshape(BLOCKS, -1), axis=1)
    padded = np.pad(medians, 1, mode="edge")
    medians = median(np.stack((padded[:-2], medians, padded[2:])), axis=0)
    middles = (np.arange(BLOCKS) + 0.5) * each
    tones: Floats = np.interp(np.arange(length) + 0.5, middles, medians).astype(np.float32)
    return tones


def _best(other: NDArray[np.bool_], max_slope: float) -> tuple[float, float, float] | None:
    """Depth, slope and share of the line at which `other` jumps most; None where there is none.

    other: (depth, length), the pixels that are not of the border's tone.
    """
    depth, length = other.shape
    each = length // PARTS
    parts = other[:, : each * PARTS].reshape(depth, PARTS, each).mean(axis=2, dtype=np.float32)
    if parts.mean(axis=1).max() < EDGE:
        return None
    reach = round(max_slope * length / 2)
    parts = np.pad(parts, ((reach + FADE, reach), (0, 0)))  # beyond the scan lies more of the border
    turns = np.arange(-2 * reach, 2 * reach + 1)
    across = (np.arange(PARTS) + 0.5) / PARTS - 0.5
    offsets = np.rint(turns[:, None] * across).astype(np.intp)
    rows = np.arange(depth + FADE) + reach
    share = parts[rows[:, None] + offsets[:, None], np.arange(PARTS)].mean(axis=2)  # (turns, rows)
    # A line lies at row FADE or below: the two rows from it on are inside, those FADE - 1 and FADE above it outside.
    count = share.shape[1] - FADE - 2
    inside = np.minimum(share[:, FADE : FADE + count], share[:, FADE + 1 : FADE + 1 + count])
    outside = np.maximum(share[:, 1 : 1 + count], share[:, :count])
    marked = np.cumsum(share, axis=1)[:, 1 : 1 + count] / np.arange(2, 2 + count)
    jump = np.where((outside <= CLEAN) & (marked <= MARKED) & (inside >= EDGE), inside - outside, -1.0)
    jump -= np.abs(turns)[:, None] * 1e-6  # of equal ones the most level
    turn, row = np.unravel_index(int(np.argmax(jump)), jump.shape)
    if jump[turn, row] <= 0:
        return None
    return float(row + 0.5), float(turns[turn] / length), float(inside[turn, row])
