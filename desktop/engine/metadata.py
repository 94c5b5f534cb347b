"""What of a file's metadata goes on into the result: EXIF made true for an upright picture, resolution."""

import struct
from collections.abc import MutableMapping
from typing import Any

from PIL import ExifTags, Image, TiffTags

from desktop.engine.photo import Metadata
from desktop.engine.xmp import upright_xmp

# TIFF's description of how its own pixels are stored; nonsense in any other file.
STORAGE_TAGS = frozenset(
    {254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 277, 278, 279, 280, 281, 284, 288, 289, 290,
     291, 292, 293, 317, 318, 319, 320, 321, 322, 323, 324, 325, 330, 332, 338, 339, 340, 341, 347, 512, 513,
     514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 34377, 34675, 37724}
)  # fmt: skip
COLOUR_SPACE_TAG = 0xA001
COLOUR_SPACE_SRGB = 1
ORIENTATIONS = range(1, 9)
MAX_DPI = 100_000.0


def read_metadata(image: Image.Image) -> tuple[Metadata, int, tuple[str, ...]]:
    """Metadata, orientation (1..8 as EXIF counts) and notices of a picture that Pillow has loaded.

    Loaded, because Pillow turns TIFF files upright on loading and only then takes their orientation away.
    The EXIF block is rebuilt: orientation 1, colour space sRGB, no thumbnail (it would be grey).
    """
    notices: tuple[str, ...] = ()
    orientation, exif = 1, b""
    try:
        block = image.getexif()
        found = block.get(ExifTags.Base.Orientation, 1)
        orientation = found if found in ORIENTATIONS else 1
        exif = upright_exif(block)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, SyntaxError, struct.error):
        notices = ("The EXIF data are damaged and were left out.",)
    xmp = b""
    try:
        xmp = upright_xmp(xmp_packet(image))
    except ValueError:
        notices = (*notices, "The XMP data are damaged and were left out.")
    return Metadata(exif=exif, xmp=xmp, dpi=_dpi(image)), orientation, notices


def xmp_packet(image: Image.Image) -> bytes:
    """The XMP packet as it is in the file; empty when there is none."""
    packet = image.info.get("xmp", b"")
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    return packet if isinstance(packet, bytes) else b""


def upright_exif(block: Image.Exif) -> bytes:
    """The EXIF block for an upright sRGB result, without the "Exif" marker; may be empty."""
    for tag in STORAGE_TAGS & set(block):
        del block[tag]
    if ExifTags.Base.Orientation in block:
        block[ExifTags.Base.Orientation] = 1
    camera = block.get_ifd(ExifTags.IFD.Exif)
    if COLOUR_SPACE_TAG in camera:
        camera[COLOUR_SPACE_TAG] = COLOUR_SPACE_SRGB
    if not len(block) and not camera:
        return b""
    for directory in (block, camera, block.get_ifd(ExifTags.IFD.GPSInfo)):
        keep_text_bytes(directory)
    return block.tobytes().removeprefix(b"Exif\x00\x00")


def keep_text_bytes(directory: MutableMapping[int, Any]) -> None:
    """Turn texts beyond ASCII back into the bytes that they were read from.

    Cameras write Latin-1 or UTF-8 against the rule; Pillow reads any of it as Latin-1 and would write "?".
    """
    for tag, value in list(directory.items()):
        if isinstance(value, str) and not value.isascii() and TiffTags.lookup(tag).type == TiffTags.ASCII:
            directory[tag] = value.encode("latin-1", "replace")


def _dpi(image: Image.Image) -> tuple[float, float] | None:
    dpi = image.info.get("dpi")
    if not isinstance(dpi, tuple) or len(dpi) != 2:
        return None
    horizontal, vertical = float(dpi[0]), float(dpi[1])
    if not (0 < horizontal <= MAX_DPI and 0 < vertical <= MAX_DPI):
        return None
    return horizontal, vertical
