"""Runs a block as an ordinary user, so that what is forbidden is forbidden to tests that run as root, too."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65_534


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """A folder that this user owns. On Windows, where permissions are no bits, there is nothing to be told."""
    with tempfile.TemporaryDirectory(prefix="tintype-test-") as name:
        folder, is_root = Path(name), os.geteuid() == 0
        if is_root:
            os.chown(folder, NOBODY, -1)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            for path in folder.rglob("*"):
                path.chmod(0o700)
