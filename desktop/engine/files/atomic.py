"""Files that are written whole or not at all."""

import contextlib
import errno
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.engine.core.errors import (
    DiskFullError,
    OutputExistsError,
    OutputFolderMissingError,
    OutputNotWritableError,
    TintypeError,
)
from desktop.engine.core.paths import is_private
from desktop.engine.core.reasons import IN_USE, system_reason
from desktop.engine.files import temporary_files
from desktop.engine.files.plain_file import is_special

NO_LINKS = {
    errno.EPERM,
    errno.EACCES,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EMLINK,
    errno.EINVAL,
}
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def replacing(path: Path, *, new: bool = False) -> Iterator[Path]:
    """A temporary path in the folder of `path`, renamed to `path` when the block ends well, else removed.

    The same folder, so that renaming is one step of the file system. Faults of the disk come out as
    `OutputFolderMissingError`, `OutputNotWritableError` or `DiskFullError`.
    new: nothing is replaced: raise `OutputExistsError` where something of that name has come up meanwhile.
    """
    temporary: Path | None = None
    try:
        temporary = _temporary_beside(path)
        yield temporary
        if new:
            _put_new(temporary, path)
        else:
            os.replace(temporary, path)  # noqa: PTH105 - tests fail this very call
    except TintypeError:
        raise  # ours already; a fault that is its own cause would have no end
    except OSError as error:
        raise output_error(error, path) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            temporary_files.forget(temporary)


def _put_new(temporary: Path, path: Path) -> None:
    """Give a file its name unless that is taken, in one step of the file system."""
    try:
        os.link(temporary, path)
        return
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))  # takes the name
    except FileExistsError as error:
        raise _exists(path) from error
    os.replace(temporary, path)  # noqa: PTH105


def _exists(path: Path) -> OutputExistsError:
    return OutputExistsError(
        f"{path} was made by another program meanwhile, and is left as it is; save again."
    )


def write_whole(path: Path, content: bytes | bytearray) -> None:
    """Write a file whole or not at all; raises the faults of `replacing`.

    It is on the disk before it gets its name, or a power cut may leave an empty file in the place of an older one.
    """
    with replacing(path) as temporary, temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_json(path: Path, data: object, indent: int | None = None) -> None:
    """Write what JSON can hold as a file that people can read; raises the faults of `replacing`."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        content = text.encode()
    except UnicodeEncodeError:  # the name of a file that is no text, which JSON can only spell out
        content = json.dumps(data, indent=indent).encode()
    write_whole(path, content + b"\n")


def _temporary_beside(path: Path) -> Path:
    if path.is_dir():
        raise OutputNotWritableError(f"{path} is a folder; give a file name to save under.")
    if is_special(path):  # which renaming a file to it would do away with
        raise OutputNotWritableError(f"{path} is a device or a pipe; give a file name to save under.")
    handle, name = tempfile.mkstemp(prefix=temporary_files.prefix(), suffix=path.suffix, dir=path.parent)
    os.close(handle)
    temporary = temporary_files.remember(Path(name))
    if not is_private(path):
        temporary.chmod(0o666 & ~_umask())  # mkstemp's files are for their owner alone
    return temporary


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def output_error(error: OSError, path: Path) -> OSError:
    """The fault of ours that `error` means for writing `path`; `error` itself when it already is one."""
    if isinstance(error, TintypeError):
        return error
    if error.errno in NO_ROOM:
        return DiskFullError(f"No room left on the disk to save {path}; free some space and save again.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return OutputFolderMissingError(
            f"The folder {path.parent} does not exist; make it, or save elsewhere."
        )
    if getattr(error, "winerror", None) in IN_USE:
        return OutputNotWritableError(
            f"{path} is in use by another program; close it there, or save under another name."
        )
    return OutputNotWritableError(f"{path} cannot be written ({system_reason(error)}); save elsewhere.")
