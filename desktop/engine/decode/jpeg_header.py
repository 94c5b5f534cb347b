"""What a JPEG's markers say before its first scan. Source: ITU-T T.81 (1992), annex B."""

import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop.engine.core.errors import DamagedPictureError, UnsupportedPictureError
from desktop.engine.core.reasons import Reason

START = b"\xff\xd8\xff"
SOS, EOI, DRI = 0xDA, 0xD9, 0xDD
SCAN_MARKER, END_MARKER = b"\xff\xda", b"\xff\xd9"
COEFFICIENTS = 64  # of a block
WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
JPEG_LS = 0xF7  # ITU-T T.87: another way of coding between the same markers
FRAMES = (frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}) | {JPEG_LS}  # C4, C8 and CC are no frames
SEQUENTIAL, PROGRESSIVE = frozenset({0xC0, 0xC1}), frozenset({0xC2})
LOSSLESS = frozenset({0xC3, 0xC7, 0xCB, 0xCF})
ARITHMETIC = frozenset({0xC9, 0xCA})
BLOCK_PX = 8
_SEGMENT = re.compile(rb"\xff([^\x00\x01\xd0-\xd7\xff])")  # a marker of a segment, or of the end
MAX_SCANS = 100  # encoders need some 10; each runs over the whole picture, however few data it has
LEAST_SHARE = 0.05  # of the data that a picture must have; with less it is not worth the memory for all of it


@dataclass(frozen=True)
class JpegHeader:
    """What a JPEG's markers say up to its first scan.

    frame: the marker of its kind, 0xC0 to 0xCF or JPEG_LS. bits: of a channel.
    samplings: (across, down) of each channel.
    restart_interval: MCUs between restart markers, 0 for none. scan_channels: of the first scan.
    bits_at: where the number of bits stands in the file. scan_at: where that scan's coded data begin.
    """

    frame: int
    bits: int
    width_px: int
    height_px: int
    samplings: tuple[tuple[int, int], ...]
    restart_interval: int
    scan_channels: int
    bits_at: int
    scan_at: int

    @property
    def is_single_scan(self) -> bool:
        """Whether the first scan is the whole picture."""
        return self.frame in SEQUENTIAL and self.scan_channels == len(self.samplings)

    @property
    def _unit_px(self) -> tuple[int, int]:
        """Width and height of a minimum coded unit of a scan of all channels."""
        if len(self.samplings) == 1:
            return BLOCK_PX, BLOCK_PX
        across, down = (max(sampling[axis] for sampling in self.samplings) for axis in (0, 1))
        return BLOCK_PX * across, BLOCK_PX * down

    @property
    def scan_unit_px(self) -> tuple[int, int]:
        """Width and height of a minimum coded unit of the first scan; of one that is not of all channels, a block's."""
        return self._unit_px if self.scan_channels == len(self.samplings) else (BLOCK_PX, BLOCK_PX)

    @property
    def mcus(self) -> int:
        """Number of minimum coded units of a scan of all channels."""
        across_px, down_px = self._unit_px
        return -(-self.width_px // across_px) * -(-self.height_px // down_px)

    @property
    def least_bytes(self) -> int:
        """The fewest bytes of coded data: each block of each channel takes at least one bit for its mean."""
        blocks = 1 if len(self.samplings) == 1 else sum(across * down for across, down in self.samplings)
        return self.mcus * blocks // 8


def is_jpeg(start: bytes) -> bool:
    """Whether a file that begins with these bytes is a JPEG."""
    return start.startswith(START)


def read_header(file: BinaryIO) -> JpegHeader:
    """The header of the JPEG in `file`, whose place is lost. Raises ValueError where it makes no sense."""
    file.seek(2)
    frame: tuple[int, bytes] | None = None
    restart_interval = bits_at = 0
    while True:
        marker = _next_marker(file)
        if marker in WITHOUT_LENGTH:
            continue
        if marker == EOI:
            raise Reason("it holds no picture")
        length = int.from_bytes(file.read(2))
        body = file.read(max(length - 2, 0)) if marker in FRAMES or marker in (SOS, DRI) else b""
        if marker in FRAMES and frame is None:
            frame, bits_at = (marker, body), file.tell() - len(body)
        elif marker == DRI:
            restart_interval = int.from_bytes(body[:2])
        elif marker == SOS:
            if frame is None or not body:
                raise Reason("its parts are in the wrong order")
            return _header(*frame, restart_interval, body[0], bits_at, file.tell())
        else:
            file.seek(max(length - 2 - len(body), 0), 1)


def check_supported(header: JpegHeader, path: Path) -> None:
    """Raise `UnsupportedPictureError` for kinds of JPEG that no decoder here reads."""
    if header.frame in LOSSLESS:
        kind = "lossless"
    elif header.frame == JPEG_LS:
        kind = "JPEG-LS"
    elif not header.height_px:  # it is told behind the first scan
        kind = "DNL"
    elif header.bits not in (8, 12):
        kind = f"{header.bits} bit"
    elif header.frame in SEQUENTIAL | PROGRESSIVE | ARITHMETIC:
        return
    else:
        kind = "hierarchical"
    raise UnsupportedPictureError(
        f"{path} is JPEG of a kind that is not supported ({kind}); save it as TIFF or PNG."
    )


def check_data(header: JpegHeader, path: Path, file_bytes: int) -> None:
    """Raise `DamagedPictureError` where so few data cannot be a picture of that size, before memory is taken for it."""
    if file_bytes - header.scan_at < header.least_bytes * LEAST_SHARE:
        raise DamagedPictureError(
            f"{path} is damaged or incomplete (its data are far too few for {header.width_px} x "
            f"{header.height_px} px); copy it again."
        )


def has_all_scans(content: bytes, header: JpegHeader) -> bool:
    """Whether no coefficient waits for a scan that is not there; of a file whose end may be missing."""
    if header.is_single_scan:
        return True
    lacking: dict[int, set[int]] = {}
    at = header.scan_at - len(SCAN_MARKER) - 6 - 2 * header.scan_channels
    while (at := content.find(SCAN_MARKER, at)) >= 0:
        body = content[at + 4 : at + 4 + int.from_bytes(content[at + 2 : at + 4]) - 2]
        at += len(SCAN_MARKER)
        if len(body) < 4 or len(body) < 4 + 2 * body[0]:
            continue
        first, last, precision = body[1 + 2 * body[0] : 4 + 2 * body[0]]
        for channel in body[1 : 1 + 2 * body[0] : 2]:
            lacks = lacking.setdefault(channel, set(range(COEFFICIENTS)))
            if not precision & 15:  # bits that a later scan refines
                lacks -= set(range(first, last + 1))
    return len(lacking) == len(header.samplings) and not any(lacking.values())


def has_more_scans(content: bytes, scan_at: int, most: int) -> bool:
    """Whether more scans follow the one whose coded data begin at `scan_at` than `most`, before the picture ends."""
    at, scans = scan_at, 0
    while scans <= most and (found := _SEGMENT.search(content, at)) is not None and found[1][0] != EOI:
        scans += found[1][0] == SOS
        at = found.end() + int.from_bytes(content[found.end() : found.end() + 2])
    return scans > most


def _next_marker(file: BinaryIO) -> int:
    """The next marker's second byte; what lies before it is passed over, as libjpeg does."""
    before = b""
    while True:
        byte = file.read(1)
        if not byte:
            raise EOFError
        if before == b"\xff" and byte not in (b"\x00", b"\xff"):
            return byte[0]
        before = byte


def _header(
    frame: int, body: bytes, interval: int, scan_channels: int, bits_at: int, scan_at: int
) -> JpegHeader:
    try:
        bits, height_px, width_px, count = struct.unpack_from(">BHHB", body)
        samplings = tuple((body[at] >> 4, body[at] & 15) for at in range(7, 7 + 3 * count, 3))
    except (struct.error, IndexError) as error:
        raise Reason("its header is too short") from error
    if not samplings or not all(across and down for across, down in samplings):
        raise Reason("its header makes no sense")
    return JpegHeader(frame, bits, width_px, height_px, samplings, interval, scan_channels, bits_at, scan_at)
