"""The fields of a manifest from elsewhere, each within bounds before anything is read or allocated by it.

Every function returns the value, or raises `Reason` where it is of another type, out of bounds, or holds characters
that no text has.
"""

import re
from collections.abc import Mapping
from typing import Any

from desktop.engine.core.reasons import Reason
from desktop.engine.files.json_fields import shown, text_of
from desktop.engine.files.naming import FORBIDDEN

MAX_MANIFEST_BYTES = 1_000_000
MAX_GRAPH_BYTES = 500_000_000  # twenty times the largest that is shipped
MAX_SIDE_PX = 2048  # of what a network sees; its memory grows with the square
MAX_MULTIPLE = 512
MAX_EMBEDDING = 4096
MAX_GRAPHS = 8
MAX_NAME_LETTERS = 100
MAX_TEXT_LETTERS = 20_000
MAX_SCORES_DEPTH = 8
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_IN_TEXTS = "\n\t"  # control characters that a longer text may have


def name_field(value: object) -> str:
    """A name, title, version or kind: one line of at most MAX_NAME_LETTERS."""
    return _text(value, MAX_NAME_LETTERS, "")


def text_field(value: object) -> str:
    """A description of at most MAX_TEXT_LETTERS, which may have several lines."""
    return _text(value, MAX_TEXT_LETTERS, _IN_TEXTS)


def whole_number(value: object, most: int) -> int:
    """A whole number from 1 to `most`."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Reason(f"{shown(value)} is not a positive whole number")
    if value > most:
        raise Reason(f"{shown(value)} is more than {most}")
    return value


def parts_field(value: object, total: int) -> tuple[int, ...]:
    """Whole numbers from 1 on that sum to `total`, or none at all."""
    if not isinstance(value, list) or len(value) > total:
        raise Reason(f"{shown(value)} is not a list of parts")
    parts = tuple(whole_number(part, total) for part in value)
    if parts and sum(parts) != total:
        raise Reason(f"its parts sum to {sum(parts)}, not {total}")
    return parts


def graphs_field(value: object) -> Mapping[str, Any]:
    """The graphs by their names, at most MAX_GRAPHS."""
    if not isinstance(value, Mapping) or len(value) > MAX_GRAPHS:
        raise Reason("its list of graphs makes no sense")
    return {name_field(name): graph for name, graph in value.items()}


def hash_field(value: object) -> str:
    """A SHA-256 in hexadecimal digits."""
    if not isinstance(value, str) or _SHA256.fullmatch(value) is None:
        raise Reason(f"{shown(value)} is not a SHA-256")
    return value


def file_field(value: object, taken: tuple[str, ...]) -> str:
    """The name of a file in the manifest's own folder, which every system takes and which is none of `taken`."""
    plain = isinstance(value, str) and value.strip(" .") == value != "" and FORBIDDEN.search(value) is None
    if not plain or len(str(value)) > MAX_NAME_LETTERS:
        raise Reason(f"{shown(value)} is not a plain file name")
    name = name_field(value)
    if name.casefold() in {other.casefold() for other in taken}:
        raise Reason(f"{shown(value)} cannot be the name of a graph's file")
    return name


def scores_field(value: object) -> Mapping[str, Any]:
    """Figures by their names, nested at most MAX_SCORES_DEPTH deep."""
    if not isinstance(value, Mapping):
        raise Reason("its scores make no sense")
    _check_scores(value, MAX_SCORES_DEPTH)
    return dict(value)


def _check_scores(value: object, depth: int) -> None:
    if depth == 0:
        raise Reason("it is nested too deeply")
    if isinstance(value, Mapping):
        for name, part in value.items():
            name_field(name)
            _check_scores(part, depth - 1)
    elif isinstance(value, list):
        for part in value:
            _check_scores(part, depth - 1)
    elif isinstance(value, str):
        text_field(value)


def _text(value: object, most: int, allowed: str) -> str:
    text = text_of(value)
    if len(text) > most:
        raise Reason(f"a text in it has more than {most} letters")
    if any(letter not in allowed for letter in _CONTROL.findall(text)):
        raise Reason("a text in it has invalid characters")
    return text
