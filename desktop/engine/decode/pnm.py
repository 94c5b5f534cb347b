"""PGM and PPM with more than 8 bits, which Pillow reads as whole numbers of 32 bits or cuts to 8.

Source: Netpbm's ppm(5) and pgm(5).
"""

import re
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image

from desktop.engine.core.reasons import Reason
from desktop.engine.decode.high_bit_depth_samples import Pixels, split

GAP = rb"(?:\s|#[^\n]*\n)+"
HEADER = re.compile(rb"P([56])" + GAP + rb"(\d+)" + GAP + rb"(\d+)" + GAP + rb"(\d+)\s")
HEADER_BYTES = 4096
CHANNELS = {b"5": 1, b"6": 3}


def decode_pnm(file: BinaryIO, image: Image.Image, _: Path) -> Pixels | None:
    """The picture in `file`; None where it has 8 bits or fewer, or its values are text."""
    found = HEADER.match(file.read(HEADER_BYTES))
    if found is None or int(found[4]) < 256:
        return None
    peak, channels = int(found[4]), CHANNELS[found[1]]
    if peak > 65535 or (int(found[2]), int(found[3])) != image.size:
        raise Reason("its header makes no sense")
    file.seek(found.end())
    count = image.width * image.height * channels
    values = np.frombuffer(file.read(2 * count), dtype=">u2")
    if len(values) < count:
        raise EOFError
    table = (np.arange(65536, dtype=np.uint32).clip(0, peak) * 65535 + peak // 2) // peak
    samples = table.astype(np.uint16)[values].reshape(image.height, image.width, channels)
    return split(samples)
