"""A painting in memory, and the small copy of it that is kept with a user's own preset."""

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import DamagedPresetError
from desktop.engine.core.reasons import Reason

COPY_SIDE_PX = 512  # short side: more than any style encoder looks at
COPY_ASPECT = 4  # and no longer than so many short sides
COPY_BYTES = 400_000
_COPY_QUALITIES = (90, 75, 50, 25)

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Painting:
    """A painting whose colours are wanted.

    pixels: (H, W, 3) sRGB, upright. notices: sentences for the user about what was done on reading.
    """

    pixels: Pixels
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Crop:
    """A part of a picture, its left upper corner and its size, each as a share 0..1 of the whole."""

    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    height: float = 1.0


def cropped(pixels: Pixels, crop: Crop) -> Pixels:
    """The part of `pixels` (H, W, 3), at least one pixel of it."""
    height_px, width_px = pixels.shape[:2]
    left, right = _span(crop.left, crop.width, width_px)
    top, bottom = _span(crop.top, crop.height, height_px)
    return np.ascontiguousarray(pixels[top:bottom, left:right])


def _span(start: float, size: float, whole_px: int) -> tuple[int, int]:
    first = min(max(round(start * whole_px), 0), whole_px - 1)
    return first, min(max(round((start + size) * whole_px), first + 1), whole_px)


def make_copy(pixels: Pixels) -> bytes:
    """A small JPEG of a painting (H, W, 3) sRGB: short side at most COPY_SIDE_PX, at most COPY_BYTES long."""
    image = Image.fromarray(pixels)
    scale = min(1.0, COPY_SIDE_PX / min(image.size))
    longest = COPY_SIDE_PX * COPY_ASPECT
    width, height = (min(longest, max(1, round(side * scale))) for side in image.size)
    image = image.resize((width, height), Image.Resampling.BOX)
    for quality in _COPY_QUALITIES:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality, subsampling=0)
        if file.tell() <= COPY_BYTES:
            break
    return file.getvalue()


def pixels_of_copy(copy: bytes) -> Pixels:
    """The painting (H, W, 3) sRGB in a kept copy; raises `DamagedPresetError`."""
    longest = COPY_SIDE_PX * COPY_ASPECT
    try:
        with Image.open(io.BytesIO(copy), formats=("JPEG",)) as image:
            if max(image.size) > longest:
                raise Reason("it is far too large")
            return np.array(image.convert("RGB"))
    except Exception as error:  # whatever a decoder stumbles over
        raise DamagedPresetError(
            "The preset's copy of its painting is damaged; add the painting again."
        ) from error
