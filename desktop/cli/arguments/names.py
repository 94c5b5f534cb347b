"""Names on the command line, which a locale without accents, such as C, hands over as single bytes."""

import os


def typed_name(given: str) -> str:
    """The name that was typed: UTF-8 where the locale knows no such letters. For names only, never for paths."""
    if given.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in given):
        return given
    try:
        return os.fsencode(given).decode("utf-8")
    except UnicodeError:
        return given
