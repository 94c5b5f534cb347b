"""The .deb that `python3 run.py build` has made is installed, started, used and removed; not among the usual tests.

`python3 run.py test -m package tests/installers` runs it; it takes a minute, and root.
"""

from pathlib import Path

import pytest

from installers.bare_system import why_not
from installers.installed import prove_installed

DIST = Path(__file__).resolve().parents[2] / "dist"


@pytest.mark.package
def test_the_package_is_installed_started_used_and_removed() -> None:
    package = next(iter(sorted(DIST.glob("tintype_*.deb"))), None)
    if package is None:
        pytest.skip("there is no package in dist: python3 run.py build makes one")
    if why_not():
        pytest.skip(why_not())
    told = prove_installed(package)
    assert "removed again: only what the user made is left" in told
