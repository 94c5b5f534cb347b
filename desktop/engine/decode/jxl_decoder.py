"""What `imagecodecs` does not ask libjxl for: the profile in a file, and what of a damaged picture can be decoded."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.reasons import Reason
from desktop.engine.decode.jxl_header import SRGB_CURVE
from desktop.engine.decode.jxl_library import (
    COLOURS,
    IS_DONE,
    NEEDS_MEMORY,
    NEEDS_MORE,
    SMALL_COPY,
    Encoding,
    Library,
    PixelFormat,
)

OF_THE_FILE = 0  # the profile that is packed into it, not that of what the decoder gives
KINDS = {"uint8": 2, "uint16": 3, "float32": 0}  # JxlDataType
GRAY_AND_ALPHA = 2  # channels
STEPS = 256  # in which data are handed on, until there is something to see
GROUP_PX = 128  # of the smallest groups, which are decoded each by itself
FILTERED_PX = 8  # at a group's edge, where its neighbours show


class OddProfileError(ValueError):
    """The decoder cannot give colours of a profile."""


@dataclass(frozen=True, eq=False)
class Part:
    """What can be seen of a picture.

    lost: (H, W), the groups of which nothing came. is_blurred: whether these are there as a small copy shows them.
    """

    values: NDArray[Any]
    lost: NDArray[np.bool_]
    is_blurred: bool


def profile_of(found: Library, content: bytes) -> bytes:
    """The ICC profile that is packed into a file; empty where there is none that makes sense."""
    with found.decoder(COLOURS) as decoder:
        found.jxl.JxlDecoderSetInput(decoder, content, len(content))
        size = ctypes.c_size_t()
        if found.jxl.JxlDecoderProcessInput(decoder) != COLOURS or found.jxl.JxlDecoderGetICCProfileSize(
            decoder, OF_THE_FILE, ctypes.byref(size)
        ):
            return b""
        profile = ctypes.create_string_buffer(size.value)
        fault = found.jxl.JxlDecoderGetColorAsICCProfile(decoder, OF_THE_FILE, profile, size.value)
        return b"" if fault else profile.raw


def fill(found: Library, content: bytes, values: NDArray[Any], profile: bytes | None) -> bool:
    """Fill `values`, (H, W) or (H, W, channels), with the first picture; whether all of it is there.

    Whole numbers come to fill their type. profile: of the colours that are wanted; None for sRGB, empty for the
    decoder's own. Raises `OddProfileError`, or `Reason` where it has another size.
    """
    with found.decoder(COLOURS | IS_DONE) as decoder:
        return any(_steps(found, decoder, content, values, profile, 1))


def sound_part(found: Library, content: bytes, values: NDArray[Any], profile: bytes | None) -> Part | None:
    """Fill `values` as `fill` does with what of the first picture can be decoded; None where that is nothing.

    A group that has not changed since there was something to see has not come.
    """
    first = None
    with found.decoder(COLOURS | SMALL_COPY | IS_DONE) as decoder:
        for _ in _steps(found, decoder, content, values, profile, STEPS):
            if first is None and not found.jxl.JxlDecoderFlushImage(decoder):
                first = values.copy()
        if found.jxl.JxlDecoderFlushImage(decoder):
            return None
    if first is None:
        first = np.zeros_like(values)
    lost = np.zeros(values.shape[:2], bool)
    for top in range(0, values.shape[0], GROUP_PX):
        for left in range(0, values.shape[1], GROUP_PX):
            place = np.s_[top : top + GROUP_PX, left : left + GROUP_PX]
            lost[place] = np.array_equal(_inside(first[place]), _inside(values[place]))
    # Else one value stands for what is missing.
    is_blurred = bool(lost.any() and np.ptp(first[lost], axis=0).any())
    return None if lost.all() and not is_blurred else Part(values, lost, is_blurred)


def _steps(
    found: Library, decoder: int, content: bytes, values: NDArray[Any], profile: bytes | None, steps: int
) -> Iterator[bool]:
    """Hand the data on, and tell after each step, and with the small copy, whether the picture is done.

    Ends where it is, or is faulty.
    """
    data = np.frombuffer(content, np.uint8)
    at, step = 0, -(-len(data) // steps)
    for end in (*range(step, len(data), step), len(data)):
        found.jxl.JxlDecoderSetInput(decoder, data.ctypes.data + at, end - at)
        while (state := found.jxl.JxlDecoderProcessInput(decoder)) in (COLOURS, NEEDS_MEMORY, SMALL_COPY):
            if state == SMALL_COPY:
                yield False
            elif state == NEEDS_MEMORY:
                _give_memory(found, decoder, values)
            elif profile != b"":
                is_gray = values.ndim == 2 or values.shape[2] == GRAY_AND_ALPHA
                _ask_for(found, decoder, profile, is_gray=is_gray)
        if state not in (NEEDS_MORE, IS_DONE):
            return
        yield state == IS_DONE
        if state == IS_DONE:
            return
        at = end - found.jxl.JxlDecoderReleaseInput(decoder)


def _give_memory(found: Library, decoder: int, values: NDArray[Any]) -> None:
    channels = 1 if values.ndim == 2 else values.shape[2]
    layout, size = PixelFormat(channels, KINDS[values.dtype.name], 0, 0), ctypes.c_size_t()
    found.jxl.JxlDecoderImageOutBufferSize(decoder, ctypes.byref(layout), ctypes.byref(size))
    if size.value != values.nbytes:  # the limit on pixels was held against these
        raise Reason("its parts disagree about its size")
    found.jxl.JxlDecoderSetImageOutBuffer(decoder, ctypes.byref(layout), values.ctypes.data, values.nbytes)


def _ask_for(found: Library, decoder: int, profile: bytes | None, *, is_gray: bool) -> None:
    found.jxl.JxlDecoderSetCms(decoder, found.colours.JxlGetDefaultCms().contents)
    srgb = Encoding(space=is_gray, white=1, primaries=1, curve=SRGB_CURVE)
    if found.jxl.JxlDecoderSetOutputColorProfile(
        decoder, None if profile else ctypes.byref(srgb), profile, len(profile or b"")
    ):
        raise OddProfileError


def _inside(group: NDArray[Any]) -> NDArray[Any]:
    inner = group[FILTERED_PX:-FILTERED_PX, FILTERED_PX:-FILTERED_PX]
    return inner if inner.size else group
