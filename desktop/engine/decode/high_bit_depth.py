"""Decoders for files with more than 8 bits a channel, which Pillow would cut to 8."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import imagecodecs
from PIL import Image

from desktop.engine.decode.avif import decode_avif
from desktop.engine.decode.heif import decode_heif
from desktop.engine.decode.high_bit_depth_samples import Pixels, split
from desktop.engine.decode.jpeg2000 import decode_jpeg2000
from desktop.engine.decode.jxl import decode_jxl
from desktop.engine.decode.png_chunks import pixels_only
from desktop.engine.decode.pnm import decode_pnm
from desktop.engine.decode.psd import decode_psd
from desktop.engine.decode.tga import decode_tga
from desktop.engine.decode.tiff import decode_tiff
from desktop.engine.decode.webp import decode_webp

PNG_BIT_DEPTH_OFFSET = 24  # in the header that every PNG file begins with


def decode_deep(file: BinaryIO, image: Image.Image, path: Path) -> Pixels | None:
    """The picture in `file`, which Pillow opened as `image`; None when it has 8 bits or fewer.

    Raises `UnsupportedPictureError`, or whatever the decoder raises for a damaged file.
    """
    decoder = DECODERS.get(image.format or "")
    file.seek(0)
    return None if decoder is None else decoder(file, image, path)


def _decode_png(file: BinaryIO, _: Image.Image, __: Path) -> Pixels | None:
    content_start = file.read(PNG_BIT_DEPTH_OFFSET + 1)
    if content_start[PNG_BIT_DEPTH_OFFSET] != 16:
        return None
    return split(imagecodecs.png_decode(pixels_only(file)))


DECODERS: dict[str, Callable[[BinaryIO, Image.Image, Path], Pixels | None]] = {
    "PNG": _decode_png,
    "TIFF": decode_tiff,
    "AVIF": decode_avif,
    "HEIF": decode_heif,
    "JPEG2000": decode_jpeg2000,
    "JXL": decode_jxl,
    "PPM": decode_pnm,
    "PSD": decode_psd,
    "TGA": decode_tga,
    "WEBP": decode_webp,
}
