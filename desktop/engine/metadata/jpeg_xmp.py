"""XMP in JPEG files: what does not fit into one segment continues in further ones (extended XMP).

Source: XMP specification part 3 (January 2020), 1.1.3.1: the standard packet names the MD5 digest of the extended
one, whose parts each tell that digest, the whole length and their own place.
"""

import hashlib
import struct
from collections.abc import Sequence

from desktop.engine.metadata.digital_source_type import digital_source_type, with_digital_source_type
from desktop.engine.metadata.xmp import (
    MAX_PACKET_BYTES,
    extended_digest,
    look_property,
    with_extended_digest,
    with_look_property,
    without_look,
)

MAX_SEGMENT_BYTES = 65_000  # of 65,533
SEGMENT, APPLICATION = b"\xff\xe1", "APP1"
EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
DIGEST_LETTERS = 32
PLACE = ">II"  # length of the whole, and where this part begins in it


def fitting(packet: bytes) -> tuple[bytes, bytes]:
    """A packet that fits into one segment, and the further segments with the look where that does not fit.

    Of a packet that is too long for other reasons than its look, the look and the digital source type alone are kept.
    """
    if len(packet) <= MAX_SEGMENT_BYTES:
        return packet, b""
    term, text = digital_source_type(packet), look_property(packet)
    bare = b"" if term is None else with_digital_source_type(b"", term)
    if text is None:
        return bare, b""
    look = with_look_property(bare, text)
    if len(look) <= MAX_SEGMENT_BYTES:
        return look, b""
    look = with_look_property(b"", text)
    digest = _digest_of(look)
    rest = with_extended_digest(without_look(packet), digest)
    if len(rest) > MAX_SEGMENT_BYTES:
        rest = with_extended_digest(bare, digest)
    return rest, _segments(look, digest)


def extended(packet: bytes, segments: Sequence[tuple[str, bytes]]) -> bytes:
    """The extended packet that the standard one names, out of a file's application segments by name.

    Empty where there is none, or where it is not whole.
    """
    digest = extended_digest(packet)
    if len(digest) != DIGEST_LETTERS:
        return b""
    head = EXTENSION + digest.encode("ascii", "replace")
    start = len(head) + struct.calcsize(PLACE)
    parts: dict[int, bytes] = {}
    length = 0
    for name, body in segments:
        if name == APPLICATION and body.startswith(head) and len(body) >= start:
            length, place = struct.unpack_from(PLACE, body, len(head))
            parts[place] = body[start:]
    whole = b"".join(parts[place] for place in sorted(parts)) if length <= MAX_PACKET_BYTES else b""
    return whole if len(whole) == length and _digest_of(whole) == digest else b""


def _digest_of(packet: bytes) -> str:
    return hashlib.md5(packet, usedforsecurity=False).hexdigest().upper()


def _segments(packet: bytes, digest: str) -> bytes:
    segments = []
    head = EXTENSION + digest.encode("ascii")
    step = MAX_SEGMENT_BYTES - len(head) - struct.calcsize(PLACE)
    for place in range(0, len(packet), step):
        body = head + struct.pack(PLACE, len(packet), place) + packet[place : place + step]
        segments.append(SEGMENT + struct.pack(">H", len(body) + 2) + body)
    return b"".join(segments)
