"""The flattened picture of a Photoshop document with 16 bits a channel, of which Pillow reads those with 8.

Source: Adobe Photoshop File Formats Specification (2019), file header and image data sections.
"""

import io
import struct
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.high_bit_depth_samples import Pixels, split
from desktop.engine.imaging.damage import LEAST_SOUND, Damage

START = b"8BPS"
HEADER = struct.Struct(">4sH6xHIIHH")  # signature, version, channels, height, width, depth, colour mode
DEPTH_AT = 22
CHANNELS = {1: 1, 3: 3, 4: 4}  # by colour mode: grey, RGB, CMYK
CMYK = 4
RAW, PACKBITS = 0, 1
SAMPLE_BYTES = 2
GRAY = b"\x80\x80"  # in place of what is missing


def readable(file: BinaryIO, start: bytes, path: Path) -> BinaryIO:
    """The file for Pillow, which tells size and metadata from it; raises `UnsupportedPictureError`.

    start: its first bytes. One with 16 bits comes back as one with 8, whose pixels make no sense.
    """
    bits = int.from_bytes(start[DEPTH_AT : DEPTH_AT + 2])
    if bits > 16:
        raise UnsupportedPictureError(
            f"{path} is a PSD of {bits} bits a channel, which is not supported; save it as TIFF."
        )
    if bits <= 8:
        return file
    file.seek(0)
    content = bytearray(file.read())
    content[DEPTH_AT : DEPTH_AT + 2] = b"\0\x08"
    return io.BytesIO(content)


def decode_psd(file: BinaryIO, _: Image.Image, path: Path) -> Pixels | None:
    """The picture in `file`, 16 bits; None where it has 8. Raises `UnsupportedPictureError` or ValueError."""
    _, _, count, height_px, width_px, bits, mode = HEADER.unpack(file.read(HEADER.size))
    if bits <= 8:
        return None
    if mode not in CHANNELS or count < CHANNELS[mode]:
        raise UnsupportedPictureError(f"{path} is a PSD of colours that are not supported; save it as TIFF.")
    for _section in ("colours", "resources", "layers"):
        file.seek(_number(file.read(4)), io.SEEK_CUR)
    compression = _number(file.read(2))
    kept = CHANNELS[mode] + (1 if mode != CMYK and count > CHANNELS[mode] else 0)  # with one for transparency
    row_bytes = width_px * SAMPLE_BYTES
    if compression == RAW:
        content = file.read(kept * height_px * row_bytes)
    elif compression == PACKBITS:
        content = _unpacked(file, count, kept, height_px, row_bytes)
    else:
        raise UnsupportedPictureError(
            f"{path} is a PSD compressed in a way that is not supported; save it as TIFF."
        )
    plane_bytes = height_px * row_bytes
    sound = (
        len(content) - (kept - 1) * plane_bytes
    ) / plane_bytes  # the last channel is the one that is missing
    if sound < LEAST_SOUND:
        raise Damage(max(sound, 0)).refusal(path)
    content += GRAY * ((kept * plane_bytes - len(content) + 1) // SAMPLE_BYTES)
    damage = Damage(sound) if sound < 1 else None
    planes = np.frombuffer(content, ">u2", kept * height_px * width_px).reshape(kept, height_px, width_px)
    values: NDArray[np.uint16] = np.moveaxis(planes, 0, -1).astype(np.uint16)
    if mode == CMYK:
        return Pixels(np.bitwise_not(values), None, damage=damage)  # 0 is all ink there
    return replace(split(values), damage=damage)


def _unpacked(file: BinaryIO, count: int, kept: int, height_px: int, row_bytes: int) -> bytes:
    """The rows of the first `kept` channels, up to the first that is not whole."""
    sizes = np.frombuffer(file.read(2 * count * height_px), ">u2")[: kept * height_px]
    rows = []
    for size in sizes:
        packed = file.read(int(size))
        if len(packed) < size:
            break
        row = imagecodecs.packbits_decode(packed)
        if len(row) != row_bytes:
            break
        rows.append(row)
    return b"".join(rows)


def _number(value: bytes) -> int:
    return int.from_bytes(value)
