"""Size and time of a file, by which a change is noticed."""

from dataclasses import dataclass
from pathlib import Path

from desktop.engine.files.page_place import file_of

SECOND_NS = 1_000_000_000


@dataclass(frozen=True)
class FileState:
    """Enough of a file to notice that it has changed."""

    size_bytes: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> "FileState | None":
        """The state of the file at a place; None when there is none."""
        try:
            found = file_of(path).stat()
        except OSError:
            return None
        return cls(found.st_size, found.st_mtime_ns)

    def is_like(self, other: "FileState | None") -> bool:
        """Whether both can be the same state, on a drive that may keep times in steps of one or two seconds."""
        if other is None or self.size_bytes != other.size_bytes:
            return False
        coarse = self.mtime_ns % SECOND_NS == 0 or other.mtime_ns % SECOND_NS == 0
        return abs(self.mtime_ns - other.mtime_ns) < (2 * SECOND_NS if coarse else 1000)
