"""Sizes and kinds that some programs write into a TIFF's directories as bytes, made wide enough for libraries here.

libtiff takes a whole number of any kind. Source: TIFF revision 6.0, sections 2 and 8; BigTIFF.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

BYTES, SHORT = (1, 6), 3  # kinds of numbers, the former without and with a sign
# Sizes, depth, compression, meaning, order of bits, orientation, channels, rows of strips, planes, units, tiles.
NUMBERS = frozenset({254, 256, 257, 258, 259, 262, 266, 274, 277, 278, 284, 296, 317, 322, 323, 338, 339})
MOST_DIRECTORIES, MOST_ENTRIES = 1000, 4096


@dataclass(frozen=True)
class _Layout:
    """How a directory lies in the file: where the first one's place stands, how many entries, and what each has."""

    first_at: int
    count: struct.Struct
    entry: struct.Struct  # tag, kind, how many values, and these or their place
    place: struct.Struct

    @property
    def order(self) -> str:
        return self.place.format[0]


def _layout(order: str, *, is_big: bool) -> _Layout:
    if is_big:
        return _Layout(8, *(struct.Struct(order + text) for text in ("Q", "HHQ8s", "Q")))
    return _Layout(4, *(struct.Struct(order + text) for text in ("H", "HHI4s", "I")))


LAYOUTS = {
    b"II*\0": _layout("<", is_big=False),
    b"MM\0*": _layout(">", is_big=False),
    b"II+\0": _layout("<", is_big=True),
    b"MM\0+": _layout(">", is_big=True),
}


def with_wide_numbers(file: BinaryIO) -> BinaryIO:
    """The file at its first byte, or a copy whose numbers of 8 bits have 16, where a directory has such."""
    layout = LAYOUTS.get(file.read(4))
    narrow = [] if layout is None else list(_narrow(file, layout))
    file.seek(0)
    if layout is None or not narrow:
        return file
    content = bytearray(file.read())
    for at in narrow:
        tag, _, count, field = layout.entry.unpack_from(content, at)
        first = at + layout.entry.size - len(field)
        if count > len(field):
            (first,) = layout.place.unpack(field)
        numbers = struct.pack(f"{layout.order}{count}H", *content[first : first + count].ljust(count, b"\0"))
        if len(numbers) > len(field):
            content += bytes(len(content) % 2)
            field, content = layout.place.pack(len(content)), content + numbers
        else:
            field = numbers
        layout.entry.pack_into(content, at, tag, SHORT, count, field)
    return io.BytesIO(content)


def _narrow(file: BinaryIO, layout: _Layout) -> Iterator[int]:
    """Where the entries lie that have to be changed; ends where the file makes no sense."""
    link, seen = layout.first_at, set[int]()
    while len(seen) < MOST_DIRECTORIES:
        file.seek(link)
        place = file.read(layout.place.size)
        at = layout.place.unpack(place)[0] if len(place) == layout.place.size else 0
        if not at or at in seen or at >= 1 << 62:
            return
        seen.add(at)
        file.seek(at)
        head = file.read(layout.count.size)
        if len(head) < layout.count.size or layout.count.unpack(head)[0] > MOST_ENTRIES:
            return
        size = layout.count.unpack(head)[0] * layout.entry.size
        entries = file.read(size)
        for start in range(0, len(entries) - layout.entry.size + 1, layout.entry.size):
            tag, kind, count, _ = layout.entry.unpack_from(entries, start)
            if kind in BYTES and tag in NUMBERS and count <= MOST_ENTRIES:
                yield at + layout.count.size + start
        link = at + layout.count.size + size
