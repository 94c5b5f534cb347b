"""Renames damaged files of the user so that they are kept, and reported only once."""

from pathlib import Path


def set_aside(path: Path, suffix: str) -> Path | None:
    """Rename a file to end in `suffix` and ".damaged"; its new path, or None where the folder does not allow it."""
    for number in range(1, 100):
        ending = f"{suffix}.damaged"
        aside = path.with_suffix(ending if number == 1 else f".{number}{ending}")
        if not aside.exists():
            try:
                return path.rename(aside)
            except OSError:
                return None
    return None
