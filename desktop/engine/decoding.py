"""Turns a file into samples: which decoder, which channels, and what goes wrong on the way."""

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, UnidentifiedImageError

from desktop.engine.arrays import Samples
from desktop.engine.deep import decode_deep
from desktop.engine.errors import (
    DamagedPictureError,
    EmptyPictureError,
    FolderInsteadOfPictureError,
    NotAPictureError,
    PictureNotFoundError,
    PictureNotReadableError,
    PictureTooLargeError,
    TintypeError,
    TooLittleMemoryError,
    UnsupportedPictureError,
)
from desktop.engine.metadata import read_metadata, xmp_packet
from desktop.engine.photo import Metadata

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "DIB", "GIF")
FORMAT_NAMES = "JPEG, PNG, TIFF, WebP, BMP or GIF"

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


def decode(path: Path, max_pixels: int) -> Decoded:
    """The first picture in a file; raises the `TintypeError` that tells what is wrong with it."""
    with _opened(path) as (file, image):
        return _decode(file, image, path, max_pixels)


def read_xmp(path: Path) -> bytes:
    """The XMP packet in a picture file, as it lies there; may be empty. Raises what `decode` raises."""
    with _opened(path) as (_, image):
        return xmp_packet(image)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, Image.Image]]:
    """The file and its header; whatever goes wrong in the block is told as one of our own faults."""
    try:
        with _open(path) as file, _identified(file, path) as image:
            yield file, image
    except TintypeError:
        raise
    except MemoryError as error:
        raise TooLittleMemoryError(f"{path} does not fit into memory; make it smaller.") from error
    except OSError as error:
        if error.errno is None:
            raise _damaged(path, error) from error
        raise PictureNotReadableError(f"{path} cannot be read ({error.strerror}).") from error
    except Exception as error:
        raise _damaged(path, error) from error


def _open(path: Path) -> BinaryIO:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FolderInsteadOfPictureError(f"{path} is a folder; give the photographs in it.")
        if not stat.S_ISREG(mode):
            raise NotAPictureError(f"{path} is a device or a pipe, not a picture file.")
        return path.open("rb")
    except PermissionError as error:
        raise PictureNotReadableError(f"{path} may not be read; ask its owner for permission.") from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PictureNotFoundError(f"There is no file {path}.") from error
    except OSError as error:
        if error.errno in (errno.ENAMETOOLONG, errno.ELOOP):
            raise PictureNotFoundError(f"There is no file {path} ({error.strerror}).") from error
        raise


def _identified(file: BinaryIO, path: Path) -> Image.Image:
    if not file.read(1):
        raise EmptyPictureError(f"{path} is empty (0 bytes); copy it again.")
    file.seek(0)
    try:
        return Image.open(file, formats=FORMATS)
    except UnidentifiedImageError as error:
        raise NotAPictureError(f"{path} is not a picture that can be read; give {FORMAT_NAMES}.") from error


def _decode(file: BinaryIO, image: Image.Image, path: Path, max_pixels: int) -> Decoded:
    pixels = image.width * image.height
    if pixels > max_pixels:
        raise PictureTooLargeError(
            f"{path} has {pixels / 1e6:.0f} megapixels, more than the limit of {max_pixels / 1e6:.0f}; "
            f"make it smaller first."
        )
    notices = _frame_notices(image)
    deep = decode_deep(file, image, path)
    if deep is None:
        image.load()
        samples, alpha = _channels(image, path)
    else:
        samples, alpha = deep.samples, deep.alpha
    metadata, orientation, more = read_metadata(image, file)
    if deep is not None and deep.orientation is not None:
        orientation = deep.orientation
    icc = image.info.get("icc_profile") or b""
    return Decoded(samples, alpha, icc, metadata, orientation, (*notices, *more))


def _frame_notices(image: Image.Image) -> tuple[str, ...]:
    frames = int(getattr(image, "n_frames", 1))
    if frames < 2 or image.format == "MPO":
        return ()
    kind = "page" if image.format == "TIFF" else "frame"
    return (f"The file holds {frames} {kind}s; only the first is used.",)


def _channels(image: Image.Image, path: Path) -> tuple[Samples, Samples | None]:
    """8-bit samples and alpha of a loaded picture of any of Pillow's modes."""
    if image.mode in ("I", "F", "I;16", "I;16B", "I;16L"):
        raise UnsupportedPictureError(
            f"{path} has pixels of an unusual kind ({image.mode}); save it as 8 bits."
        )
    if image.has_transparency_data:
        gray = image.mode in ("L", "LA", "La", "1")
        converted = np.asarray(image.convert("LA" if gray else "RGBA"))
        alpha = np.ascontiguousarray(converted[..., -1])
        colour = converted[..., 0] if gray else converted[..., :3]
        return np.ascontiguousarray(colour), None if np.all(alpha == 255) else alpha
    if image.mode in ("L", "1"):
        return np.asarray(image.convert("L")), None
    return np.asarray(image if image.mode in ("RGB", "CMYK") else image.convert("RGB")), None


def _damaged(path: Path, error: Exception) -> DamagedPictureError:
    reason = " ".join(str(error).split()) or type(error).__name__
    return DamagedPictureError(f"{path} is damaged or incomplete ({reason[:120]}); copy it again.")
