"""Finds out whether fax data can be what was written: each row of codes that exist, adding up to its width.

Decoders go on whatever they meet, and say little of it: libtiff nothing of a picture that ends a row too early or too
late. What is damaged so that all rows add up nobody can notice: fax has no checksum. Sources: ITU-T T.4 and T.6; TIFF
revision 6.0, sections 10 and 11.
"""

from dataclasses import dataclass

import numpy as np

from desktop.engine.decode.fax_codes import (
    HORIZONTAL,
    LEAST_MAKEUP,
    MODES,
    PASS,
    PEEK_BITS,
    RUNS,
    VERTICAL,
    WIDTH,
)

MODIFIED_HUFFMAN, GROUP_3, GROUP_4 = 2, 3, 4  # TIFF's numbers for them
EOL_ZEROS = 11  # and a one behind
NO_RUN, NO_RUN_BITS = 0b0000110111, 10  # black
WINDOW_BITS = 32


class _FaultyFaxError(ValueError):
    """A code that does not exist, or a row that does not add up."""


@dataclass(frozen=True)
class FaxKind:
    """How a strip or tile is coded. two_dimensional: Group 3 whose rows may refer to the ones above."""

    compression: int
    width_px: int
    rows: int
    two_dimensional: bool = False


def is_faulty(data: bytes, kind: FaxKind) -> bool:
    """Whether something in a strip or tile, most significant bit first, must be wrong."""
    reader = _Reader(data, kind.width_px)
    try:
        if kind.compression == GROUP_4:
            _read_group_4(reader, kind.rows)
        elif kind.compression == GROUP_3:
            _read_group_3(reader, kind)
        else:
            _read_modified_huffman(reader, kind.rows)
    except (_FaultyFaxError, IndexError):  # the latter beyond the last bit
        return True
    return reader.at > reader.bits


def _read_group_4(reader: "_Reader", rows: int) -> None:
    above: list[int] = []
    for _ in range(rows):
        above = reader.row_by(above)
    if not reader.takes_end_of_line() and not reader.is_at_end():
        raise _FaultyFaxError


def _read_modified_huffman(reader: "_Reader", rows: int) -> None:
    for _ in range(rows):
        reader.row()
        reader.at = -(-reader.at // 8) * 8
    if not reader.is_at_end():
        raise _FaultyFaxError


def _read_group_3(reader: "_Reader", kind: FaxKind) -> None:
    above: list[int] = []
    for number in range(kind.rows):
        found = reader.takes_end_of_line() or reader.takes_no_run_and_end_of_line()
        if not found and (number or kind.two_dimensional):
            raise _FaultyFaxError
        is_alone = not kind.two_dimensional or reader.takes_one()
        above = reader.row() if is_alone else reader.row_by(above)
    found = reader.takes_end_of_line() or reader.takes_no_run_and_end_of_line()
    if found and kind.two_dimensional and not reader.is_at_end():
        reader.takes_one()
    if not reader.is_at_end() and not reader.takes_end_of_line():
        raise _FaultyFaxError


class _Reader:
    """Reads rows. at: the bit that comes next."""

    def __init__(self, data: bytes, width_px: int) -> None:
        self.at, self.bits, self._data, self._width_px = 0, 8 * len(data), data, width_px
        padded = np.frombuffer(data + bytes(4), np.uint8).astype(np.uint32)
        windows = padded[:-3] << 24 | padded[1:-2] << 16 | padded[2:-1] << 8 | padded[3:]
        self._windows = memoryview(windows.astype(np.uint32).tobytes()).cast("I")

    def _peek(self) -> int:
        shift = WINDOW_BITS - PEEK_BITS - (self.at & 7)
        return self._windows[self.at >> 3] >> shift & ((1 << PEEK_BITS) - 1)

    def _entry(self, table: list[int]) -> int:
        """What the next code stands for."""
        found = table[self._peek()]
        if not found:
            raise _FaultyFaxError
        self.at += found % WIDTH
        return found // WIDTH

    def _run(self, colour: int) -> int:
        """Length of a run; colour: 0 white, 1 black."""
        total, part = 0, LEAST_MAKEUP
        while part >= LEAST_MAKEUP:
            part = self._entry(RUNS[colour])
            total += part
        return total

    def takes_one(self) -> bool:
        """Pass over a bit; whether it is 1."""
        self.at += 1
        return bool(self._windows[self.at - 1 >> 3] >> (WINDOW_BITS - 1 - (self.at - 1 & 7)) & 1)

    def takes_end_of_line(self) -> bool:
        """Pass over the end of a line, and zeros that fill up before it, if that is what comes."""
        start = self.at
        while self.at < self.bits and not self._peek():
            self.at += 1
        if self.at < self.bits:
            while not self.takes_one():
                pass
            if self.at - start > EOL_ZEROS:
                return True
        self.at = start
        return False

    def takes_no_run_and_end_of_line(self) -> bool:
        """The same of an end behind a black run of no length, which some writers put behind a white one."""
        if self._peek() >> (PEEK_BITS - NO_RUN_BITS) != NO_RUN:
            return False
        self.at += NO_RUN_BITS
        return self.takes_end_of_line()

    def is_at_end(self) -> bool:
        """Whether nothing comes any more but zeros, which fill a byte or a word up."""
        if self.at >= self.bits:
            return self.at == self.bits
        first = self._data[self.at >> 3] & (0xFF >> (self.at & 7))
        return not first and not self._data[(self.at >> 3) + 1 :].strip(b"\0")

    def row(self) -> list[int]:
        """Where colours change in a row that refers to none, white first; not what changes at its end."""
        changes: list[int] = []
        at_px = colour = 0
        while True:
            at_px += self._run(colour)
            if at_px >= self._width_px:
                break
            _add(changes, at_px)
            colour ^= 1
        if at_px > self._width_px:
            raise _FaultyFaxError
        return changes

    def row_by(self, above: list[int]) -> list[int]:
        """The same of a row that refers to the one above."""
        width_px = self._width_px
        changes: list[int] = []
        ends = [*above, width_px, width_px, width_px]  # so that there is one of each colour
        at_px, colour, place = -1, 0, 0
        while at_px < width_px:
            while place > 0 and ends[place - 1] > at_px:
                place -= 1
            while ends[place] <= at_px and ends[place] < width_px:
                place += 1
            if place & 1 != colour:
                place += 1
            mode = self._entry(MODES)
            if mode == PASS:
                at_px = ends[place + 1]
            elif mode == HORIZONTAL:
                first = max(at_px, 0) + self._run(colour)
                at_px = first + self._run(colour ^ 1)
                _add(changes, first)
                _add(changes, at_px)
            else:
                at_px = self._turned(at_px, ends[place] + mode - VERTICAL)
                _add(changes, at_px)
                colour ^= 1
            if at_px > width_px:
                raise _FaultyFaxError
        while changes and changes[-1] >= width_px:
            changes.pop()
        return changes

    @staticmethod
    def _turned(before_px: int, at_px: int) -> int:
        """Where a vertical mode changes the colour, never before what is known already."""
        if at_px < max(before_px, 0):
            raise _FaultyFaxError
        return at_px


def _add(changes: list[int], at_px: int) -> None:
    """A change of colour; of two at one place nothing is seen."""
    if changes and changes[-1] == at_px:
        changes.pop()
    else:
        changes.append(at_px)
