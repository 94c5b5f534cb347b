"""Edits of photographs that were not read yet, kept by their paths until they are.

A project is known by what its photograph shows, and that takes reading it. One file holds what waits for that.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.engine.core.errors import DamagedEditError
from desktop.engine.core.paths import make_private
from desktop.engine.core.reasons import PARSE_ERRORS, reason_of
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.preset import OtherFormatError
from desktop.engine.edits.serialization import NewerFieldError, edit_from_json, edit_to_json, known_only
from desktop.engine.files.atomic import output_error, write_json
from desktop.engine.files.json_fields import integer_of, name_of
from desktop.engine.files.json_file import read_json

GIVEN_FORMAT = 1
MAX_FILE_BYTES = 100_000_000


def write_given(given: Mapping[Path, Edit], file: Path) -> None:
    """Write what waits, whole or not at all, each edit once; for nothing there is no file.

    Raises the faults of `atomic.replacing`.
    """
    try:
        make_private(file.parent)
        if not given:
            file.unlink(missing_ok=True)
            return
    except OSError as error:
        raise output_error(error, file) from error
    numbers = {edit: number for number, edit in enumerate(dict.fromkeys(given.values()))}
    data = {
        "format": GIVEN_FORMAT,
        "program": f"Tintype {__version__}",
        "edits": [edit_to_json(edit) for edit in numbers],
        "photos": [{"path": str(path), "edit": numbers[edit]} for path, edit in given.items()],
    }
    write_json(file, data)


def read_given(file: Path) -> dict[Path, Edit]:
    """What waits, nothing where there is no file; raises `DamagedEditError`."""
    try:
        return _from_json(read_json(file, MAX_FILE_BYTES))
    except FileNotFoundError:
        return {}
    except (OSError, NewerFieldError, OtherFormatError, *PARSE_ERRORS) as error:
        raise DamagedEditError(f"The file {file.name} is damaged ({reason_of(error)}).") from error


def is_corrupt(error: DamagedEditError) -> bool:
    """Whether the file itself is spoiled, rather than held by another program or meant for a newer one."""
    return not isinstance(error.__cause__, OSError | NewerFieldError | OtherFormatError)


def _from_json(data: Any) -> dict[Path, Edit]:
    if data["format"] != GIVEN_FORMAT:
        raise OtherFormatError(f"format {str(data['format'])[:20]} is not {GIVEN_FORMAT}")
    known_only(data, ("format", "program", "edits", "photos"))
    edits = [edit_from_json(edit) for edit in data["edits"]]
    found = {}
    for photo in data["photos"]:
        known_only(photo, ("path", "edit"))
        number = integer_of(photo["edit"], 0, len(edits) - 1)
        found[Path(name_of(photo["path"]))] = edits[number]
    return found
