"""The photographs of a batch, known by file identity, so that no result is written over one of them."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

FileId = tuple[int, int]


class Originals:
    """Knows files by what they are, not by what they are called.

    By device and number, which sees through links and through drives that do not tell case apart; and by
    folder and name without regard to case, since a folder may be copied to such a drive later.
    """

    def __init__(self, paths: Iterable[Path] = ()) -> None:
        self._by_id: dict[FileId, Path] = {}
        self._by_name: dict[tuple[FileId, str], Path] = {}
        for path in paths:
            self.add(path)

    def add(self, path: Path) -> None:
        """Protect a photograph from now on; one that does not exist needs no protection."""
        identity = _file_id(path)
        if identity is None or self._by_id.get(identity) == path:
            return
        self._by_id[identity] = path
        for name in {path, path.resolve()}:
            folder = _file_id(name.parent)
            if folder is not None:
                self._by_name[folder, _folded(name.name)] = path

    def at(self, target: Path) -> Path | None:
        """The photograph that a file at `target` would destroy or be mistaken for; None if there is none."""
        identity, folder = _file_id(target), _file_id(target.parent)
        if identity is not None and identity in self._by_id:
            original = self._by_id[identity]
            if _file_id(original) == identity:  # else it was removed, and its number given to another file
                return original
        return self._by_name.get((folder, _folded(target.name))) if folder is not None else None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _file_id(path: Path) -> FileId | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
