"""How commands talk: results on standard output, notes and faults on standard error, each on one line."""

import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

from desktop.engine.core.display_text import spelt_out
from desktop.engine.files.atomic import output_error

LINE_WIDTH = 110
STANDARD_OUTPUT = Path("standard output")  # as messages name it


def say(text: str = "") -> None:
    """Print a result; raises BrokenPipeError, or `DiskFullError` and its like where it goes into a file."""
    try:
        sys.stdout.write(spelt_out(text) + "\n")
        sys.stdout.flush()  # in step with standard error when both go into one file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise output_error(error, STANDARD_OUTPUT) from error


def say_error(text: str) -> None:
    """Print a fault."""
    sys.stderr.write(f"tintype: {spelt_out(text)}\n")


def say_notes(notes: Iterable[str]) -> None:
    """Print what the user should know but need not act on."""
    for note in notes:
        sys.stderr.write(f"note: {spelt_out(note)}\n")


def wrapped(name: str, text: str) -> list[str]:
    """A name and its text, the text's further lines under its first."""
    return textwrap.wrap(text, LINE_WIDTH, initial_indent=f"  {name:<11} ", subsequent_indent=" " * 14) or [
        name
    ]


def columns(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Rows of cells as lines with aligned columns."""
    table = [tuple(map(spelt_out, row)) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
