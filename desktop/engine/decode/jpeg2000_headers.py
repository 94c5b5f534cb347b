"""What a JPEG 2000 codestream says of itself before its data: sizes, the way of coding, and where each tile's data lie.

Source: ISO/IEC 15444-1:2019, annex A.
"""

import struct
from dataclasses import dataclass, field

START, TILE_PART, DATA, END = b"\xff\x4f\xff\x51", 0xFF90, 0xFF93, b"\xff\xd9"
CODING = 0xFF52
OF_ONE_COMPONENT, ORDERS, PACKED_HEADERS, PACKED_TILE_HEADERS = 0xFF53, 0xFF5F, 0xFF60, 0xFF61
NOT_FOLLOWED = (OF_ONE_COMPONENT, ORDERS, PACKED_HEADERS, PACKED_TILE_HEADERS)
SIZES = struct.Struct(">8I")  # right, bottom, left, top of the picture; width, height, left, top of the tiles
SIZES_AT, COMPONENTS_AT, COMPONENT_BYTES = 8, 40, 3
PART = struct.Struct(">2xHHIBB")  # length, tile, length of the part, number, how many
MOST_COMPONENTS, MOST_LEVELS, MOST_PARTS = 16, 32, 100_000
WHOLE_PRECINCT = 15  # the default: 2 to this power
HAS_PRECINCTS, HIGH_THROUGHPUT = 1, 0x40

Rectangle = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True)
class Coding:
    """How each tile is coded. block, precincts: powers of two, across and down, the latter by resolution."""

    order: int
    layers: int
    levels: int
    block: tuple[int, int]
    style: int
    precincts: tuple[tuple[int, int], ...]


@dataclass
class Codestream:
    """A codestream's main header and the spans of its tiles' data, which begin and end in `content`.

    components: how many of the grid's places make one sample, across and down. is_cut: whether the last part of a tile
    claims to go on behind the end of the file.
    """

    picture: Rectangle
    tile_size: tuple[int, int]
    tiles_at: tuple[int, int]
    components: tuple[tuple[int, int], ...]
    coding: Coding
    parts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    is_cut: bool = False

    @property
    def tiles(self) -> int:
        """How many there should be."""
        (left, top), (across, down) = self.tiles_at, self.tile_size
        return -(-(self.picture[2] - left) // across) * -(-(self.picture[3] - top) // down)

    def tile(self, number: int) -> Rectangle:
        """Where a tile lies on the grid."""
        across = -(-(self.picture[2] - self.tiles_at[0]) // self.tile_size[0])
        row, column = divmod(number, across)
        left, top = (
            self.tiles_at[0] + column * self.tile_size[0],
            self.tiles_at[1] + row * self.tile_size[1],
        )
        return (
            max(left, self.picture[0]),
            max(top, self.picture[1]),
            min(left + self.tile_size[0], self.picture[2]),
            min(top + self.tile_size[1], self.picture[3]),
        )


def read_codestream(content: bytes) -> Codestream | None:
    """The first codestream in a file; None where there is none, or where it is coded in a way that is not followed."""
    start = content.find(START)
    try:
        return None if start < 0 else _read(content, start)
    except (struct.error, IndexError):  # it breaks off, which the decoder will tell
        return None


def _read(content: bytes, start: int) -> Codestream | None:
    left_top, tile, tiles_at, components, picture = _sizes(content, start)
    if not all(tile) or not components or not all(min(one) for one in components):
        return None
    coding = None
    at = start + 2
    while (marker := int.from_bytes(content[at : at + 2])) != TILE_PART:
        if marker in NOT_FOLLOWED or marker < 0xFF00:
            return None
        if marker == CODING:
            coding = _coding(content, at + 4)
        at += 2 + max(int.from_bytes(content[at + 2 : at + 4]), 2)
    if coding is None:
        return None
    found = Codestream((*left_top, *picture), tile, tiles_at, components, coding)
    return found if _add_parts(content, at, found) else None


def _sizes(
    content: bytes, start: int
) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[tuple[int, int], ...], tuple[int, int]]:
    right, bottom, left, top, across, down, tiles_left, tiles_top = SIZES.unpack_from(
        content, start + SIZES_AT
    )
    (count,) = struct.unpack_from(">H", content, start + COMPONENTS_AT)
    first = start + COMPONENTS_AT + 2
    samplings = tuple(
        (content[at + 1], content[at + 2])
        for at in range(first, first + min(count, MOST_COMPONENTS + 1) * COMPONENT_BYTES, COMPONENT_BYTES)
    )
    return (
        (left, top),
        (across, down),
        (tiles_left, tiles_top),
        samplings if count <= MOST_COMPONENTS else (),
        (right, bottom),
    )


def _coding(content: bytes, at: int) -> Coding | None:
    order, layers, levels = content[at + 1], int.from_bytes(content[at + 2 : at + 4]), content[at + 5]
    block, style = (content[at + 6] + 2, content[at + 7] + 2), content[at + 8]
    if levels > MOST_LEVELS or max(block) > 10 or not layers or style & HIGH_THROUGHPUT:
        return None
    precincts = [(WHOLE_PRECINCT, WHOLE_PRECINCT)] * (levels + 1)
    if content[at] & HAS_PRECINCTS:
        precincts = [(value & 15, value >> 4) for value in content[at + 10 : at + 11 + levels]]
        if len(precincts) <= levels or any(min(one) < 1 for one in precincts[1:]):
            return None
    return Coding(order, layers, levels, block, style, tuple(precincts))


def _add_parts(content: bytes, at: int, found: Codestream) -> bool:
    """Find the parts of the tiles from the first one on; False where one is coded in a way of its own."""
    for _ in range(MOST_PARTS):
        if int.from_bytes(content[at : at + 2]) != TILE_PART:
            break
        _, tile, length, _, _ = PART.unpack_from(content, at)
        end = at + length
        if not length:  # to the end of the codestream
            last = content.rfind(END)
            end = last if last > at else len(content)
        found.is_cut |= end > len(content)
        inner = at + PART.size
        while (marker := int.from_bytes(content[inner : inner + 2])) != DATA:
            if marker in NOT_FOLLOWED or marker == CODING or marker < 0xFF00:
                return False
            inner += 2 + max(int.from_bytes(content[inner + 2 : inner + 4]), 2)
        found.parts.setdefault(tile, []).append((inner + 2, min(max(end, inner + 2), len(content))))
        if end <= at:
            break
        at = end
    return True
