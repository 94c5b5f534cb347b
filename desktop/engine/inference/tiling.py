"""Runs a network over a picture of any size, in overlapping tiles that are blended without a seam.

Tiles overlap, and fade out towards their borders where another goes on: each pixel is the weighted mean of the
tiles that hold it. They are always laid and added up in the same order, so that the result depends on nothing else.
"""

from collections.abc import Callable

import numpy as np

from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken


def in_tiles(
    work: Callable[[Floats], Floats],
    picture: Floats,
    tile_px: int,
    overlap_px: int,
    cancel: CancelToken | None = None,
) -> Floats:
    """What `work` makes of a picture (channels, h, w), the same shape.

    work: takes and gives tiles (channels, tile_px, tile_px); what is smaller is continued by its mirror image.
    overlap_px: how much neighbours have in common, at least; less than half a tile.

    Raises `Cancelled`, and what `work` raises.
    """
    height, width = picture.shape[1:]
    missing = [max(0, tile_px - side) for side in (height, width)]
    whole = np.pad(picture, ((0, 0), (0, missing[0]), (0, missing[1])), mode="reflect")
    rows, columns = (tile_starts(side, tile_px, overlap_px) for side in whole.shape[1:])
    sums = np.zeros_like(whole)
    weights = np.zeros(whole.shape[1:], np.float32)
    for top in rows:
        for left in columns:
            if cancel is not None:
                cancel.raise_if_cancelled()
            place = np.s_[:, top : top + tile_px, left : left + tile_px]
            weight = np.multiply.outer(
                fade(top, whole.shape[1], tile_px, overlap_px),
                fade(left, whole.shape[2], tile_px, overlap_px),
            )
            sums[place] += weight * work(np.ascontiguousarray(whole[place]))
            weights[place[1:]] += weight
    result: Floats = (sums / weights)[:, :height, :width]
    return result


def tile_starts(side_px: int, tile_px: int, overlap_px: int) -> list[int]:
    """Where tiles begin along a side, evenly spread from one end to the other; side_px: at least tile_px."""
    steps = -(-(side_px - tile_px) // (tile_px - overlap_px))
    return [round(step * (side_px - tile_px) / max(steps, 1)) for step in range(steps + 1)]


def fade(start: int, side_px: int, tile_px: int, overlap_px: int) -> Floats:
    """(tile_px,) weights of a tile along a side: a raised cosine over the overlap, but 1 up to the picture's ends."""
    weights = np.ones(tile_px, np.float32)
    ramp = np.sin((np.arange(overlap_px) + 0.5) * (np.pi / 2 / max(overlap_px, 1))).astype(np.float32) ** 2
    if start > 0:
        weights[:overlap_px] = ramp
    if start + tile_px < side_px:
        weights[tile_px - overlap_px :] *= ramp[::-1]
    return weights
