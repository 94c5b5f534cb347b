"""Reads a photograph as its file shows it, colours included, to compare the result with it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core import limits
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.decode.formats import decode
from desktop.engine.decode.reader import eight_bit_rgb, thinned
from desktop.engine.imaging.orientation import upright

COLOURED = 2.0  # mean distance between the channels of a pixel, of 255; less is a grey picture's rounding


def read_original(path: Path, side_px: int, cancel: CancelToken | None = None) -> NDArray[np.uint8] | None:
    """A small copy (H, W, 3) in sRGB, upright, its long side at most `side_px`; None of a grey photograph.

    A tint such as sepia counts as colours. Raises what `decode` raises.
    """
    decoded = decode(path, limits.max_pixels(), cancel, small_px=side_px)
    if decoded.samples.ndim == 2:
        return None
    rgb, _ = eight_bit_rgb(replace(decoded, samples=thinned(decoded.samples, side_px)))
    image = Image.fromarray(upright(rgb, decoded.orientation))
    image.thumbnail((side_px, side_px), Image.Resampling.BOX)
    return coloured_or_none(np.array(image))


def coloured_or_none(rgb: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    """The picture (H, W, 3) itself if it has colours, else None."""
    red, green, blue = (rgb[..., channel] for channel in range(3))
    # Channel by channel, NumPy is ten times as quick as along an axis of three.
    highest, lowest = np.maximum(np.maximum(red, green), blue), np.minimum(np.minimum(red, green), blue)
    return rgb if float((highest - lowest).mean()) > COLOURED else None
