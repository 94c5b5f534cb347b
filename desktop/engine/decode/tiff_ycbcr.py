"""YCbCr with fewer samples of chroma than of lightness in a TIFF that is no JPEG, which no library here reads.

Source: TIFF revision 6.0, section 21.
"""

from typing import Any

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.decode.tiff_values import FAULTS, segments
from desktop.engine.imaging.damage import LEAST_SOUND, WHOLE, Damage

OF_JPEG = frozenset({6, 7})  # compressions that bring their own subsampling
REFERENCES = 532  # ReferenceBlackWhite: what is black and white in each channel, as fractions
USUAL_REFERENCES = (0.0, 255.0, 128.0, 255.0, 128.0, 255.0)
GRAY = 128


def is_subsampled(page: tifffile.TiffPage) -> bool:
    """Whether a page is of this kind."""
    return (
        page.photometric == tifffile.PHOTOMETRIC.YCBCR
        and int(page.compression) not in OF_JPEG
        and page.bitspersample == 8
        and page.samplesperpixel == 3
        and page.planarconfig == tifffile.PLANARCONFIG.CONTIG
        and tuple(page.subsampling or (1, 1)) != (1, 1)
    )


def subsampled_rgb(page: tifffile.TiffPage) -> tuple[NDArray[np.uint8], Damage | None]:
    """(H, W, 3), grey where a strip or tile cannot be read, and how much can be. Raises EOFError where that is nothing.

    Chroma is repeated, as libtiff does it.
    """
    across, down = page.subsampling or (1, 1)
    width = page.tilewidth if page.is_tiled else page.imagewidth
    rows = page.tilelength if page.is_tiled else min(page.rowsperstrip, page.imagelength)
    columns = -(-page.imagewidth // width)
    values = np.full((page.imagelength, page.imagewidth, 3), GRAY, np.uint8)
    sound = np.zeros(values.shape[:2], bool)
    for index, data in enumerate(segments(page)):
        top, left = index // columns * rows, index % columns * width
        target = values[top : top + rows, left : left + width]
        height = rows if page.is_tiled else len(target)
        try:
            units = _units(page, data, -(-width // across), across * down + 2)[: -(-height // down)]
        except FAULTS:
            continue
        if not len(units):
            continue
        for channel in range(3):
            first = channel + across * down - 1
            part = units[..., : across * down] if channel == 0 else units[..., first : first + 1]
            whole = _spread(part, across, down)[: len(target), : target.shape[1]]
            target[: len(whole), :, channel] = whole
        sound[top : top + min(len(units) * down, len(target)), left : left + width] = True
    share = float(sound.mean())
    if share < LEAST_SOUND:
        raise EOFError
    rgb = np.asarray(Image.fromarray(_referred(values, page), "YCbCr").convert("RGB"))
    return rgb, Damage(share) if share < WHOLE else None


def _units(page: tifffile.TiffPage, data: bytes, across: int, unit_bytes: int) -> NDArray[np.uint8]:
    """(units down, units across, samples) of a strip or tile; each has the lightness of its pixels, then Cb and Cr."""
    unpacked = tifffile.TIFF.DECOMPRESSORS[page.compression](data) if page.compression != 1 else data
    whole = len(unpacked) // (across * unit_bytes) * across * unit_bytes
    return np.frombuffer(unpacked, np.uint8, whole).reshape(-1, across, unit_bytes)


def _spread(part: NDArray[np.uint8], across: int, down: int) -> NDArray[np.uint8]:
    """(rows, columns) of (units down, units across, samples): one for each pixel of a unit, or for all of them."""
    units = np.broadcast_to(part, (*part.shape[:2], across * down)).reshape(*part.shape[:2], down, across)
    return units.transpose(0, 2, 1, 3).reshape(len(part) * down, -1)


def _referred(values: NDArray[np.uint8], page: tifffile.TiffPage) -> NDArray[np.uint8]:
    """The values with black at 0 and white at 255, no chroma at 128."""
    tag = page.tags.get(REFERENCES)
    told: Any = () if tag is None else np.ravel(tag.value)
    if len(told) != 12:
        return values
    parts = np.asarray(told, np.float64).reshape(6, 2)
    if not parts[:, 1].all():
        return values
    references = parts[:, 0] / parts[:, 1]
    if tuple(references) == USUAL_REFERENCES or not np.all(references[1::2] > references[::2]):
        return values
    levels = np.arange(256)
    for channel, (zero, full) in enumerate(references.reshape(3, 2)):
        base, room = (0, 255) if channel == 0 else (128, 127)
        table = np.clip(np.rint(base + (levels - zero) * room / (full - zero)), 0, 255).astype(np.uint8)
        values[..., channel] = table[values[..., channel]]
    return values
