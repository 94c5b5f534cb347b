"""Files that another program has locked, as Windows has them."""

import errno


def raise_locked(*_: object) -> None:
    """Stand in for what opens or renames a file: raise what Python raises on Windows."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined] # set by Windows alone
    raise error
