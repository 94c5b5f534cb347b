"""Gives the second picture of a HEIC that `pillow_heif` wrote another role beside the first (ISO/IEC 23008-12)."""

import struct
from collections.abc import Iterator

AUXILIARY, THUMBNAIL = b"auxl", b"thmb"
DEPTH = b"urn:mpeg:hevc:2015:auxid:2"
GAIN_MAP = b"urn:com:apple:photo:2020:aux:hdrgainmap"
META_HEAD = 12  # of a box that has a version


def boxes(content: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of each box, its header included."""
    while start < end:
        size, kind = struct.unpack_from(">I4s", content, start)
        yield kind, start, start + size
        start += size


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


def with_role(content: bytes, role: bytes, auxiliary: bytes = b"") -> bytes:
    """The file with its second picture as an auxiliary picture, or a thumbnail, of the first."""
    places = {kind: (start, end) for kind, start, end in boxes(content, 0, len(content))}
    start, end = places[b"meta"]
    parts = {kind: content[at:stop] for kind, at, stop in boxes(content, start + META_HEAD, end)}
    reference = box(role, struct.pack(">HHH", 2, 1, 1))  # from item 2 to one other, item 1
    parts[b"iref"] = box(b"iref", bytes(4) + reference)
    if auxiliary:
        parts[b"iprp"] = _with_property(parts[b"iprp"], box(b"auxC", bytes(4) + auxiliary + b"\0"))
    longer = sum(map(len, parts.values())) - (end - start - META_HEAD)
    parts[b"iloc"] = _moved(parts[b"iloc"], longer)
    meta = box(b"meta", content[start + 8 : start + META_HEAD] + b"".join(parts.values()))
    return content[:start] + meta + content[end:]


def _with_property(iprp: bytes, added: bytes) -> bytes:
    parts = {kind: iprp[at + 8 : stop] for kind, at, stop in boxes(iprp, 8, len(iprp))}
    number = sum(1 for _ in boxes(parts[b"ipco"], 0, len(parts[b"ipco"]))) + 1
    ipma, at = bytearray(parts[b"ipma"]), 8
    while struct.unpack_from(">H", ipma, at)[0] != 2:
        at += 3 + ipma[at + 2]
    ipma[at + 2] += 1
    ipma.insert(at + 3, 0x80 | number)
    return box(b"iprp", box(b"ipco", parts[b"ipco"] + added) + box(b"ipma", bytes(ipma)))


def _moved(iloc: bytes, by: int) -> bytes:
    """The places of items (version 0, numbers of four bytes), as if what lies behind had moved."""
    moved = bytearray(iloc)
    assert moved[8] == 0
    assert moved[12:14] == b"\x44\x40"
    at = 16
    for _ in range(struct.unpack_from(">H", moved, 14)[0]):
        base, extents = struct.unpack_from(">IH", moved, at + 4)
        struct.pack_into(">I", moved, at + 4, base + by)
        at += 10 + 8 * extents
    return bytes(moved)
