"""A command begins without what only some files need: each of these takes some hundredths of a second."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("library", ["numpy.ma", "PIL.ImageDraw", "tifffile"])
def test_a_library_that_only_some_files_need_is_not_imported(library: str) -> None:
    code = f"import sys, desktop.__main__; sys.exit({library!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
