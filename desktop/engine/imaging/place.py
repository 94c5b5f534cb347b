"""Where chroma lies on a photograph of which only a part is picture: a print within its border."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Shares = tuple[float, float, float, float]  # left, top, right, bottom, of width and height
Edge = tuple[float, float, float]  # a, b, c: a point (x, y) lies a x + b y + c within it, in long sides

WHOLE: Shares = (0.0, 0.0, 1.0, 1.0)
FADE = 0.0015  # of the long side, in which colour begins at an edge: none can be met to the pixel


@dataclass(frozen=True)
class Place:
    """box: the part of the photograph that the network saw. edges: of the picture, beyond which there is no colour."""

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

    def of(self, rows: slice) -> Floats:
        """(n, width) 0..1."""
        distances = (across[None] + down[rows, None] for across, down in self._edges)
        nearest = next(distances).copy()
        for distance in distances:
            np.minimum(nearest, distance, out=nearest)
        return np.clip(nearest, 0, 1).astype(np.float32)
