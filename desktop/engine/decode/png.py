"""PNG: of 16 bits, which Pillow cuts to 8, with video's black and white, or with numbers that are in no palette.

Source: PNG, third edition (2025), sections 11.2.2 and 11.3.2.6.
"""

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import imagecodecs
import numpy as np
from PIL import Image

from desktop.engine.core.arrays import Samples
from desktop.engine.decode.high_bit_depth_samples import Pixels, split
from desktop.engine.decode.pillow_channels import loaded_channels
from desktop.engine.decode.png_chunks import DAMAGED, NARROW, pixels_only
from desktop.engine.imaging.damage import Damage

BIT_DEPTH_AT = 24  # in the header that every PNG file begins with
BLACK, WHITE = 16, 235  # of video with 8 bits (ITU-T H.273, section 8.3)
BLOCK_ROWS = 256


def decode_png(file: BinaryIO, image: Image.Image, path: Path) -> Pixels | None:
    """The picture in `file`; None of one that Pillow reads. Raises what the decoders raise."""
    is_deep = file.read(BIT_DEPTH_AT + 1)[BIT_DEPTH_AT] == 16
    is_odd = image.info.get(DAMAGED) or image.info.get(NARROW)
    if not is_deep and not is_odd and image.mode != "P":
        return None
    lacks_colours = not is_deep and _lacks_colours(image)
    pixels = (
        split(imagecodecs.png_decode(pixels_only(file))) if is_deep else Pixels(*loaded_channels(image, path))
    )
    if image.info.get(NARROW):
        pixels = replace(pixels, samples=_widened(pixels.samples))
    return replace(pixels, damage=Damage()) if image.info.get(DAMAGED) or lacks_colours else pixels


def _lacks_colours(image: Image.Image) -> bool:
    """Whether a pixel has the number of no colour in the palette."""
    if image.mode != "P" or image.palette is None:
        return False
    image.load()
    last: int = image.getextrema()[1]  # type: ignore[assignment]
    return last >= len(image.palette.palette) // len(image.palette.mode)


def _widened(samples: Samples) -> Samples:
    """Video's black and white as black and white."""
    peak = np.iinfo(samples.dtype).max
    unit = (peak + 1) // 256
    levels = np.arange(peak + 1, dtype=np.float32)
    table = ((levels - BLACK * unit) * np.float32(peak / ((WHITE - BLACK) * unit))).clip(0, peak)
    widened: Samples = np.rint(table).astype(samples.dtype)[samples]
    return widened
