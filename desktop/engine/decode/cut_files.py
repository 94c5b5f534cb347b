"""Files that end too soon, in formats whose decoders refuse those: filled up to their length, they are decoded.

It is done twice, with zeros and noise behind what is there: a pixel that is the same both times was in the file.
"""

import io
import os
import re
import struct
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO, Protocol, TypeVar

import numpy as np

from desktop.engine.core.arrays import Samples
from desktop.engine.core.errors import TintypeError
from desktop.engine.imaging.damage import LEAST_SOUND, WHOLE, Damage

LEAST_SHARE = 0.05  # of a file; with less it is not worth the memory for the rest
BOX = struct.Struct(">I4s")  # ISO/IEC 14496-12 and ISO/IEC 15444-1: size with this header, kind
JPEG2000_START = b"\x00\x00\x00\x0cjP  "
GRID_ITEM = re.compile(rb"infe[\x02\x03].{7,9}?grid", re.DOTALL)  # ISO/IEC 23008-12: a picture made of tiles
END_OF_CODESTREAM = b"\xff\xd9"
MAX_BOXES = 1000
GRAY = 128  # what a user sees in place of what is missing
SEED = 1
TRIES = 3  # with noise: some of it no decoder goes on with


class HasPixels(Protocol):
    """A decoded picture, as a frozen dataclass."""

    @property
    def damage(self) -> Damage | None:
        """What its decoder found damaged."""

    @property
    def samples(self) -> Samples:
        """(H, W) or (H, W, channels)."""


Picture = TypeVar("Picture", bound=HasPixels)


def missing_bytes(file: BinaryIO) -> int:
    """How much of a WebP, HEIC, AVIF or JPEG 2000 is missing at its end, 0 of others. Goes to the first byte."""
    size_bytes = file.seek(0, os.SEEK_END)
    file.seek(0)
    start = file.read(12)
    if start[:4] == b"RIFF" and start[8:] == b"WEBP":
        whole = 8 + int.from_bytes(start[4:8], "little")
    elif start[4:8] == b"ftyp" or start.startswith(JPEG2000_START):
        whole = _end_of_boxes(file, size_bytes)
    else:
        whole = 0
    file.seek(0)
    return whole - size_bytes if size_bytes < whole < size_bytes / LEAST_SHARE else 0


def _end_of_boxes(file: BinaryIO, size_bytes: int) -> int:
    at = 0
    for _ in range(MAX_BOXES):
        file.seek(at)
        head = file.read(16)
        if at >= size_bytes or len(head) < BOX.size:
            break
        size, _kind = BOX.unpack_from(head)
        if size == 1 and len(head) == 16:
            size = int.from_bytes(head[8:])
        if size < BOX.size:  # to the end of the file, wherever that is
            return 0
        at += size
    return at


def decode_filled_up(
    file: BinaryIO, missing: int, decode: Callable[[BinaryIO], Picture]
) -> tuple[Picture, Damage]:
    """What `decode` makes of a file that lacks so many bytes at its end, and how much of it is sound.

    Of JPEG 2000, which adds detail to the whole picture bit by bit, all is there, but coarser. Raises what `decode`
    raises.
    """
    content = file.read()
    if content.startswith(JPEG2000_START):
        return decode(io.BytesIO(content + bytes(missing - 2) + END_OF_CODESTREAM)), Damage()
    fault: TintypeError | None = None
    if GRID_ITEM.search(content):  # what is drawn in place of a tile does not depend on what fills it
        picture = decode(io.BytesIO(content + bytes(missing)))
        return picture, picture.damage or Damage()
    chance, found = np.random.default_rng(SEED), []
    for fill in (bytes(missing), *(chance.bytes(missing) for _ in range(TRIES))):
        try:
            found.append(decode(io.BytesIO(content + fill)))
        except TintypeError as error:
            fault = error
        if len(found) == 2:
            break
    if fault is not None and not found:
        raise fault
    if len(found) == 1:
        return found[0], Damage()
    first, other = found[0], found[1].samples
    samples = first.samples
    same = samples == other
    if same.ndim == 3:
        same = same.all(axis=2)
    sound = float(np.mean(same))
    if sound < LEAST_SOUND or sound >= WHOLE:
        return first, Damage()
    gray = GRAY * (257 if samples.dtype == np.uint16 else 1)
    mask = same if samples.ndim == 2 else same[..., None]
    filled = np.where(mask, samples, samples.dtype.type(gray))
    return replace(first, samples=filled), Damage(sound)  # type: ignore[type-var]
