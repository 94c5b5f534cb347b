"""Where `tintype colorize` puts its results, from -o, --format and the photograph's own name."""

import os
from pathlib import Path

from desktop.engine.errors import OutputFolderMissingError, OutputFormatError, OutputNotWritableError
from desktop.engine.naming import output_path
from desktop.engine.writing import WRITABLE_SUFFIXES

FORMATS = {"jpeg": ".jpg", "png": ".png", "tiff": ".tif", "webp": ".webp"}
SYNONYMS = {".jpeg": ".jpg", ".tiff": ".tif"}
FALLBACK_SUFFIX = ".png"  # exact, and everything reads it


def check_out(out: str | None, photos: int) -> None:
    """Raise, before any work, what must be wrong with -o for every photograph."""
    if out is None or not _is_folder(out, photos):
        return
    folder = Path(out)
    if folder.is_file():
        raise OutputNotWritableError(f"{folder} is a file; give a folder for {photos} photographs.")
    if not folder.is_dir():
        raise OutputFolderMissingError(f"The folder {folder} does not exist; make it, or save elsewhere.")


def target_for(photo: Path, preset_name: str, out: str | None, file_format: str | None, photos: int) -> Path:
    """Path of one photograph's result; raises `OutputFormatError` when -o and --format contradict."""
    suffix = FORMATS[file_format] if file_format else _suffix_like(photo)
    if out is None:
        return output_path(photo, preset_name, suffix)
    if _is_folder(out, photos):
        return output_path(photo, preset_name, suffix, folder=Path(out))
    target = Path(out)
    if not target.suffix:
        return target.with_name(target.name + suffix)
    ending = target.suffix.lower()
    if file_format and SYNONYMS.get(ending, ending) != suffix:
        raise OutputFormatError(
            f'{target} does not end like "{file_format}"; change -o or leave out --format.'
        )
    return target


def _is_folder(out: str, photos: int) -> bool:
    separators = tuple(filter(None, (os.sep, os.altsep)))
    return photos > 1 or out.endswith(separators) or Path(out).is_dir()


def _suffix_like(photo: Path) -> str:
    suffix = photo.suffix.lower()
    return suffix if suffix in WRITABLE_SUFFIXES else FALLBACK_SUFFIX
