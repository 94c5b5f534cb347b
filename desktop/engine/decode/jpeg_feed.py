"""Feeds a damaged JPEG to Pillow's decoder, so that what is missing stays as it was before.

libjpeg makes up whatever the data lack. Here it gets the data of a scan and no end marker before all is decoded.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from desktop.engine.decode.jpeg_header import END_MARKER, EOI, MAX_SCANS, SOS, JpegHeader

MARKER = re.compile(rb"\xff([^\x00\xff])")
RESTARTS = range(0xD0, 0xD8)
ENDS = frozenset({EOI, 0xDC, 0xFE, *range(0xE0, 0xF0)})  # what may follow the only scan of a picture
TABLES = 0xC4  # Huffman tables, the only ones that encoders renew between scans
LEAST_TABLE, MAX_TABLES = 19, 8 * 273  # bytes
MAX_CHANNELS = 4
MAX_TRIES = 20
HELD_BYTES = 16  # of every part, so that no marker lies in two
LOOKAHEAD = bytes(8)  # the decoder wants to see so far beyond the last bit that it needs


class DataEndError(OSError):
    """The coded data end before the picture does."""


class JpegFeed:
    """What a decoder reads in place of a file with one scan. `read` is called when all that was given is used."""

    def __init__(self, file: BinaryIO, header: JpegHeader) -> None:
        self._file = file
        self._at = file.tell()  # where what is held begins in the file
        self._seen = header.scan_at  # markers before it are dealt with
        self._held = b""
        self._is_at_end = False

    def read(self, size: int) -> bytes:
        """The next part; raises `DataEndError`."""
        if self._is_at_end:
            raise DataEndError("truncated")
        while True:
            part = self._file.read(size)
            data, end = self._scan_end(self._held + part)
            if end is not None or not part:
                self._is_at_end = True
                return data[:end] + LOOKAHEAD
            kept = max(len(data) - HELD_BYTES, 0)
            self._held = data[kept:]
            self._at += kept
            if kept:
                return data[:kept]

    def _scan_end(self, data: bytes) -> tuple[bytes, int | None]:
        """`data` without markers that do not belong there, and where the scan ends in it if that is known."""
        for found in MARKER.finditer(data, max(0, self._seen - self._at)):
            marker, at = found[1][0], found.start()
            if marker in ENDS:
                return data, at
            self._seen = self._at + found.end()
            if marker not in RESTARTS:
                data = data[: at + 1] + b"\0" + data[at + 2 :]  # coded data, which the decoder passes over
        return data, None


def tries(content: bytes, header: JpegHeader) -> Iterator[bytes]:
    """A damaged picture of several scans as it may be decoded: with as many of them as can be.

    A marker that noise has made among coded data would end the decoding: those that make no sense are taken for data.
    Each try after the first leaves out one more scan from the end, or several where there are very many.
    """
    kept = bytearray(content)
    starts: list[int] = []
    for found in MARKER.finditer(content, header.scan_at):
        marker, at = found[1][0], found.start()
        if not _is_likely(marker, content[at + 2 : at + 8]):
            kept[at + 1] = 0
        elif marker == SOS:
            if len(starts) == MAX_SCANS:
                del kept[at:]
                break
            starts.append(at)
        elif marker == EOI:
            break
    yield bytes(kept) + END_MARKER
    for start in reversed(starts[:: len(starts) // MAX_TRIES + 1]):
        yield bytes(kept[:start]) + END_MARKER


def _is_likely(marker: int, start: bytes) -> bool:
    """Whether a marker, and how its segment starts, are what may stand behind coded data."""
    if marker in RESTARTS or marker == EOI:
        return True
    length, first = int.from_bytes(start[:2]), start[2:3]
    if marker == SOS:
        return bool(first) and 1 <= first[0] <= MAX_CHANNELS and length == 6 + 2 * first[0]
    if marker == TABLES:
        return LEAST_TABLE < length <= MAX_TABLES and bool(first) and first[0] & 0xEF < MAX_CHANNELS
    return False
