"""Filters the chunks of a PNG: those that the pixels do not need are left out if damaged or far too large.

Pillow would refuse the whole file because of one text. Source: PNG, third edition (2025), sections 5 and 11.
"""

import io
import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from desktop.engine.colour.coded_profiles import of_code_points, of_gamma
from desktop.engine.decode.data_share import check_share

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_TEXT_BYTES = 1 << 20  # of one text, as Pillow has it
MAX_TEXTS_BYTES = 8 << 20  # of all
MAX_XMP_BYTES = 16 << 20
MAX_PROFILE_BYTES = 16 << 20
MAX_SMALL_CHUNKS, SMALL_BYTES = 100_000, 4096  # beyond so many nothing more is looked for
CHECKSUM_BYTES = 4
HEADER_AT = 16
HEADER = struct.Struct(">IIBB")  # width, height, bits, colour type
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
MOST_PACKED = 1032  # what a byte of Deflate can stand for (RFC 1951: 258 bytes in two bits)
LENGTHS = {b"gAMA": 4, b"cHRM": 32, b"pHYs": 9, b"sRGB": 1, b"cICP": 4, b"tIME": 7}
PIXELS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
KNOWN_CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
OF_FRAMES = frozenset({b"acTL", b"fcTL", b"fdAT"})  # further pictures, of which nothing is read
AHEAD = frozenset({b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"})  # of the palette and the pixels
MENDED = frozenset({b"IHDR", b"PLTE"})  # read all the same if their checksums are wrong
ANCILLARY = 0x20  # the bit of a kind's first letter that tells so
DAMAGED = "tintype damaged"  # in `info`: that pixels may be wrong
NARROW = "tintype narrow"  # in `info`: that black and white are those of video
XMP_KEYWORD = b"XML:com.adobe.xmp\0"
TEXT_LEFT_OUT = "Text in the file is damaged or far too long and was left out."
PART_LEFT_OUT = "A part of the file beside its pixels is damaged and was left out."


@dataclass(eq=False)
class PngScan:
    """What was found in a PNG. kept: (start, end) of the chunks to read. info: profile and XMP for Pillow's `info`.

    mended: right checksums, by where their chunks start. is_damaged: whether pixels may be wrong for what was found.
    """

    kept: list[tuple[int, int]] = field(default_factory=list)
    left_out: bool = False
    info: dict[str, bytes | bool] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    colour: dict[bytes, bytes] = field(default_factory=dict)
    texts_bytes: int = 0
    is_damaged: bool = False
    mended: dict[int, bytes] = field(default_factory=dict)

    def tell(self, notice: str) -> None:
        """Note something for the user, once."""
        if notice not in self.notices:
            self.notices.append(notice)


def is_png(start: bytes) -> bool:
    """Whether a file that begins with these bytes is PNG."""
    return start.startswith(SIGNATURE)


def scanned(file: BinaryIO) -> tuple[BinaryIO, PngScan]:
    """The file as Pillow may read it (itself where nothing had to go), and what was found."""
    scan = PngScan()
    is_ahead = True
    for kind, start, end in chunks(file):
        is_ahead = is_ahead and kind not in (b"PLTE", b"IDAT")
        if not kind[0] & ANCILLARY:
            _look_at_critical(file, scan, kind, start, end)
            scan.kept.append((start, end))
            if kind == b"IEND":  # what follows is no part of the picture
                break
        elif kind in OF_FRAMES:
            scan.kept.append((start, end))
        elif (kind in AHEAD and not is_ahead) or not _is_welcome(file, scan, kind, start, end):
            if kind in AHEAD and not is_ahead:
                scan.tell(PART_LEFT_OUT)
            scan.left_out = True
        else:
            scan.kept.append((start, end))
    _find_colours(scan)
    return (_copy(file, scan.kept, scan.mended) if scan.left_out or scan.mended else file), scan


def check_data(file: BinaryIO, path: Path) -> None:
    """Raise `DamagedPictureError` where so few data cannot be a picture of that size, however they are packed."""
    packed_bytes = sum(end - start for kind, start, end in chunks(file) if kind == b"IDAT")
    file.seek(HEADER_AT)
    width_px, height_px, bits, colour_type = HEADER.unpack(file.read(HEADER.size))
    row_bytes = 1 + width_px * bits * CHANNELS.get(colour_type, 1) // 8
    check_share(packed_bytes * MOST_PACKED, row_bytes * height_px, (width_px, height_px), path)


def pixels_only(file: BinaryIO) -> bytes:
    """The file with nothing but what its pixels need."""
    spans, scan = [], PngScan()
    for kind, start, end in chunks(file):
        if kind in MENDED:
            _look_at_critical(file, scan, kind, start, end)
        if kind in PIXELS and (kind != b"tRNS" or _is_sound(file, start, end)):
            spans.append((start, end))
    return _copy(file, spans, scan.mended).getvalue()


def _look_at_critical(file: BinaryIO, scan: PngScan, kind: bytes, start: int, end: int) -> None:
    """Note what must be wrong with the pixels, as far as their own chunks' data do not tell it."""
    if kind not in KNOWN_CRITICAL:
        scan.is_damaged = True
    if kind in MENDED and end - start <= SMALL_BYTES and not _is_sound(file, start, end):
        file.seek(start + 4)
        scan.mended[start] = struct.pack(">I", zlib.crc32(file.read(end - start - 8)))
        scan.is_damaged = True


def _is_sound(file: BinaryIO, start: int, end: int) -> bool:
    file.seek(start + 4)
    return struct.pack(">I", zlib.crc32(file.read(end - start - 8))) == file.read(4)


def chunks(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """(kind, start, end with checksum) of each; of one that breaks off, the end as if a checksum followed.

    What a length says beyond the file is not asked for: Python would take memory for it.
    """
    at, small, most = len(SIGNATURE), 0, file.seek(0, os.SEEK_END) + CHECKSUM_BYTES
    while small < MAX_SMALL_CHUNKS:
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            return
        length, kind = struct.unpack(">I4s", head)
        yield kind, at, min(at + length + 12, most)
        small += length < SMALL_BYTES
        at += length + 12


def _copy(file: BinaryIO, spans: list[tuple[int, int]], checksums: dict[int, bytes]) -> io.BytesIO:
    """The chunks at these places. checksums: other ones than theirs, by where chunks start."""
    parts = [SIGNATURE]
    for start, end in spans:
        file.seek(start)
        chunk = file.read(end - start)
        parts.append(chunk[:-CHECKSUM_BYTES] + checksums[start] if start in checksums else chunk)
    return io.BytesIO(b"".join(parts))


def _is_welcome(file: BinaryIO, scan: PngScan, kind: bytes, start: int, end: int) -> bool:
    """Whether Pillow may see a chunk; takes out of it what Pillow would not take."""
    if end - start > MAX_PROFILE_BYTES:
        scan.tell(TEXT_LEFT_OUT if kind in TEXTS else PART_LEFT_OUT)
        return False
    file.seek(start + 4)
    named = file.read(end - start - 8)
    body, checksum = named[4:], file.read(4)
    if checksum != struct.pack(">I", zlib.crc32(named)):
        scan.tell(TEXT_LEFT_OUT if kind in TEXTS else PART_LEFT_OUT)
        return False
    if kind in TEXTS:
        return _is_text_welcome(scan, kind, body)
    if kind == b"iCCP":
        return _is_profile_welcome(scan, body)
    if len(body) != LENGTHS.get(kind, len(body)):
        scan.tell(PART_LEFT_OUT)
        return False
    if kind in LENGTHS:
        scan.colour.setdefault(kind, body)
    return True


def _is_text_welcome(scan: PngScan, kind: bytes, body: bytes) -> bool:
    is_xmp = kind == b"iTXt" and body.startswith(XMP_KEYWORD)
    most = MAX_XMP_BYTES if is_xmp else MAX_TEXT_BYTES
    text = _text(kind, body, most)
    if text is None or (not is_xmp and scan.texts_bytes + len(text) > MAX_TEXTS_BYTES):
        scan.tell(TEXT_LEFT_OUT)
        return False
    if is_xmp and len(text) > MAX_TEXT_BYTES:
        scan.info["xmp"] = text
        return False
    scan.texts_bytes += len(text)
    return True


def _text(kind: bytes, body: bytes, most: int) -> bytes | None:
    """The text itself; None where it is too long, damaged or missing."""
    keyword, _, rest = body.partition(b"\0")
    if kind == b"tEXt":
        return rest if len(rest) <= most else None
    if kind == b"zTXt":
        return _inflated(rest[1:], most) if rest[:1] == b"\0" else None
    parts = rest[2:].split(b"\0", 2)
    if len(parts) < 3 or not keyword:
        return None
    if rest[:1] == b"\x01":
        return _inflated(parts[2], most)
    return parts[2] if len(parts[2]) <= most else None


def _inflated(data: bytes, most: int) -> bytes | None:
    try:
        text = zlib.decompressobj().decompress(data, most + 1)
    except zlib.error:
        return None
    return text if len(text) <= most else None


def _is_profile_welcome(scan: PngScan, body: bytes) -> bool:
    rest = body.partition(b"\0")[2]
    profile = _inflated(rest[1:], MAX_PROFILE_BYTES) if rest[:1] == b"\0" else None
    if profile is None:
        scan.tell(PART_LEFT_OUT)
        return False
    scan.info["icc_profile"] = profile
    return len(profile) <= MAX_TEXT_BYTES


def _find_colours(scan: PngScan) -> None:
    """Decide by what a PNG's colours are told; see `coded_profiles` for the order."""
    found = scan.colour
    if b"cICP" in found:
        primaries, transfer, _, is_full = found[b"cICP"]
        scan.info[NARROW] = not is_full
        scan.info["icc_profile"], notices = of_code_points(primaries, transfer)
    elif scan.info.get("icc_profile") or b"sRGB" in found:
        return
    elif b"gAMA" in found or b"cHRM" in found:
        gamma = int.from_bytes(found[b"gAMA"]) / 100_000 if b"gAMA" in found else None
        cells = [value / 100_000 for value in struct.unpack(">8I", found.get(b"cHRM", bytes(32)))]
        scan.info["icc_profile"], notices = of_gamma(gamma, tuple(cells) if any(cells) else None)
    else:
        return
    for notice in notices:
        scan.tell(notice)
