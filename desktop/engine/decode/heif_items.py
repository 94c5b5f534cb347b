"""The items of a HEIF file, HEIC or AVIF: where their data lie, and how a picture is put together of tiles.

Sources: ISO/IEC 14496-12, section 8.11 (meta box), and ISO/IEC 23008-12, section 6.6.2 (derived pictures).
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.reasons import Reason

BOX = struct.Struct(">I4s")
TILED = b"grid"
MAX_ITEMS = 10_000
WIDE_GRID = 1  # flag of a grid whose sides are written with 32 bits

Span = tuple[int, int]  # (start, end) in the file


@dataclass
class Items:
    """The items of a file. kinds, data, properties: by item. made_of: items of which an item is put together."""

    primary: int = 0
    kinds: dict[int, bytes] = field(default_factory=dict)
    data: dict[int, list[Span]] = field(default_factory=dict)
    properties: dict[int, list[tuple[bytes, int, int]]] = field(default_factory=dict)
    made_of: dict[int, list[int]] = field(default_factory=dict)

    def lie_apart(self, of_interest: Sequence[int], content: bytes) -> bool:
        """Whether these items have no more data than there is, as they have if none shares another's."""
        spans = [span for item in of_interest for span in self.data.get(item, ())]
        return sum(min(end, len(content)) - start for start, end in spans if start < end) <= len(content)

    def content_of(self, item: int, content: bytes) -> bytes:
        """An item's data, `content` being those of the file."""
        return b"".join(content[start:end] for start, end in self.data.get(item, ()))

    def view_of(self, item: int, content: bytes) -> NDArray[np.uint8]:
        """The same, not copied where they lie in one piece."""
        spans, values = self.data.get(item, ()), np.frombuffer(content, np.uint8)
        return (
            values[slice(*spans[0])]
            if len(spans) == 1
            else np.frombuffer(self.content_of(item, content), np.uint8)
        )


@dataclass(frozen=True)
class Grid:
    """A picture of tiles, row by row. turned: what is done to it then, in this order."""

    rows: int
    columns: int
    width_px: int
    height_px: int
    tiles: tuple[int, ...]
    turned: tuple[tuple[bytes, int], ...]

    def places(self, of_tiles: set[int], tile_px: tuple[int, int]) -> NDArray[np.bool_]:
        """(H, W) of the picture, not yet turned: where tiles lie, by numbers in `tiles`. tile_px: (width, height)."""
        across, down = tile_px
        mask = np.zeros((self.rows * down, self.columns * across), bool)
        for number in of_tiles:
            top, left = number // self.columns * down, number % self.columns * across
            mask[top : top + down, left : left + across] = True
        return mask[: self.height_px, : self.width_px]

    def upright(self, values: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """What is said of each pixel, turned and mirrored as the picture is."""
        for kind, value in self.turned:
            if kind == b"irot":
                values = np.rot90(values, value & 3)
            else:
                values = values[:, ::-1] if value & 1 else values[::-1]
        return values


def boxes(content: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """(kind, start, end) of what each box between two places holds."""
    while start + BOX.size <= end:
        size, kind = BOX.unpack_from(content, start)
        head = BOX.size
        if size == 1:
            size, head = int.from_bytes(content[start + 8 : start + 16]), 16
        stop = end if size == 0 else min(start + size, end)
        if stop < start + head:
            return
        yield kind, start + head, stop
        start = stop


def read_items(content: bytes) -> Items:
    """Of a whole file; raises ValueError where that makes no sense."""
    found = Items()
    try:
        for kind, start, end in boxes(content, 0, len(content)):
            if kind == b"meta":
                _read_meta(content, start + 4, end, found)
    except (struct.error, IndexError) as error:
        raise Reason("its header makes no sense") from error
    return found


def read_grid(items: Items, content: bytes) -> Grid | None:
    """How the main picture is put together; None where it is of one piece, or is cropped afterwards."""
    if items.kinds.get(items.primary) != TILED:
        return None
    data = items.content_of(items.primary, content) if items.lie_apart([items.primary], content) else b""
    tiles = tuple(items.made_of.get(items.primary, ()))
    sides = struct.Struct(">II" if len(data) > 1 and data[1] & WIDE_GRID else ">HH")
    if len(data) < 4 + sides.size:
        return None
    rows, columns = data[2] + 1, data[3] + 1
    turned = []
    for kind, start, _ in items.properties.get(items.primary, ()):
        if kind == b"clap":
            return None
        if kind in (b"irot", b"imir"):
            turned.append((kind, content[start]))
    if rows * columns != len(tiles) or not items.lie_apart(tiles, content):
        return None
    width_px, height_px = sides.unpack_from(data, 4)
    return Grid(rows, columns, width_px, height_px, tiles, tuple(turned))


def size_of(items: Items, item: int, content: bytes) -> tuple[int, int] | None:
    """(width, height) that the file tells of an item."""
    for kind, start, end in items.properties.get(item, ()):
        if kind == b"ispe" and end - start >= 12:
            return int.from_bytes(content[start + 4 : start + 8]), int.from_bytes(
                content[start + 8 : start + 12]
            )
    return None


def with_primary(item: int, content: bytes) -> bytes:
    """The file with another item as its main picture."""
    for kind, start, end in boxes(content, 0, len(content)):
        if kind != b"meta":
            continue
        for inner, at, stop in boxes(content, start + 4, end):
            if inner == b"pitm":
                size = stop - at - 4
                return content[: at + 4] + item.to_bytes(size) + content[stop:]
    raise Reason("its header makes no sense")


def _read_meta(content: bytes, start: int, end: int, found: Items) -> None:
    held: list[Span] = []
    for kind, at, stop in boxes(content, start, end):
        if kind == b"pitm":
            found.primary = int.from_bytes(content[at + 4 : stop])
        elif kind == b"iinf":
            _read_kinds(content, at, stop, found)
        elif kind == b"iref":
            _read_references(content, at, stop, found)
        elif kind == b"iprp":
            _read_properties(content, at, stop, found)
        elif kind == b"idat":
            held.append((at, stop))
    for kind, at, _ in boxes(content, start, end):
        if kind == b"iloc":
            _read_places(content, at, held[0][0] if held else 0, found)


def _read_kinds(content: bytes, at: int, stop: int, found: Items) -> None:
    first = at + 4 + (2 if content[at] == 0 else 4)
    for kind, start, _ in boxes(content, first, stop):
        if kind == b"infe" and content[start] in (2, 3):
            id_bytes = 2 if content[start] == 2 else 4
            item = int.from_bytes(content[start + 4 : start + 4 + id_bytes])
            kind_at = start + 4 + id_bytes + 2
            found.kinds[item] = content[kind_at : kind_at + 4]


def _read_references(content: bytes, at: int, stop: int, found: Items) -> None:
    id_bytes = 2 if content[at] == 0 else 4
    for kind, start, end in boxes(content, at + 4, stop):
        if kind != b"dimg":
            continue
        item = int.from_bytes(content[start : start + id_bytes])
        count = int.from_bytes(content[start + id_bytes : start + id_bytes + 2])
        first = start + id_bytes + 2
        places = range(first, min(first + count * id_bytes, end), id_bytes)
        found.made_of[item] = [int.from_bytes(content[place : place + id_bytes]) for place in places]


def _read_properties(content: bytes, at: int, stop: int, found: Items) -> None:
    parts = list(boxes(content, at, stop))
    every = [box for kind, start, end in parts if kind == b"ipco" for box in boxes(content, start, end)]
    for kind, start, end in parts:
        if kind != b"ipma":
            continue
        id_bytes, wide = 2 if content[start] == 0 else 4, content[start + 3] & 1
        place = start + 8
        for _ in range(min(int.from_bytes(content[start + 4 : start + 8]), MAX_ITEMS)):
            if place >= end:
                break
            item, count = int.from_bytes(content[place : place + id_bytes]), content[place + id_bytes]
            place += id_bytes + 1
            step = 2 if wide else 1
            numbers = [
                int.from_bytes(content[one : one + step]) & (0x7FFF if wide else 0x7F)
                for one in range(place, place + count * step, step)
            ]
            place += count * step
            found.properties[item] = [every[number - 1] for number in numbers if 0 < number <= len(every)]


def _read_places(content: bytes, at: int, held_at: int, found: Items) -> None:
    """held_at: where the data lie that are in the meta box itself."""
    version = content[at]
    offset_bytes, length_bytes = content[at + 4] >> 4, content[at + 4] & 15
    base_bytes, index_bytes = content[at + 5] >> 4, content[at + 5] & 15 if version else 0
    place = at + 6

    def number(size: int) -> int:
        nonlocal place
        place += size
        return int.from_bytes(content[place - size : place])

    wide = 4 if version == 2 else 2
    for _ in range(min(number(wide), MAX_ITEMS)):
        item = number(wide)
        method = number(2) & 15 if version else 0
        number(2)  # whether the data lie in another file, which none of pictures do
        base, spans = number(base_bytes) + (held_at if method == 1 else 0), []
        count = number(2)
        for _ in range(min(count, MAX_ITEMS if offset_bytes + length_bytes else 1)):
            number(index_bytes)
            start = base + number(offset_bytes)
            length = number(length_bytes)
            spans.append((start, start + length if length else len(content)))
        found.data[item] = spans
        if place > len(content):
            break
