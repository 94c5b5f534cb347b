"""The place of one page of a file that holds several photographs: `album.tif#page=2`.

A fragment identifier, as RFC 8118 has it for PDF. So a page can be remembered wherever a file's path is.
"""

import os
import re
from pathlib import Path

_PAGE = re.compile(r"(.+\.tiff?)#page=([1-9]\d{0,3})", re.IGNORECASE)


def page_place(file: Path, page: int | None) -> Path:
    """Where page `page`, from 1, of a file is; None for the photograph that the whole file stands for."""
    return file if page is None else file.with_name(f"{file.name}#page={page}")


def file_and_page(place: Path) -> tuple[Path, int | None]:
    """The file at a place, and which of its pages; None for the photograph that the whole file stands for."""
    found = _PAGE.fullmatch(place.name)
    if found is None or os.path.lexists(place):  # a file may be called so
        return place, None
    return place.with_name(found[1]), int(found[2])


def file_of(place: Path) -> Path:
    """The file at a place."""
    return file_and_page(place)[0]
