"""Where chroma lies on a photograph of which only a part is picture: a print within its border."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats

Shares = tuple[float, float, float, float]  # left, top, right, bottom, of width and height
Edge = tuple[float, float, float]  # a, b, c: a point (x, y) lies a x + b y + c within it, in long sides

WHOLE: Shares = (0.0, 0.0, 1.0, 1.0)
FADE = 0.0015  # of the long side, in which colour begins at an edge: none can be met to the pixel


@dataclass(frozen=True)
class Place:
    """The part of a photograph that the network saw, and the picture within it.

    box: the part of the photograph that the network saw. edges: of the picture, beyond which there is no colour.
    """

    box: Shares
    edges: tuple[Edge, ...]

    def cover(self, size_px: tuple[int, int], region: tuple[slice, slice] | None = None) -> "Cover":
        """What of a photograph of `size_px` = (width, height) has colour. region: rows and columns that are wanted."""
        rows, columns = region or (slice(None), slice(None))
        long_side = max(size_px)
        x = ((np.arange(size_px[0]) + 0.5) / long_side)[columns]
        y = ((np.arange(size_px[1]) + 0.5) / long_side)[rows]
        fade = max(FADE, 1 / long_side)
        return Cover(tuple((a / fade * x, (b * y + c) / fade) for a, b, c in self.edges))


class Cover:
    """How much of each pixel has colour, made for some rows at a time; a pixel depends on its own place alone."""

    def __init__(self, edges: tuple[tuple[NDArray[np.float64], NDArray[np.float64]], ...]) -> None:
        """For each edge what columns and rows add to the distance from it, in widths of the fade."""
        self._edges = edges

    def part(self, columns: slice) -> "Cover":
        """The same for some of the columns."""
        return Cover(tuple((across[columns], down) for across, down in self._edges))

    def of(self, rows: slice) -> Floats:
        """(n, width) 0..1."""
        return self._of(rows, slice(None))

    def lacks(self, rows: slice) -> Iterator[tuple[slice, Floats]]:
        """Columns of `rows` that do not all have full colour, and what each pixel (n, columns) lacks of it.

        What lies between is fully coloured: the distance from the nearest edge is concave, so that it is least in the
        first or last of some rows, and full colour is one run of columns.
        """
        ends = [self._nearest(slice(row, row + 1), slice(None)) for row in (rows.start, rows.stop - 1)]
        full = np.flatnonzero(np.minimum(*ends)[0] >= 1)
        width = ends[0].shape[1]
        parts = [slice(0, full[0]), slice(full[-1] + 1, width)] if len(full) else [slice(0, width)]
        for columns in parts:
            if columns.stop > columns.start:
                yield columns, 1 - self._of(rows, columns)

    def _of(self, rows: slice, columns: slice) -> Floats:
        return np.clip(self._nearest(rows, columns), 0, 1).astype(np.float32)

    def _nearest(self, rows: slice, columns: slice) -> NDArray[np.float64]:
        """(n, columns) the distance from the nearest edge."""
        distances = (across[None, columns] + down[rows, None] for across, down in self._edges)
        nearest = next(distances)
        for distance in distances:
            np.minimum(nearest, distance, out=nearest)
        return nearest
