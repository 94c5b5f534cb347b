"""Masks from brush strokes that follow edges: a dab covers what looks like the place under its centre.

A dab reaches as far as its radius and takes a pixel the less the further its grey is from that under the middle
of the brush. All strokes together then pass the guided filter of He, Sun and Tang ("Guided Image Filtering", ECCV
2010) with the photograph as guide, which fills specks and lays the border onto the photograph's own edges.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from desktop.engine.core.arrays import Floats
from desktop.engine.core.lru_cache import LruCache
from desktop.engine.edits.stroke import SPACING, Point, Stroke
from desktop.engine.imaging.guided_upsample import box_mean
from desktop.engine.imaging.photo import content_key
from desktop.engine.render.frame_map import FrameMap

MASK_SIDE_PX = 512  # long side of the grid that masks are made on
MASKS_BYTES = 32_000_000
ALIKE = 0.06  # difference of grey (0..1) that counts as none: grain and texture
FALL = 0.09  # further difference at which a dab takes 1/e
REFINE_RADIUS_PX = 4
REFINE_EPSILON = 1e-3  # variance of grey below which an area counts as flat


class MaskPainter:
    """A mask (h, w) of 0..1 that strokes are painted into, one after the other or while they are drawn."""

    def __init__(self, guide: Floats, mask: Floats | None = None, frame: FrameMap | None = None) -> None:
        """guide: (h, w) grey of what is shown of the photograph, 0..1; mask: what was painted before, which is left
        alone. frame: where the places of strokes lie in it; None where all of the photograph is shown.
        """
        self._frame = frame
        self.mask = np.zeros(guide.shape, np.float32) if mask is None else mask.copy()
        self._guide = guide
        self._calm = box_mean(guide, 1)

    def paint(self, stroke: Stroke, *, done: int = 0) -> int:
        """Set down the dabs of a stroke from number `done` on; returns how many it has by now.

        A stroke that grows at its end keeps the dabs that it had, so that it can be painted as it comes.
        """
        height, width = self.mask.shape
        points, radius = stroke.points, stroke.radius
        if self._frame is not None:
            points, radius = tuple(self._frame.shown(points)), radius * self._frame.long_side
        radius_px = max(radius * max(height, width), 1.0)
        way = [(x * width - 0.5, y * height - 0.5) for x, y in points]
        number = 0
        for number, (x, y) in enumerate(dabs_along(way, radius_px * SPACING), 1):
            if number > done:
                self._dab(x, y, radius_px, stroke)
        return number

    def _dab(self, x: float, y: float, radius_px: float, stroke: Stroke) -> None:
        height, width = self.mask.shape
        top, bottom = max(0, math.floor(y - radius_px)), min(height, math.ceil(y + radius_px) + 1)
        left, right = max(0, math.floor(x - radius_px)), min(width, math.ceil(x + radius_px) + 1)
        if top >= bottom or left >= right:
            return
        down = np.arange(top, bottom, dtype=np.float32)[:, None] - np.float32(y)
        across = np.arange(left, right, dtype=np.float32) - np.float32(x)
        soft_px = np.float32(max(stroke.feather * radius_px, 1.0))
        cover = np.clip((np.float32(radius_px) - np.sqrt(down * down + across * across)) / soft_px, 0, 1)
        cover *= cover * (3 - 2 * cover)
        under = self._calm[min(max(round(y), 0), height - 1), min(max(round(x), 0), width - 1)]
        unlike = np.abs(self._calm[top:bottom, left:right] - under) - np.float32(ALIKE)
        unlike = np.maximum(unlike, 0) / np.float32(FALL)
        cover *= np.exp(-unlike * unlike)
        part = self.mask[top:bottom, left:right]
        if stroke.erase:
            np.minimum(part, 1 - cover, out=part)
        else:
            np.maximum(part, cover, out=part)


def dabs_along(way: Sequence[Point], step: float) -> Iterator[Point]:
    """Places at every `step` along a way of straight pieces, the first at its beginning."""
    yield way[0]
    left = step
    for (x, y), (next_x, next_y) in pairwise(way):
        length = math.hypot(next_x - x, next_y - y)
        while left <= length:
            share = left / length
            yield x + share * (next_x - x), y + share * (next_y - y)
            left += step
        left -= length


def painted(guide: Floats, strokes: tuple[Stroke, ...], frame: FrameMap | None = None) -> Floats:
    """(h, w) what strokes cover, 0..1, as it was set down; not to be written to. frame: as of `MaskPainter`."""
    key = (content_key(guide), frame)
    if not strokes:
        return np.zeros(guide.shape, np.float32)

    def make() -> Floats:
        known = next((n for n in range(len(strokes) - 1, 0, -1) if (key, strokes[:n]) in _painted), 0)
        before = _painted.get((key, strokes[:known]), lambda: np.zeros(guide.shape, np.float32))
        painter = MaskPainter(guide, before, frame)
        for stroke in strokes[known:]:
            painter.paint(stroke)
        return painter.mask

    return _painted.get((key, strokes), make)


def refined(guide: Floats, mask: Floats) -> Floats:
    """`mask` (h, w) laid onto the edges of `guide` (h, w), 0..1."""
    mean_guide, mean_mask = box_mean(guide, REFINE_RADIUS_PX), box_mean(mask, REFINE_RADIUS_PX)
    variance = np.maximum(box_mean(guide * guide, REFINE_RADIUS_PX) - mean_guide**2, 0)
    covariance = box_mean(guide * mask, REFINE_RADIUS_PX) - mean_guide * mean_mask
    slope = covariance / (variance + np.float32(REFINE_EPSILON))
    offset = mean_mask - slope * mean_guide
    result: Floats = box_mean(slope, REFINE_RADIUS_PX) * guide + box_mean(offset, REFINE_RADIUS_PX)
    return np.clip(result, 0, 1, out=result)


_Painted = tuple[tuple[str, FrameMap | None], tuple[Stroke, ...]]
_painted: LruCache[_Painted, Floats] = LruCache(MASKS_BYTES, lambda mask: mask.nbytes)
