"""Turns a result into the bytes of a file.

Into memory first: encoders report a full disk as a fault without a number, and half a file stays behind.
"""

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.arrays import RgbArray
from desktop.engine.depth import to_8_bits, with_alpha
from desktop.engine.errors import OutputFormatError
from desktop.engine.photo import Photo
from desktop.engine.png_encoding import encode_png
from desktop.engine.profiles import srgb_profile
from desktop.engine.tiff_encoding import encode_tiff

JPEG_MAX_SIDE_PX = 65_500
WEBP_MAX_SIDE_PX = 16_383
JPEG_MAX_EXIF_BYTES = 65_000  # it must fit one segment
CHROMA_4_4_4 = 0
WEBP_EFFORT = 2  # of 6: on photographs as small as 4, in half of the time


def encode(rgb: RgbArray, suffix: str, photo: Photo, quality: int) -> bytes:
    """The bytes of a file with that ending; see `save_picture`. Raises `OutputFormatError`."""
    if suffix in (".tif", ".tiff"):
        return encode_tiff(rgb, photo)
    if suffix == ".png":
        return encode_png(rgb, photo)
    shallow = to_8_bits(rgb)
    if suffix == ".webp":
        _check_side(shallow, WEBP_MAX_SIDE_PX, "WebP")
        image = Image.fromarray(with_alpha(shallow, photo.alpha))
        return _saved(image, photo, format="WEBP", quality=quality, method=WEBP_EFFORT)
    _check_side(shallow, JPEG_MAX_SIDE_PX, "JPEG")
    # 4:4:4, not the usual 4:2:0: colour is all that this program adds, and halving it again would blur what
    # the guided filter has just laid along the edges. No optimised Huffman tables: slower for a few per cent.
    return _saved(
        Image.fromarray(shallow if photo.alpha is None else on_white(shallow, to_8_bits(photo.alpha))),
        photo,
        format="JPEG",
        quality=quality,
        subsampling=CHROMA_4_4_4,
        optimize=False,
    )


def on_white(rgb: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """`rgb` (H, W, 3) seen through `alpha` (H, W) on white."""
    picture = Image.fromarray(rgb)
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=Image.fromarray(alpha))
    return np.asarray(white)


def _saved(image: Image.Image, photo: Photo, **options: Any) -> bytes:
    metadata = photo.metadata
    if metadata.exif and not (options["format"] == "JPEG" and len(metadata.exif) > JPEG_MAX_EXIF_BYTES):
        options["exif"] = b"Exif\x00\x00" + metadata.exif
    if metadata.dpi is not None:
        options["dpi"] = metadata.dpi
    file = io.BytesIO()
    image.save(file, icc_profile=srgb_profile(), **options)
    return file.getvalue()


def _check_side(rgb: RgbArray, limit_px: int, name: str) -> None:
    longest = max(rgb.shape[:2])
    if longest > limit_px:
        raise OutputFormatError(
            f"{longest} px are too many for {name} (at most {limit_px}); save as PNG or TIFF."
        )
