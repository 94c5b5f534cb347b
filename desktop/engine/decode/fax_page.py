"""Decodes a fax page of a TIFF by Pillow's libtiff, wherever it lies in the file: page 5 as page 1 would be.

tifffile's own decoder takes damaged rows for what they are not, and says nothing.
"""

import io
import struct
from typing import Any

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.decode.fax_check import GROUP_3, GROUP_4, MODIFIED_HUFFMAN

KINDS = frozenset({MODIFIED_HUFFMAN, GROUP_3, GROUP_4})
SHORT, LONG = 3, 4  # types of TIFF
MIN_IS_BLACK = 1
FILL_ORDER, OPTIONS_3, OPTIONS_4 = 266, 292, 293
HEADER_BYTES, ENTRY_BYTES = 8, 12


def is_fax(page: tifffile.TiffPage) -> bool:
    """Whether a page is fax of one bit, in strips."""
    return (
        int(page.compression) in KINDS
        and page.bitspersample == page.samplesperpixel == 1
        and not page.is_tiled
    )


def fax_values(page: tifffile.TiffPage, strips: list[bytes]) -> NDArray[Any]:
    """The bits (H, W) of a page whose strips are given; raises OSError where they make no sense."""
    with Image.open(io.BytesIO(_alone(page, strips)), formats=("TIFF",)) as image:
        return np.asarray(image)


def _alone(page: tifffile.TiffPage, strips: list[bytes]) -> bytes:
    """A TIFF of nothing but this page."""
    offsets = np.cumsum([HEADER_BYTES, *map(len, strips)])
    data = b"".join(strips)
    data += bytes(len(data) % 2)
    entries: dict[int, tuple[int, list[int]]] = {
        256: (LONG, [page.imagewidth]),
        257: (LONG, [page.imagelength]),
        258: (SHORT, [1]),
        259: (SHORT, [int(page.compression)]),
        262: (SHORT, [MIN_IS_BLACK]),  # so that bits come out as they are
        273: (LONG, [int(at) for at in offsets[:-1]]),
        277: (SHORT, [1]),
        278: (LONG, [page.rowsperstrip]),
        279: (LONG, [len(strip) for strip in strips]),
    }
    for code in (FILL_ORDER, OPTIONS_3, OPTIONS_4):
        tag = page.tags.get(code)
        if tag is not None and isinstance(tag.value, int):
            entries[code] = (LONG, [int(tag.value)])
    at = HEADER_BYTES + len(data) + 2 + ENTRY_BYTES * len(entries) + 4
    directory, beyond = [struct.pack("<H", len(entries))], b""
    for code, (kind, values) in sorted(entries.items()):
        packed = struct.pack(f"<{len(values)}{'H' if kind == SHORT else 'I'}", *values)
        if len(packed) > 4:
            place, beyond = struct.pack("<I", at + len(beyond)), beyond + packed
        else:
            place = packed.ljust(4, b"\0")
        directory.append(struct.pack("<HHI", code, kind, len(values)) + place)
    head = struct.pack("<4sI", b"II*\0", HEADER_BYTES + len(data))
    return head + data + b"".join(directory) + bytes(4) + beyond
