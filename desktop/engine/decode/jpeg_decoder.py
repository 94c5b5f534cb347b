"""Decodes a whole JPEG with libjpeg-turbo, by `simplejpeg`, which passes on the warnings that Pillow drops.

libjpeg goes on whatever it meets; only its warnings tell that a picture is damaged.
"""

import re
import threading
from collections.abc import Callable

import numpy as np
import simplejpeg
from numpy.typing import NDArray

from desktop.engine.decode.jpeg_header import END_MARKER

Watcher = Callable[[NDArray[np.uint8], int], None]

# How warnings begin that are of no damage, and faults of the library itself.
OF_ODD_HEADERS = ("Warning: unknown", "Unknown Adobe", "Inconsistent progression")
OF_THE_LIBRARY = ("tjDecompress", "tj3Decompress")  # such as of a subsampling that it does not know
SCAN_END = re.compile(
    rb"\xff+[^\x00\xff\xd0-\xd7]"
)  # a marker, but for restarts, and what fills up before it


class CorruptJpegError(OSError):
    """The coded data end too soon, or make no sense somewhere."""


class OddJpegError(ValueError):
    """A JPEG that this decoder does not take."""


def decode_gray(content: bytes, size_px: tuple[int, int]) -> NDArray[np.uint8]:
    """(H, W) of a JPEG of one channel; raises `CorruptJpegError` or `OddJpegError`."""
    pixels = np.empty((size_px[1], size_px[0], 1), np.uint8)
    _decode(content, "GRAY", pixels)
    return pixels[..., 0]


def decode_rgb(content: bytes, size_px: tuple[int, int]) -> NDArray[np.uint8]:
    """(H, W, 3) of a JPEG of three channels; raises what `decode_gray` does."""
    pixels = np.empty((size_px[1], size_px[0], 3), np.uint8)
    _decode(content, "RGB", pixels)
    return pixels


class Check:
    """A check of a JPEG for damage while another decoder reads it. channels: "GRAY", or "CMYK" where it has four."""

    def __init__(self, content: bytes, channels: str) -> None:
        self._warning = ""
        self._thread = threading.Thread(
            target=self._run, args=(content, channels), name="jpeg-check", daemon=True
        )
        self._thread.start()

    def finish(self) -> None:
        """Wait for the end; raises `CorruptJpegError` where there is damage."""
        self._thread.join()
        if self._warning and not self._warning.startswith((*OF_ODD_HEADERS, *OF_THE_LIBRARY)):
            raise CorruptJpegError(self._warning)

    def _run(self, content: bytes, channels: str) -> None:
        self._warning = _warning(content, channels)


def check_last_byte(content: bytes, scan_at: int) -> None:
    """Raise `CorruptJpegError` where the last byte of the scan that begins at `scan_at` is one too many.

    libjpeg-turbo reads up to eight bytes ahead, and does not tell how many of them it had no use for. Without a byte
    that it needs, it warns.
    """
    end = SCAN_END.search(content, scan_at)
    if end is None:
        return
    last = end.start() - (2 if content[end.start() - 2 : end.start()] == b"\xff\x00" else 1)
    if not _warning(content[:last] + END_MARKER, "GRAY"):
        raise CorruptJpegError("surplus byte")


def _warning(content: bytes, channels: str) -> str:
    try:  # as small as it can be made: all is read, and hardly anything is computed
        simplejpeg.decode_jpeg(content, channels, min_height=1, min_width=1)
    except ValueError as error:
        return str(error)
    return ""


def _decode(content: bytes, channels: str, pixels: NDArray[np.uint8]) -> None:
    try:
        decoded = simplejpeg.decode_jpeg(content, channels, buffer=pixels)
    except ValueError as error:
        warning = str(error)
        if warning.startswith(OF_THE_LIBRARY):
            raise OddJpegError(warning) from error
        if not warning.startswith(OF_ODD_HEADERS):
            raise CorruptJpegError(warning) from error
        raise OddJpegError(warning) from error
    if decoded.shape != pixels.shape:
        raise OddJpegError("its parts disagree about its size")
