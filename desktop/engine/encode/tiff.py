"""Writes TIFF with 8 or 16 bits in strips, encoded on all cores; cancelling takes effect between strips."""

import io
import struct
from collections.abc import Callable
from typing import Any

import imagecodecs
import numpy as np
import tifffile

from desktop.engine.colour.icc_profiles import srgb_profile
from desktop.engine.core.arrays import Samples
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import OutputFormatError
from desktop.engine.core.parallel import map_stripes
from desktop.engine.imaging.photo import Metadata
from desktop.engine.metadata import iptc
from desktop.engine.metadata.tiff_ifd import FIRST_DIRECTORY_AT, LONG, Directory, Order, directory_bytes

XMP_TAG = 700
LEVEL = 1  # a third of the time that 6 takes, for at most a twentieth more bytes
MAX_BYTES = 4_000_000_000  # its places have 32 bits
STRIP_BYTES = 1 << 20
STRIP_OFFSETS, STRIP_BYTE_COUNTS = 273, 279


Rows = Callable[[slice], Samples]


def encode_tiff(
    rows: Rows,
    shape: tuple[int, int, int],
    bit_depth: int,
    metadata: Metadata,
    cancel: CancelToken | None = None,
) -> bytes:
    """A TIFF, compressed with Deflate, with all metadata of the photograph's file.

    rows: gives any rows of the picture on any thread. shape: (height, width, 3 or 4), with alpha last.
    bit_depth: 8 or 16. Raises `Cancelled`, or `OutputFormatError` for more than 4 GB.

    An EXIF block is a TIFF without a picture. So the file begins as the block, whose places all stay true, goes on
    with the picture, and ends with a directory that joins both: tifffile itself writes no EXIF.
    """
    height, width, channels = shape
    row_bytes = width * channels * bit_depth // 8
    if height * row_bytes > MAX_BYTES:
        raise OutputFormatError(
            f"{height * row_bytes / 1e9:.1f} GB are too many for TIFF (at most 4); save as PNG."
        )
    exif = bytearray(metadata.exif)
    order: Order = Directory.first(exif).order if exif else "<"
    file = io.BytesIO(_with_empty_directory(exif, order) if exif else b"")
    strip_rows = max(1, STRIP_BYTES // row_bytes)
    dtype = np.dtype(f"{order}u{bit_depth // 8}")
    tifffile.imwrite(
        file,
        map_stripes(height, strip_rows, lambda strip: _deflated(rows(strip), dtype), cancel=cancel),
        shape=shape,
        dtype=dtype,
        append=bool(exif),
        byteorder=order,
        photometric="rgb",
        extrasamples=["unassalpha"] if channels == 4 else None,
        compression="zlib",
        predictor=True,
        rowsperstrip=strip_rows,
        iccprofile=srgb_profile(),
        resolution=metadata.dpi,
        resolutionunit="inch" if metadata.dpi else None,
        metadata=None,
        software="Tintype",
        extratags=[*_bytes_tag(XMP_TAG, metadata.xmp), *_bytes_tag(iptc.TIFF_TAG, metadata.iptc)],
    )
    return _joined(file, exif) if exif else file.getvalue()


def _deflated(samples: Samples, dtype: np.dtype[Any]) -> bytes:
    """A strip (n, W, channels), each sample less that to the left (TIFF 6.0, section 14), deflated."""
    differences = np.empty(samples.shape, dtype=dtype)
    differences[:, 0] = samples[:, 0]
    differences[:, 1:] = samples[:, 1:] - samples[:, :-1]
    return bytes(imagecodecs.deflate_encode(differences.tobytes(), level=LEVEL))


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
