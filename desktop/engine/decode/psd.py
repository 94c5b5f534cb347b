"""The flattened picture of a Photoshop document. Pillow tells size and metadata, and mixes up rows of packed channels.

Source: Adobe Photoshop File Formats Specification (2019), file header and image data sections.
"""

import io
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.high_bit_depth_samples import Pixels, split
from desktop.engine.decode.lab_samples import lab_as_srgb
from desktop.engine.decode.psd_rows import Rows, packed_rows, plain_rows
from desktop.engine.imaging.damage import LEAST_SOUND, Damage

START = b"8BPS"
HEADER = struct.Struct(">4sH6xHIIHH")  # signature, version, channels, height, width, depth, colour mode
CHANNELS_AT, DEPTH_AT, MODE_AT = 12, 22, 24
BITMAP, INDEXED, CMYK, MULTICHANNEL, DUOTONE, LAB = 0, 2, 4, 7, 8, 9
CHANNELS = {
    BITMAP: 1,
    1: 1,
    INDEXED: 1,
    3: 3,
    CMYK: 4,
    DUOTONE: 1,
    LAB: 3,
}  # by colour mode; 1 is grey, 3 RGB
MAY_BE_TRANSPARENT = (1, 3)
RAW, PACKBITS = 0, 1
SECTIONS = ("colours", "resources", "layers")  # between header and picture
GRAY, NO_INK, OPAQUE = 0x80, 0xFF, 0xFF  # bytes in place of what is missing; grey is no colour in CIELAB, too
BLACK_INK = 3  # the last channel of CMYK
MAP_BYTES = 768  # of indexed colours: all reds, all greens, all blues
RESOURCE = struct.Struct(">4sH")  # signature and number; a name and a length follow
VERSION_INFO, IS_MERGED_AT = (
    1057,
    4,
)  # the resource that tells whether there is a flattened picture, and where in it


def readable(file: BinaryIO, start: bytes, path: Path) -> BinaryIO:
    """The file for Pillow, which tells size and metadata from it; raises `UnsupportedPictureError` or EOFError.

    start: its first bytes. One with 16 bits comes back as one with 8, whose pixels make no sense.
    """
    bits = int.from_bytes(start[DEPTH_AT : DEPTH_AT + 2])
    if (
        start[MODE_AT : MODE_AT + 2] == bytes([0, MULTICHANNEL])
        and start[CHANNELS_AT : CHANNELS_AT + 2] != b"\0\x01"
    ):
        raise UnsupportedPictureError(
            f"{path} is a PSD of separate inks (multichannel), of whose colours it does not tell; save it as RGB or "
            f"grey."
        )
    if bits > 16:
        raise UnsupportedPictureError(
            f"{path} is a PSD of {bits} bits a channel, which is not supported; save it as TIFF."
        )
    file.seek(HEADER.size)
    skip_to_pixels(file)
    if file.tell() > file.seek(0, io.SEEK_END):  # Pillow would take memory for what a length says
        raise EOFError
    if bits <= 8:
        return file
    file.seek(0)
    content = bytearray(file.read())
    content[DEPTH_AT : DEPTH_AT + 2] = b"\0\x08"
    return io.BytesIO(content)


def decode_psd(file: BinaryIO, _: Image.Image, path: Path) -> Pixels:
    """The picture in `file`. Raises `UnsupportedPictureError` or ValueError."""
    _, _, count, height_px, width_px, bits, mode = HEADER.unpack(file.read(HEADER.size))
    if mode == MULTICHANNEL and count == 1:
        mode = DUOTONE  # one ink is grey
    is_odd = mode not in CHANNELS or count < CHANNELS[mode] or (bits == 1) != (mode == BITMAP)
    if is_odd or (mode == INDEXED and bits != 8):
        raise UnsupportedPictureError(f"{path} is a PSD of colours that are not supported; save it as TIFF.")
    colours, resources, layers = (file.read(_number(file.read(4))) for _section in SECTIONS)
    if _lacks_picture(resources):
        raise UnsupportedPictureError(
            f"{path} holds layers, but not the picture that they make; save it anew with maximised compatibility, or "
            f"as TIFF."
        )
    kept = CHANNELS[mode] + (mode in MAY_BE_TRANSPARENT and _is_transparent(layers, count - CHANNELS[mode]))
    compression = _number(file.read(2))
    row_bytes = -(-width_px * bits // 8)
    shape = (kept, height_px, row_bytes)
    if compression == RAW:
        rows = plain_rows(file, shape)
    elif compression == PACKBITS:
        rows = packed_rows(file, shape, count)
    else:
        raise UnsupportedPictureError(
            f"{path} is a PSD compressed in a way that is not supported; save it as TIFF."
        )
    damage = None
    if not rows.are_there.all():
        sound = float(rows.are_there[: CHANNELS[mode]].mean())
        damage = Damage(sound if sound < 1 else None)  # else only of transparency something is missing
        if sound < LEAST_SOUND:
            raise damage.refusal(path)
        _fill_up(rows, mode)
    if mode == INDEXED:
        samples = _mapped(rows.values[0], colours)
        samples[~rows.are_there[0]] = GRAY
        return Pixels(samples, None, damage=damage)
    return replace(_pixels(rows.values, width_px, bits, mode), damage=damage)


def _fill_up(rows: Rows, mode: int) -> None:
    """Put something in place of missing rows: grey, or what the channels that are there show in grey."""
    for channel in range(len(rows.values)):
        missing = ~rows.are_there[channel]
        if channel >= CHANNELS[mode]:
            rows.values[channel, missing] = OPAQUE
        elif mode == LAB:
            rows.values[channel, missing] = GRAY
        elif mode == CMYK and channel == BLACK_INK:
            rows.values[channel, missing] = NO_INK
        elif channel:
            rows.values[channel, missing] = rows.values[channel - 1, missing]
        else:
            rows.values[channel, missing] = GRAY


def _lacks_picture(resources: bytes) -> bool:
    """Whether the document says that its flattened picture is but a blank."""
    at = 0
    while resources.startswith(b"8BIM", at) and at + RESOURCE.size < len(resources):
        number = RESOURCE.unpack_from(resources, at)[1]
        at += RESOURCE.size + (resources[at + RESOURCE.size] + 2) // 2 * 2  # a name, and the byte before it
        size, at = _number(resources[at : at + 4]), at + 4
        if number == VERSION_INFO and size > IS_MERGED_AT:
            return resources[at + IS_MERGED_AT : at + IS_MERGED_AT + 1] == b"\0"
        at += size + size % 2
    return False


def _is_transparent(layers: bytes, extra_channels: int) -> bool:
    """Whether the first extra channel is transparency: then the number of layers is written as a negative one."""
    if len(layers) >= 6 and _number(layers[:4]) >= 2:
        return extra_channels > 0 and layers[4] >= 0x80
    return (
        extra_channels == 1
    )  # other writers than Photoshop have no layers; of several channels none is known


def _mapped(numbers: NDArray[np.uint8], colours: bytes) -> NDArray[np.uint8]:
    """(H, W, 3) of numbers of colours."""
    table = np.frombuffer(colours[:MAP_BYTES].ljust(MAP_BYTES, b"\0"), np.uint8).reshape(3, -1).T
    rgb: NDArray[np.uint8] = np.ascontiguousarray(table)[numbers]
    return rgb


def skip_to_pixels(file: BinaryIO) -> None:
    """From behind the header to where it stands how the flattened picture is compressed."""
    for _section in SECTIONS:
        file.seek(_number(file.read(4)), io.SEEK_CUR)


def _pixels(rows: NDArray[np.uint8], width_px: int, bits: int, mode: int) -> Pixels:
    """What (channels, H, bytes of a row) show."""
    if mode == BITMAP:  # a bit that is set is black, of which Pillow makes white
        return Pixels(np.unpackbits(np.bitwise_not(rows[0]), axis=1)[:, :width_px] * np.uint8(255), None)
    planes = rows.view(">u2") if bits == 16 else rows
    values: NDArray[Any] = np.ascontiguousarray(np.moveaxis(planes, 0, -1), planes.dtype.newbyteorder("="))
    if mode == LAB:
        samples, gray = lab_as_srgb(values, icc=True)
        return Pixels(samples, None, gray=gray)
    if mode == CMYK:
        return Pixels(np.bitwise_not(values), None)  # 0 is all ink there
    return split(values)


def _number(value: bytes) -> int:
    return int.from_bytes(value)
