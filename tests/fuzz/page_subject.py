"""The second page of a spoiled TIFF, whose decoders are others than those of the first."""

import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from PIL import Image

from desktop.engine.decode.reader import read_photo
from tests.engine import pictures
from tests.fuzz.mutations import spoiled

PACKINGS = ("group3", "group4", "tiff_ccitt", "packbits", "tiff_lzw", "jpeg")


def page_subject(
    max_pixels: int,
) -> tuple[Callable[[random.Random], tuple[str, bytes]], Callable[[Path], Any]]:
    """What makes a spoiled file of two pages or more, and what reads the second."""
    seeds = [_packed(packing) for packing in PACKINGS] + [_deep()]

    def pages(chance: random.Random) -> tuple[str, bytes]:
        return "pages.tif", spoiled([chance.choice(seeds)], chance)

    return pages, lambda path: read_photo(path, page=2, max_pixels=max_pixels)


def _packed(packing: str) -> bytes:
    is_fax = packing in PACKINGS[:3]
    first, second = (
        Image.fromarray(values).convert("1" if is_fax else "L")
        for values in (pictures.ramp(40, 30), pictures.ramp(40, 30)[::-1])
    )
    file = io.BytesIO()
    first.save(file, "TIFF", compression=packing, save_all=True, append_images=[second])
    return file.getvalue()


def _deep() -> bytes:
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as tiff:
        for values in (pictures.deep_ramp(40, 30), np.dstack([pictures.deep_ramp(40, 30)] * 3)):
            kind = "rgb" if values.ndim == 3 else "minisblack"
            tiff.write(values, photometric=kind, compression="zlib", metadata=None)
    return file.getvalue()
