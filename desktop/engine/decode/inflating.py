"""Decompresses Deflate and LZW as far as the data are valid, to recover what it can of damaged files."""

import zlib

import imagecodecs

STEP_BYTES = 4096  # so that little is lost before a fault


def unpack_lzw(data: bytes, most_bytes: int) -> bytes:
    """The data in TIFF's LZW, up to the first invalid code, at most `most_bytes`."""
    sound, broken = 0, len(data) + 1
    while broken - sound > 1:
        middle = (sound + broken) // 2
        try:
            imagecodecs.lzw_decode(data[:middle], out=most_bytes)
        except (RuntimeError, ValueError):
            broken = middle
        else:
            sound = middle
    return bytes(imagecodecs.lzw_decode(data[:sound], out=most_bytes)) if sound else b""


def inflate(data: bytes, most_bytes: int | None = None) -> bytes:
    """As much of zlib's data as can be decompressed, and not more than `most_bytes` by much."""
    decompress, found = zlib.decompressobj(), bytearray()
    try:
        for at in range(0, len(data), STEP_BYTES):
            found += decompress.decompress(data[at : at + STEP_BYTES])
            if most_bytes is not None and len(found) >= most_bytes:
                break
    except zlib.error:
        pass
    return bytes(found)
