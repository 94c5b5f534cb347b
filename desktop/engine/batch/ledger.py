"""The record of what each result in a folder was made from, so that an interrupted batch continues where it stopped.

One line of JSON a result in a hidden file of the folder. A line is written when a result is whole but still
has its temporary name, and it holds the file's size and time, which the renaming keeps. So it needs no
confirmation: if the file of that name looks as the line says, it is that result; if not, it was never made,
or it was changed since.
"""

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.engine.core.reasons import PARSE_ERRORS
from desktop.engine.files.file_state import FileState
from desktop.engine.files.json_fields import integer_of, name_of, object_of
from desktop.engine.files.plain_file import append_plain, open_plain

LEDGER_NAME = ".tintype-ledger.jsonl"
MAX_LINE_BYTES = 100_000


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
        with contextlib.suppress(OSError), open_plain(self.folder / LEDGER_NAME) as file:
            while line := file.readline(MAX_LINE_BYTES):  # a longer one is no JSON in any of its parts
                with contextlib.suppress(*PARSE_ERRORS):
                    name, entry = _read(json.loads(line))
                    self._entries[name] = entry

    def entry(self, result: Path) -> Entry | None:
        """What is known of a result; None unless the file is there just as it was written."""
        known = self._entries.get(self._result_name(result))
        return known if known is not None and known.result_state.is_like(FileState.of(result)) else None

    def note(self, result: Path, entry: Entry) -> None:
        """Add a line for a result; raises OSError. Lines are short enough for the system to keep them whole."""
        name = self._result_name(result)
        line = json.dumps({"result": name, **asdict(entry)}, separators=(",", ":"))
        # A line of a killed run may lack its end, so each begins with one of its own.
        with append_plain(self.folder / LEDGER_NAME) as file:
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


def _read(line: object) -> tuple[str, Entry]:
    """A result's name and what a line says of it, fields that only a newer program knows aside; raises `Reason`."""
    data = object_of(line)
    states = [object_of(data[name]) for name in ("source_state", "result_state")]
    source_state, result_state = (
        FileState(integer_of(state["size_bytes"], least=0), integer_of(state["mtime_ns"])) for state in states
    )
    entry = Entry(name_of(data["source"]), source_state, name_of(data["look"]), result_state)
    return name_of(data["result"]), entry
