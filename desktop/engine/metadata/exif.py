"""EXIF blocks, corrected for an upright sRGB result.

They are changed where they lie and never built anew: a camera's maker note, of which only its maker knows the
inside, tells places by their distance from the beginning of the block.
"""

import struct

from PIL import ExifTags, Image

from desktop.engine.core.reasons import Reason
from desktop.engine.metadata.tiff_ifd import Directory

MARKER = b"Exif\x00\x00"
ORIENTATION, EXIF_DIRECTORY, INTEROPERABILITY_DIRECTORY = 0x0112, 0x8769, 0xA005
COLOUR_SPACE, WIDTH, HEIGHT = 0xA001, 0xA002, 0xA003
COLOUR_SPACE_SRGB, UNIT_INCH = 1, 2
THUMBNAIL_AT, THUMBNAIL_BYTES = 0x0201, 0x0202
JPEG_START = b"\xff\xd8"
INTEROPERABILITY_INDEX = 1
OF_ADOBE_RGB, OF_SRGB = b"R03\x00", b"R98\x00"

# How a TIFF stores its own pixels, and what the result's file says elsewhere: XMP, IPTC, Photoshop's data, profile.
STORAGE_TAGS = frozenset(
    {254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 277, 278, 279, 280, 281, 284, 288, 289, 290,
     291, 292, 293, 317, 318, 319, 320, 321, 322, 323, 324, 325, 330, 332, 338, 339, 340, 341, 347, 512, 513,
     514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 700, 33723, 34377, 34675, 37724}
)  # fmt: skip


def upright_exif(block: bytes, size_px: tuple[int, int]) -> bytes:
    """`block`, with or without the "Exif" marker, for an upright sRGB result of `size_px` (width, height).

    Without the marker, and without thumbnail, which would be grey. Raises ValueError when it is damaged.
    """
    content = bytearray(block)
    if not content:
        return b""
    while content.startswith(MARKER):  # some programs write it twice
        del content[: len(MARKER)]
    try:
        return _corrected(content, size_px)
    except struct.error as error:
        raise Reason("its directories run into each other") from error


def with_resolution(block: bytes, dpi: tuple[float, float] | None) -> bytes:
    """`block`, or, where it is empty, one that tells the resolution, for formats that have no other place for it."""
    if block or dpi is None:
        return block
    exif = Image.Exif()
    exif[ExifTags.Base.XResolution], exif[ExifTags.Base.YResolution] = dpi
    exif[ExifTags.Base.ResolutionUnit] = UNIT_INCH
    return exif.tobytes().removeprefix(MARKER)


def _corrected(content: bytearray, size_px: tuple[int, int]) -> bytes:
    first = Directory.first(content)
    if first.next:
        _drop_thumbnail(Directory(content, first.order, first.next))
    first.drop(STORAGE_TAGS)
    first.set_number(ORIENTATION, 1)
    camera = first.sub(EXIF_DIRECTORY)
    if camera is not None:
        camera.set_number(COLOUR_SPACE, COLOUR_SPACE_SRGB)
        camera.set_number(WIDTH, size_px[0])
        camera.set_number(HEIGHT, size_px[1])
        interoperability = camera.sub(INTEROPERABILITY_DIRECTORY)
        if interoperability is not None:
            interoperability.replace_inline(INTEROPERABILITY_INDEX, OF_ADOBE_RGB, OF_SRGB)
    return bytes(content) if Directory.first(content).count else b""


def _drop_thumbnail(directory: Directory) -> None:
    """Blank the JPEG that the directory tells of, or cut it off where it is the end of the block."""
    start, size = directory.number(THUMBNAIL_AT), directory.number(THUMBNAIL_BYTES)
    content = directory.content
    if not start or not size or content[start : start + 2] != JPEG_START:
        return
    if start + size >= len(content) and start > directory.at:
        del content[start:]
    else:
        end = min(start + size, len(content))
        content[start:end] = bytes(end - start)
