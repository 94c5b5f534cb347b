"""The limit on the size of pictures: larger ones are refused before anything of them is decoded."""

import os

LIMIT_VARIABLE = "TINTYPE_MAX_MEGAPIXELS"
DEFAULT_MEGAPIXELS = 400


def max_pixels() -> int:
    """The limit in force; $TINTYPE_MAX_MEGAPIXELS sets another, and counts as missing if it makes no sense."""
    text = os.environ.get(LIMIT_VARIABLE, "")
    megapixels = int(text) if text.isdecimal() and int(text) > 0 else DEFAULT_MEGAPIXELS
    return megapixels * 1_000_000


def set_max_megapixels(megapixels: int) -> None:
    """Set the limit for this process and those that it starts."""
    os.environ[LIMIT_VARIABLE] = str(megapixels)
