"""The size that an AV1 stream gives for its frames, to hold the size in an AVIF's boxes against it.

Source: AV1 Bitstream & Decoding Process Specification, version 1.0.0 with errata 1, sections 5.3 to 5.5.
"""

from collections.abc import Iterator

import numpy as np

SEQUENCE_HEADER = 1
EXTENDED, SIZED = 4, 2  # bits of a unit's first byte
MOST_UNITS, MOST_BYTES = 100, 1024  # units of a picture; bytes of a header, which has some ten
TIMING_BITS, MODEL_BITS = 64, 47
FIRST_TIERED_LEVEL = 8


def frame_size(data: bytes) -> tuple[int, int] | None:
    """(width, height) that the first sequence header in these units gives; None where there is none."""
    for kind, content in _units(data):
        if kind == SEQUENCE_HEADER:
            try:
                return _size(_Bits(content[:MOST_BYTES]))
            except IndexError:
                return None
    return None


class _Bits:
    def __init__(self, content: bytes) -> None:
        self._bits = np.unpackbits(np.frombuffer(content, np.uint8)).tolist()
        self._at = 0

    def number(self, bits: int) -> int:
        """The next bits; raises IndexError behind the last."""
        if self._at + bits > len(self._bits):
            raise IndexError
        value = 0
        for bit in self._bits[self._at : self._at + bits]:
            value = value << 1 | bit
        self._at += bits
        return value


def _units(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _ in range(MOST_UNITS):
        if at >= len(data):
            return
        first = data[at]
        at += 2 if first & EXTENDED else 1
        size = len(data) - at
        if first & SIZED:
            size, at = _leb128(data, at)
        yield first >> 3 & 15, data[at : at + size]
        at += size


def _leb128(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index, byte in enumerate(data[at : at + 8]):
        value |= (byte & 0x7F) << 7 * index
        if not byte & 0x80:
            return value, at + index + 1
    return 0, len(data)


def _size(bits: _Bits) -> tuple[int, int]:
    bits.number(3 + 1)  # profile; whether it is a still picture
    if bits.number(1):  # a reduced header
        bits.number(5)
    else:
        _skip_operating_points(bits)
    width_bits, height_bits = bits.number(4) + 1, bits.number(4) + 1
    return bits.number(width_bits) + 1, bits.number(height_bits) + 1


def _skip_operating_points(bits: _Bits) -> None:
    delay_bits = 0
    if bits.number(1):  # timing
        bits.number(TIMING_BITS)
        if bits.number(1):  # equal intervals, with an Exp-Golomb number
            zeros = 0
            while not bits.number(1):
                zeros += 1
            bits.number(zeros)
        if bits.number(1):  # a model of the decoder
            delay_bits = bits.number(5) + 1
            bits.number(MODEL_BITS - 5)
    has_display_delay = bits.number(1)
    for _ in range(bits.number(5) + 1):
        bits.number(12)
        if bits.number(5) >= FIRST_TIERED_LEVEL:
            bits.number(1)
        if delay_bits and bits.number(1):
            bits.number(2 * delay_bits + 1)
        if has_display_delay and bits.number(1):
            bits.number(4)
