"""Whether something lies at a path, as far as the system tells.

`Path.exists` and its like raise where a name is too long or a folder may not be looked into. These say no: whoever then
opens or writes the file is told why that cannot be.
"""

import os
from pathlib import Path


def found_in(folder: Path, pattern: str) -> list[Path]:
    """What matches a pattern of `Path.glob` in a folder, by name; nothing where it may not be looked into."""
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def is_there(path: Path) -> bool:
    """Whether there is anything of that name; not of a link that leads nowhere."""
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Whether there is an ordinary file of that name, or a link to one."""
    return os.path.isfile(path)  # noqa: PTH113
