"""Photographs as their framing shows them: turned, straightened and cropped, at full size and before colouring.

Quarter turns and crops move pixels and change none. Only straightening makes new ones, by bicubic interpolation.
"""

import threading
from dataclasses import replace
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.arrays import GrayArray
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.parallel import for_each_stripe
from desktop.engine.edits.framing import Framing
from desktop.engine.imaging.photo import Photo
from desktop.engine.metadata.exif import upright_exif

STRIPE_PIXELS = 1 << 20
BLOCK_PX = 1024  # columns of a stripe that are straightened at once: at 45 degrees their source is not large
MARGIN_PX = 3  # of the photograph around a stripe, for the interpolation
KEPT_BYTES = 160_000_000  # three of 24 megapixels in colour, six of grey ones

_framed: WeakKeyDictionary[Photo, tuple[Framing, Photo]] = WeakKeyDictionary()
_lock = threading.Lock()


def framed(photo: Photo, framing: Framing, cancel: CancelToken | None = None) -> Photo:
    """What is shown of a photograph; itself where that is all.

    The last one of each photograph is kept, of as many photographs as fit `KEPT_BYTES`: whoever keeps photographs
    counts their own pixels alone. Raises `Cancelled`.
    """
    if framing.is_whole:
        return photo
    with _lock:
        known = _framed.pop(photo, None)
        if known is None or known[0] != framing:
            known = framing, _made(photo, framing, cancel)
        _framed[photo] = known  # the last one now
        _forget_oldest()
    return known[1]


def _forget_oldest() -> None:
    """Let go of those that were asked for longest ago, but never of the last one."""
    kept = [(photo, shown.held_bytes) for photo, (_, shown) in _framed.items()]
    held_bytes = sum(size_bytes for _, size_bytes in kept)
    for photo, size_bytes in kept[:-1]:
        if held_bytes <= KEPT_BYTES:
            break
        del _framed[photo]
        held_bytes -= size_bytes


def _made(photo: Photo, framing: Framing, cancel: CancelToken | None) -> Photo:
    size_px = photo.width_px, photo.height_px
    framing = framing.fitted(size_px)
    result_px = framing.size_px(size_px)
    return replace(
        photo,
        gray=_pixels(photo.gray, framing, result_px, cancel),
        alpha=None if photo.alpha is None else _pixels(photo.alpha, framing, result_px, cancel),
        metadata=replace(photo.metadata, exif=upright_exif(photo.metadata.exif, result_px)),
    )


def framed_rgb(
    rgb: NDArray[np.uint8], framing: Framing, cancel: CancelToken | None = None
) -> NDArray[np.uint8]:
    """What is shown of a picture (H, W, 3) of a photograph, at whatever size; raises `Cancelled`."""
    if framing.is_whole:
        return rgb
    size_px = rgb.shape[1], rgb.shape[0]
    framing = framing.fitted(size_px)
    channels = [
        _pixels(channel, framing, framing.size_px(size_px), cancel) for channel in np.moveaxis(rgb, -1, 0)
    ]
    return np.stack(channels, axis=-1)


def _pixels(
    gray: GrayArray, framing: Framing, result_px: tuple[int, int], cancel: CancelToken | None
) -> GrayArray:
    turned = np.rot90(gray, -framing.turns)
    size_px = gray.shape[1], gray.shape[0]
    left, top, right, bottom = framing.box(size_px)
    if not framing.angle:
        return np.ascontiguousarray(turned[round(top) : round(bottom), round(left) : round(right)])
    return _straightened(turned, framing.angle, (left, top), result_px, cancel)


def _straightened(
    turned: GrayArray,
    angle: float,
    corner: tuple[float, float],
    result_px: tuple[int, int],
    cancel: CancelToken | None,
) -> GrayArray:
    """(H, W) of size `result_px` = (width, height), whose first pixel lies at `corner` after straightening."""
    width, height = result_px
    result = np.empty((height, width), turned.dtype)
    middle = turned.shape[1] / 2, turned.shape[0] / 2
    cos, sin = float(np.cos(np.deg2rad(angle))), float(np.sin(np.deg2rad(angle)))
    across, down = corner[0] - middle[0], corner[1] - middle[1]

    def source(x: float, y: float) -> tuple[float, float]:
        """Where a place of the result lies in the turned photograph."""
        return (
            middle[0] + cos * (across + x) + sin * (down + y),
            middle[1] - sin * (across + x) + cos * (down + y),
        )

    def work(rows: slice) -> None:
        for start in range(0, width, BLOCK_PX):
            end = min(start + BLOCK_PX, width)
            places = [source(x, y) for x in (start, end) for y in (rows.start, rows.stop)]
            left, top = (max(0, int(min(values)) - MARGIN_PX) for values in zip(*places, strict=True))
            right, bottom = (int(max(values)) + MARGIN_PX for values in zip(*places, strict=True))
            x, y = source(start, rows.start)
            matrix = (cos, sin, x - left, -sin, cos, y - top)
            size_px = end - start, rows.stop - rows.start
            result[rows, start:end] = _rotated(turned[top:bottom, left:right], matrix, size_px)

    for_each_stripe((height, width), work, cancel=cancel, stripe_pixels=STRIPE_PIXELS)
    return result


def _rotated(
    part: GrayArray, matrix: tuple[float, float, float, float, float, float], size_px: tuple[int, int]
) -> GrayArray:
    """(h, w) of the pixels that `matrix` takes out of a part; all of them lie within it."""
    image = Image.fromarray(part if part.dtype == np.uint8 else part.astype(np.float32))
    values = np.asarray(image.transform(size_px, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC))
    if part.dtype == np.uint8:
        return values
    rounded: GrayArray = np.rint(np.clip(values, 0, np.iinfo(part.dtype).max)).astype(part.dtype)
    return rounded
