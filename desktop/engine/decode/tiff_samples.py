"""Values of a TIFF's pixels, whatever their kind, as 8 or 16 bits from black to white.

Signed numbers: where some are negative, the range of the type is the range from black to white, as for ImageMagick;
else 0 is black. Floating point: 0..1 is linear light by custom; a larger range that is one of whole numbers is
taken for these, and what is a little above white is white.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from numpy.typing import NDArray

from desktop.engine.colour.spaces import srgb_encode
from desktop.engine.core.arrays import Samples
from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.high_bit_depth_samples import widened

ROUNDING = 1e-3  # how far beyond black and white floating point may go without a word
HIGHLIGHTS = 16.0  # linear light up to here is a photograph with bright spots
SHADOWS = 0.1  # below black by more than this share is no photograph
WHOLE_RANGES = (255.0, 65535.0, 4294967295.0)
SMIN, SMAX = 340, 341  # TIFF's SMinSampleValue and SMaxSampleValue


@dataclass(frozen=True, eq=False)
class Values:
    """The values of a page's pixels.

    samples: as in the file (H, W) or (H, W, n), but 8 or 16 bits. notices: what was done, for the user.
    """

    samples: Samples
    notices: tuple[str, ...] = ()


def normalized(page: tifffile.TiffPage, values: NDArray[Any], path: Path, encode: bool) -> Values:
    """`values` of a page as 8 or 16 bits; raises `UnsupportedPictureError`.

    encode: whether floating point is linear light; else the file's profile tells the curve.
    """
    kind, bits = page.sampleformat, int(page.bitspersample)
    if kind == tifffile.SAMPLEFORMAT.IEEEFP and values.dtype.kind == "f":
        return _from_floats(page, values, path, encode)
    if kind == tifffile.SAMPLEFORMAT.INT and values.dtype.kind == "i":
        return _from_signed(values, bits)
    if values.dtype.kind not in "bu":
        raise UnsupportedPictureError(
            f"{path} has {bits} bits a channel of an unusual kind; save it as 8 or 16."
        )
    return Values(_from_whole(values, bits))


def _from_whole(values: NDArray[Any], bits: int) -> Samples:
    if bits > 16:
        return (values >> (bits - 16)).astype(np.uint16)
    if bits > 8:
        return widened(values, bits)
    peak = (1 << bits) - 1
    table = (np.arange(256) * 255 // peak).clip(0, 255).astype(np.uint8)
    result: Samples = table[values.astype(np.uint8)] if bits < 8 else values.astype(np.uint8)
    return result


def _from_signed(values: NDArray[Any], bits: int) -> Values:
    size = values.dtype.itemsize * 8
    unsigned = values.view(f"u{values.dtype.itemsize}")
    if values.min() < 0:
        whole = unsigned ^ unsigned.dtype.type(1 << (size - 1))
    else:
        whole = unsigned << unsigned.dtype.type(1)
        whole |= whole >> unsigned.dtype.type(size - 1)  # so that the greatest is white
    return Values(
        _from_whole(whole, size),
        (f"The file holds signed numbers of {bits} bits, taken from black to white.",),
    )


def _from_floats(page: tifffile.TiffPage, values: NDArray[Any], path: Path, encode: bool) -> Values:
    bits = int(page.bitspersample)
    share = values.astype(np.float32)
    low, high = float(share.min()), float(share.max())
    if not (np.isfinite(low) and np.isfinite(high)):
        raise UnsupportedPictureError(
            f"{path} has pixels without a value (NaN or infinite); save it with 16 bits a channel."
        )
    black, white = _range(page, high)
    if low < black - SHADOWS * (white - black):
        raise UnsupportedPictureError(
            f"{path} has floating-point values from {low:.4g} to {high:.4g}; bring them between 0 (black) and 1 "
            f"(white), or save it with 16 bits."
        )
    notices = []
    if black != 0 or white != 1:
        encode = False
        share = (share - np.float32(black)) / np.float32(white - black)
        meaning = f"numbers from {black:.6g} (black) to {white:.6g} (white)"
    else:
        is_ink = page.photometric == tifffile.PHOTOMETRIC.SEPARATED
        encode = encode and not is_ink
        meaning = "numbers of linear light" if encode else "what its colour profile says"
        if is_ink:
            meaning = "amounts of ink"
    notices.append(
        f"The file holds {bits}-bit floating point, taken as {meaning}; the result has 16 bits at most."
    )
    if low < black - ROUNDING * (white - black) or high > white + ROUNDING * (white - black):
        notices.append(
            f"Its values go from {low:.4g} to {high:.4g}; what is darker than black or brighter than white is cut."
        )
    np.clip(share, 0, 1, out=share)
    if page.photometric == tifffile.PHOTOMETRIC.MINISWHITE:
        gray = share if share.ndim == 2 else share[..., 0]
        np.subtract(1, gray, out=gray)  # before it is encoded: what is inverted is light
    colour = share[..., :3] if share.ndim == 3 else share
    if encode:
        colour[...] = srgb_encode(colour)
    share *= np.float32(65535)
    return Values(np.rint(share, out=share).astype(np.uint16), tuple(notices))


def _range(page: tifffile.TiffPage, high: float) -> tuple[float, float]:
    """What is black and what white in floating point."""
    told = [page.tags.get(code) for code in (SMIN, SMAX)]
    if all(tag is not None for tag in told):
        black, white = (float(np.ravel(tag.value)[0]) for tag in told if tag is not None)
        if np.isfinite(black) and np.isfinite(white) and black < white:
            return black, white
    if high <= HIGHLIGHTS:
        return 0.0, 1.0
    return 0.0, next((white for white in WHOLE_RANGES if high <= white * (1 + ROUNDING)), high)
