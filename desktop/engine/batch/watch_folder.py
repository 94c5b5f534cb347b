"""Watches a folder for photographs, and hands each on once it is completely written.

It looks again and again instead of having the system tell: on network drives, where scanners and cameras leave
their files, systems do not tell of what other computers do. And whether a file is whole must be found out by
looking twice in any case.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.engine.batch.sources import Source, find_photos
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.reasons import system_reason
from desktop.engine.files.file_state import FileState

POLL_S = 1.0
SETTLE_S = 2.0


@dataclass(frozen=True)
class _Sighting:
    state: FileState
    since_s: float


class Watch:
    """The photographs of a folder as they arrive, without end until `cancel`. Iterate over it once.

    recursive: sub-folders too. left_out: says of a file or folder that it is not wanted, e.g. a result.
    seen: is told of every photograph at every look, whole or not. tell: gets a sentence when the folder cannot be
    read, and when it can again; its photographs are then waited for.
    A file is whole when size and time have stayed the same for `settle_s`. One that changes later comes again.
    """

    def __init__(
        self,
        folder: Path,
        *,
        recursive: bool,
        cancel: CancelToken,
        left_out: Callable[[Path], bool] = lambda _: False,
        seen: Callable[[Path], object] = lambda _: None,
        tell: Callable[[str], object] = lambda _: None,
        poll_s: float = POLL_S,
        settle_s: float = SETTLE_S,
    ) -> None:
        self._folder = folder
        self._recursive = recursive
        self._cancel = cancel
        self._left_out = left_out
        self._seen = seen
        self._tell = tell
        self._poll_s = poll_s
        self._settle_s = settle_s
        self._unsettled: dict[Path, _Sighting] = {}
        self._handed_on: dict[Path, FileState] = {}
        self._gone = False

    def __iter__(self) -> Iterator[Source]:
        """Every photograph that is whole and was not handed on in this state, in order of name at each look."""
        while not self._cancel.cancelled:
            yield from self._look()
            self._cancel.wait(self._poll_s)

    def hand_on_again(self, path: Path) -> None:
        """Hand a photograph on once more when it is seen again: it was gone or being written when it was opened.

        May be called from any thread.
        """
        self._handed_on.pop(path, None)

    def _look(self) -> list[Source]:
        faults: list[OSError] = []
        found = list(
            find_photos(
                self._folder,
                recursive=self._recursive,
                left_out=self._left_out,
                unreadable=faults.append,
            )
        )
        self._tell_of(faults)
        if not faults:  # or a drive that is away for a moment would bring everything anew
            here = {source.path for source in found}
            self._unsettled = {path: known for path, known in self._unsettled.items() if path in here}
            self._handed_on = {path: known for path, known in self._handed_on.items() if path in here}
        return [source for source in found if self._is_ready(source.path)]

    def _is_ready(self, path: Path) -> bool:
        self._seen(path)
        state, now_s = FileState.of(path), time.monotonic()
        if state is None or not state.size_bytes or self._handed_on.get(path) == state:
            return False
        sighting = self._unsettled.get(path)
        if sighting is None or sighting.state != state:
            self._unsettled[path] = _Sighting(state, now_s)
            return False
        if now_s - sighting.since_s < self._settle_s:
            return False
        del self._unsettled[path]
        self._handed_on[path] = state
        return True

    def _tell_of(self, faults: list[OSError]) -> None:
        if faults and not self._gone:
            self._tell(f"{faults[0].filename} cannot be read ({system_reason(faults[0])}); waiting for it.")
        elif self._gone and not faults:
            self._tell(f"{self._folder} can be read again.")
        self._gone = bool(faults)
