"""Pictures whose rows are made when they are asked for, so that a result need never be whole in memory."""

from typing import Any, Protocol, TypeAlias

import numpy as np

from desktop.engine.core.arrays import RgbArray
from desktop.engine.core.cancellation import CancelToken


class PixelRows(Protocol):
    """What encoders take in the place of an array; `Composition` is one. Its rows may be asked for on any thread."""

    @property
    def shape(self) -> tuple[int, ...]:
        """(height, width) in pixels, maybe with the number of channels behind."""
        ...

    @property
    def dtype(self) -> np.dtype[Any]:
        """uint8 or uint16."""
        ...

    def rows(self, rows: slice, channels: int = 3) -> RgbArray:
        """Some rows, (n, W, 3) or (n, W, channels): a fourth channel means nothing."""
        ...

    def whole(self, *, cancel: CancelToken | None = None) -> RgbArray:
        """All rows, (H, W, 3). Raises `Cancelled` or `TooLittleMemoryError`."""
        ...


Picture: TypeAlias = RgbArray | PixelRows


def rows_of(picture: Picture, rows: slice, channels: int = 3) -> RgbArray:
    """Some rows of either; those of an array are a view of it."""
    return picture[rows] if isinstance(picture, np.ndarray) else picture.rows(rows, channels)
