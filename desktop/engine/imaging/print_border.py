"""Finds where the picture lies on a scanned print: inside of its paper border, mount, album page or film edge.

A border is a ring of one tone around an upright rectangle. Seen from each side of the scan inwards, the share of
pixels of another tone jumps, along one straight line, from next to none to most of the line (`border_line`). Skies,
snow, night and white backgrounds are of one tone, but have no such line on every side. What is doubtful counts as no
border: real picture left grey is worse than coloured paper.

Rings are peeled off one after the other, so that a print on an album page is found, too, and last an oval window.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import atan, ceil, cos, degrees, sin

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.imaging.border_line import BorderLine, border_line
from desktop.engine.imaging.median import median
from desktop.engine.imaging.oval_window import find_oval

MAX_RINGS = 3
LEAST_PICTURE = 0.3  # of each side of the scan, that the picture has at least
MOST_BORDER = 0.4  # of each side, that a border takes at most
SAME_TONE = 40.0  # levels of 255 by which the tones of a border's sides may differ: prints yellow unevenly
SAME_SLOPE = 0.022  # by which the slopes of a border's sides may differ
MAX_SLOPE = 0.0875  # five degrees
LEVEL = 0.002  # slope that does not count: half a pixel at each end
INSET = 0.002  # of the long side: the blurred edge of the picture belongs to neither
RIM_PX = 3  # of a ring within another, the blurred edge of that one
# How much of a line's length has another tone inside, where there is one on so many sides:
FOUR_SIDES, FOUR_SIDES_MEAN, THREE_SIDES, TWO_SIDES = 0.6, 0.8, 0.85, 0.97
BLACK, WHITE, EVEN = 25.0, 235.0, 2.0  # tones and noise of bars above and below, or to the left and right
_UPWARDS = (-1, 0, 1, 2)  # quarter turns that bring the left, top, right and bottom side to the top


@dataclass(frozen=True)
class PictureRectangle:
    """The rectangle of the picture on a scan.

    angle: degrees clockwise that straighten the picture, around the scan's middle.

    left, top, right, bottom: its sides after that, as shares of the scan's width and height. oval: whether it is the
    oval between them.
    """

    angle: float
    left: float
    top: float
    right: float
    bottom: float
    oval: bool = False

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        return self.left, self.top, self.right, self.bottom


@dataclass(frozen=True)
class _Box:
    """Columns and rows of the scan between which the picture lies, in the middle of each side.

    slope: rows per column by which its upper edge falls.
    """

    left: float
    top: float
    right: float
    bottom: float
    slope: float = 0.0


def find_picture(gray: NDArray[np.uint8]) -> PictureRectangle | None:
    """Where the picture lies on a scan (H, W), some hundred pixels wide; None where it has no border, or in doubt."""
    values = gray.astype(np.float32)
    height, width = gray.shape
    whole = box = _Box(0.0, 0.0, float(width), float(height))
    for _ in range(MAX_RINGS):
        ring = _within(box, values)
        if ring is None:
            break
        box = ring
    return _oval(box, values) or (None if box is whole else _rectangle(box, (width, height)))


def _within(outer: _Box, values: Floats) -> _Box | None:
    """The picture within a ring that lies next to `outer` on the inside; None where there is none."""
    height, width = values.shape
    lean = ceil(abs(outer.slope) * max(height, width) / 2)
    left, top = (0 if not edge else ceil(edge) + RIM_PX + lean for edge in (outer.left, outer.top))
    right, bottom = (
        side if edge == side else int(edge) - RIM_PX - lean
        for edge, side in ((outer.right, width), (outer.bottom, height))
    )
    part = values[top:bottom, left:right]
    if part.shape[0] < LEAST_PICTURE * height or part.shape[1] < LEAST_PICTURE * width:
        return None
    lines = _lines(part)
    if not _is_ring([line for line in lines if line is not None], lines):
        return None
    depths = [0.0 if line is None else line.depth for line in lines]
    box = _Box(
        left=left + depths[0] if depths[0] else outer.left,
        top=top + depths[1] if depths[1] else outer.top,
        right=right - depths[2] if depths[2] else outer.right,
        bottom=bottom - depths[3] if depths[3] else outer.bottom,
        slope=float(median(np.array([line.slope for line in lines if line is not None]))),
    )
    return replace(box, slope=0.0) if abs(box.slope) < LEVEL else box


def _lines(part: Floats) -> list[BorderLine | None]:
    """The lines of a ring on the left, above, on the right and below; None where there is none.

    First they are looked for along whole sides, then along those of the picture alone.
    """
    sides = [np.rot90(part, turns) for turns in _UPWARDS]
    sides = [side[: round(MOST_BORDER * len(side))] for side in sides]
    lines = [border_line(side, MAX_SLOPE) for side in sides]
    if sum(line is not None for line in lines) < 2:
        return [None] * len(sides)
    depths = [0 if line is None else round(line.depth) for line in lines]
    return [
        border_line(side[:, depths[number - 1] : side.shape[1] - depths[(number + 1) % 4]], MAX_SLOPE)
        for number, side in enumerate(sides)
    ]


def _is_ring(found: Sequence[BorderLine], lines: Sequence[BorderLine | None]) -> bool:
    """Whether the lines that were found bound one picture: alike in tone and slope, and clear enough for so few."""
    if len(found) < 2:
        return False
    tones, slopes = [line.tone for line in found], [line.slope for line in found]
    shares = [line.share for line in found]
    if max(tones) - min(tones) > SAME_TONE or max(slopes) - min(slopes) > SAME_SLOPE:
        return False
    if len(found) == 4:
        return min(shares) >= FOUR_SIDES and sum(shares) / 4 >= FOUR_SIDES_MEAN
    if len(found) == 3:
        return min(shares) >= THREE_SIDES
    opposite = (lines[0] is None) == (lines[2] is None)
    bars = all(line.noise < EVEN and not BLACK < line.tone < WHITE for line in found)
    return opposite and bars and min(shares) >= TWO_SIDES


def _oval(outer: _Box, values: Floats) -> PictureRectangle | None:
    """The oval window of a mount that fills what is left within the rings; None where there is none, or it is askew."""
    height, width = values.shape
    sides = (outer.left, outer.top, outer.right, outer.bottom)
    inset = INSET * max(height, width)
    left, top = (round(side + inset) if side else 0 for side in sides[:2])
    right, bottom = (
        whole if side == whole else round(side - inset)
        for side, whole in zip(sides[2:], (width, height), strict=True)
    )
    found = None if outer.slope else find_oval(values[top:bottom, left:right])
    if found is None:
        return None
    x, y, across, down = left + found.x, top + found.y, found.across - inset, found.down - inset
    return PictureRectangle(
        *(0.0, (x - across) / width, (y - down) / height, (x + across) / width, (y + down) / height),
        oval=True,
    )


def _rectangle(box: _Box, size_px: tuple[int, int]) -> PictureRectangle:
    """The box after straightening, a little smaller on the sides where there is a border."""
    width, height = size_px
    inset, angle = INSET * max(size_px), -atan(box.slope)
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2

    def straightened(x: float, y: float) -> tuple[float, float]:
        right, below = x - width / 2, y - height / 2
        return (
            width / 2 + right * cos(angle) - below * sin(angle),
            height / 2 + right * sin(angle) + below * cos(angle),
        )

    left, right = straightened(box.left, down)[0], straightened(box.right, down)[0]
    top, bottom = straightened(across, box.top)[1], straightened(across, box.bottom)[1]
    return PictureRectangle(
        degrees(angle),
        (left + inset) / width if box.left else 0.0,
        (top + inset) / height if box.top else 0.0,
        (right - inset) / width if box.right != width else 1.0,
        (bottom - inset) / height if box.bottom != height else 1.0,
    )
