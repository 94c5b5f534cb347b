"""An image file directory (IFD) of a TIFF file or an EXIF block, read and changed in place.

Source: TIFF revision 6.0, section 2: a count, entries of 12 bytes by ascending tag, the place of the next directory.
"""

import struct
from collections.abc import Container, Iterator
from typing import Literal, Self, TypeAlias

from desktop.engine.core.reasons import Reason

Order: TypeAlias = Literal["<", ">"]  # of bytes, as struct calls it
HEADERS: dict[bytes, Order] = {b"II*\0": "<", b"MM\0*": ">"}
FIRST_DIRECTORY_AT = 4
ENTRY_BYTES = 12
VALUE_AT = 8  # in an entry, behind tag, type and count
BYTE, SHORT, LONG = 1, 3, 4
VALUE_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}  # by type
NUMBERS = {BYTE: "B", SHORT: "H", LONG: "I"}


class Directory:
    """The directory at `at` in `content`, a whole TIFF file or EXIF block. Raises ValueError when it is none."""

    def __init__(self, content: bytearray, order: Order, at: int) -> None:
        self.content, self.order, self.at = content, order, at
        try:
            self.count: int = struct.unpack_from(f"{order}H", content, at)[0]
            self.next: int = struct.unpack_from(f"{order}I", content, self._next_at)[0]
        except struct.error as error:
            raise Reason("a directory lies outside") from error

    @classmethod
    def first(cls, content: bytearray) -> Self:
        """The directory that the header points to; raises ValueError without a header of TIFF's."""
        order = HEADERS.get(bytes(content[:FIRST_DIRECTORY_AT]))
        if order is None or len(content) < FIRST_DIRECTORY_AT + 4:
            raise Reason("it does not begin as TIFF")
        return cls(content, order, struct.unpack_from(f"{order}I", content, FIRST_DIRECTORY_AT)[0])

    @property
    def _next_at(self) -> int:
        return self.at + 2 + ENTRY_BYTES * self.count

    @property
    def _spans(self) -> list[tuple[int, int]]:
        starts = range(self.at + 2, self._next_at, ENTRY_BYTES)
        return [(start, start + ENTRY_BYTES) for start in starts]

    @property
    def entries(self) -> list[tuple[int, bytes]]:
        """(tag, the entry's own 12 bytes), in the file's order; what does not fit in lies elsewhere in `content`."""
        return [
            (struct.unpack_from(f"{self.order}H", self.content, start)[0], bytes(self.content[start:end]))
            for start, end in self._spans
        ]

    def number(self, tag: int) -> int | None:
        """The whole number under `tag`; None without such an entry, or when it holds something else."""
        for start, kind in self._numbers(tag):
            return int(struct.unpack_from(f"{self.order}{NUMBERS[kind]}", self.content, start)[0])
        return None

    def set_number(self, tag: int, value: int) -> None:
        """Put `value` where the whole number under `tag` is; nothing where there is none or it is too large."""
        for start, kind in self._numbers(tag):
            if value < 1 << 8 * VALUE_BYTES[kind]:
                struct.pack_into(f"{self.order}{NUMBERS[kind]}", self.content, start, value)

    def replace_inline(self, tag: int, old: bytes, new: bytes) -> None:
        """Put the four bytes `new` under `tag` where they are `old`."""
        for start, end in self._spans:
            found = struct.unpack_from(f"{self.order}H", self.content, start)[0]
            if found == tag and self.content[start + VALUE_AT : end] == old:
                self.content[start + VALUE_AT : end] = new

    def sub(self, tag: int) -> Self | None:
        """The directory that `tag` points to; None where there is none."""
        at = self.number(tag)
        try:
            return None if at is None else type(self)(self.content, self.order, at)
        except ValueError:
            return None

    def drop(self, tags: Container[int]) -> None:
        """Take out the entries with these tags, those whose values lie outside, and the next directory's place."""
        kept = [entry for tag, entry in self.entries if tag not in tags and self._is_sound(entry)]
        self.content[self.at : self._next_at + 4] = directory_bytes(self.order, kept).ljust(
            self._next_at + 4 - self.at, b"\0"
        )
        self.count, self.next = len(kept), 0

    def _is_sound(self, entry: bytes) -> bool:
        kind: int
        count: int
        at: int
        kind, count, at = struct.unpack_from(f"{self.order}HII", entry, 2)
        size = VALUE_BYTES.get(kind, 0) * count
        return 0 < size <= 4 or (size > 4 and at + size <= len(self.content))

    def _numbers(self, tag: int) -> Iterator[tuple[int, int]]:
        """(place, type) of the value under `tag`, if it is one whole number."""
        for start, _ in self._spans:
            found, kind, count = struct.unpack_from(f"{self.order}HHI", self.content, start)
            if found == tag and kind in NUMBERS and count == 1:
                yield start + VALUE_AT, kind


def directory_bytes(order: Order, entries: list[bytes]) -> bytes:
    """A directory of these entries (12 bytes each, by ascending tag) that is the last."""
    return struct.pack(f"{order}H", len(entries)) + b"".join(entries) + bytes(4)
