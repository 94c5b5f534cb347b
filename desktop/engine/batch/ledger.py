"""The record of what each result in a folder was made from, so that an interrupted batch continues where it stopped.

One line of JSON a result in a hidden file of the folder. A line is written when a result is whole but still
has its temporary name, and it holds the file's size and time, which the renaming keeps. So it needs no
confirmation: if the file of that name looks as the line says, it is that result; if not, it was never made,
or somebody has changed it since.
"""

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.engine.core.reasons import NO_SENSE
from desktop.engine.files.file_state import FileState

LEDGER_NAME = ".tintype-ledger.jsonl"


@dataclass(frozen=True)
class Entry:
    """One result. source: as `Ledger.source_name` gives it. look: a `look_key`."""

    source: str
    source_state: FileState
    look: str
    result_state: FileState


class Ledger:
    """The ledger of one folder of results. Several programs may add to it at once."""

    def __init__(self, folder: Path) -> None:
        """Read what is there; damaged lines (of a killed run, of another version) are passed over."""
        self.folder = folder.resolve()
        self._entries: dict[str, Entry] = {}
        with contextlib.suppress(OSError), (self.folder / LEDGER_NAME).open("rb") as file:
            for line in file:
                with contextlib.suppress(*NO_SENSE):
                    data = json.loads(line)
                    self._entries[data["result"]] = Entry(
                        str(data["source"]),
                        FileState(**data["source_state"]),
                        str(data["look"]),
                        FileState(**data["result_state"]),
                    )

    def entry(self, result: Path) -> Entry | None:
        """What is known of a result; None unless the file is there just as it was written."""
        known = self._entries.get(self._result_name(result))
        return known if known is not None and known.result_state.is_like(FileState.of(result)) else None

    def note(self, result: Path, entry: Entry) -> None:
        """Add a line for a result; raises OSError. Lines are short enough for the system to keep them whole."""
        name = self._result_name(result)
        line = json.dumps({"result": name, **asdict(entry)}, separators=(",", ":"))
        # A line of a killed run may lack its end, so each begins with one of its own.
        with (self.folder / LEDGER_NAME).open("ab", buffering=0) as file:
            file.write(f"\n{line}\n".encode())
        self._entries[name] = entry

    def source_name(self, source: Path) -> str:
        """A photograph's path as seen from the results, so that both may move together."""
        try:
            return Path(os.path.relpath(source.resolve(), self.folder)).as_posix()
        except ValueError:  # another drive
            return source.resolve().as_posix()

    def _result_name(self, result: Path) -> str:
        folder = result.parent.resolve()
        return Path(os.path.relpath(folder / result.name, self.folder)).as_posix()
