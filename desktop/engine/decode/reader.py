"""Reads photographs and paintings from files and from the clipboard."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.icc_profiles import (
    apply_gray_curve,
    is_srgb,
    left_out,
    profile_description,
    to_srgb,
)
from desktop.engine.colour.luminance import honoured_luminance
from desktop.engine.core import limits
from desktop.engine.core.arrays import GrayArray, Samples
from desktop.engine.core.cancellation import CancelToken, unless_cancelled
from desktop.engine.core.errors import TintypeError, TooLittleMemoryError
from desktop.engine.decode.file_formats import SUFFIXES
from desktop.engine.decode.formats import Decoded, decode
from desktop.engine.decode.jpeg_rows import RowGraying
from desktop.engine.decode.raw import RAW_SUFFIXES, raw_is_installed
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.grayscale import gray_from_rgb, is_gray
from desktop.engine.imaging.orientation import turned, upright
from desktop.engine.imaging.painting import Painting
from desktop.engine.imaging.photo import Metadata, Photo
from desktop.engine.imaging.resize import fit_within, resize_gray

SUPPORTED_SUFFIXES = (*SUFFIXES, *(RAW_SUFFIXES if raw_is_installed() else ()))
PAINTING_SIDE_PX = 2048  # far more than any style encoder looks at, far less than a museum's scan


def read_photo(
    path: Path | str,
    *,
    max_pixels: int | None = None,
    page: int | None = None,
    strict: bool = False,
    cancel: CancelToken | None = None,
) -> Photo:
    """The photograph in a file, or at the place of one of its pages, upright, as grey that carries its lightness.

    max_pixels: more are refused; None for the limit that is set (`limits`).
    page: of a file of several, from 1; None for the photograph that the whole file stands for.
    strict: raise `DamagedPictureError` for a photograph of which only a part can be read, too.
    Raises `Cancelled`, or one of the reading faults in `errors`, each with a message for the user.
    """
    source, limit = Path(path), max_pixels or limits.max_pixels()
    return unless_cancelled(lambda: _photo(source, limit, page, strict, cancel), cancel)


def _photo(
    source: Path, max_pixels: int, page: int | None, strict: bool, cancel: CancelToken | None
) -> Photo:
    try:
        with RowGraying() as graying:
            decoded = decode(source, max_pixels, cancel, page=page, graying=graying)
            gray, notices = graying.finished(), graying.notices
        if strict and decoded.damage is not None:
            raise decoded.damage.refusal(source)
        if gray is None:  # Turned before it is grey: of colour, a view is turned and not one pixel copied.
            gray, notices = _turned_gray(decoded)
        return Photo(
            path=source,
            gray=np.ascontiguousarray(gray),
            bit_depth=_bits(decoded.samples),
            alpha=None if decoded.alpha is None else upright(decoded.alpha, decoded.orientation),
            metadata=replace(decoded.metadata, icc_description=profile_description(decoded.icc)),
            notices=(*decoded.notices, *notices),
            damage=decoded.damage,
        )
    except TintypeError:  # among them one that is a MemoryError and says more
        raise
    except MemoryError as error:
        raise TooLittleMemoryError(f"{source} does not fit into memory; make it smaller.") from error


def read_thumbnail(path: Path | str, side_px: int, *, cancel: CancelToken | None = None) -> NDArray[np.uint8]:
    """A small grey copy (H, W) of the photograph in a file, upright, its long side at most `side_px`.

    Raises what `read_photo` raises: a file that gives its thumbnail can be opened.
    """
    decoded = unless_cancelled(
        lambda: decode(Path(path), limits.max_pixels(), cancel, small_px=side_px), cancel
    )
    gray, _ = _turned_gray(decoded)
    height_px, width_px = gray.shape
    return to_8_bits(
        resize_gray(np.ascontiguousarray(gray), fit_within(width_px, height_px, (side_px, side_px)))
    )


def photo_from_array(array: Samples, *, path: Path | None = None) -> Photo:
    """A photograph from (H, W), (H, W, 3) or (H, W, 4) sRGB values, uint8 or uint16: a clipboard's.

    The values are copied. Raises ValueError for any other shape.
    """
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[2] not in (3, 4)) or not array.size:
        raise ValueError(f"{array.shape} is not the shape of a picture")
    alpha = None
    if array.ndim == 3 and array.shape[2] == 4:
        opaque = bool(np.all(array[..., 3] == np.iinfo(array.dtype).max))
        alpha = None if opaque else array[..., 3].copy()
    colour = array if array.ndim == 2 else array[..., :3]
    gray, _ = _gray(Decoded(colour, alpha, b"", Metadata(), 1, ()))
    return Photo(path=path, gray=np.array(gray, order="C"), bit_depth=_bits(array), alpha=alpha)


def read_painting(path: Path | str, *, max_pixels: int | None = None) -> Painting:
    """A painting, upright; transparent parts lie on white.

    Not larger than PAINTING_SIDE_PX on its long side: only its colours are wanted.
    """
    source = Path(path)
    decoded = decode(source, max_pixels or limits.max_pixels())
    samples, alpha = thinned(decoded.samples), decoded.alpha
    rgb, notices = eight_bit_rgb(replace(decoded, samples=samples))
    if alpha is not None:
        share = thinned(alpha)[..., None].astype(np.float32) / np.iinfo(alpha.dtype).max
        rgb = np.rint(rgb * share + 255 * (1 - share)).astype(np.uint8)
    image = Image.fromarray(upright(rgb, decoded.orientation))
    image.thumbnail((PAINTING_SIDE_PX, PAINTING_SIDE_PX), Image.Resampling.BOX)
    return Painting(np.array(image), (*decoded.notices, *notices))


def _bits(samples: Samples) -> int:
    return samples.dtype.itemsize * 8


def _turned_gray(decoded: Decoded) -> tuple[GrayArray, tuple[str, ...]]:
    if decoded.gray is not None:
        return turned(decoded.gray, decoded.orientation), ()
    return _gray(replace(decoded, samples=turned(decoded.samples, decoded.orientation)))


def _gray(decoded: Decoded) -> tuple[GrayArray, tuple[str, ...]]:
    """Grey with the picture's lightness, and a notice where the profile could not be honoured."""
    samples, icc = decoded.samples, decoded.icc
    if samples.ndim == 2:
        try:
            return (apply_gray_curve(samples, icc) if icc else samples), ()
        except ValueError as error:
            return samples, (left_out(error),)
    luminance_of, notices = honoured_luminance(icc, samples.shape[2], samples.dtype)
    if luminance_of is not None:
        return gray_from_rgb(samples, luminance_of), notices
    rgb = _plain_rgb(samples)
    return (np.ascontiguousarray(rgb[..., 0]) if is_gray(rgb) else gray_from_rgb(rgb)), notices


def _plain_rgb(samples: Samples) -> Samples:
    """RGB of RGB or of CMYK without a profile."""
    if samples.shape[2] == 3:
        return samples
    if samples.dtype == np.uint8:
        return np.asarray(Image.fromarray(samples, mode="CMYK").convert("RGB"))
    rgb = np.empty((*samples.shape[:2], 3), np.uint16)
    for row, inks in zip(rgb, samples, strict=True):  # as Pillow does, with 16 bits
        light = 65535 - inks.astype(np.uint32)
        row[:] = (light[:, :3] * light[:, 3:] + 32767) // 65535
    return rgb


def eight_bit_rgb(decoded: Decoded) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    """Plain sRGB, and a notice where the profile could not be honoured."""
    samples, icc = decoded.samples, decoded.icc
    notices: tuple[str, ...] = ()
    try:
        if icc and samples.ndim == 2:
            samples = apply_gray_curve(samples, icc)
        elif icc and not is_srgb(icc):
            samples = to_srgb(samples, icc)
    except ValueError as error:  # a painting without its profile is still a painting
        notices = (left_out(error),)
    rgb = np.repeat(samples[..., None], 3, axis=2) if samples.ndim == 2 else _plain_rgb(samples)
    peak = np.iinfo(rgb.dtype).max
    return (rgb.astype(np.uint8) if peak == 255 else np.rint(rgb / np.float32(257)).astype(np.uint8)), notices


def thinned(samples: Samples, side_px: int = PAINTING_SIDE_PX) -> Samples:
    """Every n-th pixel, so that at least twice `side_px` is left of a larger picture's long side."""
    step = max(1, max(samples.shape[:2]) // (2 * side_px))
    return np.ascontiguousarray(samples[::step, ::step])
