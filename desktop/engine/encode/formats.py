"""Encodes a result as the bytes of a file.

Encoders write into memory: they report a full disk as a fault without a number.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.icc_profiles import srgb_profile
from desktop.engine.core.arrays import Samples
from desktop.engine.core.cancellation import CancelToken, unless_cancelled
from desktop.engine.core.errors import OutputFormatError
from desktop.engine.encode.jpeg import encode_stripes
from desktop.engine.encode.png import encode_png
from desktop.engine.imaging.bit_depth import to_8_bits, with_alpha
from desktop.engine.imaging.photo import Metadata
from desktop.engine.metadata.exif import with_resolution
from desktop.engine.metadata.iptc import jpeg_segment
from desktop.engine.metadata.jpeg_xmp import fitting
from desktop.engine.render.composition import RGB, RGBX
from desktop.engine.render.pixel_rows import Picture, rows_of

JPEG_MAX_SIDE_PX = 65_500
WEBP_MAX_SIDE_PX = 16_383
JPEG_MAX_EXIF_BYTES = 65_000  # it must fit one segment
WEBP_EFFORT = 2  # of 6: on photographs as small as 4, in half of the time


def encode(
    picture: Picture,
    suffix: str,
    alpha: Samples | None,
    metadata: Metadata,
    quality: int,
    cancel: CancelToken | None = None,
) -> Iterable[bytes]:
    """The pieces of a file with that ending; see `save_picture`. Raises `OutputFormatError` or `Cancelled`.

    They are made while they are taken, stripe by stripe; only WebP's encoder takes a whole picture.
    """
    if suffix in (".jpg", ".jpeg"):
        return _jpeg(picture, alpha, metadata, quality, cancel)
    if suffix == ".webp":
        return _webp(picture, alpha, metadata, quality, cancel)

    def rows(stripe: slice) -> Samples:
        return with_alpha(rows_of(picture, stripe), None if alpha is None else alpha[stripe])

    shape = (*picture.shape[:2], 3 if alpha is None else 4)
    bit_depth = picture.dtype.itemsize * 8
    if suffix == ".png":
        return encode_png(rows, shape, bit_depth, metadata, cancel)
    from desktop.engine.encode.tiff import encode_tiff

    return [encode_tiff(rows, shape, bit_depth, metadata, cancel)]


def _jpeg(
    picture: Picture,
    alpha: Samples | None,
    metadata: Metadata,
    quality: int,
    cancel: CancelToken | None,
) -> Iterator[bytes]:
    """4:4:4, not the usual 4:2:0: colour is all that this program adds, and halving it again would blur what
    the guided filter has just laid along the edges. No optimised Huffman tables: slower for a few per cent.
    """
    _check_side(picture.shape, JPEG_MAX_SIDE_PX, "JPEG")
    channels = RGBX if alpha is None and picture.dtype == np.uint8 else RGB

    def rows(stripe: slice) -> NDArray[np.uint8]:
        part = to_8_bits(rows_of(picture, stripe, channels))
        return part if alpha is None else on_white(part, to_8_bits(alpha[stripe]))

    exif = metadata.exif if len(metadata.exif) <= JPEG_MAX_EXIF_BYTES else b""
    xmp, further = fitting(metadata.xmp)
    described = _saved(
        Image.new("RGB", (1, 1)),
        replace(metadata, exif=exif, xmp=xmp),
        format="JPEG",
        extra=further + jpeg_segment(metadata.iptc),
        optimize=False,
    )
    return encode_stripes(rows, (picture.shape[1], picture.shape[0]), described, quality, cancel)


def _webp(
    picture: Picture,
    alpha: Samples | None,
    metadata: Metadata,
    quality: int,
    cancel: CancelToken | None,
) -> list[bytes]:
    _check_side(picture.shape, WEBP_MAX_SIDE_PX, "WebP")
    shallow = to_8_bits(picture if isinstance(picture, np.ndarray) else picture.whole(cancel=cancel))
    image = Image.fromarray(with_alpha(shallow, alpha))
    metadata = replace(metadata, exif=with_resolution(metadata.exif, metadata.dpi))

    def work() -> bytes:
        return _saved(image, metadata, format="WEBP", quality=quality, method=WEBP_EFFORT)

    return [unless_cancelled(work, cancel)]


def on_white(rgb: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """`rgb` (H, W, 3) seen through `alpha` (H, W) on white."""
    picture = Image.fromarray(rgb)
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=Image.fromarray(alpha))
    return np.asarray(white)


def _saved(image: Image.Image, metadata: Metadata, **options: Any) -> bytes:
    if metadata.exif:
        options["exif"] = b"Exif\x00\x00" + metadata.exif
    if metadata.dpi is not None:
        options["dpi"] = metadata.dpi
    if metadata.xmp:
        options["xmp"] = metadata.xmp
    file = io.BytesIO()
    image.save(file, icc_profile=srgb_profile(), **options)
    return file.getvalue()


def _check_side(shape: tuple[int, ...], limit_px: int, name: str) -> None:
    longest = max(shape[:2])
    if longest > limit_px:
        raise OutputFormatError(
            f"{longest} px are too many for {name} (at most {limit_px}); save as PNG or TIFF."
        )
