"""Writes PNG with 8 or 16 bits in stripes, encoded on all cores; cancelling takes effect between stripes.

A PNG's picture is one zlib stream (W3C PNG specification, 10.1). A deflate stream may be cut at full flushes, behind
which nothing refers to what came before (RFC 1951), so each stripe is compressed alone and the pieces joined; the
stream's Adler-32 (RFC 1950) follows from those of the stripes.
"""

import struct
import zlib
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.icc_profiles import srgb_profile
from desktop.engine.core.arrays import Samples
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.parallel import map_stripes
from desktop.engine.imaging.photo import Metadata
from desktop.engine.metadata.iptc import png_text

SIGNATURE = b"\x89PNG\r\n\x1a\n"
XMP_KEYWORD = b"XML:com.adobe.xmp\x00"
UNCOMPRESSED = bytes(4)  # no compression, its method, no language, no translated keyword
COLOUR_TYPES = {3: 2, 4: 6}  # by channels: truecolour, truecolour with alpha
STRIPE_BYTES = 1 << 20
ADLER_BASE = 65_521
METRES_PER_INCH = 0.0254
LEVEL = 1
DIFFERENCE_TO_LEFT = 1  # the filter of every row; trying all of them gains nothing on photographs
ZLIB_HEADER = b"\x78\x01"
EMPTY_LAST_BLOCK = b"\x03\x00"

Rows = Callable[[slice], Samples]


def encode_png(
    rows: Rows,
    shape: tuple[int, int, int],
    bit_depth: int,
    metadata: Metadata,
    cancel: CancelToken | None = None,
) -> Iterator[bytes]:
    """The pieces of a PNG file in order, with the photograph's metadata. Raises `Cancelled`.

    rows: gives any rows of the picture on any thread. shape: (height, width, 3 or 4), with alpha last.
    bit_depth: 8 or 16.
    """
    height, width, channels = shape
    header = struct.pack(">IIBBBBB", width, height, bit_depth, COLOUR_TYPES[channels], 0, 0, 0)
    yield SIGNATURE + _chunk(b"IHDR", header) + b"".join(_descriptions(metadata))
    adler = zlib.adler32(b"")
    stripe_rows = max(1, STRIPE_BYTES // (width * channels * bit_depth // 8))
    stripes = map_stripes(height, stripe_rows, lambda stripe: _compressed(rows(stripe)), cancel=cancel)
    before = ZLIB_HEADER
    for content, of_stripe, length in stripes:
        adler = joined_adler(adler, of_stripe, length)
        yield _chunk(b"IDAT", before + content)
        before = b""
    yield _chunk(b"IDAT", EMPTY_LAST_BLOCK + struct.pack(">I", adler)) + _chunk(b"IEND", b"")


def joined_adler(first: int, second: int, second_length: int) -> int:
    """Adler-32 of two pieces of data on end, of those of the pieces; the second's length in bytes."""
    low, high = first & 0xFFFF, first >> 16
    both_low = (low + (second & 0xFFFF) - 1) % ADLER_BASE
    both_high = (high + (second >> 16) + second_length * (low - 1)) % ADLER_BASE
    return both_high << 16 | both_low


def _compressed(samples: Samples) -> tuple[bytes, int, int]:
    """Rows (n, W, channels) as part of a deflate stream, with the Adler-32 and the length of what it holds."""
    filtered = _filtered(samples).data
    # Runs alone are looked for: on photographs as small as zlib's best, in a fifth of the time.
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
    content = compressor.compress(filtered) + compressor.flush(zlib.Z_FULL_FLUSH)
    return content, zlib.adler32(filtered), filtered.nbytes


def _filtered(samples: Samples) -> NDArray[np.uint8]:
    """Each byte less that of the pixel to the left (PNG specification, 9.2), behind the filter's number in each row."""
    height, width, channels = samples.shape
    stored = samples if samples.dtype == np.uint8 else samples.astype(">u2")
    flat = np.ascontiguousarray(stored).view(np.uint8).reshape(height, -1)
    pixel_bytes = channels * samples.dtype.itemsize
    result = np.empty((height, 1 + width * pixel_bytes), dtype=np.uint8)
    result[:, 0] = DIFFERENCE_TO_LEFT
    result[:, 1 : 1 + pixel_bytes] = flat[:, :pixel_bytes]
    np.subtract(flat[:, pixel_bytes:], flat[:, :-pixel_bytes], out=result[:, 1 + pixel_bytes :])
    return result


def _descriptions(metadata: Metadata) -> Iterator[bytes]:
    """The chunks of profile, resolution and all metadata of the photograph."""
    yield _chunk(b"iCCP", b"sRGB\x00\x00" + zlib.compress(srgb_profile()))
    if metadata.dpi is not None:
        per_metre = [round(dpi / METRES_PER_INCH) for dpi in metadata.dpi]
        yield _chunk(b"pHYs", struct.pack(">IIB", *per_metre, 1))
    if metadata.exif:
        yield _chunk(b"eXIf", metadata.exif)
    if metadata.xmp:
        yield _chunk(b"iTXt", XMP_KEYWORD + UNCOMPRESSED + metadata.xmp)
    if metadata.iptc:
        keyword, text = png_text(metadata.iptc)
        yield _chunk(b"zTXt", keyword + b"\x00\x00" + zlib.compress(text))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
