"""PyAV, the binding of FFmpeg's libraries: an optional dependency, imported when a film comes."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.engine.core.errors import (
    DamagedFilmError,
    FilmLibraryMissingError,
    PictureNotFoundError,
    PictureNotReadableError,
)

if TYPE_CHECKING:
    from types import ModuleType

FILM_SUFFIXES = (
    *(".3gp", ".avi", ".dv", ".flv", ".m2ts", ".m4v"),
    *(".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".mts"),
    *(".mxf", ".ogv", ".ts", ".vob", ".webm", ".wmv"),
)


def is_film_name(path: Path) -> bool:
    """Whether a file of this name is taken for a film."""
    return path.suffix.lower() in FILM_SUFFIXES


def library(path: Path) -> "ModuleType":
    """PyAV, to read the film `path`; raises `FilmLibraryMissingError` where it is not installed."""
    try:
        import av
    except ImportError as error:
        raise FilmLibraryMissingError(_without_library(path)) from error
    return av


def open_to_read(path: Path) -> Any:
    """The container in the film `path`; raises the library's own faults.

    Files alone: FFmpeg takes an address for a name, and a list of addresses for a film, unless it is told not to.
    """
    return library(path).open(f"file:{path}", options={"protocol_whitelist": "file"})


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """A context that turns FFmpeg's errors about the film `path` into the program's own."""
    av = library(path)
    try:
        yield
    except av.error.FileNotFoundError as error:
        raise PictureNotFoundError(f"There is no film {path}; check the name.") from error
    except (av.error.PermissionError, av.error.IsADirectoryError) as error:
        raise PictureNotReadableError(f"{path} cannot be read; check whose it is.") from error
    except av.error.FFmpegError as error:
        raise DamagedFilmError(
            f"{path} is damaged, or is not a film; check whether a player shows it."
        ) from error


def _without_library(path: Path) -> str:
    if getattr(sys, "frozen", False):
        return f"{path} is a film, which this package cannot read; install Tintype from its source or as a wheel."
    command = subprocess.list2cmdline([sys.executable, "-m", "pip", "install", "av"])
    return f"{path} is a film; install what reads films ({command})."
