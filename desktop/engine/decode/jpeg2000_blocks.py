"""The headers of JPEG 2000 packets: which code-blocks a packet has something of, and how many bytes.

Source: ISO/IEC 15444-1:2019, annex B.10.
"""

from dataclasses import dataclass, field

EACH_PASS_ENDS, SOME_ARE_RAW = 0x04, 0x01
FIRST_RAW = 10  # passes before those that are not arithmetically coded
ENDLESS = 109
LONGEST_PASSES = 164
MOST_PLANES, MOST_LENGTH_BITS = 64, 32


class ContradictionError(Exception):
    """What no encoder writes."""


class Bits:
    """Bits of packet headers: after a byte of ones comes one of seven bits."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data, self.at = data, at
        self._value = self._left = 0

    def one(self) -> int:
        """The next bit; raises IndexError behind the data."""
        if not self._left:
            self._left = 7 if self._value == 0xFF else 8
            self._value = self._data[self.at]
            self.at += 1
        self._left -= 1
        return self._value >> self._left & 1

    def number(self, bits: int) -> int:
        """The next bits as a number."""
        value = 0
        for _ in range(bits):
            value = value << 1 | self.one()
        return value

    def end(self) -> int:
        """Where the bytes behind the header begin."""
        return self.at + (1 if self._value == 0xFF else 0)


class TagTree:
    """Numbers of a grid of blocks, coded by the least of each four (B.10.2)."""

    def __init__(self, across: int, down: int) -> None:
        self._top = 0
        while across > 1 or down > 1:
            across, down, self._top = (across + 1) // 2, (down + 1) // 2, self._top + 1
        self._low: dict[tuple[int, int, int], int] = {}
        self._known: set[tuple[int, int, int]] = set()

    def not_below(self, column: int, row: int, threshold: int, bits: Bits) -> int:
        """0 where a block's number is less than this, else how many blocks from it on, in its row, it is not for.

        Bits are read as far as that takes.
        """
        low = 0
        for level in range(self._top, -1, -1):
            node = (level, column >> level, row >> level)
            low = max(low, self._low.get(node, 0))
            while low < threshold and node not in self._known:
                if bits.one():
                    self._known.add(node)
                else:
                    low += 1
            self._low[node] = low
            if node not in self._known:
                return (((column >> level) + 1) << level) - column
        return 0 if low < threshold else 1


@dataclass
class Block:
    """What is known of a code-block. passes: of its last segment that is not full."""

    length_bits: int = 3
    passes: int = 0
    segment: int = -1


@dataclass
class Band:
    """The code-blocks of one precinct in one sub-band. blocks: those that something came of, by place."""

    across: int
    down: int
    blocks: dict[tuple[int, int], Block] = field(default_factory=dict)
    inclusion: TagTree | None = None
    planes: TagTree | None = None

    def read(self, bits: Bits, layer: int, style: int) -> tuple[int, int]:
        """Bytes of this band in a packet, and how many blocks were looked at."""
        if self.inclusion is None or self.planes is None:
            self.inclusion, self.planes = TagTree(self.across, self.down), TagTree(self.across, self.down)
        size = looked_at = 0
        for row in range(self.down):
            column = 0
            while column < self.across:
                looked_at += 1
                block, passed_over = self.blocks.get((column, row)), 0
                if block is not None:
                    is_here = bits.one()
                else:
                    passed_over = self.inclusion.not_below(column, row, layer + 1, bits)
                    is_here = not passed_over
                    if is_here:
                        block = self.blocks[column, row] = Block()
                        self._skip_planes(self.planes, column, row, bits)
                if is_here and block is not None:
                    size += _length(bits, block, style)
                column += passed_over or 1
        return size, looked_at

    @staticmethod
    def _skip_planes(planes: TagTree, column: int, row: int, bits: Bits) -> None:
        for threshold in range(1, MOST_PLANES):
            if not planes.not_below(column, row, threshold, bits):
                return
        raise ContradictionError


def _length(bits: Bits, block: Block, style: int) -> int:
    passes = _passes(bits)
    while bits.one():
        block.length_bits += 1
        if block.length_bits > MOST_LENGTH_BITS:
            raise ContradictionError
    size = 0
    while passes:
        most = _most_passes(block.segment, style)
        if block.segment < 0 or block.passes >= most:
            block.segment += 1
            block.passes = 0
            most = _most_passes(block.segment, style)
        now = min(passes, most - block.passes)
        size += bits.number(block.length_bits + now.bit_length() - 1)
        block.passes += now
        passes -= now
    return size


def _most_passes(segment: int, style: int) -> int:
    if style & EACH_PASS_ENDS:
        return 1
    if style & SOME_ARE_RAW:
        return FIRST_RAW if segment <= 0 else 2 - (segment + 1) % 2
    return ENDLESS + LONGEST_PASSES


def _passes(bits: Bits) -> int:
    """How many coding passes come of a block (table B.4)."""
    if not bits.one():
        return 1
    if not bits.one():
        return 2
    value = bits.number(2)
    if value < 3:
        return 3 + value
    value = bits.number(5)
    if value < 31:
        return 6 + value
    return 37 + bits.number(7)
