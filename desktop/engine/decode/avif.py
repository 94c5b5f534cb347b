"""AVIF with 10 or 12 bits a channel, which Pillow reads as 8, and colours that are told by code points."""

from pathlib import Path
from typing import BinaryIO

import imagecodecs
from PIL import Image

from desktop.engine.colour.coded_profiles import of_code_points
from desktop.engine.decode.high_bit_depth_samples import Pixels, split, widened
from desktop.engine.decode.pillow_channels import loaded_channels

CONFIGURATION = b"av1C"  # the box of the AV1 codec's configuration, AV1 in ISOBMFF 1.3.0, section 2.3
DEPTH_AT = 6  # from the box's name
COLOUR = b"colrnclx"  # ISO/IEC 14496-12, section 12.1.5: primaries, then transfer characteristics
PRIMARIES_AT, TRANSFER_AT = 8, 10
HIGH, TWELVE = 0x40, 0x20


def _flags(content: bytes) -> int:
    """Of the codec's configuration; 0 where there is none in `content`."""
    at = content.find(CONFIGURATION) + DEPTH_AT
    return content[at] if DEPTH_AT <= at < len(content) else 0


def is_deep(start: bytes) -> bool:
    """Whether the boxes at a file's start tell of more than 8 bits a channel."""
    return bool(_flags(start) & HIGH)


def decode_avif(file: BinaryIO, image: Image.Image, path: Path) -> Pixels:
    """The picture in `file`. A profile that stands for code points is put into `image.info`."""
    content = file.read()
    flags = _flags(content)
    at = content.find(COLOUR)
    notices: tuple[str, ...] = ()
    if at >= 0:
        primaries, transfer = (
            int.from_bytes(content[at + place : at + place + 2]) for place in (PRIMARIES_AT, TRANSFER_AT)
        )
        profile, notices = of_code_points(primaries, transfer)
        if profile and not image.info.get("icc_profile"):
            image.info["icc_profile"] = profile
    if not flags & HIGH:
        return Pixels(*loaded_channels(image, path), notices=notices)
    return split(widened(imagecodecs.avif_decode(content, index=0), 12 if flags & TWELVE else 10), notices)
