"""Knows results of this program among photographs: a folder that is opened again is to give the photographs alone."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TintypeError
from desktop.engine.decode.formats import read_xmp
from desktop.engine.encode.writer import WRITABLE_SUFFIXES
from desktop.engine.metadata.xmp import look_property

_BOUNDARY = re.compile(r"[^0-9A-Za-z]+")


def results_among(paths: Iterable[Path], cancel: CancelToken | None = None) -> set[Path]:
    """Those that carry a look, and are named like a result of another one: its name and something before or behind it.

    Only such files are opened: of thousands of photographs none. A result without metadata, or without its
    photograph among `paths`, is taken for a photograph. Raises `Cancelled`.
    """
    files = list(paths)
    stems = Counter(path.stem for path in files)
    results = set()
    for path in files:
        if path.suffix.lower() in WRITABLE_SUFFIXES and _is_named_after(path.stem, stems):
            if cancel is not None:
                cancel.raise_if_cancelled()
            if _carries_look(path):
                results.add(path)
    return results


def _is_named_after(stem: str, stems: Counter[str]) -> bool:
    """Whether another file has this name (in a folder of results), or one that it begins or ends with."""
    if stems[stem] > 1:
        return True
    gaps = list(_BOUNDARY.finditer(stem))
    return any(stem[: gap.start()] in stems or stem[gap.end() :] in stems for gap in gaps)


def _carries_look(path: Path) -> bool:
    try:
        return any(look_property(packet) is not None for packet in read_xmp(path))
    except (TintypeError, OSError):  # whoever opens it as a photograph is told
        return False
