"""A part of a source, chosen by a column of its listing: `SOURCE#COLUMN=VALUE|VALUE`."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

CLASS_COLUMN = "class"
"""For folders without a listing: the name of the folder that a picture lies in."""
_FILE_COLUMN = "file"


class Selection(NamedTuple):
    """The rows whose `column` holds one of `values`."""

    column: str
    values: frozenset[str]

    def takes(self, row: Mapping[str, Any]) -> bool:
        """Whether a row belongs to it; a row without the column does not."""
        return str(row.get(self.column)) in self.values


def split_source(source: str) -> tuple[str, Selection | None]:
    """Divide a source into its place and the selection, where there is one.

    Raises:
        ValueError: what follows `#` is not of the form COLUMN=VALUE or COLUMN=VALUE|VALUE.
    """
    place, mark, chosen = source.partition("#")
    if not mark:
        return place, None
    column, equals, values = chosen.partition("=")
    if not (column and equals and values):
        raise ValueError(f"{source}: after # must come COLUMN=VALUE or COLUMN=VALUE|VALUE")
    return place, Selection(column, frozenset(values.split("|")))


def _listing(folder: Path) -> dict[str, dict[str, str]]:
    """Read the rows of a folder's CSV files that have a column `file`, by that file."""
    rows: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            rows |= {row[_FILE_COLUMN]: row for row in csv.DictReader(file) if _FILE_COLUMN in row}
    return rows


def select_files(folder: Path, files: list[Path], selection: Selection) -> list[Path]:
    """Return the pictures of a folder that a selection takes, by the folder's CSV listing or by `class`."""
    rows = _listing(folder)

    def row_of(path: Path) -> dict[str, str]:
        return {CLASS_COLUMN: path.parent.name} | rows.get(path.relative_to(folder).as_posix(), {})

    return [path for path in files if selection.takes(row_of(path))]
