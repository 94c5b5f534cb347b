"""TIFF with 8 or 16 bits a channel, of which Pillow writes only 8."""

import io
import struct
from typing import Any

import tifffile

from desktop.engine import iptc
from desktop.engine.arrays import RgbArray, Samples
from desktop.engine.depth import with_alpha
from desktop.engine.directory import FIRST_DIRECTORY_AT, LONG, Directory, Order, directory_bytes
from desktop.engine.errors import OutputFormatError
from desktop.engine.photo import Metadata
from desktop.engine.profiles import srgb_profile
from desktop.engine.stripes import usable_cores

XMP_TAG = 700
LEVEL = 1  # a third of the time that 6 takes, for at most a twentieth more bytes
MAX_BYTES = 4_000_000_000  # its places have 32 bits
STRIP_BYTES = 1 << 20
STRIP_OFFSETS, STRIP_BYTE_COUNTS = 273, 279


def encode_tiff(rgb: RgbArray, alpha: Samples | None, metadata: Metadata) -> bytes:
    """A TIFF of `rgb` (H, W, 3) uint8 or uint16 and `alpha` (H, W), deflated, with all that the photograph's told.

    An EXIF block is a TIFF without a picture. So the file begins as the block, whose places all stay true, goes on
    with the picture, and ends with a directory that joins both: tifffile itself writes no EXIF.
    Raises `OutputFormatError` for more than 4 GB.
    """
    picture = with_alpha(rgb, alpha)
    if picture.nbytes > MAX_BYTES:
        raise OutputFormatError(
            f"{picture.nbytes / 1e9:.1f} GB are too many for TIFF (at most 4); save as PNG."
        )
    exif = bytearray(metadata.exif)
    order: Order = Directory.first(exif).order if exif else "<"
    file = io.BytesIO(_with_empty_directory(exif, order) if exif else b"")
    tifffile.imwrite(
        file,
        picture,
        append=bool(exif),
        byteorder=order,
        photometric="rgb",
        extrasamples=["unassalpha"] if picture.shape[2] == 4 else None,
        compression="zlib",
        compressionargs={"level": LEVEL},
        predictor=True,
        rowsperstrip=max(1, STRIP_BYTES // (picture.nbytes // picture.shape[0])),
        maxworkers=usable_cores(),
        iccprofile=srgb_profile(),
        resolution=metadata.dpi,
        resolutionunit="inch" if metadata.dpi else None,
        metadata=None,
        software="Tintype",
        extratags=[*_bytes_tag(XMP_TAG, metadata.xmp), *_bytes_tag(iptc.TIFF_TAG, metadata.iptc)],
    )
    return _joined(file, exif) if exif else file.getvalue()


def _bytes_tag(tag: int, value: bytes) -> list[tuple[Any, ...]]:
    return [(tag, "B", len(value), value, True)] if value else []


def _with_empty_directory(exif: bytearray, order: Order) -> bytes:
    """The block, its header pointing to the directory of no picture, behind which tifffile appends."""
    entries = [struct.pack(f"{order}HHII", tag, LONG, 1, 0) for tag in (STRIP_OFFSETS, STRIP_BYTE_COUNTS)]
    padded = exif + bytes(len(exif) % 2)
    header = padded[:FIRST_DIRECTORY_AT] + struct.pack(f"{order}I", len(padded))
    return bytes(header + padded[len(header) :] + directory_bytes(order, entries))


def _joined(file: io.BytesIO, exif: bytearray) -> bytes:
    """The file with one directory, of the picture's entries and of those EXIF entries that it does not have."""
    content = bytearray(file.getbuffer())
    empty = Directory.first(content)
    of_picture = Directory(content, empty.order, empty.next)
    entries = dict(Directory.first(exif).entries) | dict(of_picture.entries)
    content += bytes(len(content) % 2)
    struct.pack_into(f"{empty.order}I", content, FIRST_DIRECTORY_AT, len(content))
    content += directory_bytes(empty.order, [entry for _, entry in sorted(entries.items())])
    return bytes(content)
