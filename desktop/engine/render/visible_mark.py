"""A small painter's palette in the lower right corner, by which a user sees that a photograph was coloured.

It is a sign, not a word, because results go to people of any language.
"""

from functools import cache

import numpy as np
from PIL import Image

from desktop.engine.core.arrays import Floats, GrayArray, RgbArray
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.render.pixel_rows import Picture, rows_of

SIZE_SHARE = 1 / 18  # of the picture's short side
MIN_SIZE_PX, MAX_SIZE_PX = 14, 600
FINER = 4  # drawn so many times larger and made smaller, for smooth rims
RIM, WOOD = (40, 34, 30, 230), (250, 246, 236, 235)
DABS = {(0.30, 0.30): "#c8452f", (0.55, 0.22): "#e3b23c", (0.76, 0.36): "#4d8b4f", (0.25, 0.56): "#3d6ea8"}
DAB_RADIUS, HOLE_RADIUS = 0.085, 0.10
HOLE = (0.62, 0.66)


class MarkedPicture:
    """A picture with the mark laid over it; a `PixelRows`. Too small a picture has none."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self.shape, self.dtype = picture.shape, picture.dtype
        height, width = self.shape[:2]
        size_px = min(max(MIN_SIZE_PX, round(min(height, width) * SIZE_SHARE)), MAX_SIZE_PX)
        margin_px = size_px // 2
        self._fits = size_px + 2 * margin_px <= min(height, width)
        self._colour, self._cover = _palette(size_px)
        self._top, self._left = height - margin_px - size_px, width - margin_px - size_px

    def rows(self, rows: slice, channels: int = 3) -> RgbArray:
        """As of `PixelRows`."""
        result = rows_of(self._picture, rows, channels)
        return self._over(result, rows.start) if self._fits else result

    def whole(self, *, cancel: CancelToken | None = None) -> RgbArray:
        """As of `PixelRows`."""
        if not isinstance(self._picture, np.ndarray):
            self._picture = self._picture.whole(cancel=cancel)
        return self.rows(slice(0, self.shape[0]))

    def alpha(self, alpha: GrayArray) -> GrayArray:
        """The transparency (H, W) of the marked picture: where the mark is it can be seen."""
        if not self._fits:
            return alpha
        result, place = alpha.copy(), self._place(0, len(alpha))
        cover = self._cover[..., 0] * np.float32(np.iinfo(alpha.dtype).max)
        result[place] = np.maximum(result[place], cover.astype(alpha.dtype))
        return result

    def _over(self, part: RgbArray, start: int) -> RgbArray:
        """Rows from `start` on with the mark, a copy wherever it reaches into them."""
        top, stop = max(self._top, start), min(self._top + len(self._cover), start + len(part))
        if top >= stop:
            return part
        result = part.copy()
        place = (*self._place(start, len(part)), slice(0, 3))
        own = slice(top - self._top, stop - self._top)
        below = result[place].astype(np.float32)
        colour = self._colour[own] * np.float32(np.iinfo(part.dtype).max)
        result[place] = np.rint(below + self._cover[own] * (colour - below)).astype(part.dtype)
        return result

    def _place(self, start: int, count: int) -> tuple[slice, slice]:
        """Where the mark lies in `count` rows from `start` on."""
        size_px = len(self._cover)
        rows = slice(max(self._top - start, 0), min(self._top + size_px - start, count))
        return rows, slice(self._left, self._left + size_px)


@cache
def _palette(size_px: int) -> tuple[Floats, Floats]:
    """Colour (s, s, 3) and cover (s, s, 1) of the mark, both 0 to 1."""
    from PIL import ImageDraw  # comes with lettering, for which few results have a use

    side = size_px * FINER
    image = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(image)

    def disc(centre: tuple[float, float], radius: float, fill: str | tuple[int, ...]) -> None:
        x, y = (value * side for value in centre)
        draw.ellipse((x - radius * side, y - radius * side, x + radius * side, y + radius * side), fill=fill)

    draw.ellipse((0, side * 0.04, side - 1, side * 0.92), fill=RIM)
    rim = side * 0.03
    draw.ellipse((rim, side * 0.04 + rim, side - 1 - rim, side * 0.92 - rim), fill=WOOD)
    for centre, colour in DABS.items():
        disc(centre, DAB_RADIUS, colour)
    disc(HOLE, HOLE_RADIUS + 0.025, RIM)
    disc(HOLE, HOLE_RADIUS, (0, 0, 0, 0))
    premultiplied = np.asarray(image, np.float32) / np.float32(255)
    premultiplied[..., :3] *= premultiplied[..., 3:]
    small = premultiplied.reshape(size_px, FINER, size_px, FINER, 4).mean(axis=(1, 3))
    cover = small[..., 3:]
    colour = small[..., :3] / np.maximum(cover, np.float32(1e-6))
    return colour, cover
