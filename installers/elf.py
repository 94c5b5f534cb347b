"""Makes a Linux library smaller: without symbols that only debuggers and linkers read, and without gaps.

Wheels' libraries have had their parts moved about by patchelf. It leaves up to 2 MB of zeros before a part that it
moved, and `strip` then sometimes lays a segment where the loader refuses it: "ELF load command address/offset not
page-aligned". Such a library is left as it is.
"""

import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

PAGE = 4096
_LOAD = 1
# Where the header of a 64-bit file says where the tables of segments and sections are, and how many lines they have.
_SEGMENTS_AT, _SECTIONS_AT, _SEGMENT_COUNT_AT, _SECTION_COUNT_AT = 32, 40, 56, 60
_SEGMENT_SIZE, _SECTION_SIZE = 56, 64
_SEGMENT, _SEGMENT_OFFSET, _SEGMENT_ALIGN, _SECTION_OFFSET = (
    "<IIQQQQQQ",
    8,
    48,
    24,
)  # a line, and places in it


def stripped(library: Path, target: Path) -> bool:
    """Write the stripped library to `target`; False, and nothing is written, when it would not load."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(library, target)
    subprocess.run(["strip", "--strip-unneeded", str(target)], check=True)
    content = without_gaps(target.read_bytes())
    fits = segments_fit(content)
    if fits:
        target.write_bytes(content)
    else:
        target.unlink()
    return fits


def segments_fit(content: bytes) -> bool:
    """Whether each segment that is loaded lies in the file as it will lie in its pages (64-bit, little endian)."""
    return all(
        offset % max(PAGE, align) == address % max(PAGE, align)
        for _at, offset, address, _size, align in _loaded_segments(content)
    )


def without_gaps(content: bytes) -> bytes:
    """The library without pages of zeros between its segments; what is loaded, and to where, is the same.

    A segment that moves up in the file keeps to pages, where patchelf had it keep to 2 MB.
    """
    end = 0
    for at, offset, _address, size, _align in sorted(
        _loaded_segments(content), key=lambda segment: segment[1]
    ):
        gap = (offset - end) // PAGE * PAGE if end else 0
        if gap > 0 and not any(content[offset - gap : offset]):
            closed = bytearray(content)
            struct.pack_into("<Q", closed, at + _SEGMENT_ALIGN, PAGE)
            for place in _offsets(content):
                (there,) = struct.unpack_from("<Q", content, place)
                if there >= offset:
                    struct.pack_into("<Q", closed, place, there - gap)
            return without_gaps(bytes(closed[: offset - gap] + closed[offset:]))
        end = max(end, offset + size)
    return content


def _loaded_segments(content: bytes) -> Iterator[tuple[int, int, int, int, int]]:
    """Of each segment that is loaded: where its line is; offset and address; size in the file; alignment."""
    for at in _lines(content, _SEGMENTS_AT, _SEGMENT_COUNT_AT, _SEGMENT_SIZE):
        kind, _flags, offset, address, _physical, size, _in_memory, align = struct.unpack_from(
            _SEGMENT, content, at
        )
        if kind == _LOAD:
            yield at, offset, address, size, align


def _offsets(content: bytes) -> Iterator[int]:
    """Every place at which the library tells where in the file something lies."""
    yield from (_SEGMENTS_AT, _SECTIONS_AT)
    for at in _lines(content, _SEGMENTS_AT, _SEGMENT_COUNT_AT, _SEGMENT_SIZE):
        yield at + _SEGMENT_OFFSET
    for at in _lines(content, _SECTIONS_AT, _SECTION_COUNT_AT, _SECTION_SIZE):
        yield at + _SECTION_OFFSET


def _lines(content: bytes, table_at: int, count_at: int, size: int) -> Iterator[int]:
    (start,) = struct.unpack_from("<Q", content, table_at)
    (count,) = struct.unpack_from("<H", content, count_at)
    yield from range(start, start + count * size, size)
