"""Decoders for files with more than 8 bits a channel, which Pillow would cut to 8."""

from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.decode.high_bit_depth_samples import Pixels
from desktop.engine.decode.jpeg import KINDS
from desktop.engine.decode.png import decode_png


def decode_deep(file: BinaryIO, image: Image.Image, path: Path) -> Pixels | None:
    """The picture in `file`, which Pillow opened as `image`; None when it has 8 bits or fewer.

    Raises `UnsupportedPictureError`, or whatever the decoder raises for a damaged file.
    """
    file.seek(0)
    if image.format in KINDS:
        return None
    if image.format == "PNG":
        return decode_png(file, image, path)
    if image.format == "TIFF":
        from desktop.engine.decode.tiff import decode_tiff

        return decode_tiff(file, image, path)
    from desktop.engine.decode.rare_formats import DECODERS

    decoder = DECODERS.get(image.format or "")
    return None if decoder is None else decoder(file, image, path)
