"""Names for results: beside the photograph, after the preset, never one that is taken."""

import re
import unicodedata
from pathlib import Path

MAX_SLUG_LENGTH = 80


def slug(name: str) -> str:
    """`name` as a part of a file name that every system takes: "Café de nuit" -> "cafe-de-nuit".

    Letters of other scripts are kept; a name without any letter or digit gives "".
    """
    decomposed = unicodedata.normalize("NFKD", name)
    base = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", base.casefold()).strip("-")[:MAX_SLUG_LENGTH].rstrip("-")


def output_path(photo_path: Path, preset_name: str, suffix: str, *, folder: Path | None = None) -> Path:
    """`{stem}_{preset}{suffix}` beside the photograph, or in `folder`; " (2)", " (3)", ... when taken."""
    stem = f"{photo_path.stem}_{slug(preset_name) or 'coloured'}"
    place = photo_path.parent if folder is None else folder
    candidate = place / f"{stem}{suffix}"
    number = 2
    while candidate.exists():
        candidate = place / f"{stem} ({number}){suffix}"
        number += 1
    return candidate
