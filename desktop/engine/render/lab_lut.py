"""A lookup table from 8-bit grey and chroma, rounded to half a unit, to sRGB; entries are computed when first used.

The pixels of a photograph outnumber its colours a hundred times. Lightness is not rounded at all, so L* holds as
it does in `lab_to_srgb`; chroma is off by at most a quarter of a unit in a* and in b*, which is less than rounding
to 8 bits a channel does: against the exact way one channel in six differs by one level, one in ten thousand by more.

What an entry holds depends on its place alone. So results are the same to the last bit however the work is
cut, and threads may work out the same entry at once.
"""

import mmap
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats, GrayArray, RgbArray
from desktop.engine.render.distinct import distinct
from desktop.engine.render.lab_to_srgb import Blender, Units

Keys = NDArray[np.int32]

AXIS_BITS = 9  # of a* and of b*
STEPS_PER_UNIT = 2
MIDDLE = 1 << (AXIS_BITS - 1)
LIMIT = (MIDDLE - 1) / STEPS_PER_UNIT  # greatest |a*| and |b*| that have an entry; sRGB ends at 108
GRAY_BITS = 8
CELL_AXIS_BITS, CELL_GRAY_BITS = (
    3,
    6,
)  # entries that are worked out together: 4 units of a* and b*, a quarter of greys
FEW_CELLS, KEYS_THAT_PAY = 8, 32
PIXELS_THAT_PAY = 512  # a cell costs as much as so many, met and worked out one by one
CELL_ENTRIES = 1 << (2 * CELL_AXIS_BITS + CELL_GRAY_BITS)
ENTRIES = 1 << (2 * AXIS_BITS + GRAY_BITS)
ENTRY_BYTES = 4  # red, green, blue and 255, so that an entry that was worked out is never 0
PAGE_ENTRIES = 4096 // ENTRY_BYTES
MAX_PAGES = 8192  # 32 MB
TABLE_UNITS = Units(
    STEPS_PER_UNIT, STEPS_PER_UNIT, MIDDLE + 0.5
)  # cut to a whole number, a key is the nearest


class ColourTable:
    """The table: an entry for every key (a* in steps, b* in steps, grey), of which memory holds only those in use.

    The system gives memory to a page of the table when something is first written to it. Grey varies fastest in
    a key, as it does in a photograph: what lies near in the picture lies near in the table.
    """

    def __init__(self) -> None:
        memory = mmap.mmap(-1, ENTRIES * ENTRY_BYTES)
        if hasattr(mmap, "MADV_NOHUGEPAGE"):
            memory.madvise(mmap.MADV_NOHUGEPAGE)  # pages of 2 MB would bring nearly all of it into memory
        self.colors = np.frombuffer(memory, dtype=np.uint32)
        self._used = np.zeros(ENTRIES // PAGE_ENTRIES, dtype=bool)
        self._met = 0

    @property
    def is_full(self) -> bool:
        """Whether it takes as much memory as it may."""
        return int(np.count_nonzero(self._used)) > MAX_PAGES

    def work_out(self, keys: Keys, blender: Blender) -> None:
        """Fill in the entries of `keys`, those of some pixels, and mostly all that share a cell with one of them.

        What lies near in colour is met next, and few large pieces of work take a tenth of the time of many small.
        Where nearly every pixel is in a cell of its own, as in a test chart, or where there are few pixels in all,
        cells would not pay.
        """
        self._met += keys.size
        keys = distinct(keys)
        cells = distinct(keys & ~_within_a_cell()[-1])
        if cells.size <= max(FEW_CELLS, min(keys.size // KEYS_THAT_PAY, self._met // PIXELS_THAT_PAY)):
            keys = (cells[:, None] | _within_a_cell()).ravel()
        for start in range(0, keys.size, CELL_ENTRIES):
            self._fill(keys[start : start + CELL_ENTRIES], blender)

    def _fill(self, keys: Keys, blender: Blender) -> None:
        a, b = keys >> (AXIS_BITS + GRAY_BITS), (keys >> GRAY_BITS) & (2 * MIDDLE - 1)
        colors = np.full((keys.size, ENTRY_BYTES), 255, dtype=np.uint8)
        units = blender.units
        blender.blend(
            (keys & 255).astype(np.uint8),
            (a - MIDDLE) * np.float32(units.a / STEPS_PER_UNIT),
            (b - MIDDLE) * np.float32(units.b / STEPS_PER_UNIT),
            colors,
        )
        self.colors[keys] = colors.view(np.uint32).ravel()
        self._used[keys // PAGE_ENTRIES] = True


@cache
def _within_a_cell() -> Keys:
    """The keys of a cell less that of its first entry, ascending: the last has all bits set that differ in a cell."""
    axis, gray = (np.arange(1 << bits, dtype=np.int32) for bits in (CELL_AXIS_BITS, CELL_GRAY_BITS))
    a, b = axis[:, None, None] << (AXIS_BITS + GRAY_BITS), axis[:, None] << GRAY_BITS
    return (a | b | gray).ravel()


class TableBlender:
    """Colours blocks of up to `pixels` pixels by the table; holds the memory that this takes, one for each thread."""

    units = TABLE_UNITS

    def __init__(self, pixels: int) -> None:
        self._keys = np.empty((2, pixels), dtype=np.int32)
        self._index = np.empty(pixels, dtype=np.intp)
        self._colors = np.empty(pixels, dtype=np.uint32)
        self._blender = Blender(8, 8, CELL_ENTRIES)

    def blend(self, gray: GrayArray, a: Floats, b: Floats, out: RgbArray) -> None:
        """Write sRGB of 8-bit `gray` (n,) and chroma (n,) in `units` into `out`: (n, 3), or (n, 4) with 255 last."""
        count = gray.size
        keys, steps = self._keys[:, :count]
        np.copyto(keys, a, casting="unsafe")
        np.copyto(steps, b, casting="unsafe")
        keys <<= AXIS_BITS
        keys |= steps
        keys <<= GRAY_BITS
        keys |= gray
        packed = out.shape[1] == ENTRY_BYTES
        colors = out.view(np.uint32).ravel() if packed else self._colors[:count]
        self._look_up(keys, colors)
        if not packed:
            channels = colors.view(np.uint8).reshape(count, ENTRY_BYTES)
            for place in range(3):  # four times as fast as all at once
                np.copyto(out[:, place], channels[:, place])

    def _look_up(self, keys: Keys, colors: NDArray[np.uint32]) -> None:
        table, index = shared_table(), self._index[: keys.size]
        np.copyto(index, keys)
        np.take(
            table.colors, index, out=colors, mode="wrap"
        )  # always in range; this is NumPy's fastest check
        if colors.min():
            return
        missing = np.flatnonzero(colors == 0)
        table.work_out(keys[missing], self._blender)
        colors[missing] = table.colors[keys[missing]]
        if table.is_full:
            shared_table.cache_clear()


@cache
def shared_table() -> ColourTable:
    """The table that all photographs share, until it is full."""
    return ColourTable()


def has_entries(coefficients: Floats) -> bool:
    """Whether the table has an entry for all chroma that coefficients (4, h, w), as `Chroma` has them, can give."""
    slope, offset = coefficients[:2], coefficients[2:]
    return all(bool(np.abs(end).max() <= LIMIT) for end in (offset, offset + slope))
