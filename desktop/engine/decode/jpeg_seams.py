"""Finds where a wrong bit of a JPEG's data made all that lies behind it lighter or darker, of which no decoder tells.

The mean of each coded unit is told as a difference to that of the unit before it, so that a wrong one lasts. Units lie
in rows: the seam runs above the rest of one row, and below the beginning of the same row. There brightness jumps from
one row of pixels to the next, everywhere by as much. No photograph has such an edge of its own: exactly between units,
from one side to the other, with one step in it.
"""

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import GrayArray
from desktop.engine.imaging.median import median

SAMPLES = 4  # columns of a unit that are looked at
MOST_ACROSS = 192  # units that are looked at, the others between them are passed over
LEAST_ACROSS, LEAST_DOWN = 16, 8  # units; of smaller pictures nothing is said
LEAST_STEP = 3 / 255  # of white; what is less can hardly be seen
LEAST_TEXTURE = 0.15 / 255  # of the picture; drawings have less, and straight edges
ARM = 1 / 12  # of the width, at least, before and behind the step: straight edges there may be
MOST = 4.0  # usual differences that a place counts: edges of the picture itself shall not outweigh the rest
# The seam has: places that jump to the same side; how far jumps are from their middle one, as a share of it; pieces,
# how many of which must jump about as much; what the same two edges have beyond the seam; what the next best place has.
SAME_SIDE, SPREAD = 0.93, 0.25
PIECES, EVEN_PIECES, EVEN = 8, 7, (0.4, 2.5)
BEYOND, NEXT_BEST = 0.2, 0.35


def has_seam(gray: GrayArray, unit_px: tuple[int, int]) -> bool:
    """Whether a picture (H, W) of 8 or 16 bits, as it lies in the file, has a seam. unit_px: width and height."""
    jumps = _jumps(gray, unit_px)
    if jumps is None:
        return False
    usual = float(median(np.abs(jumps)))
    if usual < LEAST_TEXTURE:
        return False
    across = jumps.shape[1]
    weights = np.clip(jumps.ravel() / (usual + 0.5 / 255), -MOST, MOST)
    running = np.concatenate(([0], np.cumsum(weights)))
    sums = running[across:] - running[:-across]
    first = int(np.argmax(np.abs(sums)))
    row, column = divmod(first, across)
    if not max(ARM * across, 2) <= column <= across - max(ARM * across, 2):
        return False
    others = np.abs(np.concatenate((sums[: max(first - across, 0)], sums[first + across :])))
    signed = jumps * np.sign(sums[first])
    seam = signed.ravel()[first : first + across]
    beyond = (signed[row, :column], signed[row + 1, column:])
    return _is_even(seam, beyond) and bool(others.max(initial=0) <= NEXT_BEST * abs(sums[first]))


def _is_even(seam: NDArray[np.float32], beyond: tuple[NDArray[np.float32], NDArray[np.float32]]) -> bool:
    step = float(median(seam))
    if step < LEAST_STEP or np.mean(seam > 0) < SAME_SIDE:
        return False
    pieces = np.array([median(piece) for piece in np.array_split(seam, PIECES)]) / step
    return bool(
        median(np.abs(seam - step)) <= SPREAD * step
        and np.sum((pieces >= EVEN[0]) & (pieces <= EVEN[1])) >= EVEN_PIECES
        and all(abs(median(part)) <= BEYOND * step for part in beyond)
    )


def _jumps(gray: GrayArray, unit_px: tuple[int, int]) -> NDArray[np.float32] | None:
    """(rows, units): how much lighter, 0..1, units begin than those above end, beyond what goes on there anyway."""
    across_px, down_px = unit_px
    height_px, width_px = gray.shape
    across, down = -(-width_px // across_px), (height_px - 2) // down_px
    if across < LEAST_ACROSS or down < LEAST_DOWN:
        return None
    units = np.arange(0, across, -(-across // MOST_ACROSS))
    shifts = (2 * np.arange(SAMPLES) + 1) * across_px // (2 * SAMPLES)
    columns = np.minimum((units[:, None] * across_px + shifts).ravel(), width_px - 1)
    sums = np.zeros((down, len(units)), np.int32)
    for shift, weight in ((-2, 1), (-1, -3), (0, 3), (1, -1)):
        values = gray[down_px + shift :: down_px][:down, columns]
        sums += weight * values.reshape(down, len(units), SAMPLES).sum(axis=2, dtype=np.int32)
    jumps: NDArray[np.float32] = sums.astype(np.float32) / np.float32(2 * SAMPLES * np.iinfo(gray.dtype).max)
    return jumps
