"""The rows of a PSD's channels, one channel after the other, and which of them are there."""

from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Rows:
    """values: (channels, H, bytes of a row). are_there: (channels, H)."""

    values: NDArray[np.uint8]
    are_there: NDArray[np.bool_]


def plain_rows(file: BinaryIO, shape: tuple[int, int, int]) -> Rows:
    """The rows of a picture that is not packed; shape: channels, H, bytes of a row."""
    channels, height_px, row_bytes = shape
    content = file.read(channels * height_px * row_bytes)
    values = np.frombuffer(content.ljust(channels * height_px * row_bytes, b"\0"), np.uint8).reshape(shape)
    are_there = np.arange(1, channels * height_px + 1) * row_bytes <= len(content)
    return Rows(values if are_there.all() else values.copy(), are_there.reshape(channels, height_px))


def packed_rows(file: BinaryIO, shape: tuple[int, int, int], all_channels: int) -> Rows:
    """The rows of the first channels of a picture packed by PackBits, of which it has `all_channels`."""
    channels, height_px, row_bytes = shape
    sizes = np.frombuffer(file.read(2 * all_channels * height_px), ">u2")[: channels * height_px]
    values, are_there = (
        np.zeros((channels * height_px, row_bytes), np.uint8),
        np.zeros(channels * height_px, bool),
    )
    for number, size in enumerate(sizes):
        packed = file.read(int(size))
        if len(packed) < size:
            break
        row: bytes | bytearray = b""
        with suppress(RuntimeError, ValueError):
            row = imagecodecs.packbits_decode(packed)
        if len(row) == row_bytes:
            values[number], are_there[number] = np.frombuffer(row, np.uint8), True
    return Rows(values.reshape(shape), are_there.reshape(channels, height_px))
