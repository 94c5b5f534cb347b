"""Finds damage in AVIF, whose decoders take whatever data come: once a bit is wrong, they are done too soon.

Of sound data all are needed, to the last bytes of each tile. So these are changed: a tile that looks the same then was
done before it came to them. Every other tile is tried at a time, since filters carry changes over to its neighbours.
Sources: AV1 in ISO base media file format 1.3.0; ISO/IEC 23008-12, section 6; AV1 specification (2019), section 5.11.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import imagecodecs
import numpy as np

from desktop.engine.core.parallel import usable_cores
from desktop.engine.decode.av1_header import FRAME, SEQUENCE, Tiles, Unit, tiles_of, units
from desktop.engine.decode.heif_items import Items

END_BYTES = 16  # of a tile, that are changed
LEAST_TILE_BYTES = 64  # of fewer nothing can be said
CHANGES = (0xA5, 0x3C, 0xFF)  # what an end is mixed with; a tile that looks the same after all is damaged
MAX_READINGS = 4
MAX_ALONE = 8  # tiles that are tried one by one
HEADER_BYTES = 96  # within which a frame's own header ends
MAX_PIXELS = 40_000_000  # it takes as long as decoding two or three times
MAX_DATA_BYTES = 64 << 20
FAULTS = (ValueError, RuntimeError, OSError, EOFError, KeyError, IndexError, struct.error)
CODED = b"av01"
_ITEM = 1


@dataclass(frozen=True, eq=False)
class _Picture:
    """An item by itself. ends: of its tiles' data, from the beginning of `data`."""

    data: bytes
    size: bytes
    configuration: bytes
    tiles: Tiles
    ends: tuple[int, ...]


def is_damaged(items: Items, item: int, content: bytes, pixels: int) -> bool:
    """Whether an item of AV1 of so many pixels must be damaged; content: the whole file."""
    if items.kinds.get(item) != CODED or pixels > MAX_PIXELS:
        return False
    try:
        pictures = list(islice(_pictures(items, item, content), MAX_READINGS))
        if not pictures:
            return False
        before = _seen(pictures[0], pictures[0].data)
    except FAULTS:  # of which the decoder of the picture itself tells
        return False
    return all(_has_unused_end(picture, before) for picture in pictures)


def _has_unused_end(picture: _Picture, before: list[int]) -> bool:
    """Whether a tile does not come to its end. before: what is seen of the unchanged picture."""
    tiles = picture.tiles
    for parity in range(2 if tiles.count > 1 else 1):
        tried = {tile for tile in range(tiles.count) if _parity(tiles, tile) == parity}
        try:
            unused = _unchanged(picture, tried, before)
        except FAULTS:  # the decoder notices what it comes to, so that each has to be tried by itself
            alone = tried if len(tried) > 1 and tiles.count <= MAX_ALONE else ()
            unused = any(_is_unused(picture, tile, before) for tile in alone)
        if unused:
            return True
    return False


def _is_unused(picture: _Picture, tile: int, before: list[int]) -> bool:
    try:
        return _unchanged(picture, {tile}, before)
    except FAULTS:
        return False


def _unchanged(picture: _Picture, of_tiles: set[int], before: list[int]) -> bool:
    """Whether one of these tiles looks the same whatever stands at its end. Raises what the decoder raises."""
    for change in CHANGES:
        after = _seen(picture, _changed(picture, of_tiles, change))
        of_tiles = {tile for tile in of_tiles if before[tile] == after[tile]}
        if not of_tiles:
            return False
    return True


def _pictures(items: Items, item: int, content: bytes) -> Iterator[_Picture]:
    """As its data can be read; nothing where its parts are not as those of still pictures, or too small."""
    data = items.content_of(item, content)
    found = {kind: content[start:end] for kind, start, end in items.properties.get(item, ())}
    parts = list(units(data))
    frames = [unit for unit in parts if unit.kind == FRAME]
    sequence = next((unit for unit in parts if unit.kind == SEQUENCE), None)
    if len(data) > MAX_DATA_BYTES or len(frames) != 1 or sequence is None or frames[0] is not parts[-1]:
        return
    frame = frames[0]
    tiles = tiles_of(data[sequence.start : sequence.end], data[frame.start : frame.start + HEADER_BYTES])
    for ends in _ends(data, frame, tiles):
        yield _Picture(data, found[b"ispe"], found[b"av1C"], tiles, ends)


def _ends(data: bytes, frame: Unit, tiles: Tiles) -> Iterator[tuple[int, ...]]:
    """Where the tiles may end: the frame's header is not read to its end, and a byte of zero stands before them."""
    if tiles.count == 1:
        if frame.end - frame.start > LEAST_TILE_BYTES + HEADER_BYTES:
            yield (frame.end,)
        return
    for start in range(frame.start + tiles.at, min(frame.start + HEADER_BYTES, frame.end)):
        if data[start]:
            continue
        at, ends = start + 1, []
        for _ in range(tiles.count - 1):
            size = int.from_bytes(data[at : at + tiles.size_bytes], "little") + 1
            at += tiles.size_bytes + size
            if at >= frame.end or size < LEAST_TILE_BYTES:
                break
            ends.append(at)
        if len(ends) == tiles.count - 1 and frame.end - at >= LEAST_TILE_BYTES:
            yield (*ends, frame.end)


def _parity(tiles: Tiles, tile: int) -> int:
    return (tile // tiles.columns + tile % tiles.columns) & 1


def _changed(picture: _Picture, of_tiles: set[int], change: int) -> bytes:
    data = bytearray(picture.data)
    for tile in of_tiles:
        # An encoder may fill up with zeros, which nothing needs.
        end = max(END_BYTES, len(picture.data[: picture.ends[tile]].rstrip(b"\0")))
        data[end - END_BYTES : end] = bytes(byte ^ change for byte in data[end - END_BYTES : end])
    return bytes(data)


def _seen(picture: _Picture, data: bytes) -> list[int]:
    """A checksum of each tile's pixels."""
    values = imagecodecs.avif_decode(_file(picture, data), index=0, numthreads=usable_cores())
    across, down = picture.tiles.tile_px
    found = []
    for tile in range(picture.tiles.count):
        top, left = tile // picture.tiles.columns * down, tile % picture.tiles.columns * across
        found.append(zlib.crc32(np.ascontiguousarray(values[top : top + down, left : left + across]).data))
    return found


def _file(picture: _Picture, data: bytes) -> bytes:
    """An AVIF of nothing but these data."""
    head_bytes = len(_head(picture, 0, len(data)))
    return _head(picture, head_bytes + 8, len(data)) + _box(b"mdat", data)


def _head(picture: _Picture, data_at: int, data_bytes: int) -> bytes:
    properties = _box(
        b"iprp",
        _box(b"ipco", _box(b"ispe", picture.size) + _box(b"av1C", picture.configuration))
        + _full_box(b"ipma", struct.pack(">IHB2B", 1, _ITEM, 2, 1, 0x82)),
    )
    entry = _full_box(b"infe", struct.pack(">HH4sB", _ITEM, 0, CODED, 0), version=2)
    place = struct.pack(">BBHHHHII", 0x44, 0, 1, _ITEM, 0, 1, data_at, data_bytes)
    meta = (
        _full_box(b"hdlr", bytes(4) + b"pict" + bytes(13))
        + _full_box(b"pitm", struct.pack(">H", _ITEM))
        + _full_box(b"iloc", place)
        + _full_box(b"iinf", struct.pack(">H", 1) + entry)
        + properties
    )
    return _box(b"ftyp", b"avif\0\0\0\0avifmif1miaf") + _full_box(b"meta", meta)


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _full_box(kind: bytes, body: bytes, version: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", version << 24) + body)
