"""TIFF with 8 or 16 bits a channel, of which Pillow writes only 8."""

import io
import struct

import tifffile
from PIL import ExifTags, Image, TiffTags
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from desktop.engine.arrays import RgbArray, Samples
from desktop.engine.depth import with_alpha
from desktop.engine.metadata import keep_text_bytes
from desktop.engine.photo import Metadata
from desktop.engine.profiles import srgb_profile

SUB_DIRECTORIES = (int(ExifTags.IFD.Exif), int(ExifTags.IFD.GPSInfo))
TIFF_FIRST_DIRECTORY = 4  # where the header says where the first directory lies
WRITTEN_BY_TIFFFILE = frozenset({256, 257, 258, 259, 262, 273, 274, 277, 278, 279, 282, 283, 296, 305, 34675})
XMP_TAG = 700
TEXT_LIMIT = 65_535


def encode_tiff(rgb: RgbArray, alpha: Samples | None, metadata: Metadata) -> bytes:
    """A TIFF of `rgb` (H, W, 3) uint8 or uint16, deflated, with all that the photograph's file told."""
    picture = with_alpha(rgb, alpha)
    texts, directories = _exif_parts(metadata)
    file = io.BytesIO()
    tifffile.imwrite(
        file,
        picture,
        byteorder="<",
        photometric="rgb",
        extrasamples=["unassalpha"] if picture.shape[2] == 4 else None,
        compression="zlib",
        predictor=True,
        iccprofile=srgb_profile(),
        resolution=metadata.dpi,
        resolutionunit="inch" if metadata.dpi else None,
        metadata=None,
        description=texts.pop(ExifTags.Base.ImageDescription, None),
        software="Tintype",
        extratags=[
            *((tag, "s", 0, text, True) for tag, text in texts.items()),
            *([(XMP_TAG, "B", len(metadata.xmp), metadata.xmp, True)] if metadata.xmp else []),
        ],
    )
    content = bytearray(file.getvalue())
    if directories:
        _append_directories(content, directories)
    return bytes(content)


def _append_directories(content: bytearray, directories: dict[int, ImageFileDirectory_v2]) -> None:
    """Add EXIF's camera and place directories to a little-endian TIFF, which tifffile will not write.

    They go behind the picture, and so does a copy of the first directory that also points to them.
    """
    first = struct.unpack_from("<I", content, TIFF_FIRST_DIRECTORY)[0]
    count = struct.unpack_from("<H", content, first)[0]
    entries = [bytes(content[at : at + 12]) for at in range(first + 2, first + 2 + 12 * count, 12)]
    for tag, directory in directories.items():
        entries.append(struct.pack("<HHII", tag, TiffTags.LONG, 1, _even_end(content)))
        content += directory.tobytes(len(content))
    entries.sort(key=lambda entry: struct.unpack_from("<H", entry)[0])
    struct.pack_into("<I", content, TIFF_FIRST_DIRECTORY, _even_end(content))
    content += struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", 0)


def _even_end(content: bytearray) -> int:
    """Where the next directory may begin, after filling up to an even number of bytes."""
    content += b"\0" * (len(content) % 2)
    return len(content)


def _exif_parts(metadata: Metadata) -> tuple[dict[int, bytes], dict[int, ImageFileDirectory_v2]]:
    """EXIF's texts by tag, and its camera and place directories (little-endian)."""
    if not metadata.exif:
        return {}, {}
    block = Image.Exif()
    block.load(metadata.exif)
    texts = {
        tag: value.encode("latin-1", "replace")[:TEXT_LIMIT]
        for tag, value in block.items()
        if isinstance(value, str) and tag not in WRITTEN_BY_TIFFFILE
    }
    directories = {}
    for tag in SUB_DIRECTORIES:
        values = block.get_ifd(tag)
        if values:
            keep_text_bytes(values)
            directory = ImageFileDirectory_v2(group=tag)
            for key, value in values.items():
                if not isinstance(value, dict):
                    directory[key] = value
            directories[tag] = directory
    return texts, directories
