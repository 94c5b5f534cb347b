"""TIFF that Pillow does not read, or reads wrongly: more than 8 bits, odd kinds of samples, SubIFDs."""

from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.arrays import Samples
from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.high_bit_depth_samples import Pixels, divided
from desktop.engine.decode.tiff_colour import (
    ASSUMED_BLACK,
    ASSUMED_CMY,
    ASSUMED_FIRST,
    ASSUMED_INKS,
    CHANNELS,
    LAB,
    PHOTOMETRIC,
    from_lab,
    from_map,
    has_other_inks,
    has_three_inks,
    with_black,
)
from desktop.engine.decode.tiff_pages import main_page
from desktop.engine.decode.tiff_repairs import ASSUMED, is_mended, is_one_ink
from desktop.engine.decode.tiff_samples import normalized
from desktop.engine.decode.tiff_start import UnusualTiff
from desktop.engine.decode.tiff_values import page_values
from desktop.engine.decode.tiff_ycbcr import is_ycbcr, rgb_of_ycbcr
from desktop.engine.decode.unusual_tiff import PREMULTIPLIED

MAX_CHANNELS = 64  # of a pixel, as many as scientific files have


def decode_tiff(file: BinaryIO, image: Image.Image, path: Path) -> Pixels | None:
    """The photograph in the TIFF in `file`; None where Pillow reads it. Raises `UnsupportedPictureError`."""
    unusual = isinstance(image, UnusualTiff)
    page_index = image.page_index if isinstance(image, UnusualTiff) else None
    with tifffile.TiffFile(file) as tiff:
        page = main_page(tiff, page_index or 0).page
        if page.bitspersample <= 8 and not unusual:
            return None
        photometric = page.photometric
        lightness_only = photometric in LAB and page.samplesperpixel == 1
        may_lack = lightness_only or has_three_inks(page)
        if not may_lack and page.samplesperpixel < CHANNELS.get(photometric, MAX_CHANNELS + 1):
            name = getattr(photometric, "name", photometric)
            raise UnsupportedPictureError(
                f"{path} has {page.bitspersample} bits of {name}; save it as grey or RGB."
            )
        if page.samplesperpixel > MAX_CHANNELS:
            raise UnsupportedPictureError(
                f"{path} has {page.samplesperpixel} channels, of which no more than {MAX_CHANNELS} are supported; "
                f"save it as grey or RGB."
            )
        _check_compression(page, path)
        samples: Samples
        gray: Samples | None = None
        notices: tuple[str, ...] = ()
        if is_ycbcr(page):
            samples, damage = rgb_of_ycbcr(page, path)
        else:
            values, damage = page_values(page)
            values = with_black(values) if has_three_inks(page) else values
            if page.photometric in LAB:
                samples, gray = from_lab(values, page, path)
            else:
                samples, notices = _samples(page, values, path)
        notices = (*_assumed(page), *notices)
        tag = page.tags.get("Orientation")
        if tag is None and page_index is None:
            tag = tiff.pages.first.tags.get("Orientation")
        colour, alpha = _with_at_most_alpha(samples, page)
        told = None if tag is None else tag.value  # of a damaged tag several numbers
        return Pixels(colour, alpha, told if isinstance(told, int) else None, notices, damage, gray)


def _assumed(page: tifffile.TiffPage) -> tuple[str, ...]:
    """What had to be guessed of a page."""
    lacks_meanings = (
        CHANNELS.get(page.photometric) == 1
        and page.photometric not in (*LAB, PHOTOMETRIC.PALETTE)
        and page.samplesperpixel - 1 > max(len(page.extrasamples), 1)
    )
    told = [
        (is_one_ink(page), ASSUMED_BLACK),
        (is_mended(page) and not is_one_ink(page), ASSUMED),
        (has_three_inks(page), ASSUMED_CMY),
        (has_other_inks(page) and not has_three_inks(page), ASSUMED_INKS),
        (lacks_meanings, ASSUMED_FIRST),
    ]
    return tuple(notice for is_so, notice in told if is_so)


def _samples(page: tifffile.TiffPage, values: NDArray[Any], path: Path) -> tuple[Samples, tuple[str, ...]]:
    """All channels of a page, whose values are given, as 8 or 16 bits, black as 0."""
    if page.photometric == PHOTOMETRIC.PALETTE:
        return from_map(values, page)
    found = normalized(page, values, path, encode=page.tags.get("InterColorProfile") is None)
    if page.photometric != PHOTOMETRIC.MINISWHITE or values.dtype.kind == "f":  # floats are inverted as light
        return found.samples, found.notices
    if found.samples.ndim == 2:
        return np.bitwise_not(found.samples), found.notices
    samples = found.samples.copy()
    samples[..., 0] = np.bitwise_not(samples[..., 0])  # not the alpha behind it
    return samples, found.notices


def _check_compression(page: tifffile.TiffPage, path: Path) -> None:
    try:
        tifffile.TIFF.DECOMPRESSORS[page.compression]
    except (KeyError, ValueError, ImportError) as error:
        code: object = page.compression  # of a damaged tag a whole list
        name = getattr(code, "name", code if isinstance(code, int) else "?")
        raise UnsupportedPictureError(
            f"{path} is compressed in a way that is not supported ({name}); save it uncompressed or with LZW."
        ) from error


def _with_at_most_alpha(samples: Samples, page: tifffile.TiffPage) -> tuple[Samples, Samples | None]:
    """Colour channels, and alpha if the first extra one is; other extra channels go."""
    channels = CHANNELS[page.photometric]
    if samples.ndim == 2:
        return samples, None
    if page.photometric == PHOTOMETRIC.PALETTE or samples.shape[2] == channels > 1:
        return np.ascontiguousarray(samples), None
    colour = samples[..., 0] if channels == 1 else samples[..., :channels]
    kinds = [int(kind) for kind in page.extrasamples]
    if not kinds or kinds[0] == 0 or samples.shape[2] == channels:
        return np.ascontiguousarray(colour), None
    alpha = np.ascontiguousarray(samples[..., channels])
    if np.all(alpha == np.iinfo(samples.dtype).max):
        return np.ascontiguousarray(colour), None
    if kinds[0] == PREMULTIPLIED:
        colour = divided(colour, alpha)
    return np.ascontiguousarray(colour), alpha
