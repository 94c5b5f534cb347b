"""Paints over a coloured photograph: a network sees it at the scale of the brush, and finer detail can be kept.

The painter's canvas is small. At full size the result has the canvas's lightness, enlarged, and of the
photograph's own as much as is wanted: what is finer than the brush gives way to the strokes or stays, by degrees.
Colours go along the edges of that lightness like all others, so that any part can be made by itself.
"""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.spaces import lab_f_inverse, lightness, srgb_decode, srgb_encode, srgb_to_lab
from desktop.engine.core.arrays import Floats, GrayArray, RgbArray
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.lru_cache import LruCache
from desktop.engine.core.parallel import for_each_stripe
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.repaint import Repaint
from desktop.engine.imaging.guided_upsample import Chroma, box_mean
from desktop.engine.imaging.photo import Photo, array_bytes, content_key
from desktop.engine.imaging.place import WHOLE, Place
from desktop.engine.imaging.resize import working_size
from desktop.engine.inference.painter import Painter
from desktop.engine.inference.tiling import in_tiles
from desktop.engine.render.composition import compose

MAX_CANVAS_PX = 1600  # side of a square with as many pixels: no step of it takes as long as cancelling may
OVERLAP = 3  # tiles have one part of so many in common with their neighbours
STROKE_PX = (
    3  # on the canvas: radius of the squares whose means, taken twice, tell strokes from what lies below
)
LIGHT_STEPS = 256  # of a table, in one L*
STRIPE_PIXELS = 1 << 19
CANVASES_BYTES = 64_000_000
STAGES_BYTES = 96_000_000
GRAYS_BYTES = 96_000_000


@dataclass(frozen=True, eq=False)
class Painted:
    """A photograph painted over: all that is needed of it at any size.

    chroma: its colours, complete. light: (h, w) L* of the paint, less what the photograph's own adds to it.
    detail: 0..1, how much that is.
    """

    chroma: Chroma
    light: Floats
    detail: float

    @property
    def size_bytes(self) -> int:
        """The memory that it takes."""
        return self.chroma.size_bytes + self.light.nbytes

    def over(self, photo: Photo, cancel: CancelToken | None = None) -> Photo:
        """`photo`, at whatever size, with the painted lightness for its own; the last few are kept.

        Raises `Cancelled`.
        """
        key = (photo.key, photo.bit_depth, self)
        return replace(photo, gray=_grays.get(key, lambda: self._gray(photo, cancel)))

    def _gray(self, photo: Photo, cancel: CancelToken | None) -> GrayArray:
        height, width = photo.gray.shape
        dtype = np.dtype(np.uint8 if photo.bit_depth == 8 else np.uint16)
        own, encoded = _lightness_table(photo.gray.dtype.itemsize), _gray_table(dtype.itemsize)
        place = self.chroma.place
        cover = None if place is None else place.cover((width, height))
        small = Image.fromarray(self.light)
        result = np.empty((height, width), dtype)
        step = small.height / height

        def work(rows: slice) -> None:
            box = (0, rows.start * step, small.width, rows.stop * step)
            size_px = (width, rows.stop - rows.start)
            light = np.array(small.resize(size_px, Image.Resampling.BICUBIC, box=box))
            if self.detail:
                light += np.float32(self.detail) * own[photo.gray[rows]]
            if cover is not None:  # the border of a print stays as it is
                unpainted = own[photo.gray[rows]]
                light = unpainted + cover.of(rows) * (light - unpainted)
            steps = np.rint(np.clip(light, 0, 100) * LIGHT_STEPS).astype(np.intp)
            result[rows] = encoded[steps]

        for_each_stripe((height, width), work, cancel=cancel, stripe_pixels=STRIPE_PIXELS)
        return result


def repainted(
    painter: Painter,
    photo: Photo,
    chroma: Chroma,
    adjustments: Adjustments,
    repaint: Repaint,
    cancel: CancelToken | None = None,
) -> Painted:
    """The photograph, coloured by `chroma` and what `compose` does with `adjustments`, painted over.

    Raises `Cancelled` or `ModelRunError`.
    """
    size_px = canvas_size(photo, painter.tile_px, repaint.brush)
    coloured = compose(photo, chroma, adjustments, size_px=size_px, bit_depth=8, cancel=cancel)
    key = content_key(coloured) + painter.model.sha256
    canvas = _canvases.get(key, lambda: _canvas(painter, coloured, cancel))
    stage = key, repaint.paint, chroma.place
    return _stages.get(stage, lambda: _painted(canvas, coloured, repaint.paint, chroma.place, cancel))


def canvas_size(photo: Photo, tile_px: int, brush: float) -> tuple[int, int]:
    """(width, height) at which the painter sees the photograph: never larger than it is."""
    own = (photo.width_px * photo.height_px) ** 0.5
    side_px = max(1, round(min(tile_px / brush, MAX_CANVAS_PX, own)))
    return working_size(photo.width_px, photo.height_px, side_px)


def _canvas(painter: Painter, coloured: RgbArray, cancel: CancelToken | None) -> NDArray[np.uint16]:
    """(h, w, 3) sRGB of what the painter makes of a picture of that size; 16 bits, as it is enlarged."""
    picture = coloured.transpose(2, 0, 1).astype(np.float32) / np.float32(255)
    tile_px = painter.tile_px
    painted = in_tiles(lambda tile: painter.paint(tile, cancel), picture, tile_px, tile_px // OVERLAP, cancel)
    return np.ascontiguousarray(np.rint(painted.transpose(1, 2, 0) * 65535).astype(np.uint16))


def _painted(
    canvas: NDArray[np.uint16],
    coloured: RgbArray,
    paint: float,
    place: Place | None,
    cancel: CancelToken | None,
) -> Painted:
    """Canvas and coloured picture, of one size, brought together. place: of the picture within a print's border."""
    token = cancel or CancelToken()
    lab, own = _lab(canvas, token), _lab(coloured, token)
    detail = 1 - paint
    if detail:
        difference = own - lab
        fine = difference - box_mean(box_mean(difference, STROKE_PX), STROKE_PX)
        lab = lab + np.float32(detail) * fine
    token.raise_if_cancelled()
    light = np.ascontiguousarray(np.clip(lab[0], 0, 100))
    guide = _encoded(light)
    chroma = Chroma.guided(guide, np.ascontiguousarray(lab[1:]))
    if place is not None:
        chroma = replace(chroma, place=replace(place, box=WHOLE))
    return Painted(chroma, np.ascontiguousarray(light - np.float32(detail) * own[0]), detail)


def _lab(rgb: RgbArray, token: CancelToken) -> Floats:
    """CIELAB (3, h, w) of sRGB (h, w, 3)."""
    height, width = rgb.shape[:2]
    lab = np.empty((3, height, width), np.float32)
    peak = np.float32(np.iinfo(rgb.dtype).max)

    def work(rows: slice) -> None:
        lab[:, rows] = srgb_to_lab(rgb[rows].astype(np.float32) / peak).transpose(2, 0, 1)

    for_each_stripe((height, width), work, cancel=token, stripe_pixels=STRIPE_PIXELS)
    return lab


@cache
def _lightness_table(gray_bytes: int) -> Floats:
    """L* of every grey of so many bytes."""
    peak = 256**gray_bytes - 1
    return lightness(srgb_decode((np.arange(peak + 1) / peak).astype(np.float32)))


@cache
def _gray_table(gray_bytes: int) -> GrayArray:
    """Grey of so many bytes of every step of L*, `LIGHT_STEPS` in one."""
    gray = _encoded((np.arange(100 * LIGHT_STEPS + 1) / LIGHT_STEPS).astype(np.float32))
    dtype = np.uint8 if gray_bytes == 1 else np.uint16
    table: GrayArray = np.rint(np.clip(gray, 0, 1) * np.iinfo(dtype).max).astype(dtype)
    return table


def _encoded(light: Floats) -> Floats:
    """sRGB-encoded grey 0..1 of L* 0..100."""
    return srgb_encode(lab_f_inverse((light + np.float32(16)) / np.float32(116)))


_canvases: LruCache[str, NDArray[np.uint16]] = LruCache(CANVASES_BYTES, lambda canvas: canvas.nbytes)
_Stage = tuple[str, float, Place | None]
_stages: LruCache[_Stage, Painted] = LruCache(STAGES_BYTES, lambda painted: painted.size_bytes)
_grays: LruCache[tuple[str, int, Painted], GrayArray] = LruCache(GRAYS_BYTES, array_bytes)
