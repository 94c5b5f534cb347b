"""JSON files of a limited size, so that a wrong file cannot fill the memory."""

import json
from pathlib import Path
from typing import Any

from desktop.engine.core.reasons import Reason


def read_json(path: Path, max_bytes: int) -> Any:
    """What a UTF-8 file of JSON holds.

    Raises OSError where it cannot be read, and what `reasons.NO_SENSE` lists where it is no JSON or longer than
    `max_bytes`.
    """
    with path.open("rb") as file:
        content = file.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise Reason("it is far too large")
    return json.loads(content.decode("utf-8"))
