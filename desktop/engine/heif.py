"""HEIC, as telephones write it, through libheif; imported only when such a file comes.

`pi_heif` is the half of `pillow_heif` that reads: without the encoder, which is under the GPL and four times the size.
"""

from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image

from desktop.engine.deep_samples import Deep, curve_notices, split, widened

BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
AVIF_BRAND = b"avif"  # among the compatible ones it tells that a general brand stands for AVIF
START_BYTES = 64
FORMAT = "HEIF"


def is_heic(start: bytes) -> bool:
    """Whether a file's first START_BYTES bytes say that it is HEIC."""
    return start[4:8] == b"ftyp" and start[8:12] in BRANDS and AVIF_BRAND not in start


def teach_pillow() -> None:
    """Let Pillow open HEIC."""
    import pi_heif

    pi_heif.register_heif_opener()


def decode_heif(file: BinaryIO, image: Image.Image, _: Path) -> Deep | None:
    """The main picture in `file`; None when it has 8 bits."""
    bits = int(image.info.get("bit_depth", 8))
    if bits <= 8:
        return None
    import pi_heif

    picture = pi_heif.open_heif(file, convert_hdr_to_8bit=False, hdr_to_16bit=False)
    transfer = image.info.get("nclx_profile", {}).get("transfer_characteristics", 0)
    return split(widened(np.asarray(picture), bits), curve_notices(int(transfer)))
