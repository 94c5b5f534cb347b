"""An oval picture within a mount: its axes, and what a network is shown in the place of the mount."""

import math
from collections.abc import Sequence

import numpy as np

from desktop.engine.core.arrays import GrayArray
from desktop.engine.imaging.place import Axes

MIRROR = 0.985  # of the radii: next to the edge there is shadow
Corner = tuple[float, float]


def axes_between(corners: Sequence[Corner], long_side: int) -> Axes:
    """The axes of the oval in a rectangle: upper left, upper right, lower right and lower left corner, in pixels.

    long_side: of the picture that these lie on, in which axes are told.
    """
    start, right, _, below = corners
    middle = (right[0] + below[0]) / 2, (right[1] + below[1]) / 2
    axes = []
    for end in (right, below):
        x, y = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
        a, b = x / (x * x + y * y), y / (x * x + y * y)
        axes.append((a * long_side, b * long_side, -(a * middle[0] + b * middle[1])))
    return axes[0], axes[1]


def radii(axes: Axes, x: float, y: float) -> float:
    """How many radii a point, in long sides, lies from the middle; 1 on the oval."""
    return math.hypot(*(a * x + b * y + c for a, b, c in axes))


def mirrored(gray: GrayArray, box: tuple[int, int, int, int], axes: Axes, long_side: int) -> GrayArray:
    """What lies in a box, with the picture mirrored at the oval in the place of the mount.

    gray: (h, w) of the box, at any size. box: left, top, right, bottom in pixels of the picture with that long side.
    """
    height, width = gray.shape
    x = (box[0] + (np.arange(width) + 0.5) * (box[2] - box[0]) / width) / long_side
    y = (box[1] + (np.arange(height) + 0.5) * (box[3] - box[1]) / height) / long_side
    (a, b, c), (d, e, f) = axes
    from_middle = np.hypot(a * x + b * y[:, None] + c, d * x + e * y[:, None] + f)
    rows, columns = np.nonzero(from_middle > MIRROR)
    size = a * e - b * d
    middle_x, middle_y = (b * f - c * e) / size, (c * d - a * f) / size
    share = np.maximum(2 * MIRROR / from_middle[rows, columns] - 1, 0)
    from_rows = np.searchsorted(y, middle_y + (y[rows] - middle_y) * share)
    from_columns = np.searchsorted(x, middle_x + (x[columns] - middle_x) * share)
    result = gray.copy()
    result[rows, columns] = gray[np.minimum(from_rows, height - 1), np.minimum(from_columns, width - 1)]
    return result
