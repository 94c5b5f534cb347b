"""Segments of a JPEG before its first scan: finds those that keep libraries from reading the picture.

Sources: ITU-T T.81 (1992), annex B; ICC.1:2022, annex B.4 (a profile in parts).
"""

from collections.abc import Iterator

SOI_BYTES = 2
SOS, APP0, APP15, COM = 0xDA, 0xE0, 0xEF, 0xFE
PROFILE = b"ICC_PROFILE\0"  # number of the part and of all parts follow, each one byte
PROFILE_HEAD_BYTES = 4 + len(PROFILE) + 2
MAX_SEGMENTS = 1000
MAX_TRIES = 40

Span = tuple[int, int]  # (start with the marker, end)


def segments(content: bytes) -> Iterator[tuple[int, Span]]:
    """(marker's second byte, place) of each segment up to the first scan or the first thing that is none."""
    at = SOI_BYTES
    for _ in range(MAX_SEGMENTS):
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 4 > len(content) or content[at] != 0xFF or content[at + 1] == SOS:
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
        yield content[at + 1], (at, min(end, len(content)))
        at = end


def with_less_metadata(content: bytes) -> Iterator[bytes]:
    """The file without one of the segments that the pixels do not need, the last ones first; at last without any."""
    spans = [span for marker, span in segments(content) if APP0 <= marker <= APP15 or marker == COM]
    for span in spans[: -MAX_TRIES - 1 : -1]:
        yield _without(content, [span])
    yield _without(content, spans)


def without_odd_profile(content: bytes) -> tuple[bytes, bool]:
    """The file without a profile whose parts do not make a whole, of which libjpeg warns; and whether there was one."""
    parts = [
        span
        for marker, span in segments(content)
        if marker == APP0 + 2 and content.startswith(PROFILE, span[0] + 4)
    ]
    heads = [content[start + PROFILE_HEAD_BYTES - 2 : start + PROFILE_HEAD_BYTES] for start, _ in parts]
    numbers = sorted(head[:1] for head in heads)
    is_whole = numbers == [bytes([number + 1]) for number in range(min(len(parts), 255))]
    if not parts or (is_whole and all(head[1:] == bytes([len(parts)]) for head in heads)):
        return content, False
    return _without(content, parts), True


def _without(content: bytes, spans: list[Span]) -> bytes:
    kept, at = [], 0
    for start, end in sorted(spans):
        kept.append(content[at:start])
        at = end
    return b"".join((*kept, content[at:]))
