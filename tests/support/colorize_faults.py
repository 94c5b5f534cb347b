"""Faults of `tintype colorize`, and the small files that it is given."""

from pathlib import Path
from typing import Any

from numpy.typing import NDArray
from PIL import Image


def put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def check_fault(outcome: tuple[int, str, str], code: int, words: str) -> None:
    """The exit code, one line that tells, no result and no traceback."""
    got, out, err = outcome
    assert (got, out) == (code, "")
    assert words in err
    assert err.startswith("tintype: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def saved(values: NDArray[Any], path: Path) -> Path:
    Image.fromarray(values).save(path)
    return path
