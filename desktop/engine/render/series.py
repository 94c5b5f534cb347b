"""Finds the things that regions were painted on again in another photograph of a series, where they may lie elsewhere.

What lies around a region's strokes is looked for in the other photograph by normalised cross-correlation (Lewis,
"Fast Normalized Cross-Correlation", 1995), somewhat larger and smaller, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.edits.stroke import Stroke
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.resize import fit_within, resize_gray

SIDE_PX = 160  # of the long side of both photographs, while one is looked for in the other
SCALES = (1.0, 0.89, 1.12, 0.79, 1.26, 0.71, 1.41)
MARGIN = 0.5  # of the strokes' extent, that is looked at around them
LEAST_MARGIN_PX = 16
FOUND = 0.78  # correlation, at least, of what is the same thing
AS_GOOD = 0.02  # by which another place has to correlate better than the thing's own
SAME_TONE = 0.03
FLAT = 1e-3  # standard deviation of a grey 0..1 in which there is nothing to be found
NOT_FOUND = "A painted region was left out: what it was painted on is not to be found in this photograph."


@dataclass(frozen=True, eq=False)
class Series:
    """gray: (h, w) uint8, the photograph that the regions were painted on, its long side at most `SIDE_PX`."""

    gray: NDArray[np.uint8]

    def on(self, photo: Photo, regions: Sequence[PaintedRegion]) -> tuple[PaintedRegion, ...]:
        """The regions where their things lie on another photograph; without those whose thing is not to be found."""
        other = _small(photo)
        moved = (self._moved(region, other) for region in regions)
        return tuple(region for region in moved if region is not None)

    def _moved(self, region: PaintedRegion, other: NDArray[np.uint8]) -> PaintedRegion | None:
        if not region.strokes:
            return region
        own = _unit(self.gray)
        left, top, right, bottom = self._around(region.strokes)
        part, where = own[top:bottom, left:right], _unit(other)
        at_its_own = _correlation(where[top:bottom, left:right], part)
        best, place = at_its_own + AS_GOOD, None
        for scale in SCALES:
            size_px = max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale))
            score, column, row = _best(
                where, _unit(to_8_bits(resize_gray(self.gray[top:bottom, left:right], size_px)))
            )
            if score > best:
                best, place = score, (column, row, scale)
        if place is None:
            return region if at_its_own >= FOUND else None
        if best < FOUND:
            return None
        column, row, scale = place
        height, width = other.shape
        larger = scale * max(own.shape) / max(other.shape)

        def there(stroke: Stroke) -> Stroke:
            points = tuple(
                (
                    _near((column + (x * own.shape[1] - left) * scale) / width),
                    _near((row + (y * own.shape[0] - top) * scale) / height),
                )
                for x, y in stroke.points
            )
            return replace(stroke, points=points, radius=min(stroke.radius * larger, 1.0))

        return replace(region, strokes=tuple(map(there, region.strokes)))

    def _around(self, strokes: Sequence[Stroke]) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of what is looked for, in pixels."""
        height, width = self.gray.shape
        painting = [stroke for stroke in strokes if not stroke.erase] or list(strokes)
        reach = max(stroke.radius for stroke in painting) * max(height, width)
        points = np.array([point for stroke in painting for point in stroke.points]) * (width, height)
        low, high = points.min(axis=0) - reach, points.max(axis=0) + reach
        margin = np.maximum((high - low) * MARGIN / 2, LEAST_MARGIN_PX)
        left, top = np.clip(np.floor(low - margin), 0, (width - 2, height - 2)).astype(int)
        right, bottom = np.clip(np.ceil(high + margin), (left + 2, top + 2), (width, height)).astype(int)
        return int(left), int(top), int(right), int(bottom)


def _small(photo: Photo) -> NDArray[np.uint8]:
    return to_8_bits(photo.gray_at(fit_within(photo.width_px, photo.height_px, (SIDE_PX, SIDE_PX))))


def _best(where: Floats, part: Floats) -> tuple[float, int, int]:
    """Correlation, column and row of the place that is most like `part`; 0 where it is too large or flat."""
    (height, width), (rows, columns) = part.shape, where.shape
    if height > rows or width > columns or part.std() < FLAT:
        return 0.0, 0, 0
    centred = part - part.mean()
    spectrum = np.fft.rfft2(where) * np.conj(np.fft.rfft2(centred, where.shape))
    shared = np.fft.irfft2(spectrum, where.shape)[: rows - height + 1, : columns - width + 1]
    total, squares = (_sums(values, part.shape) for values in (where, where * where))
    spread = np.sqrt(np.maximum(squares - total * total / part.size, part.size * FLAT**2))
    scores = shared / (spread * np.linalg.norm(centred))
    row, column = np.unravel_index(int(np.argmax(scores)), scores.shape)
    return float(scores[row, column]), int(column), int(row)


def _sums(values: Floats, shape: tuple[int, int]) -> NDArray[np.float64]:
    """The sum of values in a window of this shape, at each of its places."""
    height, width = shape
    sums = np.pad(np.cumsum(np.cumsum(values, axis=0, dtype=np.float64), axis=1), ((1, 0), (1, 0)))
    inner: NDArray[np.float64] = (
        sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    )
    return inner


def _correlation(first: Floats, second: Floats) -> float:
    if first.shape != second.shape:
        return 0.0
    if min(first.std(), second.std()) < FLAT:  # of a thing without a mark the same tone has to do
        return float(np.abs(first - second).max() < SAME_TONE)
    return float(np.corrcoef(first.ravel(), second.ravel())[0, 1])


def _unit(gray: NDArray[np.uint8]) -> Floats:
    unit: Floats = gray.astype(np.float32) / np.float32(255)
    return unit


def _near(share: float) -> float:
    """As far beside the photograph as a stroke may lead."""
    return min(max(share, -1.0), 2.0)
