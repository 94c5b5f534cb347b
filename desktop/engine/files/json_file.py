"""JSON files of a limited size, so that a wrong file cannot fill the memory."""

import json
from pathlib import Path
from typing import Any

from desktop.engine.core.reasons import Reason
from desktop.engine.files.plain_file import read_plain


def read_json(path: Path, max_bytes: int) -> Any:
    """What a UTF-8 file of JSON holds.

    Raises OSError where it cannot be read or is no ordinary file, and what `reasons.PARSE_ERRORS` lists where it is no
    JSON or longer than `max_bytes`.
    """
    content = read_plain(path, max_bytes)
    if len(content) > max_bytes:
        raise Reason("it is far too large")
    return json.loads(content.decode("utf-8"))
