"""16-bit PNG and TIFF files, of which Pillow would silently drop half of the bits."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import imagecodecs
import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.errors import UnsupportedPictureError

PNG_BIT_DEPTH_OFFSET = 24  # in the header that every PNG file begins with
PREMULTIPLIED = 1  # TIFF's ExtraSamples: colour already multiplied with alpha

logging.getLogger("tifffile").addHandler(logging.NullHandler())  # its faults reach people as ours


@dataclass(frozen=True, eq=False)
class Deep:
    """16-bit samples (H, W) or (H, W, 3); orientation only where the metadata must come from here (TIFF)."""

    samples: NDArray[np.uint16]
    alpha: NDArray[np.uint16] | None
    orientation: int | None = None


def decode_deep(file: BinaryIO, image: Image.Image, path: Path) -> Deep | None:
    """The 16-bit picture in `file`, which Pillow opened as `image`; None when it has 8 bits or fewer."""
    if image.format == "PNG" and _png_bit_depth(file) == 16:
        file.seek(0)
        return _split(imagecodecs.png_decode(file.read()), None)
    if image.format == "TIFF":
        return _decode_tiff(file, path)
    return None


def _png_bit_depth(file: BinaryIO) -> int:
    file.seek(0)
    header = file.read(PNG_BIT_DEPTH_OFFSET + 1)
    return header[PNG_BIT_DEPTH_OFFSET]


def _decode_tiff(file: BinaryIO, path: Path) -> Deep | None:
    file.seek(0)
    with tifffile.TiffFile(file) as tiff:
        page = tiff.pages[0]
        if not isinstance(page, tifffile.TiffPage) or page.bitspersample <= 8:
            return None
        if page.bitspersample != 16 or page.sampleformat != tifffile.SAMPLEFORMAT.UINT:
            raise UnsupportedPictureError(
                f"{path} has {page.bitspersample} bits a channel of an unusual kind; save it as 8 or 16."
            )
        photometric = page.photometric
        if photometric not in _CHANNELS or page.samplesperpixel < _CHANNELS[photometric]:
            name = getattr(photometric, "name", photometric)
            raise UnsupportedPictureError(f"{path} has 16 bits of {name}; save it as grey or RGB.")
        samples = _samples_last(page)
        if photometric == tifffile.PHOTOMETRIC.MINISWHITE:
            samples = np.bitwise_not(samples)
        tag = page.tags.get("Orientation")
        samples = _with_at_most_alpha(samples, _CHANNELS[photometric], page)
        return _split(samples, None if tag is None else int(tag.value))


_CHANNELS: dict[Any, int] = {
    tifffile.PHOTOMETRIC.MINISWHITE: 1,
    tifffile.PHOTOMETRIC.MINISBLACK: 1,
    tifffile.PHOTOMETRIC.RGB: 3,
}


def _samples_last(page: tifffile.TiffPage) -> NDArray[np.uint16]:
    samples = page.asarray()
    separate = page.planarconfig == tifffile.PLANARCONFIG.SEPARATE and page.samplesperpixel > 1
    return np.moveaxis(samples, 0, -1) if separate else samples


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


def _split(samples: NDArray[np.uint16], orientation: int | None) -> Deep:
    if samples.ndim == 2 or samples.shape[2] == 3:
        return Deep(np.ascontiguousarray(samples), None, orientation)
    alpha = np.ascontiguousarray(samples[..., -1])
    colour = samples[..., 0] if samples.shape[2] == 2 else samples[..., :3]
    return Deep(np.ascontiguousarray(colour), None if np.all(alpha == 65535) else alpha, orientation)
