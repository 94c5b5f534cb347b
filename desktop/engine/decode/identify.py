"""Finds out which format a file has, and opens it: header and metadata, no pixels yet."""

import io
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from desktop.engine.core.errors import (
    DamagedPictureError,
    NotAPictureError,
    TintypeError,
    UnsupportedPictureError,
)
from desktop.engine.decode import bmp, gif_data, heif, jxl, psd, tga
from desktop.engine.decode.file_formats import FORMAT_NAMES, format_name, pillow_formats
from desktop.engine.decode.jpeg import TWELVE_BITS, as_eight_bits, checked_header
from desktop.engine.decode.jpeg_header import is_jpeg
from desktop.engine.decode.jpeg_segments import with_less_metadata
from desktop.engine.decode.png_chunks import DAMAGED, PART_LEFT_OUT, is_png, scanned
from desktop.engine.decode.signatures import SIGNATURE_BYTES, other_name
from desktop.engine.decode.tiff_start import NOTICES, UnusualTiff, is_tiff

Image.MAX_IMAGE_PIXELS = None  # our own limit is told in our own words, before anything is decoded


def identified(file: BinaryIO, path: Path, page: int | None = None) -> Image.Image:
    """The picture in `file`, opened and not yet loaded. Raises `NotAPictureError` or what is wrong with its kind.

    page: of a TIFF of several full-size pages, from 1; None for the picture that the whole file stands for.
    """
    notices: tuple[str, ...] = ()
    found: dict[str, bytes | bool] = {}
    start = file.read(heif.START_BYTES)
    if is_tiff(start) or jxl.is_jxl(start):
        found_here, notices = _without_pillow(file, start, page)
        if found_here is not None:
            return found_here
    elif is_png(start):
        file, scan = scanned(file)
        notices, found = tuple(scan.notices), {**scan.info, DAMAGED: scan.is_damaged}
    else:
        file = _as_pillow_reads_it(file, start, path)
    file.seek(0)
    image: Image.Image
    try:
        formats = (heif.FORMAT,) if heif.is_heic(start) else pillow_formats(path.suffix)
        image = Image.open(file, formats=formats)
    except UnidentifiedImageError as error:
        image, more = _unidentified(file, start, path, error)
        notices += more
        if isinstance(image, UnusualTiff):
            return image
    except OSError:
        plain = bmp.with_plain_bits(file) if start.startswith(bmp.START) else None
        if plain is None:
            raise
        image = Image.open(plain, formats=("BMP",))
    if start.startswith(bmp.START):
        found["icc_profile"] = bmp.profile_of(file)
    gif_data.keep_within_frame(image, file)
    image.info[NOTICES] = notices
    image.info.update(found)
    return image


def _as_pillow_reads_it(file: BinaryIO, start: bytes, path: Path) -> BinaryIO:
    """The file, or what tells Pillow of its size and metadata. Raises what is wrong with its kind."""
    if heif.is_heic(start):
        heif.teach_pillow()
        heif.check_items(file)
    if is_jpeg(start):
        return _readable_jpeg(file, path)
    if start.startswith(psd.START):
        return psd.readable(file, start, path)
    return tga.readable(file) if path.suffix.lower() == tga.SUFFIX else file


def _unidentified(
    file: BinaryIO, start: bytes, path: Path, error: UnidentifiedImageError
) -> tuple[Image.Image, tuple[str, ...]]:
    """What Pillow does not open, by other means, and notices; raises what is wrong with it."""
    if is_tiff(start):
        from desktop.engine.decode.unusual_tiff import holds_raw_only, opened_unusual

        if holds_raw_only(file):
            raise UnsupportedPictureError(
                f"{path} holds nothing but a camera's raw data; develop it in another program and save it as TIFF "
                f"or JPEG."
            ) from error
        return opened_unusual(file), ()
    image = _without_damaged_metadata(file) if is_jpeg(start) else None
    if image is None:
        file.seek(0)
        raise _unreadable(file, path) from error
    return image, (PART_LEFT_OUT,)


def _without_pillow(
    file: BinaryIO, start: bytes, page: int | None
) -> tuple[Image.Image | None, tuple[str, ...]]:
    """A JPEG XL, or a TIFF that Pillow would not read rightly; None for others, with notices of what is left out."""
    if jxl.is_jxl(start):
        return jxl.JxlImage(file), ()
    from desktop.engine.decode.unusual_tiff import is_unusual, opened_unusual

    if page is not None:
        return opened_unusual(file, page - 1), ()
    unusual, notices = is_unusual(file)
    return (opened_unusual(file) if unusual else None), notices


def _without_damaged_metadata(file: BinaryIO) -> Image.Image | None:
    """A JPEG without what keeps Pillow from opening it; None where that is not its metadata."""
    file.seek(0)
    for content in with_less_metadata(file.read()):
        with suppress(UnidentifiedImageError):
            return Image.open(io.BytesIO(content), formats=("JPEG",))
    return None


def _readable_jpeg(file: BinaryIO, path: Path) -> BinaryIO:
    """The file for Pillow, which tells size and metadata from it; one with 12 bits as one with 8."""
    header = checked_header(file, path, file.seek(0, os.SEEK_END))
    return as_eight_bits(file, header) if header.bits == TWELVE_BITS else file


def _unreadable(file: BinaryIO, path: Path) -> TintypeError:
    start = file.read(SIGNATURE_BYTES)
    picture, other = format_name(start), other_name(start)
    if picture:
        return DamagedPictureError(
            f"{path} is damaged or incomplete, or {picture} of a kind that is not known here; copy it again, or save "
            f"it as TIFF or PNG."
        )
    if other:
        return NotAPictureError(
            f"{path} is {other}, not a picture that can be read; give one of these: {FORMAT_NAMES}."
        )
    return NotAPictureError(f"{path} is not a picture that can be read; give one of these: {FORMAT_NAMES}.")
