"""Strips symbols that only debuggers and linkers read from a Linux library, unless it would not load any more.

Wheels' libraries have had their parts moved about by patchelf. `strip` then sometimes lays a segment where the loader
refuses it: "ELF load command address/offset not page-aligned".
"""

import shutil
import struct
import subprocess
from pathlib import Path

PAGE = 4096
_LOAD = 1
_HEADERS_AT, _COUNT_AT, _HEADER_SIZE = 32, 56, 56  # of a 64-bit file


def stripped(library: Path, target: Path) -> bool:
    """Write the stripped library to `target`; False, and nothing is written, when it would not load."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(library, target)
    subprocess.run(["strip", "--strip-unneeded", str(target)], check=True)
    fits = segments_fit(target.read_bytes())
    if not fits:
        target.unlink()
    return fits


def segments_fit(content: bytes) -> bool:
    """Whether each segment that is loaded lies in the file as it will lie in its pages (64-bit, little endian)."""
    (start,), (count,) = (
        struct.unpack_from("<Q", content, _HEADERS_AT),
        struct.unpack_from("<H", content, _COUNT_AT),
    )
    headers = [
        struct.unpack_from("<IIQQQQQQ", content, start + _HEADER_SIZE * number) for number in range(count)
    ]
    return all(
        offset % max(PAGE, align) == address % max(PAGE, align)
        for kind, _flags, offset, address, _physical, _in_file, _in_memory, align in headers
        if kind == _LOAD
    )
