"""A lookup table to sRGB for lightness finer than 8 bits, as of colour photographs, and chroma rounded to half a unit.

As `lab_lut` does for 8-bit grey, but with each grey divided into a few levels, most of them among the darks,
where L* rises fastest. So 838 levels are enough, where even steps would have to be 2048 for the same L*, more than
the processor's cache holds of a photograph. No level lies across the middle between two greys of 8 bits:
what has no colour becomes the nearest.

The levels of one chroma are a column, of which as many cells are worked out as pixels ask for, and rare pixels one
by one. Both give the same: what a pixel gets depends on itself alone, however the work is cut and on however many
threads. Against the exact way four channels in five are equal, and one in a hundred differs by more than a level.
"""

import threading
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import lightness, srgb_decode
from desktop.engine.core.arrays import Floats, GrayArray, RgbArray
from desktop.engine.render.distinct import distinct, distinct_and_counts
from desktop.engine.render.lab_lut import AXIS_BITS, ENTRY_BYTES, MIDDLE, STEPS_PER_UNIT, TABLE_UNITS
from desktop.engine.render.lab_to_srgb import Blender

Integers = NDArray[np.int32]
Colors = NDArray[np.uint32]

LIGHTNESS_WITHIN = 0.28  # of L*, of which 0.256 are half a step of the 8-bit grey whose steps are widest
GRAY_STEP = 257  # of 16 bits, in one of 8
PAIRS = 1 << (2 * AXIS_BITS)  # of a* and b* in steps
CELL_BITS, CELLS_BITS = 6, 4  # levels of a cell; cells of a column
CELL, CELLS = 1 << CELL_BITS, 1 << CELLS_BITS
MAX_COLUMNS = 16_384  # 67 MB
PIXELS_THAT_PAY = (
    16  # for a cell, unless there are few: then working them out costs as much as so many pixels
)
FEW_CELLS = CELLS_AT_ONCE = 256
NO_COLUMN = 0  # always empty


@dataclass(frozen=True, eq=False)
class Levels:
    """The levels into which the fine table divides grey.

    of_gray: the level of each 16-bit grey, ascending. middle: the grey in the middle of each level.
    """

    of_gray: Integers
    middle: NDArray[np.uint16]


@cache
def levels() -> Levels:
    """So many that a grey, rounded to the middle of its level and then to 8 bits, keeps L* to `LIGHTNESS_WITHIN`.

    Coloured pixels keep it to 0.3: among the darkest, the steps of linear light (`lab_to_srgb`) come on top of it.
    """
    ends = (np.arange(257) - 0.5).clip(0, 255) / 255
    rise = np.diff(lightness(srgb_decode(ends.astype(np.float32)))).astype(np.float64)
    rise[[0, -1]] *= 2  # of these there is but a half
    rise = np.maximum(rise, np.maximum(np.roll(rise, 1), np.roll(rise, -1)))
    parts = np.ceil(rise / 2 / (LIGHTNESS_WITHIN - rise / 2)).astype(np.int64)
    gray = np.arange(1 << 16)
    nearest = (gray + GRAY_STEP // 2) // GRAY_STEP
    within = (gray + GRAY_STEP // 2 - nearest * GRAY_STEP) * parts[nearest] // GRAY_STEP
    starts = np.diff(nearest * GRAY_STEP + within, prepend=0) > 0
    of_gray = np.cumsum(starts)
    middle = np.bincount(of_gray, gray) / np.bincount(of_gray)
    return Levels(of_gray.astype(np.int32), np.rint(middle).astype(np.uint16))


class FineTable:
    """Columns of colours by chroma. Memory holds only those in use, as the system gives it when it is written to.

    starts: where in `colors` the column of a pair of a* and b* begins; `NO_COLUMN` for what has none.
    colors: packed; 0 where none was worked out.
    """

    def __init__(self) -> None:
        self.starts = np.full(PAIRS, NO_COLUMN, dtype=np.int32)
        self.colors: Colors = np.zeros((MAX_COLUMNS + 1) * CELLS * CELL, dtype=np.uint32)
        self._met = np.zeros(PAIRS * CELLS, dtype=np.uint8)
        self._columns = 0
        self._lock = threading.Lock()

    @property
    def is_full(self) -> bool:
        """Whether it takes as much memory as it may."""
        return self._columns == MAX_COLUMNS

    def meet(self, pairs: Integers, level: Integers, blender: "ExactBlender") -> None:
        """Note that pixels were met whose colour was not worked out, and work out the cells that pay by now."""
        which, count = distinct_and_counts(pairs << CELLS_BITS | level >> CELL_BITS)
        self._met[which] = np.minimum(self._met[which] + count, PIXELS_THAT_PAY)
        due = which if which.size <= FEW_CELLS else which[self._met[which] >= PIXELS_THAT_PAY]
        for start in range(0, due.size, CELLS_AT_ONCE):
            some = due[start : start + CELLS_AT_ONCE]
            self._keep(some, blender.cells(some))

    def _keep(self, cells: Integers, colors: Colors) -> None:
        pairs = cells >> CELLS_BITS
        with self._lock:
            new = distinct(pairs[self.starts[pairs] == NO_COLUMN])[: MAX_COLUMNS - self._columns]
            self.starts[new] = (self._columns + 1 + np.arange(new.size)) * (CELLS * CELL)
            self._columns += new.size
        starts = self.starts[pairs]
        kept = np.flatnonzero(starts)
        self.colors.reshape(-1, CELL)[(starts[kept] >> CELL_BITS) + (cells[kept] & (CELLS - 1))] = colors[
            kept
        ]


class ExactBlender:
    """Works out what the table holds, or would hold; each thread needs its own."""

    def __init__(self) -> None:
        self._pixels = CELLS_AT_ONCE * CELL
        self._blender = Blender(16, 8, self._pixels)
        middle = levels().middle
        self._middle = np.pad(middle, (0, CELLS * CELL - middle.size), mode="edge")

    def cells(self, cells: Integers) -> Colors:
        """The colours (n, CELL) of up to `CELLS_AT_ONCE` cells."""
        gray = np.take(self._middle.reshape(-1, CELL), cells & (CELLS - 1), axis=0).ravel()
        a, b = (np.repeat(chroma, CELL) for chroma in self._chroma(cells >> CELLS_BITS))
        return self._colors(gray, a, b).reshape(cells.size, CELL)

    def pixels(self, pairs: Integers, level: Integers) -> Colors:
        """The colour of each of any number of pairs at its level."""
        parts = [slice(start, start + self._pixels) for start in range(0, pairs.size, self._pixels)]
        gray = self._middle[level]
        return np.concatenate([self._colors(gray[part], *self._chroma(pairs[part])) for part in parts])

    def _chroma(self, pairs: Integers) -> tuple[Floats, Floats]:
        """a* and b* of pairs in the exact way's units."""
        units = self._blender.units
        a = (pairs >> AXIS_BITS) - MIDDLE
        b = (pairs & (2 * MIDDLE - 1)) - MIDDLE
        return (
            a.astype(np.float32) * np.float32(units.a / STEPS_PER_UNIT),
            b.astype(np.float32) * np.float32(units.b / STEPS_PER_UNIT),
        )

    def _colors(self, gray: NDArray[np.uint16], a: Floats, b: Floats) -> Colors:
        """Packed: red, green, blue and 255."""
        colors = np.full((gray.size, ENTRY_BYTES), 255, dtype=np.uint8)
        self._blender.blend(gray, a, b, colors)
        return colors.view(np.uint32).ravel()


class FineTableBlender:
    """Colours blocks of up to `pixels` pixels by the table; holds the memory that this takes, one for each thread."""

    units = TABLE_UNITS

    def __init__(self, pixels: int) -> None:
        self._integers = np.empty((3, pixels), dtype=np.int32)
        self._index = np.empty(pixels, dtype=np.intp)
        self._colors = np.empty(pixels, dtype=np.uint32)
        self._exact = ExactBlender()

    def blend(self, gray: GrayArray, a: Floats, b: Floats, out: RgbArray) -> None:
        """Write sRGB of 16-bit `gray` (n,) and chroma (n,) in `units` into `out`: (n, 3), or (n, 4) with 255 last."""
        count = gray.size
        pairs, level, start = self._integers[:, :count]
        np.copyto(pairs, a, casting="unsafe")
        np.copyto(level, b, casting="unsafe")
        pairs <<= AXIS_BITS
        pairs |= level
        index = self._index[:count]
        np.copyto(index, gray)
        np.take(levels().of_gray, index, out=level, mode="wrap")  # always in range; NumPy's fastest check
        packed = out.shape[1] == ENTRY_BYTES
        colors = out.view(np.uint32).ravel() if packed else self._colors[:count]
        self._look_up(pairs, level, start, colors)
        if not packed:
            channels = colors.view(np.uint8).reshape(count, ENTRY_BYTES)
            for place in range(3):  # four times as fast as all at once
                np.copyto(out[:, place], channels[:, place])

    def _look_up(self, pairs: Integers, level: Integers, place: Integers, colors: Colors) -> None:
        table, index = shared_fine_table(), self._index[: pairs.size]
        np.copyto(index, pairs)
        np.take(table.starts, index, out=place, mode="wrap")
        place += level
        np.copyto(index, place)
        np.take(table.colors, index, out=colors, mode="wrap")
        if colors.min():
            return
        missing = np.flatnonzero(colors == 0)
        pairs, level = pairs[missing], level[missing]
        table.meet(pairs, level, self._exact)
        found = table.colors[table.starts[pairs] + level]
        rare = np.flatnonzero(found == 0)
        if rare.size:
            found[rare] = self._exact.pixels(pairs[rare], level[rare])
        colors[missing] = found
        if table.is_full:
            shared_fine_table.cache_clear()


@cache
def shared_fine_table() -> FineTable:
    """The table that all photographs share, until it is full."""
    return FineTable()
