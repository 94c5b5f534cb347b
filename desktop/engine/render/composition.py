"""Composes the result: predicted chroma and the photograph's own lightness, at any size and for any region."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop.engine.core.arrays import Floats, GrayArray, RgbArray
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TooLittleMemoryError
from desktop.engine.core.parallel import for_each_stripe, usable_cores
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.imaging.guided_upsample import Chroma, Enlarged, RowWalk
from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.place import WHOLE, Cover
from desktop.engine.render.lab_lut import ENTRY_BYTES, has_entries
from desktop.engine.render.scratch_buffers import ScratchPool

# The arrays of a block fit the shared cache, and are long enough for threads to seldom wait for the interpreter.
BLOCK_PIXELS = 131_072
STRIPE_BLOCKS, STRIPES_PER_THREAD = 4, 4  # at most; at least
THREAD_PIXELS = 1 << 22
RGB, RGBX = 3, ENTRY_BYTES  # bytes or words of a pixel; in the latter what follows blue means nothing


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
        slices = None if region is None else region.slices()
        self.bit_depth = photo.bit_depth if bit_depth is None else bit_depth
        on_screen = size_px is not None and self.bit_depth == 8
        gray = photo.shown_at(size_px) if on_screen else photo.gray_at(size_px)
        self._gray = gray if slices is None else gray[slices]
        coefficients = chroma.coefficients * np.float32(adjustments.amount)
        bits = (gray.dtype.itemsize * 8, self.bit_depth)
        by_table = (bits == (8, 8) or photo.bit_depth == self.bit_depth == 8) and has_entries(coefficients)
        self._scratch = ScratchPool(*bits, by_table, BLOCK_PIXELS)
        units, peak = self._scratch.units, int(np.iinfo(gray.dtype).max)
        scale = np.array([units.a / peak, units.b / peak, units.a, units.b])
        coefficients *= scale[:, None, None].astype(np.float32)
        coefficients[2:] += np.float32(units.offset)
        size_px, place = (gray.shape[1], gray.shape[0]), chroma.place
        enlarged = Enlarged(coefficients, size_px, slices, WHOLE if place is None else place.box)
        cover = None if place is None else place.cover(size_px, slices)
        self._neutral = np.float32(units.offset)
        columns = [
            slice(left, left + BLOCK_PIXELS) for left in range(0, self._gray.shape[1], BLOCK_PIXELS)
        ]  # one, but for rows that are longer than a block
        self._parts = [(enlarged, cover, columns[0])]
        if len(columns) > 1:
            self._parts = [(enlarged.part(c), None if cover is None else cover.part(c), c) for c in columns]
        self.dtype = np.dtype(np.uint8 if self.bit_depth == 8 else np.uint16)

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        height, width = self._gray.shape
        return height, width

    def whole(
        self,
        *,
        channels: int = RGB,
        cancel: CancelToken | None = None,
        stripe_pixels: int | None = None,
        threads: int | None = None,
    ) -> RgbArray:
        """All rows (H, W, channels), made on all cores; raises `Cancelled` or `TooLittleMemoryError`.

        channels: `RGB`, or `RGBX` where the caller can take that: four bytes a pixel are written faster than three.
        """
        height, width = self.shape
        try:
            result = np.empty((height, width, channels), dtype=self.dtype)
        except MemoryError as error:
            raise TooLittleMemoryError(
                f"A picture of {width} x {height} px does not fit into memory; save it as JPEG."
            ) from error
        for_each_stripe(
            self.shape,
            lambda rows: self.write_rows(rows, result[rows]),
            cancel=cancel,
            stripe_pixels=stripe_pixels or self._stripe_rows * width,
            threads=threads or self._threads,
        )
        return result

    def rows(self, rows: slice, channels: int = RGB) -> RgbArray:
        """The result's `rows` (n, W, channels), as `whole`."""
        result = np.empty((rows.stop - rows.start, self.shape[1], channels), dtype=self.dtype)
        self.write_rows(rows, result)
        return result

    def write_rows(self, rows: slice, out: RgbArray) -> None:
        """Write the result's `rows` into `out` (n, W, 3 or 4), which is C-contiguous."""
        with self._scratch.scratch() as scratch:
            for enlarged, cover, columns in self._parts:
                walk = enlarged.walk()
                for block in self._blocks(rows):
                    gray = self._gray[block, columns]
                    a, b = self._chroma(walk, cover, block, gray, scratch.planes)
                    target = out[block.start - rows.start : block.stop - rows.start, columns]
                    scratch.blender.blend(gray.ravel(), a, b, target.reshape(-1, out.shape[2]))

    def _blocks(self, rows: slice) -> Iterator[slice]:
        """`rows` in parts that fit the processor's cache, none of them much smaller than another."""
        count = rows.stop - rows.start
        step = -(-count // -(-count // self._block_rows))
        for top in range(rows.start, rows.stop, step):
            yield slice(top, min(top + step, rows.stop))

    @property
    def _block_rows(self) -> int:
        return max(1, BLOCK_PIXELS // self.shape[1])

    @property
    def _threads(self) -> int:
        """As many as gain more than they cost one another: for a screen it is one."""
        height, width = self.shape
        return min(usable_cores(), -(-height * width // THREAD_PIXELS))

    @property
    def _stripe_rows(self) -> int:
        """Enough rows to share the enlarging of the coefficients, and enough stripes to keep all cores busy."""
        blocks = self.shape[0] // self._block_rows
        return min(max(1, blocks // (STRIPES_PER_THREAD * self._threads)), STRIPE_BLOCKS) * self._block_rows

    def _chroma(
        self, walk: RowWalk, cover: Cover | None, block: slice, gray: GrayArray, planes: Floats
    ) -> tuple[Floats, Floats]:
        """Chroma of a block of rows in the blender's units, each (n,): slope times grey plus offset."""
        *part, guide = planes[:, : gray.size].reshape(len(planes), *gray.shape)
        walk.take(block, planes[:4, : gray.size].reshape(4, *gray.shape))
        np.copyto(guide, gray)
        for values, offset in (part[::2], part[1::2]):
            np.multiply(values, guide, out=values)
            np.add(values, offset, out=values)
        if cover is not None:
            for columns, lack in cover.lacks(block):
                for values in part[:2]:
                    values[:, columns] -= lack * (values[:, columns] - self._neutral)
        return part[0].ravel(), part[1].ravel()


def compose(
    photo: Photo,
    chroma: Chroma,
    adjustments: Adjustments,
    *,
    size_px: tuple[int, int] | None = None,
    region: Region | None = None,
    bit_depth: int | None = None,
    channels: int = RGB,
    cancel: CancelToken | None = None,
    stripe_pixels: int | None = None,
    threads: int | None = None,
) -> RgbArray:
    """The coloured photograph: (H, W, channels) sRGB, uint8 or uint16, C-contiguous and owned by the caller.

    size_px: (width, height) of the result, for a screen; None for full size.
    region: the part of the full size that is wanted; equal to the same part of the whole to the last bit.
    bit_depth: 8 or 16; None for the photograph's own (a window asks for 8).
    channels: `RGB` or `RGBX`, see `Composition.whole`.
    stripe_pixels, threads: how the work is cut up; they change the time, never the result.

    L* of every pixel is the photograph's, to within the rounding of the result's channels: what sRGB cannot
    show loses chroma at constant L* and hue. Raises `Cancelled` or `TooLittleMemoryError`.
    """
    composition = Composition(photo, chroma, adjustments, size_px=size_px, region=region, bit_depth=bit_depth)
    return composition.whole(channels=channels, cancel=cancel, stripe_pixels=stripe_pixels, threads=threads)
