"""PGM and PPM with more than 8 bits, which Pillow reads as whole numbers of 32 bits or cuts to 8.

Source: Netpbm's ppm(5) and pgm(5).
"""

import re
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.reasons import Reason
from desktop.engine.decode.high_bit_depth_samples import Pixels, split
from desktop.engine.imaging.damage import LEAST_SOUND, Damage

GAP = rb"(?:\s|#[^\n]*\n)+"
HEADER = re.compile(rb"P([2356])" + GAP + rb"(\d+)" + GAP + rb"(\d+)" + GAP + rb"(\d+)\s")
HEADER_BYTES = 4096
CHANNELS = {b"2": 1, b"3": 3, b"5": 1, b"6": 3}
AS_TEXT = (b"2", b"3")
COMMENT, NOT_NUMBERS = re.compile(rb"#[^\n]*"), re.compile(rb"[^\d\s]")
MAX_DIGITS = re.compile(rb"\d{10}")  # more are no sample, and too many for a number of the machine
GRAY = 0x8080  # in place of what is missing


def decode_pnm(file: BinaryIO, image: Image.Image, _: Path) -> Pixels | None:
    """The picture in `file`; None where it has 8 bits or fewer."""
    found = HEADER.match(file.read(HEADER_BYTES))
    if found is None or int(found[4]) < 256:
        return None
    peak, channels = int(found[4]), CHANNELS[found[1]]
    if peak > 65535 or (int(found[2]), int(found[3])) != image.size:
        raise Reason("its header makes no sense")
    file.seek(found.end())
    count = image.width * image.height * channels
    values = _from_text(file.read())[:count] if found[1] in AS_TEXT else _from_bytes(file.read(2 * count))
    if len(values) < LEAST_SOUND * count:
        raise EOFError
    table = (np.arange(65536, dtype=np.uint32).clip(0, peak) * 65535 + peak // 2) // peak
    damage = Damage(len(values) / count) if len(values) < count else None
    samples = table.astype(np.uint16)[values]
    if damage is not None:
        samples = np.pad(samples, (0, count - len(samples)), constant_values=GRAY)
    pixels = split(samples.reshape(image.height, image.width, channels))
    return Pixels(pixels.samples, pixels.alpha, damage=damage)


def _from_bytes(content: bytes) -> NDArray[Any]:
    return np.frombuffer(content[: len(content) // 2 * 2], dtype=">u2")


def _from_text(content: bytes) -> NDArray[Any]:
    """Decimal numbers up to the first thing that is none."""
    text = COMMENT.sub(b"", content) if b"#" in content else content
    for fault in (NOT_NUMBERS, MAX_DIGITS):
        end = fault.search(text)
        text = text if end is None else text[: end.start()]
    values = np.fromstring(text, dtype=np.uint32, sep=" ") if text.strip() else np.empty(0, np.uint32)
    return np.minimum(values, 65535, out=values)
