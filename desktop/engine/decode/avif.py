"""AVIF with 10 or 12 bits a channel, which Pillow reads as 8."""

from pathlib import Path
from typing import BinaryIO

import imagecodecs
from PIL import Image

from desktop.engine.decode.high_bit_depth_samples import Pixels, curve_notices, split, widened

CONFIGURATION = b"av1C"  # the box of the AV1 codec's configuration, AV1 in ISOBMFF 1.3.0, section 2.3
DEPTH_AT = 6  # from the box's name
COLOUR = b"colrnclx"  # ISO/IEC 14496-12, section 12.1.5: primaries, then transfer characteristics
TRANSFER_AT = 10
HIGH, TWELVE = 0x40, 0x20


def decode_avif(file: BinaryIO, _: Image.Image, __: Path) -> Pixels | None:
    """The picture in `file`; None when it has 8 bits."""
    content = file.read()
    at = content.find(CONFIGURATION)
    flags = content[at + DEPTH_AT] if at >= 0 else 0
    if not flags & HIGH:
        return None
    at = content.find(COLOUR)
    transfer = int.from_bytes(content[at + TRANSFER_AT : at + TRANSFER_AT + 2]) if at >= 0 else 0
    samples = widened(imagecodecs.avif_decode(content, index=0), 12 if flags & TWELVE else 10)
    return split(samples, curve_notices(transfer))
