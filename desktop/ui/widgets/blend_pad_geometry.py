"""Converts a point of the blend pad into the weights of its presets, and back.

Two presets share the width of the pad; three its triangle of upper left, upper right and lower left; four all of it,
with bilinear weights. So every blend that the pad can make has one place, from which it can be made again.
"""

Point = tuple[float, float]


def weights_at(point: Point, count: int) -> tuple[float, ...]:
    """Weights, with a sum of 1, of `count` (1 to 4) presets at a point 0..1 from the upper left."""
    x, y = (min(max(value, 0.0), 1.0) for value in point)
    if count == 1:
        return (1.0,)
    if count == 2:
        return (1 - x, x)
    if count == 3:
        beyond = max(0.0, x + y - 1) / 2  # straight back to the triangle's long side
        x, y = x - beyond, y - beyond
        return (max(0.0, 1 - x - y), x, y)
    return ((1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y)


def point_of(weights: tuple[float, ...]) -> Point:
    """The point with these weights; of one or two presets it lies at half the height."""
    if len(weights) == 1:
        return (0.5, 0.5)
    if len(weights) == 2:
        return (weights[1], 0.5)
    last = weights[3] if len(weights) == 4 else 0.0
    return (weights[1] + last, weights[2] + last)


def even(count: int) -> tuple[float, ...]:
    """The same weight for each of `count` presets."""
    return (1 / count,) * count
