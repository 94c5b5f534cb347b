"""Photograph and result on one picture: split down the middle, or side by side."""

import numpy as np

from desktop.engine.core.arrays import GrayArray, RgbArray
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.render.pixel_rows import Picture, rows_of

LINE_SHARE = 1 / 400  # of the photograph's width
GAP_SHARE = 1 / 60
MIN_LINE_PX, MIN_GAP_PX = 2, 4


class BeforeAfter:
    """The photograph to the left and its result to the right, white between them; a `PixelRows`.

    side_by_side: both whole, so that the picture is as wide as both; else the left half of the one and the right
    half of the other, in the photograph's own size.
    """

    def __init__(self, before: GrayArray, after: Picture, *, side_by_side: bool) -> None:
        """before: (H, W) grey; after: (H, W, 3), in the depth of which both are given."""
        self._before, self._after, self._side_by_side = before, after, side_by_side
        height, width = before.shape
        self.gap_px = max(MIN_GAP_PX, round(width * GAP_SHARE)) if side_by_side else 0
        self.dtype = after.dtype
        self.shape = (height, 2 * width + self.gap_px if side_by_side else width, 3)

    def rows(self, rows: slice, _channels: int = 3) -> RgbArray:
        """As of `PixelRows`."""
        gray = self._before[rows]
        if self.dtype == np.uint8:
            gray = to_8_bits(gray)
        width = self._before.shape[1]
        result = np.full((len(gray), *self.shape[1:]), np.iinfo(self.dtype).max, self.dtype)
        after = rows_of(self._after, rows)[..., :3]
        if self._side_by_side:
            result[:, :width] = gray[..., None]
            result[:, width + self.gap_px :] = after
            return result
        line_px = max(MIN_LINE_PX, round(width * LINE_SHARE))
        left = (width - line_px) // 2
        result[:, :left] = gray[:, :left, None]
        result[:, left + line_px :] = after[:, left + line_px :]
        return result

    def whole(self, *, cancel: CancelToken | None = None) -> RgbArray:
        """As of `PixelRows`."""
        if not isinstance(self._after, np.ndarray):
            self._after = self._after.whole(cancel=cancel)
        return self.rows(slice(0, self.shape[0]))

    def alpha(self, alpha: GrayArray) -> GrayArray:
        """The transparency of this picture, of that of the photograph (H, W)."""
        if not self._side_by_side:
            return alpha
        gap = np.full((len(alpha), self.gap_px), np.iinfo(alpha.dtype).max, alpha.dtype)
        return np.hstack([alpha, gap, alpha])
