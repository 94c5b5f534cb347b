"""Pictures from the clipboard, saved without loss until they are no longer wanted, since they have no file."""

import errno
import os
import re
import threading
from collections.abc import Callable
from pathlib import Path

import imagecodecs

from desktop.engine.core.arrays import Samples
from desktop.engine.core.paths import make_private, user_dir
from desktop.engine.files.atomic import output_error, write_whole
from desktop.engine.files.plain_file import read_plain
from desktop.engine.files.temporary_files import is_temporary

SUFFIX = ".png"
LEVEL = 1  # of 9: quick
_NUMBER = re.compile(r"(\d+)$")


class PastedPictures:
    """The pasted pictures, a file for each, with a number that stays the same whenever it is pasted again.

    Safe to use from several threads.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = user_dir() / "pasted" if folder is None else folder
        self._lock = threading.Lock()
        self._numbers: dict[str, int] = {}

    def number_of(self, key: str) -> int:
        """The number of the picture of that key (`Photo.key`), from 1."""
        with self._lock:
            if key not in self._numbers:
                taken = {*self._numbers.values(), *map(number_in, self.left())}
                self._numbers[key] = max(taken, default=0) + 1
            return self._numbers[key]

    def know(self, key: str, path: Path) -> None:
        """Have a picture from earlier keep the number in its name."""
        with self._lock:
            self._numbers.setdefault(key, number_in(path))

    def keep(self, samples: Samples, name: str) -> Path:
        """Write a picture (H, W, 3 or 4) under a name; returns its file. Raises the faults of `atomic.replacing`.

        Another picture of that name stays, and this one gets a further number.
        """
        path = self._folder / f"{name}{SUFFIX}"
        try:
            make_private(self._folder)
        except OSError as error:
            raise output_error(error, path) from error
        content = imagecodecs.png_encode(samples, level=LEVEL)
        further = 1
        while path.exists() and not _holds(path, content):
            further += 1
            path = self._folder / f"{name} {further}{SUFFIX}"
        write_whole(path, content)
        return path

    def adopt(self, picture: Path, key: str, label: Callable[[int], str]) -> Path:
        """Move a picture of that key here, under what `label` makes of its number; raises as `keep`."""
        path = self._folder / f"{label(self.number_of(key))}{SUFFIX}"
        try:
            make_private(self._folder)
            if path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            return picture.rename(path)
        except OSError as error:
            raise output_error(error, path) from error

    def holds(self, path: Path) -> bool:
        """Whether a file is one of these pictures."""
        return path.parent == self._folder

    def left(self) -> list[Path]:
        """The files that there are, by their numbers."""
        # One that is being written has a temporary name, whose number is not the picture's.
        found = (path for path in self._folder.glob(f"*{SUFFIX}") if not is_temporary(path.name))
        return sorted(found, key=number_in)


def _holds(path: Path, content: bytes | bytearray) -> bool:
    try:
        return read_plain(path, len(content)) == content
    except OSError:
        return False


def number_in(path: Path) -> int:
    """The number at the end of a picture's name; 0 where there is none."""
    found = _NUMBER.search(path.stem)
    return int(found[1]) if found else 0
