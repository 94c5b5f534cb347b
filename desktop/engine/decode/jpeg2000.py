"""JPEG 2000 of other than 8 bits, whose white Pillow does not bring to white, and the metadata in its boxes.

Source: ISO/IEC 15444-1:2019, annex A (code stream) and annex I (file format).
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import imagecodecs
import numpy as np
from PIL import Image

from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.core.reasons import Reason
from desktop.engine.decode.high_bit_depth_samples import Pixels, split, widened

SIGNATURE = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
SIZE_MARKER = b"\xff\x4f\xff\x51"
GRID_AT = 8  # from the marker: the picture's edges
FIRST_DEPTH_AT = 42  # from the marker: bits of the first channel less one, and whether they have a sign
HAS_NUMBER, HAS_PROFILE = 1, 2  # how a box tells of colours
CIELAB, CIEJAB = 14, 19  # numbers of colour spaces
PALETTE = b"pclr"  # by which numbers become colours
XMP_ID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
EXIF_ID = b"JpgTiffExif->JP2"


def decode_jpeg2000(file: BinaryIO, image: Image.Image, path: Path) -> Pixels | None:
    """The picture in `file`; None when it has 8 bits or a palette. What the boxes tell is put into `image.info`."""
    content = file.read()
    has_palette = _read_boxes(image, content, path)
    at = content.find(SIZE_MARKER)
    depth = content[at + FIRST_DEPTH_AT] if at >= 0 else 0
    bits = (depth & 0x7F) + 1
    if bits == 8 or (bits < 8 and has_palette):
        return None
    if bits > 16:
        raise UnsupportedPictureError(
            f"{path} has {bits} bits a channel of an unusual kind; save it as 8 or 16."
        )
    right, bottom, left, top = struct.unpack_from(">4I", content, at + GRID_AT)
    if (right - left, bottom - top) != image.size:
        raise Reason("its parts disagree about its size")  # the limit on pixels was held against one of them
    if image.info.get("icc_profile"):
        content = content[at:]  # the bare code stream, to which the decoder does not apply the profile itself
    values = imagecodecs.jpeg2k_decode(content)
    if values.dtype.kind == "i":  # from black, the least that so many bits hold, to white
        values = (values.astype(np.int32) + (1 << (bits - 1))).astype(np.uint16)
    if bits < 8:
        table = (np.arange(256).clip(0, (1 << bits) - 1) * 255 / ((1 << bits) - 1)).round().astype(np.uint8)
        return split(table[values])
    return split(widened(values, bits))


def _read_boxes(image: Image.Image, content: bytes, path: Path) -> bool:
    """Put what they tell into `image.info`; whether there is a palette."""
    has_palette = False
    for kind, start, end in _boxes(content, 0, len(content)):
        if kind == b"jp2h":
            _add_profile(image, content, start, end, path)
            has_palette = any(inner == PALETTE for inner, _, _ in _boxes(content, start, end))
        elif kind == b"uuid":
            name = {XMP_ID: "xmp", EXIF_ID: "exif"}.get(content[start : start + 16])
            if name is not None:
                image.info[name] = content[start + 16 : end]
    return has_palette


def _boxes(content: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """(kind, start, end) of the contents of each box; nothing of a bare code stream."""
    if not content.startswith(SIGNATURE):
        return
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", content, start)
        head = 8
        if size == 1 and start + 16 <= end:
            size, head = struct.unpack_from(">Q", content, start + 8)[0], 16
        stop = end if size == 0 else min(start + size, end)
        if stop < start + head:
            return
        yield kind, start + head, stop
        start = stop


def _add_profile(image: Image.Image, content: bytes, start: int, end: int, path: Path) -> None:
    """Put the profile into `image.info`. Raises `UnsupportedPictureError` for colours that are told by other means."""
    for kind, inner, stop in _boxes(content, start, end):
        is_told = kind == b"colr" and content[inner] == HAS_NUMBER
        if is_told and int.from_bytes(content[inner + 3 : inner + 7]) in (CIELAB, CIEJAB):
            raise UnsupportedPictureError(
                f"{path} is a JPEG 2000 of CIELAB, which is not supported; save it as TIFF."
            )
        if kind == b"colr" and content[inner] == HAS_PROFILE:
            image.info["icc_profile"] = content[inner + 3 : stop]
