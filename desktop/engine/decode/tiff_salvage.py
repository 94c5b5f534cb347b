"""What is sound of a TIFF that cannot be decoded as a whole."""

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.decode.high_bit_depth_samples import Pixels
from desktop.engine.decode.memory_need import check_memory
from desktop.engine.decode.tiff import decode_tiff
from desktop.engine.decode.unusual_tiff import FAULTS, opened_unusual
from desktop.engine.imaging.damage import Damage


def sound_parts(
    file: BinaryIO, path: Path, size_px: tuple[int, int], page: int | None
) -> tuple[Pixels, Image.Image] | None:
    """The strips and tiles of a TIFF that can be decoded, each by itself; None where that is nothing.

    size_px: what memory and the limit on pixels were held against. page: from 1; None for what the whole file means.
    """
    try:
        image = opened_unusual(file, None if page is None else page - 1)
        if image.size != size_px:
            return None
        check_memory(file, image, path)
        pixels = decode_tiff(file, image, path)
    except FAULTS:
        return None
    return None if pixels is None else (replace(pixels, damage=pixels.damage or Damage()), image)
