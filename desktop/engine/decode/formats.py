"""Decodes a file into samples: chooses the decoder, the channels and the metadata."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, UnidentifiedImageError

from desktop.engine.core.arrays import Samples
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import NotAPictureError, PictureTooLargeError, UnsupportedPictureError
from desktop.engine.core.limits import LIMIT_VARIABLE
from desktop.engine.decode import heif
from desktop.engine.decode.high_bit_depth import decode_deep
from desktop.engine.decode.jpeg_rows import RowGraying
from desktop.engine.decode.open_image import opened
from desktop.engine.decode.pillow_arrays import load_gray, load_rgb, to_array
from desktop.engine.decode.raw import RAW_SUFFIXES, opened_raw
from desktop.engine.decode.tiff_float import UnusualTiff
from desktop.engine.imaging.photo import Metadata
from desktop.engine.metadata.jpeg_xmp import extended
from desktop.engine.metadata.reader import orientation_of, read_metadata, xmp_packet

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "DIB", "GIF", "AVIF", "JPEG2000")
FORMAT_NAMES = "JPEG, PNG, TIFF, WebP, HEIC, AVIF, JPEG 2000, BMP or GIF"
UNUSUAL_MODES = ("I", "F", "I;16", "I;16B", "I;16L", "LAB", "HSV")

Image.MAX_IMAGE_PIXELS = None  # our own limit is told in our own words, before anything is decoded


@dataclass(frozen=True, eq=False)
class Decoded:
    """A file's first picture, not yet turned upright.

    samples: (H, W) grey, (H, W, 3) RGB or (H, W, 4) CMYK, uint8 or uint16. alpha: (H, W) or None.
    """

    samples: Samples
    alpha: Samples | None
    icc: bytes
    metadata: Metadata
    orientation: int
    notices: tuple[str, ...]


def decode(
    path: Path,
    max_pixels: int,
    cancel: CancelToken | None = None,
    *,
    small_px: int | None = None,
    graying: RowGraying | None = None,
) -> Decoded:
    """The first picture in a file; raises the `TintypeError` that tells what is wrong with it.

    small_px: a copy with at least so many pixels on each side will do, where the format gives one quickly (JPEG).
    graying: is given the rows of a colour JPEG as they are decoded; then nothing of them is left in the samples.

    Calling off ends JPEG, PNG, WebP and the like where the decoder asks for the next part of the file; a part
    of a TIFF, and pictures that a library decodes at once (HEIC, AVIF, JPEG 2000, RAW, 16-bit PNG), end first.
    """
    with opened(path, cancel) as file:
        if path.suffix.lower() in RAW_SUFFIXES:  # many begin like TIFF, with a picture of a thumb's size
            return _decode_raw(file, path, max_pixels)
        with _identified(file, path) as image:
            _check_size(image.size, path, max_pixels)
            if small_px is not None:
                image.draft(None, (small_px, small_px))
            return _decode(file, image, path, graying)


def read_xmp(path: Path) -> tuple[bytes, bytes]:
    """The XMP packet in a picture file, as it lies there, and what a JPEG has beyond one segment; may be empty.

    Raises what `decode` raises.
    """
    with opened(path) as file, _identified(file, path) as image:
        packet = xmp_packet(image)
        return packet, extended(packet, getattr(image, "applist", ()))


def _identified(file: BinaryIO, path: Path) -> Image.Image:
    is_heic = heif.is_heic(file.read(heif.START_BYTES))
    if is_heic:
        heif.teach_pillow()
        heif.check_items(file)
    file.seek(0)
    try:
        return Image.open(file, formats=(heif.FORMAT,) if is_heic else FORMATS)
    except UnidentifiedImageError as error:
        file.seek(0)
        if UnusualTiff.is_one(file):
            return UnusualTiff(file)
        raise NotAPictureError(f"{path} is not a picture that can be read; give {FORMAT_NAMES}.") from error


def _decode(file: BinaryIO, image: Image.Image, path: Path, graying: RowGraying | None) -> Decoded:
    notices = _frame_notices(image)
    deep = decode_deep(file, image, path)
    if deep is None:
        samples, alpha = _channels(image, path, graying)
    else:
        samples, alpha, notices = deep.samples, deep.alpha, (*notices, *deep.notices)
    metadata, orientation, more = read_metadata(image, file)
    if deep is not None and deep.orientation is not None:
        orientation = deep.orientation
    return Decoded(samples, alpha, _icc(image), metadata, orientation, (*notices, *more))


def _icc(image: Image.Image) -> bytes:
    return image.info.get("icc_profile") or b""


def _decode_raw(file: BinaryIO, path: Path, max_pixels: int) -> Decoded:
    with opened_raw(file, path) as raw:
        _check_size(raw.size_px, path, max_pixels)
        rgb = raw.develop()
        preview = raw.preview()
        if preview is None:
            return Decoded(rgb, None, b"", Metadata(), 1, ())
        metadata, _, notices = read_metadata(preview, file, upright_size_px=(rgb.shape[1], rgb.shape[0]))
        return Decoded(rgb, None, b"", metadata, 1, notices)


def _check_size(size_px: tuple[int, int], path: Path, max_pixels: int) -> None:
    pixels = size_px[0] * size_px[1]
    if pixels > max_pixels:
        raise PictureTooLargeError(
            f"{path} has {pixels / 1e6:.0f} megapixels, more than the limit of {max_pixels / 1e6:.0f}; "
            f"make it smaller first, or set a higher limit ({LIMIT_VARIABLE})."
        )


def _frame_notices(image: Image.Image) -> tuple[str, ...]:
    frames = int(getattr(image, "n_frames", 1))
    if frames < 2 or image.format == "MPO":
        return ()
    if image.format == heif.FORMAT:
        return (f"The file holds {frames} pictures; only the main one is used.",)
    kind = "page" if image.format == "TIFF" else "frame"
    return (f"The file holds {frames} {kind}s; only the first is used.",)


def _channels(image: Image.Image, path: Path, graying: RowGraying | None) -> tuple[Samples, Samples | None]:
    """8-bit samples and alpha of an opened picture of any of Pillow's modes."""
    if image.mode in UNUSUAL_MODES:
        raise UnsupportedPictureError(
            f"{path} has pixels of an unusual kind ({image.mode}); save it as 8 bits, grey or RGB."
        )
    if image.mode == "L" and image.format == "JPEG":
        return load_gray(image), None
    if image.mode == "RGB" and image.format == "JPEG":
        if graying is None:
            return load_rgb(image), None
        graying.begin(orientation_of(image), _icc(image))
        return load_rgb(image, graying.watch), None
    image.load()
    if image.has_transparency_data:
        gray = image.mode in ("L", "LA", "La", "1")
        converted = to_array(image.convert("LA" if gray else "RGBA"))
        alpha = np.ascontiguousarray(converted[..., -1])
        colour = converted[..., 0] if gray else converted[..., :3]
        return np.ascontiguousarray(colour), None if np.all(alpha == 255) else alpha
    if image.mode in ("L", "1"):
        return to_array(image if image.mode == "L" else image.convert("L")), None
    return to_array(image if image.mode in ("RGB", "CMYK") else image.convert("RGB")), None
