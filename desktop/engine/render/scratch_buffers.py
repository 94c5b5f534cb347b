"""Scratch memory for composing, reused by the threads: allocating it anew would take longer than the work."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from desktop.engine.core.arrays import Floats
from desktop.engine.render.lab_lut import TABLE_UNITS, TableBlender
from desktop.engine.render.lab_lut_fine import FineTableBlender
from desktop.engine.render.lab_to_srgb import Blender, Units, exact_units


@dataclass(frozen=True, eq=False)
class Scratch:
    """A blender, and room for the coefficients and the grey of a block: (5, pixels)."""

    blender: Blender | TableBlender | FineTableBlender
    planes: Floats


@dataclass(frozen=True)
class ScratchPool:
    """Scratch memory of one kind: bits of grey and result, whether the table serves, and the pixels of a block."""

    gray_bits: int
    result_bits: int
    by_table: bool
    pixels: int

    @property
    def units(self) -> Units:
        """What its blender wants chroma in."""
        return TABLE_UNITS if self.by_table else exact_units(self.gray_bits, self.result_bits)

    @contextmanager
    def scratch(self) -> Iterator[Scratch]:
        """Scratch memory for one thread while the block lasts; there is only as much as threads worked at once."""
        free = _free[self]
        try:
            scratch = free.pop()
        except IndexError:
            scratch = self._made()
        yield scratch
        free.append(scratch)

    def _made(self) -> Scratch:
        blender: Blender | TableBlender | FineTableBlender
        if self.by_table:
            blender = (TableBlender if self.gray_bits == 8 else FineTableBlender)(self.pixels)
        else:
            blender = Blender(self.gray_bits, self.result_bits, self.pixels)
        return Scratch(blender, np.empty((5, self.pixels), dtype=np.float32))


_free: defaultdict[ScratchPool, list[Scratch]] = defaultdict(list)
