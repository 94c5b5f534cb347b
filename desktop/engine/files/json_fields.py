"""Fields of JSON from a file: each is of the type and within the bounds that it must have, or `Reason` is raised."""

import re
from collections.abc import Mapping
from typing import Any

from desktop.engine.core.reasons import Reason

LONGEST_SHOWN = 40
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
MOST = 2**63 - 1  # of sizes and times on any system


def object_of(value: object) -> Mapping[str, Any]:
    """An object with fields; which of them there may be is for the caller to say."""
    if not isinstance(value, Mapping):
        raise Reason("it is not a list of fields")
    return value


def integer_of(value: object, least: int = -MOST, most: int = MOST) -> int:
    """A whole number from `least` to `most`; true and false are none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Reason(f"{shown(value)} is not a whole number")
    if not least <= value <= most:
        raise Reason(f"{shown(value)} is not from {least} to {most}")
    return value


def text_of(value: object) -> str:
    """A text that every file, screen and library takes: without NUL and without halves of characters."""
    text = name_of(value)
    if _NOT_TEXT.search(text):
        raise Reason("a text in it has invalid characters")
    return text


def name_of(value: object) -> str:
    """The name of a file, which need not be text."""
    if not isinstance(value, str):
        raise Reason(f"{shown(value)} is not text")
    return value


def made_text(text: str) -> str:
    """Any text as one that `text_of` takes: what no text has is a replacement character."""
    return _NOT_TEXT.sub("\ufffd", text)


def shown(value: object) -> str:
    """A value as a message shows it, without control characters."""
    text = ascii(value) if isinstance(value, str | int | float | None) else type(value).__name__
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
