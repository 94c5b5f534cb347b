"""TIFF with more than 8 bits a channel, whole numbers or floating point."""

import logging
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.spaces import srgb_encode
from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.high_bit_depth_samples import Pixels, split, widened
from desktop.engine.decode.tiff_float import UnusualTiff

PREMULTIPLIED = 1  # TIFF's ExtraSamples: colour already multiplied with alpha
ROUNDING = 1e-3  # how far beyond black and white floating point may go
CHANNELS: dict[Any, int] = {
    tifffile.PHOTOMETRIC.MINISWHITE: 1,
    tifffile.PHOTOMETRIC.MINISBLACK: 1,
    tifffile.PHOTOMETRIC.RGB: 3,
}

logging.getLogger("tifffile").addHandler(logging.NullHandler())  # its faults reach people as ours


def decode_tiff(file: BinaryIO, image: Image.Image, path: Path) -> Pixels | None:
    """The first page of the TIFF in `file`; None when it has 8 bits or fewer. Raises `UnsupportedPictureError`."""
    with tifffile.TiffFile(file) as tiff:
        page = tiff.pages[0]
        if not isinstance(page, tifffile.TiffPage) or page.bitspersample <= 8:
            if isinstance(image, UnusualTiff):
                raise UnsupportedPictureError(
                    f"{path} stores its pixels in an unusual way; save it as grey or RGB."
                )
            return None
        is_float = page.sampleformat == tifffile.SAMPLEFORMAT.IEEEFP
        if not is_float and (page.bitspersample > 16 or page.sampleformat != tifffile.SAMPLEFORMAT.UINT):
            raise UnsupportedPictureError(
                f"{path} has {page.bitspersample} bits a channel of an unusual kind; save it as 8 or 16."
            )
        photometric = page.photometric
        if photometric not in CHANNELS or page.samplesperpixel < CHANNELS[photometric]:
            name = getattr(photometric, "name", photometric)
            raise UnsupportedPictureError(
                f"{path} has {page.bitspersample} bits of {name}; save it as grey or RGB."
            )
        values = _samples_last(page)
        encode = page.tags.get("InterColorProfile") is None
        samples = _from_floats(values, path, encode) if is_float else widened(values, page.bitspersample)
        if photometric == tifffile.PHOTOMETRIC.MINISWHITE:
            samples = np.bitwise_not(samples)
        tag = page.tags.get("Orientation")
        deep = split(_with_at_most_alpha(samples, CHANNELS[photometric], page))
        notices = (_float_notice(page.bitspersample, encode),) if is_float else ()
        orientation = None if tag is None else int(tag.value)
        return Pixels(deep.samples, deep.alpha, orientation, notices=notices)


def _samples_last(page: tifffile.TiffPage) -> NDArray[Any]:
    samples = page.asarray()
    separate = page.planarconfig == tifffile.PLANARCONFIG.SEPARATE and page.samplesperpixel > 1
    return np.moveaxis(samples, 0, -1) if separate else samples


def _from_floats(values: NDArray[Any], path: Path, encode: bool) -> NDArray[np.uint16]:
    """16 bits of floating point between black 0 and white 1.

    encode: as linear light, which is what floating point holds by custom; else the file's profile tells the curve.
    """
    low, high = float(values.min()), float(values.max())
    if not (low >= -ROUNDING and high <= 1 + ROUNDING):  # so that NaN is refused too
        raise UnsupportedPictureError(
            f"{path} has floating-point values from {low:.4g} to {high:.4g}; bring them between 0 (black) and 1 "
            f"(white), or save it with 16 bits."
        )
    share = np.clip(values.astype(np.float32), 0, 1)
    if encode:
        share[..., : 3 if share.ndim == 3 else None] = srgb_encode(
            share[..., : 3 if share.ndim == 3 else None]
        )
    share *= np.float32(65535)
    return np.rint(share, out=share).astype(np.uint16)


def _float_notice(bits: int, encode: bool) -> str:
    meaning = "linear light" if encode else "what its colour profile says"
    return f"The file holds {bits}-bit floating point, taken as {meaning}; the result has 16 bits at most."


def _with_at_most_alpha(
    samples: NDArray[np.uint16], channels: int, page: tifffile.TiffPage
) -> NDArray[np.uint16]:
    """Colour channels, and alpha if the first extra one is; other extra channels go."""
    if samples.ndim == 2 or samples.shape[2] == channels:
        return samples
    kinds = [int(kind) for kind in page.extrasamples]
    if not kinds or kinds[0] == 0:
        return samples[..., 0] if channels == 1 else samples[..., :channels]
    result = samples[..., : channels + 1].copy()
    if kinds[0] == PREMULTIPLIED:
        alpha = np.maximum(result[..., -1:], 1).astype(np.float32)
        result[..., :-1] = np.minimum(result[..., :-1] * (65535 / alpha), 65535).astype(np.uint16)
    return result
