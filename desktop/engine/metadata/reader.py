"""Reads the metadata that a result keeps: EXIF and XMP, corrected for it, IPTC, and resolution."""

import struct
from collections.abc import Callable, MutableMapping
from typing import Any, BinaryIO, TypeVar

from PIL import ExifTags, Image, TiffTags

from desktop.engine.imaging.photo import Metadata
from desktop.engine.metadata.exif import STORAGE_TAGS, upright_exif
from desktop.engine.metadata.iptc import read_iptc
from desktop.engine.metadata.xmp import upright_xmp

ORIENTATIONS = range(1, 9)
TURNED = range(5, 9)  # orientations that exchange width and height
MIN_DPI, MAX_DPI = 1.0, 65_535.0  # what JPEG can hold
Found = TypeVar("Found")
DOTS_PER_INCH = {2: 1.0, 3: 2.54}  # of a dot per inch and per centimetre, as EXIF numbers its units
FAULTS = (
    ArithmeticError,
    OSError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    SyntaxError,
    struct.error,
)


def read_metadata(
    image: Image.Image,
    file: BinaryIO,
    *,
    upright_size_px: tuple[int, int] | None = None,
    lying_size_px: tuple[int, int] | None = None,
) -> tuple[Metadata, int, tuple[str, ...]]:
    """Metadata, orientation (1..8 as EXIF counts) and notices of the picture in `file` that Pillow has loaded.

    upright_size_px: (width, height) of the photograph, where `image` is but a small copy of it. lying_size_px: of the
    photograph as it lies in the file, where `image` has another size.
    Loaded, because Pillow turns TIFF files upright on loading and only then takes their orientation away.
    """
    notices: list[str] = []
    orientation = orientation_of(image, notices)
    width, height = lying_size_px or image.size
    size_px = upright_size_px or ((height, width) if orientation in TURNED else (width, height))
    return (
        Metadata(
            exif=_attempt(lambda: upright_exif(_exif_block(image), size_px), "EXIF", notices) or b"",
            xmp=_attempt(lambda: upright_xmp(xmp_packet(image)), "XMP", notices) or b"",
            iptc=_attempt(lambda: read_iptc(image, file), "IPTC", notices) or b"",
            dpi=_attempt(lambda: _dpi(image), "EXIF", notices),
        ),
        orientation,
        tuple(dict.fromkeys(notices)),
    )


def orientation_of(image: Image.Image, notices: list[str] | None = None) -> int:
    """1..8 as EXIF counts; 1, and a notice, where that is damaged. Of a TIFF only once it is loaded."""
    return _attempt(lambda: _orientation(image), "EXIF", [] if notices is None else notices) or 1


def xmp_packet(image: Image.Image) -> bytes:
    """The XMP packet as it is in the file; empty when there is none."""
    packet = image.info.get("xmp", b"")
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    return packet if isinstance(packet, bytes) else b""


def _attempt(read: Callable[[], Found], kind: str, notices: list[str]) -> Found | None:
    """What `read` gives; None and a notice when these data are damaged, so that the photograph is still read."""
    try:
        return read()
    except FAULTS:
        notices.append(f"The {kind} data are damaged and were left out.")
        return None


def _orientation(image: Image.Image) -> int:
    found = image.getexif().get(ExifTags.Base.Orientation, 1)
    if isinstance(found, bytes) and len(found) == 1:  # as a byte, against the rule
        found = found[0]
    return found if found in ORIENTATIONS else 1


def _exif_block(image: Image.Image) -> bytes:
    """The EXIF block, as it is in the file wherever it lies there as a block."""
    raw = image.info.get("exif")
    if isinstance(raw, bytes) and image.format != "TIFF":
        return raw
    return _rebuilt_block(image.getexif())


def _rebuilt_block(block: Image.Exif) -> bytes:
    """A TIFF's EXIF, gathered from all over the file; maker notes that hold offsets into the file suffer from it."""
    for tag in STORAGE_TAGS & set(block):
        del block[tag]
    camera = block.get_ifd(ExifTags.IFD.Exif)
    if not len(block) and not camera:
        return b""
    for directory in (block, camera, block.get_ifd(ExifTags.IFD.GPSInfo)):
        _keep_text_bytes(directory)
    block.bigtiff = False  # a block is classic TIFF, wherever it comes from
    return block.tobytes()


def _keep_text_bytes(directory: MutableMapping[int, Any]) -> None:
    """Turn texts beyond ASCII back into the bytes that they were read from.

    Cameras write Latin-1 or UTF-8 against the rule; Pillow reads any of it as Latin-1 and would write "?".
    """
    for tag, value in list(directory.items()):
        if isinstance(value, str) and not value.isascii() and TiffTags.lookup(tag).type == TiffTags.ASCII:
            directory[tag] = value.encode("latin-1", "replace")


def _dpi(image: Image.Image) -> tuple[float, float] | None:
    dpi = image.info.get("dpi") or _dpi_of_exif(image.getexif())
    if not isinstance(dpi, tuple) or len(dpi) != 2:
        return None
    horizontal, vertical = float(dpi[0]), float(dpi[1])
    if not (MIN_DPI <= horizontal <= MAX_DPI and MIN_DPI <= vertical <= MAX_DPI):
        return None
    return horizontal, vertical


def _dpi_of_exif(exif: Image.Exif) -> tuple[float, float] | None:
    """The resolution of formats that have no other place for it, such as WebP."""
    factor = DOTS_PER_INCH.get(exif.get(ExifTags.Base.ResolutionUnit, 2))
    across, down = exif.get(ExifTags.Base.XResolution), exif.get(ExifTags.Base.YResolution)
    if factor is None or across is None or down is None:
        return None
    return float(across) * factor, float(down) * factor
