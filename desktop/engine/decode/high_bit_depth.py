"""Decoders for files with more than 8 bits a channel, which Pillow would cut to 8."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.decode.avif import decode_avif
from desktop.engine.decode.heif import decode_heif
from desktop.engine.decode.high_bit_depth_samples import Pixels
from desktop.engine.decode.jpeg2000 import decode_jpeg2000
from desktop.engine.decode.jxl import decode_jxl
from desktop.engine.decode.png import decode_png
from desktop.engine.decode.pnm import decode_pnm
from desktop.engine.decode.psd import decode_psd
from desktop.engine.decode.tga import decode_tga
from desktop.engine.decode.webp import decode_webp


def decode_deep(file: BinaryIO, image: Image.Image, path: Path) -> Pixels | None:
    """The picture in `file`, which Pillow opened as `image`; None when it has 8 bits or fewer.

    Raises `UnsupportedPictureError`, or whatever the decoder raises for a damaged file.
    """
    decoder = DECODERS.get(image.format or "")
    file.seek(0)
    return None if decoder is None else decoder(file, image, path)


def _decode_tiff(file: BinaryIO, image: Image.Image, path: Path) -> Pixels | None:
    from desktop.engine.decode.tiff import decode_tiff

    return decode_tiff(file, image, path)


DECODERS: dict[str, Callable[[BinaryIO, Image.Image, Path], Pixels | None]] = {
    "PNG": decode_png,
    "TIFF": _decode_tiff,
    "AVIF": decode_avif,
    "HEIF": decode_heif,
    "JPEG2000": decode_jpeg2000,
    "JXL": decode_jxl,
    "PPM": decode_pnm,
    "PSD": decode_psd,
    "TGA": decode_tga,
    "WEBP": decode_webp,
}
