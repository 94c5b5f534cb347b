"""One stroke of the brush, as a user drew it."""

import math
from dataclasses import dataclass
from itertools import pairwise

from desktop.engine.core.reasons import Reason

Point = tuple[float, float]

SPACING = 0.25  # of the radius, between the dabs of a stroke
MAX_DABS = 20_000  # of a stroke: more than a hand paints in one go
DECIMALS = 4  # that points are kept with: a fifth of a pixel at 2000 pixels


@dataclass(frozen=True)
class Stroke:
    """One stroke of the brush. Raises ValueError for values out of range.

    points: its way, (x, y) as shares of the photograph's width and height, kept with `DECIMALS`; may lead out of it.
    radius: share of the photograph's long side, above 0 to 1. feather: soft share of the radius, 0 to 1.
    erase: takes away instead of adding.
    """

    points: tuple[Point, ...]
    radius: float
    feather: float = 0.5
    erase: bool = False

    def __post_init__(self) -> None:
        if not self.points or not all(-1 <= value <= 2 for point in self.points for value in point):
            raise Reason("A stroke has points on or near the photograph.")
        if not 0 < self.radius <= 1 or not 0 <= self.feather <= 1:
            raise Reason("A brush has a radius above 0 to 1 and a feather of 0 to 1.")
        way = sum(math.dist(point, following) for point, following in pairwise(self.points))
        if way > MAX_DABS * SPACING * self.radius:
            raise Reason("A stroke is too long for its brush.")
        rounded = tuple((round(x, DECIMALS), round(y, DECIMALS)) for x, y in self.points)
        object.__setattr__(self, "points", rounded)
