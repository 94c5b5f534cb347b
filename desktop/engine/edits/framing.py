"""Framing: which part of a photograph is shown and how it is turned, and where its points lie then.

The photograph is turned by quarter turns first, then straightened around its middle, then cropped to an upright
rectangle. Nothing of it is lost: its file stays as it is, and other parts can be shown later.
"""

import math
from dataclasses import dataclass, replace
from typing import Self

from desktop.engine.core.reasons import Reason

MAX_ANGLE = 45.0
LEAST_SHARE = 0.01  # of a side, that a part has at least
_NEAR_PX = 1e-6  # what a corner may lie outside of the photograph by rounding

Point = tuple[float, float]
Size = tuple[int, int]


@dataclass(frozen=True)
class Framing:
    """What is shown of a photograph; by default all of it as it is. Raises ValueError beyond the ranges.

    turns: quarter turns clockwise, 0 to 3. angle: degrees, -45 to 45, by which it is turned clockwise after these.
    left, top, right, bottom: the part, as shares (0..1) of width and height after the quarter turns, each side at least
    `LEAST_SHARE` long. Where a straightened photograph does not fill the part, `fitted` makes the part smaller.
    oval: of a picture within a mount, that it is the oval that touches the four sides.
    """

    turns: int = 0
    angle: float = 0.0
    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0
    oval: bool = False

    def __post_init__(self) -> None:
        if self.turns not in range(4):
            raise Reason(f"A photograph is turned by 0 to 3 quarters, not {self.turns}.")
        if not -MAX_ANGLE <= self.angle <= MAX_ANGLE:
            raise Reason(
                f"A photograph is straightened by {-MAX_ANGLE:g} to {MAX_ANGLE:g} degrees, not {self.angle:g}."
            )
        for low, high in ((self.left, self.right), (self.top, self.bottom)):
            if not 0 <= low < high <= 1 or high - low < LEAST_SHARE - 1e-9:
                raise Reason(
                    f"A part of a photograph has sides of at least {LEAST_SHARE:.0%} of it, and lies inside of it."
                )

    @property
    def is_whole(self) -> bool:
        """Whether nothing is cropped, straightened or turned."""
        return self == Framing()

    def turned(self, quarters: int) -> Self:
        """The same part of the photograph, with everything that is shown turned clockwise by more quarters."""
        framing = self
        for _ in range(quarters % 4):
            framing = replace(
                framing,
                turns=(framing.turns + 1) % 4,
                left=1 - framing.bottom,
                top=framing.left,
                right=1 - framing.top,
                bottom=framing.right,
            )
        return framing

    def turned_size(self, size_px: Size) -> Size:
        """(width, height) of a photograph of `size_px` after the quarter turns."""
        width, height = size_px
        return (height, width) if self.turns % 2 else (width, height)

    def box(self, size_px: Size) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the part in pixels, on whole ones where nothing is straightened."""
        width, height = self.turned_size(size_px)
        if self.angle:
            return self.left * width, self.top * height, self.right * width, self.bottom * height
        left, top = min(round(self.left * width), width - 1), min(round(self.top * height), height - 1)
        right, bottom = max(round(self.right * width), left + 1), max(round(self.bottom * height), top + 1)
        return left, top, right, bottom

    def size_px(self, size_px: Size) -> Size:
        """(width, height) of what is shown of a photograph of `size_px` = (width, height)."""
        left, top, right, bottom = self.fitted(size_px).box(size_px)
        return max(1, round(right - left)), max(1, round(bottom - top))

    def fitted(self, size_px: Size) -> Self:
        """The same, the part shrunk around its middle until a photograph of `size_px` fills it."""
        if not self.angle:
            return self
        width, height = self.turned_size(size_px)
        across, down = (self.left + self.right) / 2 * width, (self.top + self.bottom) / 2 * height
        across, down = self._inside((across, down), (width, height))
        half = ((self.right - self.left) / 2 * width, (self.bottom - self.top) / 2 * height)
        share = self._filled(half, (across, down), (width, height))
        wide, high = half[0] * share, half[1] * share
        if min(wide * 2 / width, high * 2 / height) < LEAST_SHARE:
            whole = replace(self, left=0.0, top=0.0, right=1.0, bottom=1.0)
            return (
                whole.fitted(size_px) if self != whole else replace(self, angle=0.0)
            )  # of a sliver all is shown
        if share == 1 and abs(across - (self.left + self.right) / 2 * width) < _NEAR_PX:
            return self
        return replace(
            self,
            left=max(0.0, (across - wide) / width),
            top=max(0.0, (down - high) / height),
            right=min(1.0, (across + wide) / width),
            bottom=min(1.0, (down + high) / height),
        )

    def _inside(self, middle: Point, size_px: Size) -> Point:
        """The middle of the part, moved onto the photograph if it lies beside it."""
        x, y = self._unstraightened(middle, size_px)
        x, y = min(max(x, 0.0), size_px[0]), min(max(y, 0.0), size_px[1])
        return _rotated((x, y), self.angle, (size_px[0] / 2, size_px[1] / 2))

    def _filled(self, half: Point, middle: Point, size_px: Size) -> float:
        """The greatest share, up to 1, of a part of `half` its size around `middle` that is all photograph."""
        start = self._unstraightened(middle, size_px)
        share = 1.0
        for sign_x, sign_y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
            corner = (middle[0] + sign_x * half[0], middle[1] + sign_y * half[1])
            for at, end, side in zip(start, self._unstraightened(corner, size_px), size_px, strict=True):
                step = end - at
                if step > 0 and end > side + _NEAR_PX:
                    share = min(share, (side - at) / step)
                elif step < 0 and end < -_NEAR_PX:
                    share = min(share, at / -step)
            for at, reach, side in zip(middle, (sign_x * half[0], sign_y * half[1]), size_px, strict=True):
                if not -_NEAR_PX <= at + reach <= side + _NEAR_PX:
                    share = min(share, ((side if reach > 0 else 0.0) - at) / reach)
        return max(share, 0.0)

    def _unstraightened(self, point: Point, turned_px: Size) -> Point:
        return _rotated(point, -self.angle, (turned_px[0] / 2, turned_px[1] / 2))

    def to_photo(self, point: Point, size_px: Size) -> Point:
        """The pixel of a photograph of `size_px` that lies at a pixel of what is shown; both count from a corner."""
        left, top, _, _ = self.box(size_px)
        x, y = self._unstraightened((point[0] + left, point[1] + top), self.turned_size(size_px))
        width, height = size_px
        return ((x, y), (y, height - x), (width - x, height - y), (width - y, x))[self.turns]

    def from_photo(self, point: Point, size_px: Size) -> Point:
        """The pixel of what is shown where a pixel of a photograph of `size_px` lies; undoes `to_photo`."""
        (x, y), (width, height) = point, size_px
        turned = ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[self.turns]
        across, down = self.turned_size(size_px)
        x, y = _rotated(turned, self.angle, (across / 2, down / 2))
        left, top, _, _ = self.box(size_px)
        return x - left, y - top


def _rotated(point: Point, degrees: float, middle: Point) -> Point:
    """A point turned clockwise around `middle`, y pointing down."""
    if not degrees:
        return point
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    across, down = point[0] - middle[0], point[1] - middle[1]
    return middle[0] + across * cos - down * sin, middle[1] + across * sin + down * cos
