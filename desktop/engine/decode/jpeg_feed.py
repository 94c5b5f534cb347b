"""Feeds a JPEG to its decoder so that damage shows, of which Pillow's decoder says nothing.

libjpeg goes on whatever it meets, and its warnings do not reach Python. But damage nearly always changes how much of
the data a scan takes: the decoder is done before the last byte ("extraneous bytes", as libjpeg calls them), or the
data end before it is done. So the last byte of a scan is given by itself, and it is looked at whether the last row is
there before, and whether it is there after. Everything else is fed as it lies in the file.
"""

import re
from collections.abc import Callable
from typing import BinaryIO

from desktop.engine.decode.jpeg_header import EOI, JpegHeader

END_MARKER = b"\xff\xd9"
MARKER = re.compile(rb"\xff([^\x00\xff])")
RESTARTS = range(0xD0, 0xD8)
ENDS = frozenset({EOI, 0xDC, 0xFE, *range(0xE0, 0xF0)})  # what may follow the only scan of a picture
HELD_BYTES = 16  # of every part, so that no marker lies in two and the last byte is still at hand
LOOKAHEAD = bytes(8)  # the decoder wants to see so far beyond the last bit that it needs


class DataEndError(OSError):
    """The coded data end before the picture does."""


class JpegFeed:
    """What a decoder reads in place of the file. `read` is called when it has used all that it was given.

    is_done: whether the last row has been decoded. Of a picture in several scans nothing can be told before all are
    there: it is fed as it lies, and damaged where the end marker is missing.
    corrupt: whether the data make no sense somewhere. lacks_end: whether only the end marker is missing.
    scan_end: where the data of the only scan end in the file, once that is known.
    """

    def __init__(self, file: BinaryIO, header: JpegHeader, is_done: Callable[[], bool]) -> None:
        self.corrupt = self.lacks_end = False
        self.scan_end: int | None = None
        self._file, self._header, self._is_done = file, header, is_done
        self._at = file.tell()  # where what is held begins in the file
        self._seen = header.scan_at  # markers before it are dealt with
        self._held = b""
        self._restarts = 0
        self._last = b""  # the end of the scan's data, once that is found
        self._behind: bytes | None = None  # what follows the scan

    def read(self, size: int) -> bytes:
        """The next part; raises `DataEndError`."""
        if not self._header.is_single_scan:
            return self._as_it_lies(size)
        if self._behind is not None:
            return self._last_parts()
        while True:
            part = self._file.read(size)
            data = self._held + part
            data, end = self._scan_end(data)
            if end is not None or not part:
                break
            kept = max(len(data) - HELD_BYTES, 0)
            self._held = data[kept:]
            self._at += kept
            if kept:
                return data[:kept]
        self.lacks_end = end is None
        self._check_restarts()
        end = len(data) if end is None else end
        self.scan_end = self._at + end
        cut = end - (2 if data[end - 2 : end] == b"\xff\x00" else 1)
        self._last, self._behind = data[cut:end], data[end:] or END_MARKER
        return data[:cut] or self._last_parts()

    def _as_it_lies(self, size: int) -> bytes:
        part = self._file.read(size)
        if part:
            return part
        self.corrupt = True
        return END_MARKER

    def _last_parts(self) -> bytes:
        if self._last:
            self.corrupt |= self._is_done()
            last, self._last = self._last, b""
            return last + LOOKAHEAD
        if not self._is_done():
            raise DataEndError("truncated")
        behind, self._behind = self._behind or END_MARKER, b""
        return behind

    def _scan_end(self, data: bytes) -> tuple[bytes, int | None]:
        """`data` without markers that do not belong there, and where the scan ends in it if that is known."""
        for found in MARKER.finditer(data, max(0, self._seen - self._at)):
            marker, at = found[1][0], found.start()
            if marker in ENDS:
                return data, at
            self._seen = self._at + found.end()
            if marker in RESTARTS:
                self.corrupt |= marker != RESTARTS[self._restarts % len(RESTARTS)]
                self._restarts += 1
            else:
                self.corrupt = True
                data = data[: at + 1] + b"\0" + data[at + 2 :]  # coded data, which the decoder passes over
        return data, None

    def _check_restarts(self) -> None:
        interval = self._header.restart_interval
        expected = -(-self._header.mcus // interval) - 1 if interval else 0
        self.corrupt |= self._restarts != expected
