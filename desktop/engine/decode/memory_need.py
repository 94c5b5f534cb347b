"""Memory that a picture takes at its worst moment, known from its header, so that nothing is killed half-way."""

import os
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.core.errors import TooLittleMemoryError
from desktop.engine.core.memory import MEMORY_VARIABLE, max_picture_bytes
from desktop.engine.decode.jpeg import KINDS
from desktop.engine.decode.jpeg_header import read_header

# Bytes a pixel, estimated from what is held at once: the library's picture, samples and alpha taken from it, and the
# grey of 16 bits.
COLOUR_JPEG, GRAY_JPEG, CMYK_JPEG = 6, 1, 8
COEFFICIENT_BYTES = 2  # of each sample, where a JPEG's scans are held until the last is there
GRAY, COLOUR, WITH_ALPHA, DEEP = 3, 10, 15, 20
SMALL_BYTES = 64 << 20  # not worth asking the system for
FILE_READ_WHOLE = ("AVIF", "HEIF", "JPEG2000", "WEBP", "PNG", "TIFF")
GRAY_MODES = ("1", "L", "P")


def check_memory(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `TooLittleMemoryError` where a picture that is opened, not loaded, would take more than the limit."""
    need = image.width * image.height * _pixel_bytes(file, image)
    if image.format in FILE_READ_WHOLE:
        need += file.seek(0, os.SEEK_END)
        file.seek(0)
    if need <= SMALL_BYTES:
        return
    limit = max_picture_bytes()
    if need > limit:
        raise TooLittleMemoryError(
            f"{path} takes about {need >> 20} MB of memory to open, more than the limit of {limit >> 20} MB; "
            f"make it smaller, close other programs, or set a higher limit ({MEMORY_VARIABLE})."
        )


def _pixel_bytes(file: BinaryIO, image: Image.Image) -> int:
    if image.format in KINDS:
        header = read_header(file)
        file.seek(0)
        held = 0 if header.is_single_scan else COEFFICIENT_BYTES * len(header.samplings)
        return held + {"L": GRAY_JPEG, "CMYK": CMYK_JPEG}.get(image.mode, COLOUR_JPEG)
    if _is_deep(file, image):
        return DEEP
    if image.has_transparency_data:
        return WITH_ALPHA
    return GRAY if image.mode in GRAY_MODES else COLOUR


def _is_deep(file: BinaryIO, image: Image.Image) -> bool:
    if image.format == "PNG":
        file.seek(24)  # the bit depth, in the header that every PNG begins with
        depth = file.read(1)
        file.seek(0)
        return depth == b"\x10"
    return image.mode.startswith("I") or image.mode in ("", "F") or int(image.info.get("bit_depth", 8)) > 8
