"""Deflate as far as it makes sense: what can still be had of damaged data."""

import zlib

STEP_BYTES = 4096  # so that little is lost before a fault


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
