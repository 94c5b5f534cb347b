"""Renames damaged files and folders of the user so that they are kept, and reported only once."""

from pathlib import Path

from desktop.engine.core.errors import OutputNotWritableError
from desktop.engine.files.plain_file import is_special

ENDING = ".damaged"


def set_aside(path: Path, suffix: str = "") -> Path | None:
    """Rename a file or folder to end in `suffix` and ".damaged"; its new path, or None where that is not possible.

    What was set aside before under that name stays: the new one gets a number.
    """
    for number in range(1, 100):
        ending = f"{suffix}{ENDING}"
        aside = path.with_suffix(ending if number == 1 else f".{number}{ending}")
        if not aside.exists():
            try:
                return path.rename(aside)
            except OSError:
                return None
    return None


def set_aside_unless_plain(path: Path) -> Path | None:
    """Set aside what would be waited for without end where a file is expected, such as a pipe; its new path or None."""
    return set_aside(path, path.suffix) if is_special(path) else None


def make_way(path: Path, suffix: str) -> Path:
    """Set a file aside to make room for another; raises `OutputNotWritableError` and leaves it where that fails."""
    aside = set_aside(path, suffix)
    if aside is None:
        raise OutputNotWritableError(f"{path} cannot be read, so it is not written over; move it elsewhere.")
    return aside


def told_aside(problem: object, aside: Path | None) -> str:
    """What is wrong with a file or folder, and the name under which it was set aside if that was possible."""
    return f"{problem} It was set aside as {aside.name}." if aside else str(problem)
