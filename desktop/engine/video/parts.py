"""The finished parts of a film, in a hidden folder beside the result: with them a run that was stopped goes on."""

import contextlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.engine.core.reasons import PARSE_ERRORS
from desktop.engine.files.atomic import output_error, write_json
from desktop.engine.files.json_fields import integer_of, name_of, object_of
from desktop.engine.files.json_file import read_json
from desktop.engine.files.temporary_files import remove_leftovers
from desktop.engine.video.writing import PART_SUFFIX

RECORD, FORMAT, MAX_BYTES = "parts.json", 1, 10_000_000


@dataclass(frozen=True)
class Part:
    """A finished part. frames: how many it has. last: the time of its last frame."""

    path: Path
    frames: int
    last: int


class Parts:
    """The parts of one result. key: of film, look and form; parts of any other key are removed."""

    def __init__(self, output: Path, key: str) -> None:
        self.folder = output.with_name(f".{output.name}.parts")
        self._key = key
        self.finished: list[Part] = []

    def take_up(self) -> None:
        """Find the parts of an earlier run, or begin with an empty folder; raises what `atomic.output_error` gives."""
        with contextlib.suppress(OSError, *PARSE_ERRORS):
            data = object_of(read_json(self.folder / RECORD, MAX_BYTES))
            if data["format"] == FORMAT and name_of(data["key"]) == self._key:
                self.finished = [
                    self._part(number, object_of(entry)) for number, entry in enumerate(data["parts"])
                ]
        if not self.finished or not all(part.path.is_file() for part in self.finished):
            self.finished = []
            self.remove()
        try:
            self.folder.mkdir(exist_ok=True)
        except OSError as error:
            raise output_error(error, self.folder) from error
        remove_leftovers(self.folder)

    @property
    def frames(self) -> int:
        """How many frames are finished."""
        return sum(part.frames for part in self.finished)

    @property
    def next_path(self) -> Path:
        """The file of the part that is to be made."""
        return self._path(len(self.finished))

    def add(self, frames: int, last: int) -> None:
        """Note that the part at `next_path` is whole; raises what `write_json` does."""
        self.finished.append(Part(self.next_path, frames, last))
        entries = [{"frames": part.frames, "last": part.last} for part in self.finished]
        write_json(self.folder / RECORD, {"format": FORMAT, "key": self._key, "parts": entries})

    def remove(self) -> None:
        """Remove the folder with all that is in it: only this program writes there."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:05d}{PART_SUFFIX}"

    def _part(self, number: int, entry: Mapping[str, object]) -> Part:
        return Part(self._path(number), integer_of(entry["frames"], least=1), integer_of(entry["last"]))
