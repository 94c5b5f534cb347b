"""What a thread works with while it composes: memory that is used again, as fresh memory costs more than the work."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.engine.render.lab_lut import TABLE_UNITS, TableBlender
from desktop.engine.render.lab_lut_fine import FineTableBlender
from desktop.engine.render.lab_to_srgb import Blender, Units, exact_units

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Bench:
    """A blender, and room for the coefficients and the grey of a block: (5, pixels)."""

    blender: Blender | TableBlender | FineTableBlender
    planes: Floats


@dataclass(frozen=True)
class BenchKind:
    """What a bench is for: the bits of grey and result, whether the table serves, and the pixels of a block."""

    gray_bits: int
    result_bits: int
    by_table: bool
    pixels: int

    @property
    def units(self) -> Units:
        """What its blender wants chroma in."""
        return TABLE_UNITS if self.by_table else exact_units(self.gray_bits, self.result_bits)

    @contextmanager
    def bench(self) -> Iterator[Bench]:
        """One that nobody else has meanwhile. There are never more than threads that worked at once."""
        free = _free[self]
        try:
            bench = free.pop()
        except IndexError:
            bench = self._made()
        yield bench
        free.append(bench)

    def _made(self) -> Bench:
        blender: Blender | TableBlender | FineTableBlender
        if self.by_table:
            blender = (TableBlender if self.gray_bits == 8 else FineTableBlender)(self.pixels)
        else:
            blender = Blender(self.gray_bits, self.result_bits, self.pixels)
        return Bench(blender, np.empty((5, self.pixels), dtype=np.float32))


_free: defaultdict[BenchKind, list[Bench]] = defaultdict(list)
