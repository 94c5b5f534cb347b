"""TGA: Pillow reads it, and takes the fourth byte of a pixel for transparency whatever the header says of it.

Source: Truevision TGA File Format Specification 2.0 (1991), field 5.6, and what writers do against it.
"""

from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.decode.high_bit_depth_samples import Pixels
from desktop.engine.decode.pillow_channels import loaded_channels

DESCRIPTOR_AT, ALPHA_BITS = 17, 0x0F


def decode_tga(file: BinaryIO, image: Image.Image, path: Path) -> Pixels:
    """The picture in `file`; opaque where the header tells of no alpha, or where nothing of it would be seen."""
    descriptor = file.read(DESCRIPTOR_AT + 1)[-1]
    samples, alpha = loaded_channels(image, path)
    is_told = bool(descriptor & ALPHA_BITS)
    return Pixels(samples, alpha if is_told and alpha is not None and alpha.any() else None)
