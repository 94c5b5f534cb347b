"""YCbCr in a TIFF that is no JPEG: with fewer samples of chroma than of lightness no library here reads it, and none
minds what the file says of black, white and the primaries' shares of lightness.

Source: TIFF revision 6.0, sections 20 and 21.
"""

from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.arrays import Samples
from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.tiff_values import FAULTS, page_values, segments
from desktop.engine.imaging.damage import LEAST_SOUND, WHOLE, Damage

OF_JPEG = frozenset({6, 7, 34892})  # compressions that bring their own subsampling
OWN_COLOURS = frozenset(
    {33003, 33005, 34712, 50001, 50002, 52546}
)  # and their own way to RGB: JPEG 2000, WebP, JPEG XL
REFERENCES = 532  # ReferenceBlackWhite: what is black and white in each channel, as fractions
PEAK_8 = 255
USUAL_REFERENCES = (0.0, 255.0, 128.0, 255.0, 128.0, 255.0)
COEFFICIENTS, SUBSAMPLING = 529, 530
SHARES = (0.299, 0.587, 0.114)  # of red, green and blue in lightness
USUAL = (2, 2)  # subsampling where the file does not tell it
NONE = (1, 1)
GRAY = 128
BLOCK_ROWS = 256


def is_ycbcr(page: tifffile.TiffPage) -> bool:
    """Whether a page is of this kind."""
    return (
        page.photometric == tifffile.PHOTOMETRIC.YCBCR
        and int(page.compression) not in OF_JPEG | OWN_COLOURS
        and page.bitspersample in (8, 16)
        and page.samplesperpixel >= 3
    )


def rgb_of_ycbcr(page: tifffile.TiffPage, path: Path) -> tuple[Samples, Damage | None]:
    """(H, W, 3), 8 or 16 bits, grey where a strip or tile cannot be read, and how much can be.

    Raises EOFError where that is nothing, and `UnsupportedPictureError`. Chroma is repeated, as libtiff does it.
    """
    if _subsampling(page) == NONE:
        values, damage = page_values(page)
        return _rgb(np.ascontiguousarray(values[..., :3]), page), damage
    is_plain = page.planarconfig == tifffile.PLANARCONFIG.CONTIG and page.samplesperpixel == 3
    if not is_plain or page.bitspersample != 8:
        raise UnsupportedPictureError(
            f"{path} has {page.bitspersample} bits of {tifffile.PHOTOMETRIC.YCBCR.name}; save it as grey or RGB."
        )
    values, damage = _subsampled(page)
    return _rgb(values, page), damage


def _subsampling(page: tifffile.TiffPage) -> tuple[int, int]:
    if page.tags.get(SUBSAMPLING) is not None:
        across, down = page.subsampling or NONE
        return across, down
    whole = page.imagewidth * page.imagelength * page.samplesperpixel * page.bitspersample // 8
    is_whole = page.compression == 1 and sum(page.databytecounts) >= whole
    return NONE if is_whole or page.bitspersample != 8 else USUAL


def _subsampled(page: tifffile.TiffPage) -> tuple[NDArray[np.uint8], Damage | None]:
    """(H, W, 3) of YCbCr, and what is damaged."""
    across, down = _subsampling(page)
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
    return values, Damage(share) if share < WHOLE else None


def _units(page: tifffile.TiffPage, data: bytes, across: int, unit_bytes: int) -> NDArray[np.uint8]:
    """(units down, units across, samples) of a strip or tile; each has the lightness of its pixels, then Cb and Cr."""
    unpacked = tifffile.TIFF.DECOMPRESSORS[page.compression](data) if page.compression != 1 else data
    whole = len(unpacked) // (across * unit_bytes) * across * unit_bytes
    return np.frombuffer(unpacked, np.uint8, whole).reshape(-1, across, unit_bytes)


def _spread(part: NDArray[np.uint8], across: int, down: int) -> NDArray[np.uint8]:
    """(rows, columns) of (units down, units across, samples): one for each pixel of a unit, or for all of them."""
    units = np.broadcast_to(part, (*part.shape[:2], across * down)).reshape(*part.shape[:2], down, across)
    return units.transpose(0, 2, 1, 3).reshape(len(part) * down, -1)


def _rgb(values: NDArray[Any], page: tifffile.TiffPage) -> Samples:
    """RGB of YCbCr, both (H, W, 3) and of the same kind."""
    peak = int(np.iinfo(values.dtype).max)
    references, (red, green, blue) = _references(page, peak), _shares(page)
    if references == _usual_references(peak) and (red, green, blue) == SHARES and values.dtype == np.uint8:
        return np.asarray(Image.fromarray(values, "YCbCr").convert("RGB"))
    for top in range(0, len(values), BLOCK_ROWS):
        block = values[top : top + BLOCK_ROWS]
        light, cb, cr = (
            (block[..., channel] - np.float32(zero)) * np.float32(room / (full - zero))
            for channel, (zero, full, room) in enumerate(references)
        )
        rgb = np.empty(block.shape, np.float32)
        rgb[..., 0] = light + cr * np.float32(2 - 2 * red)
        rgb[..., 2] = light + cb * np.float32(2 - 2 * blue)
        rgb[..., 1] = (light - np.float32(red) * rgb[..., 0] - np.float32(blue) * rgb[..., 2]) / np.float32(
            green
        )
        block[...] = np.rint(rgb).clip(0, peak)
    return values


def _references(page: tifffile.TiffPage, peak: int) -> list[tuple[float, float, float]]:
    """For each channel the values of black and of white, of no chroma and of the most; and how far apart they are."""
    usual = _usual_references(peak)
    tag = page.tags.get(REFERENCES)
    told: Any = () if tag is None else np.ravel(tag.value)
    if len(told) != 12:
        return usual
    parts = np.asarray(told, np.float64).reshape(6, 2)
    if not parts[:, 1].all():
        return usual
    references = parts[:, 0] / parts[:, 1]
    if references.max() <= PEAK_8:  # of 8 bits, as some programs write them whatever the samples have
        if tuple(references) == USUAL_REFERENCES:
            return usual
        references *= (peak + 1) // 256
    zeros, fulls = references.reshape(3, 2).T
    if not np.all(fulls > zeros):
        return usual
    return [
        (float(zero), float(full), (peak if channel == 0 else (peak - 1) / 2))
        for channel, (zero, full) in enumerate(zip(zeros, fulls, strict=True))
    ]


def _usual_references(peak: int) -> list[tuple[float, float, float]]:
    half = (peak + 1) / 2
    return [(0.0, float(peak), float(peak)), *[(half, half + peak / 2, peak / 2)] * 2]


def _shares(page: tifffile.TiffPage) -> tuple[float, float, float]:
    tag = page.tags.get(COEFFICIENTS)
    told: Any = () if tag is None else np.ravel(tag.value)
    if len(told) != 6 or not all(told[1::2]):
        return SHARES
    red, green, blue = (float(told[at]) / float(told[at + 1]) for at in (0, 2, 4))
    is_sensible = min(red, green, blue) > 0 and abs(red + green + blue - 1) < 0.01
    return (red, green, blue) if is_sensible else SHARES
