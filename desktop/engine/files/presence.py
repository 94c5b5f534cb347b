"""Whether something lies at a path, as far as the system tells.

`Path.exists` and its like raise where a name is too long or a folder may not be looked into. These say no: whoever then
opens or writes the file is told why that cannot be.
"""

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether there is anything of that name; not of a link that leads nowhere."""
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Whether there is an ordinary file of that name, or a link to one."""
    return os.path.isfile(path)  # noqa: PTH113
