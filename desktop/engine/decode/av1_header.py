"""What the headers of an AV1 still picture say of its tiles.

Source: AV1 Bitstream & Decoding Process Specification (2019), sections 5.5, 5.9 and 6.10.14.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.engine.core.reasons import Reason

SEQUENCE, FRAME = 1, 6  # kinds of units (OBU)
HAS_EXTENSION, HAS_SIZE = 0x04, 0x02  # in a unit's first byte
KEY_FRAME, CHOSEN = 0, 2  # CHOSEN: that each frame tells it
MAX_TILES_ACROSS = 64
MAX_TILE_PX, MAX_TILE_AREA_PX = 4096, 4096 * 2304
MAX_UNITS = 1000
NONSENSE = "its header makes no sense"


@dataclass(frozen=True)
class Unit:
    """A unit in coded data. start: of what it holds, behind its own header; end."""

    kind: int
    head: bytes
    start: int
    end: int


@dataclass(frozen=True)
class Tiles:
    """columns: of tiles, row by row. tile_px: (width, height) of those that no edge of the picture cuts.

    size_bytes: how many tell the size of each tile's data but the last. at: where in the frame the header goes on.
    """

    count: int
    columns: int
    tile_px: tuple[int, int]
    size_bytes: int
    at: int


@dataclass
class _Sequence:
    reduced: bool = False
    width_bits: int = 0
    height_bits: int = 0
    width_px: int = 0
    height_px: int = 0
    id_bits: int = 0
    large_blocks: bool = False
    screen_tools: int = CHOSEN
    integer_vectors: int = CHOSEN
    order_bits: int = 0
    superres: bool = False


class _Bits:
    def __init__(self, data: bytes) -> None:
        self._value, self._left, self.at = int.from_bytes(data), 8 * len(data), 0

    def read(self, count: int) -> int:
        self._left -= count
        self.at += count
        if self._left < 0:
            raise EOFError
        return self._value >> self._left & ((1 << count) - 1)


def units(data: bytes) -> Iterator[Unit]:
    """The units of coded data. Raises EOFError where they break off."""
    at = 0
    for _ in range(MAX_UNITS):
        if at >= len(data):
            return
        head_bytes = 2 if data[at] & HAS_EXTENSION else 1
        start, end = at + head_bytes, len(data)
        if data[at] & HAS_SIZE:
            size, start = _leb128(data, start)
            end = start + size
        if end > len(data):
            raise EOFError
        yield Unit(data[at] >> 3 & 15, data[at : at + head_bytes], start, end)
        at = end


def tiles_of(sequence: bytes, frame: bytes) -> Tiles:
    """By what a sequence header and a frame hold. Raises EOFError, or ValueError for what no still picture has."""
    found, bits = _sequence(_Bits(sequence)), _Bits(frame)
    if not found.reduced and (bits.read(1) or bits.read(2) != KEY_FRAME or not bits.read(1)):
        raise Reason(NONSENSE)
    keeps_chances = bits.read(1)
    screen_tools = bits.read(1) if found.screen_tools == CHOSEN else found.screen_tools
    if screen_tools and found.integer_vectors == CHOSEN:
        bits.read(1)
    bits.read(found.id_bits)
    has_own_size = 0 if found.reduced else bits.read(1)
    bits.read(found.order_bits)
    width_px, height_px = found.width_px, found.height_px
    if has_own_size:
        width_px, height_px = 1 + bits.read(found.width_bits), 1 + bits.read(found.height_bits)
    coded_px = width_px
    if found.superres and bits.read(1):
        share = 9 + bits.read(3)
        coded_px = (width_px * 8 + share // 2) // share
    if bits.read(1):  # another size to show it at
        bits.read(32)
    if screen_tools and coded_px == width_px:
        bits.read(1)
    if not found.reduced and not keeps_chances:
        bits.read(1)
    return _tiles(bits, coded_px, height_px, large_blocks=found.large_blocks)


def _tiles(bits: _Bits, width_px: int, height_px: int, *, large_blocks: bool) -> Tiles:
    block = 128 if large_blocks else 64
    across, down = (-(-(-(-side // 8) * 8) // block) for side in (width_px, height_px))
    if not bits.read(1):
        raise Reason(NONSENSE)
    least_across = _log2(MAX_TILE_PX // block, across)
    least = max(least_across, _log2(MAX_TILE_AREA_PX // block**2, across * down))
    columns_log2 = _grown(bits, least_across, _log2(1, min(across, MAX_TILES_ACROSS)))
    rows_log2 = _grown(bits, max(least - columns_log2, 0), _log2(1, min(down, MAX_TILES_ACROSS)))
    tile_across, tile_down = -(-across // (1 << columns_log2)), -(-down // (1 << rows_log2))
    columns, rows = -(-across // tile_across), -(-down // tile_down)
    size_bytes = 0
    if columns_log2 or rows_log2:
        bits.read(columns_log2 + rows_log2)
        size_bytes = 1 + bits.read(2)
    tile_px = tile_across * block, tile_down * block
    return Tiles(columns * rows, columns, tile_px, size_bytes, -(-bits.at // 8))


def _grown(bits: _Bits, least: int, most: int) -> int:
    while least < most and bits.read(1):
        least += 1
    return least


def _log2(part: int, whole: int) -> int:
    """How often a part has to be doubled to be the whole."""
    return max((-(-whole // part) - 1).bit_length(), 0)


def _sequence(bits: _Bits) -> _Sequence:
    found = _Sequence()
    bits.read(4)  # profile, and whether it is a still picture
    found.reduced = bool(bits.read(1))
    if found.reduced:
        bits.read(5)
    elif bits.read(1):  # as films have it
        raise Reason(NONSENSE)
    else:
        _read_operating_points(bits)
    found.width_bits, found.height_bits = 1 + bits.read(4), 1 + bits.read(4)
    found.width_px, found.height_px = 1 + bits.read(found.width_bits), 1 + bits.read(found.height_bits)
    if not found.reduced and bits.read(1):
        found.id_bits = bits.read(4) + bits.read(3) + 3
    found.large_blocks = bool(bits.read(1))
    bits.read(2)  # filters
    if not found.reduced:
        _read_tools(bits, found)
    found.superres = bool(bits.read(1))
    return found


def _read_operating_points(bits: _Bits) -> None:
    has_delays = bits.read(1)
    for _ in range(1 + bits.read(5)):
        bits.read(12)
        if bits.read(5) > 7:
            bits.read(1)
        if has_delays and bits.read(1):
            bits.read(4)


def _read_tools(bits: _Bits, found: _Sequence) -> None:
    bits.read(4)
    has_order = bits.read(1)
    if has_order:
        bits.read(2)
    found.screen_tools = CHOSEN if bits.read(1) else bits.read(1)
    if found.screen_tools:
        found.integer_vectors = CHOSEN if bits.read(1) else bits.read(1)
    if has_order:
        found.order_bits = 1 + bits.read(3)


def _leb128(data: bytes, at: int) -> tuple[int, int]:
    """A number, and where it ends."""
    value = 0
    for place in range(8):
        if at + place >= len(data):
            break
        value |= (data[at + place] & 0x7F) << (7 * place)
        if not data[at + place] & 0x80:
            return value, at + place + 1
    raise EOFError
