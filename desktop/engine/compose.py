"""Joins predicted chroma to the photograph's own lightness, at any size and of any part."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.engine.adjustments import Adjustments
from desktop.engine.arrays import GrayArray, RgbArray
from desktop.engine.blending import BLOCK_PIXELS, Blender, gray_table
from desktop.engine.caching import RecentCache
from desktop.engine.cancel import CancelToken
from desktop.engine.errors import TooLittleMemoryError
from desktop.engine.photo import Photo
from desktop.engine.stripes import for_each_stripe
from desktop.engine.upsample import Chroma, Enlarged, RowWalk

Floats = NDArray[np.float32]

STRIPE_PIXELS = 4 * BLOCK_PIXELS  # enough rows to share the enlarging of the coefficients
SCREENS_BYTES = 64_000_000  # chroma of the sizes last shown


@dataclass(frozen=True)
class Region:
    """A part of the full-size photograph, in its pixels."""

    left: int
    top: int
    width: int
    height: int

    def slices(self) -> tuple[slice, slice]:
        """Its rows and its columns."""
        return slice(self.top, self.top + self.height), slice(self.left, self.left + self.width)


class Composition:
    """A coloured photograph that is made when its rows are asked for, in any order and on any thread.

    Every pixel depends on its own place alone, so parts are equal to the whole to the last bit.
    bit_depth, dtype: of a channel of the result.
    """

    def __init__(
        self,
        photo: Photo,
        chroma: Chroma,
        adjustments: Adjustments,
        *,
        size_px: tuple[int, int] | None = None,
        region: Region | None = None,
        bit_depth: int | None = None,
    ) -> None:
        """As `compose`; a region is one of the full size."""
        gray = photo.gray_at(size_px)
        slices = None if region is None else region.slices()
        self.bit_depth = photo.bit_depth if bit_depth is None else bit_depth
        self._gray = gray if slices is None else gray[slices]
        self._amount = np.float32(adjustments.amount)
        self._bits = (gray.dtype.itemsize * 8, self.bit_depth)
        peak, unit = int(np.iinfo(gray.dtype).max), gray_table(*self._bits).unit
        scale = np.array([1 / 500 / peak, -1 / 200 / peak, 1 / 500, -1 / 200]) * unit
        coefficients = chroma.coefficients * scale[:, None, None].astype(np.float32)
        self._enlarged = Enlarged(coefficients, (gray.shape[1], gray.shape[0]), slices)
        self._benches = threading.local()
        self.dtype = np.dtype(np.uint8 if self.bit_depth == 8 else np.uint16)
        self._screen: Floats | None = None
        if size_px is not None:
            key = (id(gray), chroma, self._bits)
            self._screen = _screens.get(key, lambda: (gray, self._whole_chroma()))[1]

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        height, width = self._gray.shape
        return height, width

    def whole(
        self,
        *,
        cancel: CancelToken | None = None,
        stripe_pixels: int = STRIPE_PIXELS,
        threads: int | None = None,
    ) -> RgbArray:
        """All rows, made on all cores; raises `Cancelled` or `TooLittleMemoryError`."""
        height, width = self.shape
        try:
            result = np.empty((height, width, 3), dtype=self.dtype)
        except MemoryError as error:
            raise TooLittleMemoryError(
                f"A picture of {width} x {height} px does not fit into memory; save it as JPEG."
            ) from error
        for_each_stripe(
            self.shape,
            lambda rows: self.write_rows(rows, result[rows]),
            cancel=cancel,
            stripe_pixels=stripe_pixels,
            threads=threads,
        )
        return result

    def rows(self, rows: slice) -> RgbArray:
        """The result's `rows` (n, W, 3)."""
        result = np.empty((rows.stop - rows.start, self.shape[1], 3), dtype=self.dtype)
        self.write_rows(rows, result)
        return result

    def write_rows(self, rows: slice, out: RgbArray) -> None:
        """Write the result's `rows` into `out` (n, W, 3), which is C-contiguous."""
        bench = self._bench()
        walk = self._enlarged.walk()
        for block in self._blocks(rows):
            if self._screen is None:
                a, b = self._chroma(walk, block, bench.planes)
            else:
                a, b = self._screen[:, block].reshape(2, -1)
            target = out[block.start - rows.start : block.stop - rows.start].reshape(-1, 3)
            bench.blender.blend(self._gray[block].ravel(), a, b, self._amount, target)

    def _blocks(self, rows: slice) -> Iterator[slice]:
        """`rows` in parts that fit the processor's cache."""
        step = self._block_rows
        for top in range(rows.start, rows.stop, step):
            yield slice(top, min(top + step, rows.stop))

    @property
    def _block_rows(self) -> int:
        return max(1, BLOCK_PIXELS // self.shape[1])

    def _bench(self) -> "_Bench":
        """This thread's own."""
        if not hasattr(self._benches, "bench"):
            width = self._gray.shape[1]
            blender = Blender(*self._bits, self._block_rows * width)
            planes = np.empty((5, self._block_rows, width), dtype=np.float32)
            self._benches.bench = _Bench(blender, planes)
        bench: _Bench = self._benches.bench
        return bench

    def _chroma(self, walk: RowWalk, block: slice, planes: Floats) -> tuple[Floats, Floats]:
        """Chroma of a block in the blender's units, each (n,): slope times grey plus offset."""
        gray = self._gray[block]
        *part, guide = planes[:, : len(gray)]
        walk.take(block, planes[:4, : len(gray)])
        np.copyto(guide, gray)
        for slope, offset in (part[::2], part[1::2]):
            np.multiply(slope, guide, out=slope)
            np.add(slope, offset, out=slope)
        return part[0].ravel(), part[1].ravel()

    def _whole_chroma(self) -> Floats:
        """(2, H, W) chroma of all pixels: for a screen it is kept, and moving the amount makes it no more."""
        result = np.empty((2, *self.shape), dtype=np.float32)

        def work(rows: slice) -> None:
            walk, planes = self._enlarged.walk(), self._bench().planes
            for block in self._blocks(rows):
                result[:, block].reshape(2, -1)[:] = self._chroma(walk, block, planes)

        for_each_stripe(self.shape, work, stripe_pixels=STRIPE_PIXELS)
        return result


@dataclass(frozen=True, eq=False)
class _Bench:
    """What one thread works with: its blender, and room for a block's coefficients and grey (5, n, W)."""

    blender: Blender
    planes: Floats


# Each holds its grey too, so that no other can come to lie where that one did.
_screens: RecentCache[tuple[int, Chroma, tuple[int, int]], tuple[GrayArray, Floats]] = RecentCache(
    SCREENS_BYTES, lambda screen: screen[0].nbytes + screen[1].nbytes
)


def compose(
    photo: Photo,
    chroma: Chroma,
    adjustments: Adjustments,
    *,
    size_px: tuple[int, int] | None = None,
    region: Region | None = None,
    bit_depth: int | None = None,
    cancel: CancelToken | None = None,
    stripe_pixels: int = STRIPE_PIXELS,
    threads: int | None = None,
) -> RgbArray:
    """The coloured photograph: (H, W, 3) sRGB, uint8 or uint16, C-contiguous and owned by the caller.

    size_px: (width, height) of the result, for a screen; None for full size.
    region: the part of the full size that is wanted; equal to the same part of the whole to the last bit.
    bit_depth: 8 or 16; None for the photograph's own (a window asks for 8).
    stripe_pixels, threads: how the work is cut up; they change the time, never the result.

    L* of every pixel is the photograph's, to within the rounding of the result's channels: what sRGB cannot
    show loses chroma at constant L* and hue. Raises `Cancelled` or `TooLittleMemoryError`.
    """
    composition = Composition(photo, chroma, adjustments, size_px=size_px, region=region, bit_depth=bit_depth)
    return composition.whole(cancel=cancel, stripe_pixels=stripe_pixels, threads=threads)
