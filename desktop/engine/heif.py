"""HEIC, as telephones write it, through libheif; imported only when such a file comes."""

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
    import pillow_heif

    # What nobody here looks at needs not be read, where damaged files do their damage.
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def decode_heif(file: BinaryIO, image: Image.Image, _: Path) -> Deep | None:
    """The main picture in `file`; None when it has 8 bits."""
    bits = int(image.info.get("bit_depth", 8))
    if bits <= 8:
        return None
    import pillow_heif

    picture = pillow_heif.open_heif(file, convert_hdr_to_8bit=False, hdr_to_16bit=False)
    transfer = image.info.get("nclx_profile", {}).get("transfer_characteristics", 0)
    return split(widened(np.asarray(picture), bits), curve_notices(int(transfer)))
