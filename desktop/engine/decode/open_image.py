"""Opens picture files, and turns every error of a library while reading one into one of the program's own."""

import errno
import io
import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import (
    DamagedPictureError,
    EmptyPictureError,
    FolderInsteadOfPictureError,
    NotAPictureError,
    PictureChangedError,
    PictureNotFoundError,
    PictureNotReadableError,
    TintypeError,
    TooLittleMemoryError,
    UnsupportedPictureError,
)
from desktop.engine.core.reasons import IN_USE, MALFORMED, reason_of, system_reason
from desktop.engine.files.plain_file import open_plain

for _library in ("imagecodecs", "PIL", "tifffile"):  # what they have to say reaches people in our words
    logging.getLogger(_library).addHandler(logging.NullHandler())

_LARGE_BYTES = 1 << 20
_BREAKS_OFF = ("truncated", "premature", "unexpected end", "eof", "need_more_input")  # as libraries put it
_UNKNOWN = ("not supported", "unsupported", "not implemented", "unrecognized", "unknown compression")

# What no decoder means to say of data: some of it comes of damage, some of a kind that the decoder does not know.
_UNFORESEEN = (TypeError, AttributeError, LookupError, AssertionError, ArithmeticError, NameError)


class PictureFile(io.BufferedReader):
    """A file by which a decoder can be cancelled, and that takes no memory for what a damaged length claims.

    Most decoders ask for some 64 KB at a time. For what it is asked for, Python reserves memory before it reads.
    """

    def __init__(self, raw: io.RawIOBase, cancel: CancelToken | None) -> None:
        super().__init__(raw)
        self._cancel = cancel

    def read(self, size: int | None = -1, /) -> bytes:
        """As any file's; raises `Cancelled`."""
        if self._cancel is not None:
            self._cancel.raise_if_cancelled()
        if size is not None and size > _LARGE_BYTES:
            size = min(size, max(os.fstat(self.fileno()).st_size - self.tell(), 0))
        return super().read(size)


@contextmanager
def opened(path: Path, cancel: CancelToken | None = None) -> Iterator[BinaryIO]:
    """The file at `path`, at its first byte. Nothing but a `TintypeError` comes out of the block."""
    try:
        with _open(path, cancel) as file:
            before = _state(file)
            try:
                if not file.read(1):
                    raise EmptyPictureError(f"{path} is empty (0 bytes); copy it again.")
                file.seek(0)
                yield file
            finally:
                if _state(file) != before:
                    raise PictureChangedError(
                        f"{path} was changed by another program while it was read; try again when that is done."
                    )
    except TintypeError:
        raise
    except MemoryError as error:
        raise TooLittleMemoryError(f"{path} does not fit into memory; make it smaller.") from error
    except OSError as error:
        if error.errno is None:
            raise _unread(path, error) from error
        raise _not_readable(path, error) from error
    except Exception as error:
        raise _unread(path, error) from error


def _state(file: BinaryIO) -> tuple[int, int]:
    """Size and time of the last change."""
    found = os.fstat(file.fileno())
    return found.st_size, found.st_mtime_ns


def _open(path: Path, cancel: CancelToken | None) -> BinaryIO:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FolderInsteadOfPictureError(f"{path} is a folder; give the photographs in it.")
        if not stat.S_ISREG(mode):
            raise NotAPictureError(f"{path} is a device or a pipe, not a picture file.")
        file = open_plain(path)  # which may have been exchanged meanwhile
        return PictureFile(file.detach(), cancel)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PictureNotFoundError(f"There is no file {path}.") from error
    except OSError as error:
        if error.errno in (errno.ENAMETOOLONG, errno.ELOOP):
            raise PictureNotFoundError(f"There is no file {path} ({system_reason(error)}).") from error
        raise


def _not_readable(path: Path, error: OSError) -> PictureNotReadableError:
    if getattr(error, "winerror", None) in IN_USE:
        return PictureNotReadableError(f"{path} is in use by another program; close it there and try again.")
    if isinstance(error, PermissionError):
        return PictureNotReadableError(f"{path} may not be read; ask its owner for permission.")
    return PictureNotReadableError(f"{path} cannot be read ({system_reason(error)}).")


def _unread(path: Path, error: Exception) -> TintypeError:
    """The fault for what a decoder raised: its words tell whether the file is damaged, or one that it does not know."""
    words = str(error).lower()
    if isinstance(error, EOFError) or any(part in words for part in _BREAKS_OFF):
        reason = "it breaks off in the middle"
    elif isinstance(error, NotImplementedError) or any(part in words for part in _UNKNOWN):
        return UnsupportedPictureError(
            f"{path} uses a feature of its format that is not supported; save it as TIFF or PNG."
        )
    elif isinstance(error, ImportError):
        return UnsupportedPictureError(
            f"{path} needs the library {error.name or '?'}, which is missing or cannot be loaded; "
            f"install Tintype again."
        )
    elif isinstance(error, _UNFORESEEN):
        return DamagedPictureError(
            f"{path} cannot be read: either it is damaged, or of a kind that is not known here; open it in another "
            f"program and save it as TIFF or PNG."
        )
    else:
        reason = reason_of(error)
    if reason == MALFORMED:
        return DamagedPictureError(
            f"{path} is damaged or incomplete, or of a kind that is not known here; copy it again, or save it as TIFF "
            f"or PNG."
        )
    return DamagedPictureError(f"{path} is damaged or incomplete ({reason}); copy it again.")
