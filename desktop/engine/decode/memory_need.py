"""The peak of memory that decoding a picture takes, known from its header, so that nothing is killed half-way."""

import os
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.core.errors import TooLittleMemoryError
from desktop.engine.core.memory import MEMORY_VARIABLE, max_picture_bytes
from desktop.engine.core.parallel import usable_cores
from desktop.engine.decode.jpeg import KINDS
from desktop.engine.decode.jpeg_header import read_header
from desktop.engine.decode.tiff_start import UnusualTiff

# Bytes a pixel at the worst moment, measured at 6 megapixels (see test_memory_need.py) and rounded up: the library's
# own memory, samples and alpha taken from it, and the grey of 16 bits.
COLOUR_JPEG, GRAY_JPEG, CMYK_JPEG = 6, 2, 16
COEFFICIENT_BYTES = 2  # of each sample, where a JPEG's scans are held until the last is there
GRAY, COLOUR, WITH_ALPHA, DEEP = 4, 10, 15, 20
BY_FORMAT = {"AVIF": 18, "GIF": 10, "HEIF": 22, "JPEG2000": 32, "JXL": 39, "PPM": 16, "PSD": 14, "WEBP": 21}
# Of JPEG XL what its wavelets (cjxl -R 1) take, since the header does not tell of them: others take 7 to 17.
DEEP_BY_FORMAT = {"AVIF": 47, "HEIF": 47, "PSD": 27}
ROW_BYTES = 16  # of each row beside its pixels: Pillow fills it up, and keeps its place
LINE_PIXEL_BYTES = 48  # of a row while it is coloured; each core has at least one in hand, however long it is
SMALL_BYTES = 64 << 20  # not worth asking the system for
FILE_READ_WHOLE = ("AVIF", "HEIF", "JPEG2000", "JXL", "PPM", "WEBP", "PNG", "TIFF")
GRAY_MODES = ("1", "L")
DEPTHS_AT = {"PNG": 24, "PSD": 23}  # where in these files the bits of a channel stand
AVIF_HEADER_BYTES = 4096  # in which all boxes but the pictures' data lie


def check_memory(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `TooLittleMemoryError` where a picture that is opened, not loaded, would take more than the limit."""
    need = image.width * image.height * _pixel_bytes(file, image)
    need += image.height * ROW_BYTES
    need += max(image.size) * min(*image.size, usable_cores()) * LINE_PIXEL_BYTES  # it may be turned
    if image.format in FILE_READ_WHOLE:
        need += file.seek(0, os.SEEK_END)
        file.seek(0)
    _check(need, path)


def check_salvage_memory(image: Image.Image, path: Path) -> None:
    """The same for a damaged picture, which is decoded twice and compared with itself."""
    if isinstance(image, UnusualTiff):  # of which Pillow decodes nothing
        return
    bands = len(image.getbands())
    sample_bytes = 2 if image.mode.startswith("I") else 1
    stored_bytes = sample_bytes if bands == 1 else 4  # as Pillow has a pixel
    _check(image.width * image.height * (2 * (stored_bytes + bands * sample_bytes) + bands + 1), path)


def _check(need: int, path: Path) -> None:
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
    if isinstance(image, UnusualTiff):
        return image.pixel_bytes
    kind = image.format or ""
    if kind != "JXL" and _is_deep(file, image):
        return DEEP_BY_FORMAT.get(kind, DEEP)
    if kind in BY_FORMAT:
        return BY_FORMAT[kind]
    if image.has_transparency_data:
        return WITH_ALPHA
    return GRAY if image.mode in GRAY_MODES else COLOUR


def _is_deep(file: BinaryIO, image: Image.Image) -> bool:
    if image.format in DEPTHS_AT:
        file.seek(DEPTHS_AT[image.format])
        depth = file.read(1)
        file.seek(0)
        return depth == b"\x10" or image.mode == "LAB"
    if image.format == "AVIF":
        from desktop.engine.decode.avif import is_deep

        file.seek(0)
        deep = is_deep(file.read(AVIF_HEADER_BYTES))
        file.seek(0)
        return deep
    return image.mode.startswith("I") or image.mode in ("", "F") or int(image.info.get("bit_depth", 8)) > 8
