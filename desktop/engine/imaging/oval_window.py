"""Finds the oval window of a mount: the picture of a cabinet card or locket, with a mount of one tone all around it.

An oval counts where the mount is of one tone on all four sides, and all around a curve that is an upright ellipse that
tone ends. Circles are left alone: balls, plates and moons on plain grounds are as round.
"""

from dataclasses import dataclass
from math import pi

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.imaging.median import median

OUTER_SHARE = 0.012  # of the short side: the mount's outermost pixels, which its tone is taken from
MOST_NOISE, NOISE_TIMES = 7.0, 5.0
LEAST_CONTRAST, MOST_CONTRAST = 10.0, 30.0  # levels by which a pixel differs that is not of the mount's tone
SAME_TONE = 40.0  # levels by which the sides of the mount may differ
MEDIAN_TO_DEVIATION = 1.4826
OUTER_MARKED = 0.12  # of the outermost pixels, that are not of the mount's tone
LEAST_SIDE_PX, LEAST_SIZE = 96, 0.35  # of the part; of its sides, that an oval has at least
BAND = 0.06  # of the part's sides: the middle, along which an oval's ends are looked for
ENTERED = 0.6  # of the band's pixels, that are not of the mount's tone at an oval's end
LEAST_ASPECT, MOST_ASPECT = 0.55, 0.88  # short axis to long axis
OFF_MIDDLE = 0.06  # of the part's width, that an oval's middle may lie beside the mount's
BRIDGED = 0.03  # of a side: gaps within a picture
SECTORS = 48
RING = 0.035  # of the radii: what is looked at within and beyond the curve, but for
BLUR = 0.012  # next to it
# Of a sector beyond the curve, that is not of the mount's tone, and in how many of them.
CLEAN, CLEAN_SECTORS = 0.08, 46
FULL, FULL_SECTORS, FULL_MEAN = 0.5, 40, 0.8  # likewise within it, and of all of them
STEPS_PX = (4.0, 2.0, 1.0, 0.5)  # by which an ellipse is moved until it fits best


@dataclass(frozen=True)
class Ellipse:
    """An upright ellipse in pixels of the part that it was looked for in."""

    x: float
    y: float
    across: float
    down: float


def find_oval(part: Floats) -> Ellipse | None:
    """The oval window in a mount (H, W), grey 0..255; None where there is none, or in doubt."""
    if min(part.shape) < LEAST_SIDE_PX:
        return None
    other = _not_mount(part)
    if other is None:
        return None
    for bridged in (1.0, BRIDGED):
        first = _spanned(other, bridged)
        best = None if first is None else _fitted(other, first)
        if best is not None and _has_shape_of_window(best) and _is_window(other, best):
            return best
    return None


def _not_mount(part: Floats) -> NDArray[np.bool_] | None:
    """What is not of the mount's tone, lit and yellowed unevenly; None where the sides are not of one tone."""
    height, width = part.shape
    edge = max(3, round(OUTER_SHARE * min(part.shape)))
    frame = np.ones(part.shape, bool)
    frame[edge : height - edge, edge : width - edge] = False
    frame[[0, -1]] = frame[:, [0, -1]] = False  # scans often end in a row of another tone
    strips = (part[1:edge], part[-edge:-1], part[:, 1:edge], part[:, -edge:-1])
    tones = [float(median(strip)) for strip in strips]
    if max(tones) - min(tones) > SAME_TONE:
        return None
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    across, down = across / width - 0.5, down / height - 0.5
    top, bottom, left, right = tones
    plane = np.float32(sum(tones) / 4) + (right - left) * across + (bottom - top) * down
    off = np.abs(part - plane)
    noise = MEDIAN_TO_DEVIATION * float(median(off[frame]))
    if noise > MOST_NOISE:
        return None
    contrast = min(max(NOISE_TIMES * noise, LEAST_CONTRAST), MOST_CONTRAST)
    other: NDArray[np.bool_] = off > contrast
    return None if other[frame].mean() > OUTER_MARKED else other


def _spanned(other: NDArray[np.bool_], bridged: float) -> Ellipse | None:
    """An ellipse between the ends of what is not mount, seen along the middle of the width and then of its height.

    bridged: of a side, by which parts may lie apart that belong together: a caption is none of the picture.
    """
    height, width = other.shape
    reach = max(2, round(BAND * width / 2))
    rows = _run(other[:, width // 2 - reach : width // 2 + reach].mean(axis=1), round(bridged * height))
    y = round((rows[0] + rows[1]) / 2)
    reach = max(2, round(BAND * height / 2))
    columns = _run(other[max(0, y - reach) : y + reach].mean(axis=0), round(bridged * width))
    if rows[1] - rows[0] < LEAST_SIZE * height or columns[1] - columns[0] < LEAST_SIZE * width:
        return None
    x = (columns[0] + columns[1]) / 2
    if abs(x - width / 2) > OFF_MIDDLE * width:
        return None
    return Ellipse(x, (rows[0] + rows[1]) / 2, (columns[1] - columns[0]) / 2, (rows[1] - rows[0]) / 2)


def _run(shares: Floats, gap: int) -> tuple[int, int]:
    """Start and end of the longest run of what is not mount, over gaps of so many pixels; 0, 0 for none."""
    entered = np.flatnonzero(shares > ENTERED)
    if not len(entered):
        return 0, 0
    runs = np.split(entered, np.flatnonzero(np.diff(entered) > gap) + 1)
    longest = max(runs, key=lambda run: run[-1] - run[0])
    return int(longest[0]), int(longest[-1]) + 1


def _fitted(other: NDArray[np.bool_], ellipse: Ellipse) -> Ellipse:
    """The ellipse moved, sized and shaped until most is other within it and least beyond."""
    values = np.array([ellipse.x, ellipse.y, ellipse.across, ellipse.down])
    score = _score(other, ellipse)
    for step in STEPS_PX:
        better = True
        while better:
            better = False
            for move in np.vstack([np.eye(4), -np.eye(4)]) * step:
                tried = Ellipse(*(float(value) for value in values + move))
                reached = _score(other, tried)
                if reached > score:
                    score, values, better = reached, values + move, True
    return Ellipse(*(float(value) for value in values))


def _score(other: NDArray[np.bool_], ellipse: Ellipse) -> float:
    within, beyond = _rings(other, ellipse)
    return float(within.mean() - beyond.mean())


def _has_shape_of_window(ellipse: Ellipse) -> bool:
    short, long = sorted((ellipse.across, ellipse.down))
    return LEAST_ASPECT <= short / long <= MOST_ASPECT


def _is_window(other: NDArray[np.bool_], ellipse: Ellipse) -> bool:
    """Whether the mount ends at the ellipse nearly everywhere."""
    within, beyond = _rings(other, ellipse)
    clean, full = int((beyond <= CLEAN).sum()), int((within >= FULL).sum())
    return clean >= CLEAN_SECTORS and full >= FULL_SECTORS and float(within.mean()) >= FULL_MEAN


def _rings(other: NDArray[np.bool_], ellipse: Ellipse) -> tuple[Floats, Floats]:
    """(SECTORS,) the share of other pixels within the curve and beyond it, by direction; beyond the scan is none."""
    height, width = other.shape
    angles = np.arange(SECTORS * 4) * (2 * pi / (SECTORS * 4))
    rings = []
    for side in (-1, 1):
        radii = 1 + side * np.linspace(BLUR, RING, 4)[:, None]
        columns = np.floor(ellipse.x + ellipse.across * radii * np.cos(angles)).astype(np.intp)
        rows = np.floor(ellipse.y + ellipse.down * radii * np.sin(angles)).astype(np.intp)
        there = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
        found = other[np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1)] & there
        rings.append(found.reshape(4, SECTORS, 4).mean(axis=(0, 2)).astype(np.float32))
    return rings[0], rings[1]
