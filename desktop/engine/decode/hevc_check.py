"""Finds damage in the HEVC data of a HEIC by what libde265 complains of, which libheif does not pass on.

libde265 conceals damage: it draws on with whatever comes. Its complaints can be heard where it is a library of its own
beside pi_heif, as it is on Linux and Windows; elsewhere nothing is found.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.parallel import usable_cores
from desktop.engine.decode.data_share import check_share
from desktop.engine.decode.heif_items import Items, read_items
from desktop.engine.decode.hevc_decoder import Drawn, drawn, library

# libde265's numbers for what cannot be in sound data: its de265.h says which.
_OF_DAMAGE = frozenset({4, 5, 6, 8, 1002, 1003, 1004, 1007, 1017, 1020, 1021})
LEAST_DRAWN = 0.99  # of the blocks of a sound picture
SUSPICIOUS, SUSPICIOUS_PIXELS = (
    1 / 40,
    2_000_000,
)  # with fewer bytes for each of more pixels, it is looked at first
CONFIGURATION = b"hvcC"  # ISO/IEC 14496-15, section 8.3.3.1
HEAD_BYTES = 22  # of the configuration, before its parameter sets


def damaged_items(items: Items, of_interest: list[int], content: bytes) -> set[int]:
    """Those of these items that must be damaged. content: the whole file."""

    def is_damaged(item: int) -> bool:
        found = _drawn(items, item, content)
        return found is not None and (bool(found.complaints & _OF_DAMAGE) or found.share < LEAST_DRAWN)

    if library() is None or not items.lie_apart(of_interest, content):
        return set()
    with ThreadPoolExecutor(usable_cores(), "hevc-check") as pool:
        found = pool.map(is_damaged, of_interest)
        return {item for item, bad in zip(of_interest, found, strict=True) if bad}


def check_data(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where next to nothing is drawn of all that the headers claim.

    The decoder that is asked takes memory for what it draws alone, while the picture itself would take it for all.
    """
    pixels = image.width * image.height
    if pixels < SUSPICIOUS_PIXELS or file.seek(0, os.SEEK_END) > pixels * SUSPICIOUS or library() is None:
        return
    file.seek(0)
    content = file.read()
    try:
        items = read_items(content)
    except ValueError:  # the decoder may find its way all the same
        return
    parts = list(items.made_of.get(items.primary, ())) or [items.primary]
    found = [_drawn(items, part, content) for part in parts] if items.lie_apart(parts, content) else []
    shares = [1.0 if one is None else one.share for one in found]
    check_share(sum(shares), len(shares), image.size, path)


def _drawn(items: Items, item: int, content: bytes) -> Drawn | None:
    """What comes of an item; None of one that is no HEVC, or where libde265 cannot be asked."""
    decoder, units = library(), list(_units(items, item, content))
    return drawn(decoder, units) if decoder is not None and units else None


def _units(items: Items, item: int, content: bytes) -> Iterator[NDArray[np.uint8]]:
    """The NAL units of an item: parameter sets, then coded data; nothing of one that is no HEVC."""
    for kind, start, end in items.properties.get(item, ()):
        if kind == CONFIGURATION:
            yield from _parameter_sets(np.frombuffer(content, np.uint8)[start:end])
            length_bytes = (content[start + HEAD_BYTES - 1] & 3) + 1
            data, at = items.view_of(item, content), 0
            while at + length_bytes <= len(data):
                size = _number(data[at : at + length_bytes])
                at += length_bytes
                yield data[at : at + size]
                at += size


def _parameter_sets(configuration: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    at = HEAD_BYTES + 1
    for _ in range(int(configuration[HEAD_BYTES]) if len(configuration) > HEAD_BYTES else 0):
        count = _number(configuration[at + 1 : at + 3])
        at += 3
        for _ in range(count):
            if at >= len(configuration):
                return
            size = _number(configuration[at : at + 2])
            yield configuration[at + 2 : at + 2 + size]
            at += 2 + size


def _number(digits: NDArray[np.uint8]) -> int:
    return int.from_bytes(digits.tobytes())
