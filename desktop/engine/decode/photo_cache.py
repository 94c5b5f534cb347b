"""A cache of photographs: those shown last, and those that may be wanted next.

What is read ahead must not be read twice: who wants a photograph that is just being read ahead waits for it.
"""

import threading
from collections import OrderedDict
from pathlib import Path

from desktop.engine.core import limits
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.decode.reader import read_photo
from desktop.engine.files.file_state import FileState
from desktop.engine.imaging.photo import Photo

STORE_BYTES = 256_000_000  # five of 24 megapixels in colour, ten of grey ones
AHEAD_SHARE = 4  # nothing is read ahead that takes more than this part of the budget
POLL_S = 0.02
PIXEL_BYTES = 2  # a colour photograph's lightness has 16 bits


class PhotoStore:
    """Keeps photographs by their files within a budget of bytes, the latest ones. Safe to use from several threads."""

    def __init__(self, budget_bytes: int = STORE_BYTES) -> None:
        self._budget_bytes = budget_bytes
        self._changed = threading.Condition()
        self._ahead: Path | None = None
        self._kept: OrderedDict[Path, tuple[FileState, Photo]] = OrderedDict()

    def read(self, path: Path, cancel: CancelToken) -> Photo:
        """The photograph in a file: the cached one unless the file has changed since. Raises as `read_photo`."""
        with self._changed:
            while self._ahead == path:
                cancel.raise_if_cancelled()
                self._changed.wait(POLL_S)
        return self._found(path) or self._read(path, limits.max_pixels(), cancel)

    def read_ahead(self, path: Path, cancel: CancelToken) -> Photo:
        """The same for a photograph that was not asked for yet; for one thread at a time.

        Raises `PictureTooLargeError` also for one that would take too much of the budget.
        """
        with self._changed:
            self._ahead = path
        try:
            most_pixels = self._budget_bytes // (AHEAD_SHARE * PIXEL_BYTES)
            return self._found(path) or self._read(path, min(most_pixels, limits.max_pixels()), cancel)
        finally:
            with self._changed:
                self._ahead = None
                self._changed.notify_all()

    def holds(self, path: Path) -> bool:
        """Whether a photograph is cached; its file may have changed."""
        return path in self._kept

    @property
    def held_bytes(self) -> int:
        """The memory that all cached photographs take."""
        with self._changed:
            return sum(photo.held_bytes for _, photo in self._kept.values())

    def trim(self) -> None:
        """Drop photographs beyond the budget, after smaller copies were made of some."""
        with self._changed:
            held_bytes = sum(photo.held_bytes for _, photo in self._kept.values())
            while held_bytes > self._budget_bytes:
                _, (_, oldest) = self._kept.popitem(last=False)
                held_bytes -= oldest.held_bytes

    def _found(self, path: Path) -> Photo | None:
        state = FileState.of(path)
        with self._changed:
            kept = self._kept.get(path)
            if kept is None or kept[0] != state:
                self._kept.pop(path, None)
                return None
            self._kept.move_to_end(path)
            return kept[1]

    def _read(self, path: Path, max_pixels: int, cancel: CancelToken) -> Photo:
        state = FileState.of(path)
        photo = read_photo(path, max_pixels=max_pixels, cancel=cancel)
        if state is not None:
            with self._changed:
                self._kept[path] = state, photo
                self._kept.move_to_end(path)
            self.trim()
        return photo
