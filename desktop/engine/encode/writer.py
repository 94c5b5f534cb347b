"""Writes result files: whole or not at all, never over the original."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import (
    OutputFolderMissingError,
    OutputFormatError,
    OutputNotWritableError,
    SaveOverOriginalError,
    TintypeError,
    TooLittleMemoryError,
)
from desktop.engine.edits.look import Look
from desktop.engine.encode.formats import encode
from desktop.engine.files.atomic import output_error, replacing
from desktop.engine.files.plain_file import is_special
from desktop.engine.files.presence import is_folder
from desktop.engine.imaging.photo import Photo
from desktop.engine.metadata.digital_source_type import with_digital_source_type
from desktop.engine.render.pixel_rows import Picture
from desktop.engine.store.look_xmp import look_xmp

DEFAULT_QUALITY = 92
WRITABLE_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")
DEEP_SUFFIXES = (".png", ".tif", ".tiff")
STRIPED_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")


def save_picture(
    picture: Picture,
    path: Path | str,
    photo: Photo,
    *,
    look: Look | None = None,
    marked: bool = True,
    quality: int = DEFAULT_QUALITY,
    sealed: Callable[[Path], None] | None = None,
    new: bool = False,
    cancel: CancelToken | None = None,
) -> Path:
    """Write `picture` (H, W, 3) of `photo` to `path`; the ending decides the format. Returns the path written.

    A `PixelRows` is made while it is written, in stripes and on all cores; only for a WebP is it ever whole.
    PNG and TIFF are exact and keep 16 bits; JPEG and WebP have 8 and use `quality` (1..100). Transparency is
    kept where the format has it, else it lies on white. EXIF, XMP and resolution are the photograph's, the colour
    profile is sRGB. `look`, what made the result, goes into its XMP, where `look_xmp.read_look` finds it.
    `marked`: whether its XMP says, in IPTC's words, that it was coloured (`digital_source_type`).
    `sealed` is called with the temporary file once it is whole, just before it gets its name: what it notes down
    about the file is then true of the result, or the result is not there.
    `new`: raise `OutputExistsError` rather than replace a file that has come up meanwhile.

    Raises `OutputFormatError`, `SaveOverOriginalError`, `OutputFolderMissingError`, `OutputNotWritableError`,
    `DiskFullError`, `TooLittleMemoryError` or `Cancelled`; then nothing is written or changed.
    """
    target = Path(path)
    check_target(target, photo.file)
    try:
        metadata = photo.metadata
        if marked:
            metadata = replace(metadata, xmp=with_digital_source_type(metadata.xmp))
        if look is not None:
            metadata = replace(metadata, xmp=look_xmp(look, metadata.xmp))
        pieces = encode(picture, target.suffix.lower(), photo.alpha, metadata, quality, cancel)
        with replacing(target, new=new) as temporary, temporary.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())  # before the rename, or a power cut may leave a whole name on half a file
            if sealed is not None:
                file.close()
                sealed(temporary)
    except TintypeError:
        raise
    except MemoryError as error:
        raise TooLittleMemoryError(f"{target} does not fit into memory; choose JPEG.") from error
    except Exception as error:
        raise OutputFormatError(f"{target} cannot be made in this format; save in another one.") from error
    return target


def check_target(target: Path, source: Path | None) -> None:
    """Raise what `save_picture` would raise for the name alone, before any work is done."""
    if target.suffix.lower() not in WRITABLE_SUFFIXES:
        endings = " ".join(WRITABLE_SUFFIXES)
        raise OutputFormatError(f"{target} has no ending that can be written; use one of {endings}.")
    if not is_folder(target.parent):
        raise OutputFolderMissingError(
            f"The folder {target.parent} does not exist; make it, or save elsewhere."
        )
    check_no_device(target)
    if source is not None and _same_file(source, target):
        raise SaveOverOriginalError(f"{target} is the original photograph; save under another name.")


def check_no_device(target: Path) -> None:
    """Raise `OutputNotWritableError` for the name of a device or a pipe."""
    if is_special(target):
        raise OutputNotWritableError(f"{target} is a device or a pipe; save under another name.")


def holds_16_bits(path: Path) -> bool:
    """Whether the format of that ending keeps 16 bits a channel."""
    return path.suffix.lower() in DEEP_SUFFIXES


def is_striped(path: Path) -> bool:
    """Whether a file of that ending is written in stripes, so that its picture need never be whole."""
    return path.suffix.lower() in STRIPED_SUFFIXES


def _same_file(source: Path, target: Path) -> bool:
    try:
        return target.exists() and source.exists() and source.samefile(target)
    except OSError as error:
        raise output_error(error, target) from error
