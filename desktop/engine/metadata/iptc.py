"""IPTC captions and keywords (IIM records), and the containers in which JPEG, PNG and TIFF keep them.

The records themselves are passed on as they are; nothing in them depends on the picture.
"""

import struct
from typing import BinaryIO

from PIL import Image

from desktop.engine.core.reasons import Reason

TIFF_TAG = 33723
RESOURCE = 0x0404  # among Photoshop's image resources
RECORD_START = b"\x1c"
PHOTOSHOP = b"Photoshop 3.0\x00"
JPEG_SEGMENT = b"\xff\xed"
JPEG_MAX_BYTES = 65_000
PNG_PROFILE = "Raw profile type iptc"  # the convention of ImageMagick and ExifTool; PNG has no rule


def read_iptc(image: Image.Image, file: BinaryIO) -> bytes:
    """The IPTC records of the JPEG, PNG or TIFF in `file`, which Pillow opened as `image`; empty without any.

    Raises ValueError, or struct.error, if they are damaged.
    """
    records = _tiff_records(file) if image.format == "TIFF" else _wrapped_records(image)
    if not records:
        return b""
    if not records.startswith(RECORD_START):
        raise Reason("it does not begin as IPTC")
    return records


def jpeg_segment(records: bytes) -> bytes:
    """The JPEG segment that carries the records; empty without any, or when they do not fit into one."""
    if not records or len(records) > JPEG_MAX_BYTES:
        return b""
    body = PHOTOSHOP + _resource(records)
    return JPEG_SEGMENT + struct.pack(">H", len(body) + 2) + body


def png_text(records: bytes) -> tuple[bytes, bytes]:
    """Keyword and text of the PNG text chunk that carries the records."""
    wrapped = _resource(records)
    digits = wrapped.hex()
    lines = [digits[start : start + 72] for start in range(0, len(digits), 72)]
    return PNG_PROFILE.encode(), "\n".join(["", "iptc", f"{len(wrapped):8d}", *lines, ""]).encode()


def _resource(records: bytes) -> bytes:
    """One image resource of Photoshop's, without a name, filled up to an even length."""
    return struct.pack(">4sHHI", b"8BIM", RESOURCE, 0, len(records)) + records + bytes(len(records) % 2)


def _wrapped_records(image: Image.Image) -> bytes:
    resources = image.info.get("photoshop")
    if isinstance(resources, dict):
        found = resources.get(RESOURCE, b"")
        return found if isinstance(found, bytes) else b""
    profile = image.info.get(PNG_PROFILE)
    return (
        b"" if not isinstance(profile, str) else _unwrapped(bytes.fromhex("".join(profile.split("\n")[3:])))
    )


def _unwrapped(profile: bytes) -> bytes:
    """Records that may lie in an image resource, as ImageMagick writes them, or be bare."""
    head = struct.pack(">4sHH", b"8BIM", RESOURCE, 0)
    if not profile.startswith(head):
        return profile
    at = len(head) + 4
    return profile[at : at + int.from_bytes(profile[at - 4 : at])]


def _tiff_records(file: BinaryIO) -> bytes:
    """The bytes as they lie there: many programs give them the type of whole numbers, which readers convert."""
    import tifffile

    file.seek(0)
    with tifffile.TiffFile(file) as tiff:
        tag = tiff.pages.first.tags.get(TIFF_TAG)
        if tag is None:
            return b""
        file.seek(tag.valueoffset)
        return file.read(tag.valuebytecount).rstrip(b"\0")
