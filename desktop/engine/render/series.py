"""Finds the things that regions were painted on again in another photograph of a series, where they may lie elsewhere.

What lies around a region's strokes is looked for in the other photograph by normalised cross-correlation (Lewis,
"Fast Normalized Cross-Correlation", 1995), somewhat larger and smaller, too; what a cropped result does not show
has no say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.edits.framing import Framing
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
LEAST_KNOWN = 0.5  # share of a region's way that has to be seen on a cropped result
FLAT = 1e-3  # standard deviation of a grey 0..1 in which there is nothing to be found
HALF = 128  # of 255
STEPS = 6  # in which the shape of a photograph is found from a straightened part; three do
NOT_FOUND = "A painted region was left out: what it was painted on is not to be found in this photograph."


@dataclass(frozen=True, eq=False)
class Series:
    """gray: (h, w) uint8, the photograph that the regions were painted on, its long side at most `SIDE_PX`.

    known: (h, w) bool, where `gray` is known; None for everywhere.
    """

    gray: NDArray[np.uint8]
    known: NDArray[np.bool_] | None = None

    @classmethod
    def of(cls, photo: Photo) -> Self:
        """The series of a photograph."""
        return cls(_small(photo))

    @classmethod
    def of_result(cls, result: NDArray[np.uint8], framing: Framing) -> Self:
        """The series of the photograph whose part under `framing` a result (h, w) shows."""
        return cls(result) if framing.is_whole else cls(*_unframed(result, framing))

    def on(self, photo: Photo, regions: Sequence[PaintedRegion]) -> tuple[PaintedRegion, ...]:
        """The regions where their things lie on another photograph; without those whose thing is not to be found."""
        other = _small(photo)
        moved = (self._moved(region, other) for region in regions)
        return tuple(region for region in moved if region is not None)

    def _moved(self, region: PaintedRegion, other: NDArray[np.uint8]) -> PaintedRegion | None:
        if not region.strokes:
            return region
        box = self._around(region.strokes)
        if box is None:
            return None
        left, top, right, bottom = box
        part, known = self._part(box)
        where = _unit(other)
        at_its_own = _correlation(where[top:bottom, left:right], _unit(part), known)
        best, place = at_its_own + AS_GOOD, None
        search = _Search(where)
        for scale in SCALES:
            size_px = max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale))
            seen = resize_gray(known.astype(np.uint8) * np.uint8(255), size_px) >= HALF
            score, column, row = search.best(_unit(to_8_bits(resize_gray(part, size_px))), seen)
            if score > best:
                best, place = score, (column, row, scale)
        if place is None:
            return region if at_its_own >= FOUND else None
        if best < FOUND:
            return None
        column, row, scale = place
        height, width = other.shape
        own_height, own_width = self.gray.shape
        larger = scale * max(self.gray.shape) / max(other.shape)

        def there(stroke: Stroke) -> Stroke:
            points = tuple(
                (
                    _near((column + (x * own_width - left) * scale) / width),
                    _near((row + (y * own_height - top) * scale) / height),
                )
                for x, y in stroke.points
            )
            return replace(stroke, points=points, radius=min(stroke.radius * larger, 1.0))

        return replace(region, strokes=tuple(map(there, region.strokes)))

    def _around(self, strokes: Sequence[Stroke]) -> tuple[int, int, int, int] | None:
        """Left, top, right and bottom of what is looked for, in pixels; None where it is not to be seen."""
        height, width = self.gray.shape
        painting = [stroke for stroke in strokes if not stroke.erase] or list(strokes)
        reach = max(stroke.radius for stroke in painting) * max(height, width)
        points = np.array([point for stroke in painting for point in stroke.points]) * (width, height)
        low, high = points.min(axis=0) - reach, points.max(axis=0) + reach
        margin = np.maximum((high - low) * MARGIN / 2, LEAST_MARGIN_PX)
        first, end = np.array((0, 0)), np.array((width, height))
        if self.known is not None:
            columns, rows = np.clip(points.astype(int), 0, (width - 1, height - 1)).T
            if self.known[rows, columns].mean() < LEAST_KNOWN:
                return None
            seen = np.argwhere(self.known)[:, ::-1]
            first, end = seen.min(axis=0), seen.max(axis=0) + 1
        left, top = np.clip(np.floor(low - margin), first, np.maximum(end - 2, first)).astype(int)
        right, bottom = np.clip(np.ceil(high + margin), (left + 2, top + 2), end).astype(int)
        return int(left), int(top), int(right), int(bottom)

    def _part(self, box: tuple[int, int, int, int]) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
        """What is looked for, even where it is not known, and where it is."""
        left, top, right, bottom = box
        part = self.gray[top:bottom, left:right]
        if self.known is None:
            return part, np.ones(part.shape, bool)
        known = self.known[top:bottom, left:right]
        return np.where(known, part, np.uint8(part[known].mean())), known


class _Search:
    """Looks for parts in one photograph, grey 0..1 (h, w)."""

    def __init__(self, where: Floats) -> None:
        self._shape = where.shape
        self._spectra = tuple(np.fft.rfft2(values.astype(np.float64)) for values in (where, where * where))

    def best(self, part: Floats, known: NDArray[np.bool_]) -> tuple[float, int, int]:
        """Correlation, column and row of the place that is most like `part`; 0 where it is too large or flat."""
        (height, width), (rows, columns) = part.shape, self._shape
        if height > rows or width > columns or not known.any() or part[known].std() < FLAT:
            return 0.0, 0, 0
        plain, squared = self._spectra
        count = int(known.sum())
        centred = np.where(known, part - part[known].mean(), 0)
        shared, total = self._slid(plain, centred), self._slid(plain, known)
        squares = self._slid(squared, known)
        spread = np.sqrt(np.maximum(squares - total * total / count, count * FLAT**2))
        scores = (shared / (spread * np.linalg.norm(centred)))[: rows - height + 1, : columns - width + 1]
        row, column = np.unravel_index(int(np.argmax(scores)), scores.shape)
        return float(scores[row, column]), int(column), int(row)

    def _slid(self, spectrum: NDArray[np.complex128], window: NDArray[Any]) -> NDArray[np.float64]:
        """The sum of what `spectrum` is of, weighed by a window, at each of its places."""
        weights = np.conj(np.fft.rfft2(window.astype(np.float64), self._shape))
        return np.fft.irfft2(spectrum * weights, self._shape)


def _unframed(result: NDArray[np.uint8], framing: Framing) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """The photograph as far as a result shows it, its long side `SIDE_PX`, and where it is known."""
    size_px = _whole_size(framing, result.shape[1] / result.shape[0])
    fitted = framing.fitted(size_px)
    width, height = fitted.size_px(size_px)
    part = to_8_bits(resize_gray(result, (width, height)))
    down, across = np.mgrid[0 : size_px[1], 0 : size_px[0]] + 0.5
    shares = np.stack((across, down), axis=-1).reshape(-1, 2)
    places = np.array([fitted.from_photo((float(x), float(y)), size_px) for x, y in shares])
    columns, rows = np.floor(places).astype(int).T
    known = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    gray = np.zeros(len(places), np.uint8)
    gray[known] = part[rows[known], columns[known]]
    shape = size_px[1], size_px[0]
    return gray.reshape(shape), known.reshape(shape)


def _whole_size(framing: Framing, aspect: float) -> tuple[int, int]:
    """Width and height of the photograph, its long side `SIDE_PX`, whose part under `framing` has this width / height.

    How much straightening cuts off depends on the photograph's own shape, so that it is come nearer to in steps.
    """
    size_px = (SIDE_PX, SIDE_PX)
    for _ in range(STEPS):
        part = framing.fitted(size_px)
        turned = aspect * (part.bottom - part.top) / (part.right - part.left)
        shape = 1 / turned if framing.turns % 2 else turned
        size_px = max(1, round(SIDE_PX * min(1.0, shape))), max(1, round(SIDE_PX * min(1.0, 1 / shape)))
    return size_px


def _small(photo: Photo) -> NDArray[np.uint8]:
    return to_8_bits(photo.gray_at(fit_within(photo.width_px, photo.height_px, (SIDE_PX, SIDE_PX))))


def _correlation(first: Floats, second: Floats, known: NDArray[np.bool_]) -> float:
    if first.shape != second.shape:
        return 0.0
    first, second = first[known], second[known]
    if min(first.std(), second.std()) < FLAT:  # of a thing without a mark the same tone has to do
        return float(np.abs(first - second).max() < SAME_TONE)
    return float(np.corrcoef(first, second)[0, 1])


def _unit(gray: NDArray[np.uint8]) -> Floats:
    unit: Floats = gray.astype(np.float32) / np.float32(255)
    return unit


def _near(share: float) -> float:
    """As far beside the photograph as a stroke may lead."""
    return min(max(share, -1.0), 2.0)
